"""The stylesheet of the window: rules for kinds of widgets, and for roles that `theme.set_role` gives to a widget.

Roles of labels: title, heading, muted, small, number, mono, warning, good, bad, step; of frames: card, card-chosen,
rail, header, banner, callout, chip, result; of buttons: primary, quiet, danger, rail, link.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

# The spacings of the window, in points. The steps are large enough to be told apart.
TIGHT, SMALL, MEDIUM, LARGE, WIDE = 4, 8, 12, 20, 32

STYLE = Template("""
QToolTip { background: $text; color: $surface; border: none; padding: 5px 8px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 19pt; font-weight: 600; }
QLabel[role="heading"] { font-size: 11pt; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: 9pt; }
QLabel[role="number"] { font-size: 15pt; font-weight: 600; }
QLabel[role="warning"] { color: $warning; background: $warning_soft; border-radius: 6px; padding: 8px 12px; }
QLabel[role="good"] { color: $good; }
QLabel[role="bad"] { color: $danger; font-weight: 600; }
QLabel[role="caption"] { font-weight: 600; }
QLabel[role="step"] { font-size: 9pt; font-weight: 600; }
QLabel[role="step-done"] { color: $good; font-size: 9pt; }
QLabel[role="pill"], QLabel[role="pill-good"] {
    background: $raised; color: $muted; border-radius: 10px; padding: 3px 10px; font-size: 9pt;
}
QLabel[role="pill-good"] { background: $accent_soft; color: $accent_text; font-weight: 600; }
QLabel[role="key"] {
    background: $raised; border: 1px solid $edge; border-radius: 5px; padding: 2px 8px; font-size: 9pt;
    font-weight: 600;
}
QLabel[role="mono"] { font-family: "$mono"; font-size: 9pt; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[role="card"]:focus { border-color: $accent; }
QFrame[role="card-chosen"] { background: $accent_soft; border: 1px solid $accent; border-radius: 10px; }
QFrame[role="card-chosen"]:focus { border: 2px solid $accent; }
QFrame[role="rail"] { background: $rail; border: none; border-right: 1px solid $line; }
QFrame[role="header"] { background: $window; border: none; }
QFrame[role="banner"] { background: $danger_soft; border: none; border-bottom: 1px solid $line; }
QFrame[role="note"] { background: $accent_soft; border: none; border-bottom: 1px solid $line; }
QFrame[role="callout"] { background: $surface; border: 1px solid $accent; border-radius: 10px; }
QFrame[role="chip"] { background: $raised; border: none; border-radius: 9px; }
QFrame[role="result"] { background: $accent_soft; border: 1px solid $accent; border-radius: 10px; }
QFrame[role="cover"] { background: $window; border: none; }
QFrame[role="line"] { background: $line; border: none; }
QFrame[role="drop"] { background: $accent_soft; border: 2px dashed $accent; border-radius: 16px; }
QFrame[role="no-drop"] { background: $danger_soft; border: 2px dashed $danger; border-radius: 16px; }
QFrame[role="medallion"] { background: $accent_soft; border: none; border-radius: 48px; }

QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 7px; padding: 6px 14px;
    min-height: 18px;
}
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $window; border-color: $line; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; color: $accent_text; border-color: $accent; }
QPushButton:checked:focus, QToolButton:checked:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $raised; color: $muted; border-color: $line; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="danger"]:hover { background: $danger_soft; border-color: $danger; }
QPushButton[role="danger"]:disabled { color: $muted; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $raised; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent_text; padding: 4px 6px; text-align: left;
}
QPushButton[role="link"]:hover { background: $accent_soft; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 3px 5px; }
QPushButton[role="link"]:disabled { color: $muted; }
QToolButton[role="chip"] {
    background: transparent; border: 1px solid $edge; border-radius: 15px; padding: 4px 8px 4px 14px; color: $text;
}
QToolButton[role="chip"]:hover { background: $raised; }
QToolButton[role="chip"]:focus { border: 2px solid $accent; padding: 3px 7px 3px 13px; }
QToolButton[role="rail"] {
    background: transparent; border: 2px solid transparent; border-radius: 10px; padding: 7px 2px 5px 2px;
    color: $muted; font-size: 9pt;
}
QToolButton[role="rail"]:hover { background: $raised; color: $text; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent_text; font-weight: 600; }
QToolButton[role="rail"]:focus { border: 2px solid $accent; padding: 7px 2px 5px 2px; }
QFileDialog QToolButton { padding: 4px; }
QFileDialog QToolButton:focus { padding: 3px; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 7px; padding: 5px 9px; min-height: 18px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent; padding: 4px 8px;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $muted; background: $window; border-color: $line;
}
QLineEdit:read-only { background: $raised; border-color: $line; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $edge; padding: 4px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QSpinBox::up-button, QDoubleSpinBox::up-button {
    subcontrol-position: top right; border: none; width: 20px; margin: 2px 2px 0 0;
}
QSpinBox::down-button, QDoubleSpinBox::down-button {
    subcontrol-position: bottom right; border: none; width: 20px; margin: 0 2px 2px 0;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$up"); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$down"); width: 10px; height: 10px; }

QCheckBox { spacing: 8px; background: transparent; padding: 2px; }
QCheckBox { border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator {
    width: 16px; height: 16px; border: 1px solid $edge; border-radius: 4px; background: $surface;
}
QCheckBox::indicator:hover, QListView::indicator:hover, QTableView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$check");
}
QCheckBox::indicator:disabled, QListView::indicator:disabled, QTableView::indicator:disabled {
    background: $raised; border-color: $line;
}

QListView, QTableView, QTreeView {
    background: $surface; alternate-background-color: $raised; border: 1px solid $line; border-radius: 10px;
    outline: none; selection-background-color: $accent_soft; selection-color: $text; gridline-color: $line;
}
QListView[role="bare"], QTreeView[role="bare"], QTableView[role="bare"] {
    background: transparent; border: 2px solid transparent;
}
QListView:focus, QTableView:focus, QTreeView:focus { border: 2px solid $accent; }
QListView[role="bare"]:focus, QTreeView[role="bare"]:focus, QTableView[role="bare"]:focus { border-color: $accent; }
QListView[role="side"]::item { padding: 6px 10px; border-radius: 6px; }
QListView[role="side"]::item:hover { background: $raised; }
QListView[role="side"]::item:selected { background: $accent_soft; color: $accent_text; }
QHeaderView { background: transparent; }
QHeaderView::section {
    background: transparent; color: $muted; border: none; border-bottom: 1px solid $line; padding: 7px 10px;
    font-size: 9pt; font-weight: 600;
}
QTableView::item, QTreeView::item { padding: 5px 8px; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 2px; }
QScrollBar:horizontal { height: 12px; margin: 2px; }
QScrollBar::handle { background: $edge; border-radius: 4px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider:horizontal { min-height: 22px; }
QSlider::groove:horizontal { background: $line; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $surface; border: 2px solid $accent; width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
}
QSlider::handle:horizontal:focus { background: $accent; border-color: $text; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent; padding: 7px 14px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent_text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { background: $accent_soft; }

QGroupBox { border: 1px solid $line; border-radius: 10px; margin-top: 14px; padding: 12px; background: $surface; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0 6px; color: $muted; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }

QMenuBar { background: $rail; color: $text; border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $rail; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; font-size: 9pt; }
QDialog, QMessageBox { background: $window; }
""")


def stylesheet_text(colours: Mapping[str, str], mono: str) -> str:
    """Return the stylesheet in these colours, with `mono` as the family of fixed-width fonts."""
    arrows = {way: f"icons:arrow-{way}-{colours['name']}.svg" for way in ("up", "down")}
    return STYLE.substitute(colours, mono=mono, check=f"icons:check-{colours['name']}.svg", **arrows)
