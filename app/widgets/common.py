"""The small pieces every page is made of: labels and buttons with a role, cards, tinted icons, empty states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.style import icons
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets import plain_text

Margins = tuple[int, int, int, int]  # left, top, right, bottom
LayoutItem = QWidget | QLayout | int | tuple[QWidget | QLayout, int]  # a number: a stretch; a pair: with its stretch
FLUSH: Margins = (0, 0, 0, 0)
CARD: Margins = (LARGE, MEDIUM + 4, LARGE, MEDIUM + 4)

# Where the colour of an icon is found in the palette, by the role of its button.
INK = {
    "primary": QPalette.ColorRole.HighlightedText,
    "rail": QPalette.ColorRole.PlaceholderText,
    "link": QPalette.ColorRole.Link,
}


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A label in one of the stylesheet's roles; it shows its text letter for letter."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def card(role: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A frame in a role, and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", role)
    column = QVBoxLayout(frame)
    column.setContentsMargins(*CARD)
    column.setSpacing(SMALL)
    return frame, column


def form_card(width: int, form: QWidget, *below: QWidget | QHBoxLayout) -> QFrame:
    """A card of a width for a form, which scrolls where it is long, and what always stands below it."""
    frame, inside = card()
    frame.setFixedWidth(width)
    inside.setContentsMargins(LARGE, MEDIUM, SMALL, LARGE)
    padded = QWidget()
    padding = QVBoxLayout(padded)
    padding.setContentsMargins(0, SMALL, MEDIUM, SMALL)
    padding.addWidget(form)
    padding.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the keyboard
    scroll.setWidget(padded)
    foot = QVBoxLayout()
    foot.setContentsMargins(0, SMALL, MEDIUM, 0)
    for item in below:
        foot.addLayout(item) if isinstance(item, QHBoxLayout) else foot.addWidget(item)
    inside.addWidget(scroll, 1)
    inside.addLayout(foot)
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


def icon_colour(widget: QWidget, role: str) -> str:
    """The colour an icon of a button in this role is drawn in."""
    usual = QPalette.ColorRole.PlaceholderText
    return widget.palette().color(INK.get(role, usual) if widget.isEnabled() else usual).name()


def set_icon(button: QAbstractButton, name: str, role: str, size: int) -> None:
    """Give a button its icon in the palette's colours."""
    checked = button.palette().color(QPalette.ColorRole.Link).name()
    button.setIcon(icons.icon(name, icon_colour(button, role), size, checked))
    button.setIconSize(QSize(size, size))


class Button(QPushButton):
    """A push button in a role, with an icon that keeps to the theme."""

    def __init__(self, text: str, role: str = "", icon: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__(plain_text.button_text(f" {text}" if icon else text))
        self._icon = icon
        self._role = role
        self.setAccessibleName(text)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        self._tint()

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another text, letter for letter."""
        super().setText(plain_text.button_text(text))

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        if name != self._icon:
            self._icon = name
            self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        if self._icon:
            set_icon(self, self._icon, self._role, 18)


class ToolButton(QToolButton):
    """A tool button in a role, with an icon that keeps to the theme and a name for those who cannot see it."""

    def __init__(self, name: str, text: str, role: str = "quiet", size: int = 18) -> None:
        super().__init__()
        self._icon = name
        self._role = role
        self._size = size
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        set_icon(self, self._icon, self._role, self._size)


class IconLabel(QLabel):
    """An icon as a picture, in the palette's quiet colour."""

    def __init__(self, name: str, size: int, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText) -> None:
        super().__init__()
        self._name, self._size, self._role = name, size, role
        self.setFixedSize(size, size)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        colour = self.palette().color(self._role).name()
        self.setPixmap(icons.pixmap(self._name, colour, self._size, self.devicePixelRatioF()))


class ElidedLabel(QLabel):
    """One line of text that is cut, usually in the middle, where it does not fit; the whole is its tool tip."""

    def __init__(self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__()
        self._mode = mode
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setToolTip(plain_text.tooltip_text(text))
        self.setAccessibleName(text)
        self._elide()

    @property
    def whole(self) -> str:
        """The text, whether it fits or not."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        width = max(self.width() - 2, 0)
        super().setText(self.fontMetrics().elidedText(self._whole, self._mode, width))


class FlowLayoutWidget(QWidget):
    """Widgets side by side, as many in a row as have `least` points each, the rest below."""

    def __init__(self, least: int, spacing: int = LARGE) -> None:
        super().__init__()
        self._least = least
        self._spacing = spacing
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)

    def add(self, widget: QWidget) -> None:
        """One more widget."""
        self._widgets.append(widget)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fit = (self.width() + self._spacing) // (self._least + self._spacing)
        columns = max(1, min(fit, len(self._widgets)))
        for i, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, i // columns, i % columns)
        for i in range(len(self._widgets)):
            self._grid.setColumnStretch(i, 1 if i < columns else 0)


class EmptyState(QWidget):
    """What an empty page says: what will be here, and what to do next."""

    def __init__(self, icon: str, title: str, text: str, *buttons: QWidget) -> None:
        super().__init__()
        medallion = QFrame()
        medallion.setProperty("role", "medallion")
        medallion.setFixedSize(96, 96)
        inside = QVBoxLayout(medallion)
        inside.addWidget(IconLabel(icon, 44, QPalette.ColorRole.Link), alignment=Qt.AlignmentFlag.AlignCenter)
        words = label(text, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(440)
        words.setMinimumHeight(words.heightForWidth(440))
        centre = Qt.AlignmentFlag.AlignHCenter
        self.below = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        whole.setSpacing(MEDIUM)
        whole.addStretch(2)
        whole.addWidget(medallion, alignment=centre)
        whole.addSpacing(SMALL)
        whole.addWidget(label(title, "title"), alignment=centre)
        whole.addWidget(words, alignment=centre)
        whole.addSpacing(SMALL)
        whole.addLayout(row(1, *buttons, 1, spacing=MEDIUM))
        whole.addLayout(self.below)
        whole.addStretch(3)


def colour(widget: QWidget, role: QPalette.ColorRole) -> QColor:
    """A colour of the palette in force."""
    return widget.palette().color(role)
