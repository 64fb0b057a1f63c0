"""The marking table: the picture large, the parts at its side, how far the user is, and what it has brought."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.measure.landmarks.landmark_view import LandmarkView
from app.measure.landmarks.part_list import KEYS, NameField, PartList
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.widgets.common import Button, ElidedLabel, ToolButton, card, column, label, row
from app.widgets.pictures.picture_view import Viewport

Key = QKeySequence.StandardKey
SIDE = 292  # width of the parts
NEXT = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PREVIOUS = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
HIDDEN = (Qt.Key.Key_X, Qt.Key.Key_N)


@dataclass(frozen=True, slots=True)
class PanelHeading:
    """Which picture is on show: its name, where it stands in the order and on which side of the split, in words."""

    name: str
    place: str


class LandmarkPanel(QWidget):
    """Told what to show; says what was clicked. The picture (`view`) and the parts (`parts`) speak for themselves."""

    left = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    hidden_wanted = Signal()  # the chosen part is not visible in this picture
    removal_wanted = Signal()  # the mark of the chosen part
    part_added = Signal(str)
    part_keyed = Signal(int)  # a part chosen by its key
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = LandmarkView()
        self.parts = PartList()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(WIDE, 0, WIDE, MEDIUM)
        whole.setSpacing(LARGE)
        whole.addLayout(_between(self._build_head(), self.view, self._build_tools()), 1)
        whole.addWidget(self._build_side())
        for keys, does in ((Key.Undo, self.undo), (Key.Redo, self.redo)):
            QShortcut(keys, self, does.click, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.view.tapped.connect(self.next_wanted)
        self.parts.settled.connect(self.view.setFocus)
        for button in self.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the picture
        self.by_keys.toggled.connect(self.view.set_cross)

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the marking table and what they do."""
        return [
            (self.tr("Click"), self.tr("Mark the chosen part and go to the next")),
            ("1 – 9", self.tr("Choose a part")),
            (self.tr("X or N"), self.tr("The part is not visible here")),
            (self.tr("Delete"), self.tr("Remove the mark of the part")),
            (self.tr("Space, Enter, →"), self.tr("Next picture")),
            (self.tr("Backspace, ←"), self.tr("Previous picture")),
            (self.tr("Ctrl+Z, Ctrl+Shift+Z"), self.tr("Undo, redo")),
            (self.tr("Wheel, + and -"), self.tr("Zoom")),
            (self.tr("Space or middle button + drag, arrows"), self.tr("Move what is enlarged")),
            (self.tr("0 or F"), self.tr("Show the whole picture")),
            ("C", self.tr("A cross that arrows move; Enter marks")),
            (self.tr("Esc"), self.tr("Back to the table")),
        ]

    # What it is made of

    def _build_head(self) -> QHBoxLayout:
        self.done = Button(self.tr("Done"), "", "left", self.left.emit)
        self.done.setToolTip(self.tr("Back to the table (Esc); every mark is kept already"))
        self._name = ElidedLabel("", "heading")
        self._place = label("", "small")
        self.progress = label("", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(150)
        self._bar.setAccessibleName(self.tr("Pictures marked"))
        made = row(self.done, spacing=MEDIUM)
        made.addLayout(column(self._name, self._place, spacing=0), 1)
        made.addLayout(column(self.progress, self._bar, spacing=TIGHT))
        return made

    def _build_tools(self) -> QHBoxLayout:
        self.previous = Button(self.tr("Previous"), "", "left", self.previous_wanted.emit)
        self.next = Button(self.tr("Next"), "", "right", self.next_wanted.emit)
        self.hidden = Button(self.tr("Not visible here"), "", "close", self.hidden_wanted.emit)
        self.hidden.setToolTip(self.tr("The chosen part cannot be seen in this picture (X)"))
        self.undo = _tool("undo", self.tr("Undo"), self.undo_wanted.emit)
        self.redo = _tool("redo", self.tr("Redo"), self.redo_wanted.emit)
        self.fit = _tool("fit", self.tr("Show the whole picture (0)"), partial(self.view.set_viewport, Viewport()))
        return row(self.previous, self.next, self.hidden, 1, self.undo, self.redo, self.fit, spacing=SMALL)

    def _build_side(self) -> QWidget:
        self.advance = QCheckBox(self.tr("Go on by itself"))
        self.advance.setToolTip(self.tr("After the last part the next picture comes by itself"))
        self.by_keys = QCheckBox(self.tr("Mark with the keyboard (C)"))
        self.by_keys.setToolTip(self.tr("Arrows move a cross, with Shift in big steps; Enter places the mark"))
        self.kept = label("", "small", wrap=True)
        self.problem = label("", "warning", wrap=True)
        self.measured = label("", wrap=True)
        self.figures = label("", "small", wrap=True)
        found, inside = card()
        for widget in (self.problem, self.measured, self.figures, self.kept):
            inside.addWidget(widget)
        whole = QWidget()
        whole.setFixedWidth(SIDE)
        side = column(self._build_parts(), found, spacing=MEDIUM)
        side.setStretch(0, 1)
        whole.setLayout(side)
        return whole

    def _build_parts(self) -> QFrame:
        frame, inside = card()
        inside.addWidget(label(self.tr("Parts"), "heading"))
        self.name = NameField()
        self.name.setAccessibleName(self.tr("Name of a new part"))
        self.name.entered.connect(self._add)
        self.name.left.connect(self.view.setFocus)
        self.add = Button(self.tr("Add"), clicked=self._add)
        self.rename = Button(self.tr("Rename"), "quiet", clicked=self.parts.rename_chosen)
        self.rename.setToolTip(self.tr("Rename the chosen part (F2 in the list)"))
        self.remove = Button(
            self.tr("Remove"), "quiet", clicked=lambda: self.parts.removed.emit(self.parts.currentRow())
        )
        self.remove.setToolTip(self.tr("Remove the chosen part and its marks; undo brings them back"))
        inside.addLayout(row(self.name, self.add))
        inside.addWidget(self.parts, 1)
        inside.addLayout(row(self.rename, self.remove, 1))
        inside.addWidget(self.advance)
        inside.addWidget(self.by_keys)
        return frame

    # What it shows

    def show_heading(self, heading: PanelHeading) -> None:
        """Say which picture is on show."""
        self._name.set_text(heading.name)
        self._place.setText(heading.place)

    def show_progress(self, text: str, done: int, target: int) -> None:
        """Say how many pictures are done."""
        self.progress.setText(text)
        self._bar.setRange(0, target)
        self._bar.setValue(min(done, target))

    def show_possible(self, part: bool, undo: bool, redo: bool) -> None:
        """What can be done now: something with a part, undo, redo."""
        for button in (self.hidden, self.rename, self.remove):
            button.setEnabled(part)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        first = self.tr("Name the first part: head…")
        self.name.setPlaceholderText(self.tr("Another part: legs…") if part else first)

    def say(self, words: QLabel, text: str) -> None:
        """Show one of the lines at the side with its text, or hide it."""
        words.setText(text)
        words.setVisible(bool(text))

    def take_focus(self) -> None:
        """Where the next key belongs: the picture, or, while no part has a name, the field for one."""
        (self.view if self.parts.count() else self.name).setFocus()

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that neither the picture nor a field has taken."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_1 + KEYS - 1:
            self.part_keyed.emit(key - Qt.Key.Key_1)
        elif key in ENTER and isinstance(focused := self.focusWidget(), QAbstractButton):
            focused.click()
        elif key in (*NEXT, *ENTER):
            self.next_wanted.emit()
        elif key in PREVIOUS:
            self.previous_wanted.emit()
        elif key in HIDDEN:
            self.hidden_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_C:
            self.by_keys.toggle()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        text = self.name.text()
        if text.strip():
            self.part_added.emit(text)
        else:
            self.name.setFocus()


def _between(head: QHBoxLayout, view: QWidget, tools: QHBoxLayout) -> QVBoxLayout:
    """The picture between what is said of it and what can be done with it."""
    made = QVBoxLayout()
    made.setSpacing(SMALL)
    made.addLayout(head)
    made.addWidget(view, 1)
    made.addLayout(tools)
    return made


def _tool(icon: str, text: str, clicked: Callable[[], object]) -> ToolButton:
    made = ToolButton(icon, text)
    made.clicked.connect(lambda _checked=False: clicked())
    return made
