"""What the panels for annotating pictures share: the heading, the progress, the tools below the picture, the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QListWidget, QWidget

from app.annotation.annotation_view import AnnotationView
from app.style.stylesheet import MEDIUM, TIGHT
from app.widgets.common import Button, ElidedLabel, ToolButton, card, column, label, progress_bar, row
from app.widgets.pictures.viewport import WHOLE

Key = QKeySequence.StandardKey
SIDE = 292  # width of what stands beside the picture
NARROW = 900  # width of the panel below which that stands under the picture
LEAST, LEAST_LIST = 300, 72  # height of the picture, and of a list beside it
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NEXT = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
PREVIOUS = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class SideList(QListWidget):
    """A list beside the picture. It asks for little room and takes what is left, so that the buttons below the picture
    stay in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(LEAST_LIST)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(SIDE, LEAST_LIST)


class AnnotationPanel(QWidget):
    """Emits a signal for each button and key; the picture has its own signals."""

    left = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    removal_wanted = Signal()  # of what is chosen in the picture
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, view: AnnotationView) -> None:
        super().__init__()
        view.setMinimumHeight(LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(view)  # a click on a button would else give the keys to the area that the panel scrolls in
        self._name = ElidedLabel("", "heading")
        self._position = label("", "small")
        self.progress = label("", "caption")
        self.previous = Button(self.tr("Previous"), "", "left", self.previous_wanted.emit)
        self.next = Button(self.tr("Next"), "", "right", self.next_wanted.emit)
        self.undo = ToolButton("undo", self.tr("Undo"), clicked=self.undo_wanted.emit)
        self.redo = ToolButton("redo", self.tr("Redo"), clicked=self.redo_wanted.emit)
        show_whole = partial(view.set_viewport, WHOLE)
        self.fit = ToolButton("fit", self.tr("Show the whole picture (0)"), clicked=show_whole)
        self.problem = label("", "warning", wrap=True)
        self.kept = label("", "small", wrap=True)
        redo = dict.fromkeys([*QKeySequence.keyBindings(Key.Redo), QKeySequence("Ctrl+Y")])
        for keys, button in ((QKeySequence.keyBindings(Key.Undo), self.undo), (list(redo), self.redo)):
            shortcut = QShortcut(self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setKeys(keys)
            shortcut.activated.connect(button.click)
        self._actions: dict[int, Callable[[], object]] = {
            **dict.fromkeys(NEXT, self.next_wanted.emit),
            **dict.fromkeys(PREVIOUS, self.previous_wanted.emit),
            Qt.Key.Key_Delete: self.removal_wanted.emit,
            Qt.Key.Key_Escape: self.left.emit,
        }

    def _build_head(self, hint: str, counted: str) -> QHBoxLayout:
        """Return the row above the picture. `hint`: the tool tip of the button that leaves; `counted`: the accessible
        name of the progress."""
        self.done = Button(self.tr("Done"), "", "left", self.left.emit, hint)
        self._bar = progress_bar(counted)
        self._bar.setFixedWidth(150)
        heading = column(self._name, self._position, spacing=0)
        return row(self.done, (heading, 1), column(self.progress, self._bar, spacing=TIGHT), spacing=MEDIUM)

    def _build_results(self, *widgets: QWidget) -> QWidget:
        """Return a card of widgets."""
        frame, inside = card()
        for widget in widgets:
            inside.addWidget(widget)
        return frame

    def _build_side(self, upper: QWidget, lower: QWidget) -> QWidget:
        side = QWidget()
        column((upper, 1), lower, spacing=MEDIUM, parent=side)
        return side

    def _leave_keys_to_the_picture(self, actions: Mapping[int, Callable[[], object]]) -> None:
        """Have no button take the focus when it is clicked; call actions by keys."""
        for child in self.findChildren(QAbstractButton):
            child.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._actions |= actions

    def show_heading(self, name: str, position: str) -> None:
        """Show the name of a picture and its position in the order."""
        self._name.set_text(name)
        self._position.setText(position)

    def show_progress(self, text: str, done: int, target: int) -> None:
        """Show how many pictures are done."""
        self.progress.setText(text)
        self._bar.setRange(0, target)
        self._bar.setValue(min(done, target))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Handle keys that neither the picture nor a field has taken."""
        key, focused = event.key(), self.focusWidget()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        elif key in self._actions:
            self._actions[key]()
        else:
            super().keyPressEvent(event)
