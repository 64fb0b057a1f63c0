"""The header: the title of the page, its next step, and the open folder and run."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from app.style import icons
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.widgets.common import Button, ElidedLabel, column, label
from app.widgets.wording import plain_text

CHIP, COMPACT_CHIP = 30, 12  # characters of a name in the header


class PathButton(QToolButton):
    """The name of what is open, with a menu of what else could be opened."""

    def __init__(self, icon: str, empty: str) -> None:
        super().__init__(
            popupMode=QToolButton.ToolButtonPopupMode.InstantPopup,
            toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self._icon_name, self._empty = icon, empty
        self._name, self._most = "", CHIP
        self.setProperty("role", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMenu(QMenu(self))
        self._tint()
        self.set_name("")

    def set_name(self, name: str, tip: str = "") -> None:
        """Show a name; empty if nothing is open."""
        self._name = name
        self._show_name()
        self.setToolTip(plain_text.tooltip_text(tip or self._empty))
        self.setAccessibleName(name or self._empty)

    def set_compact(self, compact: bool) -> None:
        """Shorten the name more, for a small window."""
        self._most = COMPACT_CHIP if compact else CHIP
        self._show_name()

    def _show_name(self) -> None:
        name, half = self._name, self._most // 2
        short = name if len(name) <= self._most else f"{name[:half]}…{name[1 - half :]}"
        self.setText(plain_text.button_text(f" {short or self._empty}"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self.setIcon(icons.icon(self._icon_name, colour, 16))
        self.setIconSize(QSize(16, 16))


class Header(QFrame):
    """The page's title and line of explanation; at the right the next step, and the open folder with its run."""

    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._title = label("", "title")
        self._line = ElidedLabel("", "muted", Qt.TextElideMode.ElideRight)
        self.next_step = Button("", "primary", "right", self.next_wanted.emit)
        self.next_step.hide()
        self.folder = PathButton("folder", self.tr("No folder"))
        self.run = PathButton("run", self.tr("No run"))
        self._layout = whole = QHBoxLayout(self)
        whole.setSpacing(SMALL)
        whole.addLayout(column(self._title, self._line, spacing=0), 1)
        for button in (self.folder, self.run, self.next_step):
            whole.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self.set_compact(False)

    def set_title(self, title: str, line: str) -> None:
        """Show the title of a page and its line of explanation."""
        self._title.setText(title)
        self._line.set_text(line)
        self._title.setToolTip(line)

    def set_next_step(self, text: str) -> None:
        """Offer the next step; an empty text offers none."""
        self.next_step.setText(f" {text}")
        self.next_step.setAccessibleName(text)
        self.next_step.setToolTip(self.tr("The next step") if text else "")
        self.next_step.setVisible(bool(text))

    def set_compact(self, compact: bool) -> None:
        """Do without the line of explanation and shorten names, for a small window."""
        self._line.setVisible(not compact)
        self._layout.setContentsMargins(*((WIDE, SMALL, LARGE, TIGHT) if compact else (WIDE, LARGE, WIDE, MEDIUM)))
        for button in (self.folder, self.run):
            button.set_compact(compact)
