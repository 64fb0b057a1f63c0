"""The frame's widgets: navigation rail, header, banner of messages, progress in the status bar, drop hint."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.core.jobs import JobRunner
from app.core.messages import Message
from app.style import icons
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.style.theme import set_role
from app.widgets import plain_text
from app.widgets.common import Button, IconLabel, ToolButton, column, label, row
from app.widgets.progress import ProgressTracker
from icnn_engine.core.events import Event

RAIL = 92  # width of the navigation
CHIP = 30  # characters of a name in the header
READ_SECONDS = 3.0  # a message stays at least so long, whatever the user or the program does meanwhile


class RailButton(ToolButton):
    """A button of the navigation rail; a dot shows that its page is busy."""

    def __init__(self, icon: str, text: str, icon_size: int, height: int) -> None:
        super().__init__(icon, text, "rail", icon_size)
        self.is_busy = False
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFixedSize(QSize(RAIL - 16, height))

    def set_busy(self, busy: bool) -> None:
        """Show or hide the dot."""
        self.is_busy = busy
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.is_busy:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawEllipse(QRectF(self.width() - 24, 9, 8, 8))


class NavigationRail(QFrame):
    """The buttons of the pages, at the left of the window."""

    chosen = Signal(str)  # name of a page
    help_wanted = Signal()

    def __init__(self, pages: dict[str, str]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL)
        self.buttons: dict[str, RailButton] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SMALL, MEDIUM, SMALL, MEDIUM)
        whole.setSpacing(TIGHT)
        mark = QLabel(pixmap=icons.brand().pixmap(QSize(34, 34), self.devicePixelRatioF()))
        whole.addWidget(mark, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addSpacing(LARGE)
        for name, title in pages.items():
            button = RailButton(name, title, 22, 60)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self.buttons[name] = button
            whole.addWidget(button)
        whole.addStretch(1)
        keys = RailButton("help", QCoreApplication.translate("NavigationRail", "Keys"), 20, 54)
        keys.clicked.connect(self.help_wanted)
        whole.addWidget(keys)

    def show_page(self, name: str) -> None:
        """Mark a page as the current one."""
        self.buttons[name].setChecked(True)


class PathButton(QToolButton):
    """The name of what is open, with a menu of what else could be opened."""

    def __init__(self, icon: str, empty: str) -> None:
        super().__init__(
            popupMode=QToolButton.ToolButtonPopupMode.InstantPopup,
            toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self._icon_name, self._empty = icon, empty
        self.setProperty("role", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMenu(QMenu(self))
        self._tint()
        self.set_name("")

    def set_name(self, name: str, tip: str = "") -> None:
        """Show a name; empty if nothing is open."""
        short = name if len(name) <= CHIP else f"{name[: CHIP // 2]}…{name[-CHIP // 2 + 1 :]}"
        self.setText(plain_text.button_text(f" {short or self._empty}"))
        self.setToolTip(plain_text.tooltip_text(tip or self._empty))
        self.setAccessibleName(name or self._empty)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self.setIcon(icons.icon(self._icon_name, colour, 16))
        self.setIconSize(QSize(16, 16))


class Header(QFrame):
    """The page's title and line of explanation; at the right the open folder and run."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._title = label("", "title")
        self._line = label("", "muted")
        self.folder = PathButton("folder", self.tr("No folder"))
        self.run = PathButton("run", self.tr("No run"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(WIDE, LARGE, WIDE, MEDIUM)
        whole.setSpacing(SMALL)
        whole.addLayout(column(self._title, self._line, spacing=0), 1)
        for button in (self.folder, self.run):
            whole.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)

    def set_title(self, title: str, line: str) -> None:
        """Show the title of a page and its line of explanation."""
        self._title.setText(title)
        self._line.setText(line)


class Banner(QFrame):
    """A message across the window, with details one click away, or with something to do."""

    details_wanted = Signal(str, str)  # text, details

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._message = Message("problem", "")
        self._shown_at = 0.0
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = Button(self.tr("Details"), "quiet", clicked=self._ask)
        self.offer = Button("", "primary", clicked=self._accept)
        self.offer.setAccessibleName(self.tr("What can be done now"))
        self.close_button = ToolButton("close", self.tr("Dismiss"))
        self.close_button.clicked.connect(self.hide)
        self._alert = IconLabel("alert", 20, QPalette.ColorRole.BrightText)
        inside = row(self._alert, self._text, self._more, self.offer, self.close_button, spacing=MEDIUM)
        inside.setContentsMargins(WIDE, SMALL, MEDIUM, SMALL)
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message instead of the one before."""
        self._message, self._shown_at = message, time.monotonic()
        set_role(self, "banner" if message.kind == "problem" else "note")
        self._alert.setVisible(message.kind == "problem")
        self._text.setText(message.text)
        self._more.setVisible(bool(message.details))
        self.offer.setVisible(message.offer is not None)
        if message.offer is not None:
            self.offer.setText(message.offer.title)
            self.offer.setAccessibleName(message.offer.title)
        self.setAccessibleName(message.text)
        self.show()

    def settle(self) -> None:
        """Hide the message if there was time to read it, and nothing is offered. Called when the user goes on."""
        if self._message.offer is None and time.monotonic() - self._shown_at >= READ_SECONDS:
            self.hide()

    def _ask(self) -> None:
        self.details_wanted.emit(self._message.text, self._message.details)

    def _accept(self) -> None:
        self.hide()
        if self._message.offer is not None:
            self._message.offer.accept()


class JobStrip(QWidget):
    """The job of a runner in the status bar: its title, progress and time left. Hidden while there is none."""

    clicked = Signal()

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._progress = ProgressTracker()
        self._title, self._left = label(), label()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Progress"))
        whole = row(self._title, self._bar, self._left, spacing=MEDIUM)
        whole.setContentsMargins(SMALL, 0, LARGE, 0)
        self.setLayout(whole)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        runner.started.connect(self._begin)
        runner.told.connect(self._follow)
        runner.ended.connect(self.hide)
        if runner.busy:
            self._begin(runner.title)

    @Slot(str)
    def _begin(self, title: str) -> None:
        self._progress = ProgressTracker()
        self._title.setText(title)
        self._left.clear()
        self._bar.setRange(0, 0)
        self.show()

    @Slot(object)
    def _follow(self, event: Event) -> None:
        if (stage := self._progress.of(event)) is not None:
            self._title.setText(stage.title)
            self._bar.setRange(0, stage.total)
            self._bar.setValue(stage.done)
            self._left.setText(stage.left)
            self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.clicked.emit()
        super().mouseReleaseEvent(event)


class DropHint(QFrame):
    """Covers the window while something is dragged over it, and says what dropping it will do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.is_welcome = False
        self._text = label("", "title", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._text)
        self.hide()

    def show_text(self, text: str, welcome: bool) -> None:
        """Cover the window with words; `welcome` is whether it can be dropped."""
        self.is_welcome = welcome
        set_role(self, "drop" if welcome else "no-drop")
        self._text.setText(text)
        self.setGeometry(self.window().rect().adjusted(WIDE, WIDE, -WIDE, -WIDE))
        self.raise_()
        self.show()
