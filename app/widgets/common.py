"""Labels and buttons with a role, layouts, cards and tinted icons, which every page uses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.style import icons
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.wording import plain_text
from icnn_engine.core.language import resolved

Margins = tuple[int, int, int, int]  # left, top, right, bottom
LayoutItem = QWidget | QLayout | int | tuple[QWidget | QLayout, int]  # a number: a stretch; a pair: with its stretch
Action = Callable[[], object] | None
FLUSH: Margins = (0, 0, 0, 0)
CARD: Margins = (LARGE, MEDIUM + 4, LARGE, MEDIUM + 4)
STYLE_SPACING = -1  # Qt's own

# The palette's colour of an icon, by the role of its button.
INK = {"primary": QPalette.ColorRole.HighlightedText, "link": QPalette.ColorRole.Link}


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """Return a label in one of the stylesheet's roles that shows its text letter for letter."""
    made = QLabel(resolved(text), textFormat=Qt.TextFormat.PlainText, wordWrap=wrap)
    made.setProperty("role", role)
    return made


def show_text(shown: QLabel, text: str) -> None:
    """Show a label with a text; hide it if the text is empty."""
    shown.setText(resolved(text))
    shown.setVisible(bool(text))


def progress_bar(name: str) -> QProgressBar:
    """Return a progress bar without a number on it. `name`: its accessible name."""
    made = QProgressBar(textVisible=False)
    made.setAccessibleName(name)
    return made


def card(role: str = "card", margins: Margins = CARD) -> tuple[QFrame, QVBoxLayout]:
    """Return a frame in a role, and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", role)
    return frame, column(margins=margins, parent=frame)


def form_card(width: int, form: QWidget, *below: QWidget | QHBoxLayout) -> QFrame:
    """Return a card of a fixed width: a form that scrolls, and below it what always stays in sight."""
    padded = QWidget()
    column(form, 1, spacing=STYLE_SPACING, margins=(0, SMALL, MEDIUM, SMALL), parent=padded)
    scroll = QScrollArea(widgetResizable=True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the keyboard
    scroll.setWidget(padded)
    frame, inside = card(margins=(LARGE, MEDIUM, SMALL, LARGE))
    frame.setFixedWidth(width)
    inside.addWidget(scroll, 1)
    inside.addLayout(column(*below, spacing=STYLE_SPACING, margins=(0, SMALL, MEDIUM, 0)))
    return frame


def row(
    *items: LayoutItem, spacing: int = SMALL, margins: Margins = FLUSH, parent: QWidget | None = None
) -> QHBoxLayout:
    """Return a layout of items side by side. `parent`: the widget whose layout it becomes."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    _add_items(made, items, spacing, margins)
    return made


def column(
    *items: LayoutItem, spacing: int = SMALL, margins: Margins = FLUSH, parent: QWidget | None = None
) -> QVBoxLayout:
    """Return a layout of items below each other. `parent`: the widget whose layout it becomes."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    _add_items(made, items, spacing, margins)
    return made


def _add_items(layout: QBoxLayout, items: tuple[LayoutItem, ...], spacing: int, margins: Margins) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        content, stretch = item if isinstance(item, tuple) else (item, 0)
        match content:
            case int():
                layout.addStretch(content)
            case QLayout():
                layout.addLayout(content, stretch)
            case _:
                layout.addWidget(content, stretch)


def tint_icon(button: QAbstractButton, name: str, role: str, size: int) -> None:
    """Draw a button's icon in the palette's colours. `size`: its side in points."""
    palette, usual = button.palette(), QPalette.ColorRole.PlaceholderText
    ink = palette.color(INK.get(role, usual) if button.isEnabled() else usual).name()
    button.setIcon(icons.icon(name, ink, size, palette.color(QPalette.ColorRole.Link).name()))
    button.setIconSize(QSize(size, size))


class Button(QPushButton):
    """A push button in a role, with an icon that keeps to the theme."""

    def __init__(self, text: str, role: str = "", icon: str = "", clicked: Action = None, tool_tip: str = "") -> None:
        text = resolved(text)
        super().__init__(plain_text.button_text(f" {text}" if icon else text))
        self._icon, self._role = icon, role
        self.setAccessibleName(text)
        self.setToolTip(tool_tip)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        self._tint()

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another text, letter for letter."""
        super().setText(plain_text.button_text(resolved(text)))

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        if name != self._icon:
            self._icon = name
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # outside of a dialog Qt presses a button by Space only
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        if self._icon:
            tint_icon(self, self._icon, self._role, 18)


def toggle(text: str, hint: str, on: bool = False) -> Button:
    """Return a button that stays pressed while something is on. `hint`: its tool tip and accessible description."""
    made = Button(text, tool_tip=hint)
    made.setCheckable(True)
    made.setChecked(on)
    made.setAccessibleDescription(hint)
    return made


class ToolButton(QToolButton):
    """A tool button in a role, with an icon that keeps to the theme and a text for tool tip and screen readers."""

    def __init__(self, name: str, text: str, role: str = "quiet", size: int = 18, clicked: Action = None) -> None:
        super().__init__()
        self._icon, self._role, self._size = name, role, size
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        tint_icon(self, self._icon, self._role, self._size)


class IconLabel(QLabel):
    """An icon in a colour of the palette; it keeps to the theme."""

    def __init__(self, name: str, size: int, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText) -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(size, size)
        self.set_icon(name, role)

    def set_icon(self, name: str, role: QPalette.ColorRole) -> None:
        """Show another icon, or the same one in another colour."""
        self._name, self._role = name, role
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        ink = self.palette().color(self._role).name()
        self.setPixmap(icons.pixmap(self._name, ink, self._size, self.devicePixelRatioF()))


class ElidedLabel(QLabel):
    """One line of text that is cut, usually in the middle, where it does not fit; its tool tip has all of it."""

    def __init__(self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self._mode = mode
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        text = resolved(text)
        self.whole = text
        self.setToolTip(plain_text.tooltip_text(text))
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        super().setText(self.fontMetrics().elidedText(self.whole, self._mode, max(self.width() - 2, 0)))


class FlowLayoutWidget(QWidget):
    """Widgets in rows: as many in each as can be `least` points wide."""

    def __init__(self, least: int, spacing: int = LARGE) -> None:
        super().__init__()
        self._least, self._spacing = least, spacing
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._widgets.append(widget)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fit = (self.width() + self._spacing) // (self._least + self._spacing)
        columns = max(1, min(fit, len(self._widgets)))
        for i, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, i // columns, i % columns)
            self._grid.setColumnStretch(i, int(i < columns))
