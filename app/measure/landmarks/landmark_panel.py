"""The landmark panel: the picture large, the parts beside it, the progress, and the result of measuring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFrame, QHBoxLayout, QWidget

from app.measure.landmarks.landmark_view import LandmarkView
from app.measure.landmarks.part_list import ENTER, KEYS, NameField, PartList
from app.style.stylesheet import MEDIUM, TIGHT, WIDE
from app.widgets.common import Button, ElidedLabel, ToolButton, card, column, label, progress_bar, row
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import widget_of
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.pictures.viewport import WHOLE

Key = QKeySequence.StandardKey
SIDE = 292  # width of the parts
NARROW = 900  # width of the panel below which the parts stand under the picture
LEAST = 300  # height of the picture
NEXT = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, *ENTER)
PREVIOUS = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
HIDDEN = (Qt.Key.Key_X, Qt.Key.Key_N)


class LandmarkPanel(QWidget):
    """Emits a signal for each button and key; the picture (`view`) and the parts (`parts`) have their own signals."""

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
        self.view.setMinimumHeight(LEAST)
        picture = column(self._build_head(), (self.view, 1), self._build_tools())
        side = self._build_side()
        whole = FoldingRow(widget_of(picture), side, side, SIDE, NARROW, margins=(WIDE, 0, WIDE, MEDIUM))
        column(whole, spacing=0, parent=self)
        for keys, button in ((Key.Undo, self.undo), (Key.Redo, self.redo)):
            QShortcut(keys, self, button.click, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.view.tapped.connect(self.next_wanted)
        self.parts.settled.connect(self.view.setFocus)
        for child in self.findChildren(QAbstractButton):
            child.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the picture
        self.by_keys.toggled.connect(self.view.set_cross)
        self._actions: dict[int, Callable[[], object]] = {
            **{Qt.Key.Key_1 + part: partial(self.part_keyed.emit, part) for part in range(KEYS)},
            **dict.fromkeys(NEXT, self.next_wanted.emit),
            **dict.fromkeys(PREVIOUS, self.previous_wanted.emit),
            **dict.fromkeys(HIDDEN, self.hidden_wanted.emit),
            Qt.Key.Key_Delete: self.removal_wanted.emit,
            Qt.Key.Key_C: self.by_keys.toggle,
            Qt.Key.Key_Escape: self.left.emit,
        }

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the panel with their meanings."""
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

    def _build_head(self) -> QHBoxLayout:
        hint = self.tr("Back to the table (Esc); every mark is kept already")
        self.done = Button(self.tr("Done"), "", "left", self.left.emit, hint)
        self._name = ElidedLabel("", "heading")
        self._position = label("", "small")
        self.progress = label("", "caption")
        self._bar = progress_bar(self.tr("Pictures marked"))
        self._bar.setFixedWidth(150)
        heading = column(self._name, self._position, spacing=0)
        return row(self.done, (heading, 1), column(self.progress, self._bar, spacing=TIGHT), spacing=MEDIUM)

    def _build_tools(self) -> QHBoxLayout:
        self.previous = Button(self.tr("Previous"), "", "left", self.previous_wanted.emit)
        self.next = Button(self.tr("Next"), "", "right", self.next_wanted.emit)
        hint = self.tr("The chosen part cannot be seen in this picture (X)")
        self.hidden = Button(self.tr("Not visible here"), "", "close", self.hidden_wanted.emit, hint)
        self.undo = ToolButton("undo", self.tr("Undo"), clicked=self.undo_wanted.emit)
        self.redo = ToolButton("redo", self.tr("Redo"), clicked=self.redo_wanted.emit)
        show_whole = partial(self.view.set_viewport, WHOLE)
        self.fit = ToolButton("fit", self.tr("Show the whole picture (0)"), clicked=show_whole)
        return row(self.previous, self.next, self.hidden, 1, self.undo, self.redo, self.fit)

    def _build_side(self) -> QWidget:
        self.advance = QCheckBox(self.tr("Go on by itself"))
        self.advance.setToolTip(self.tr("After the last part the next picture comes by itself"))
        self.by_keys = QCheckBox(self.tr("Mark with the keyboard (C)"))
        self.by_keys.setToolTip(self.tr("Arrows move a cross, with Shift in big steps; Enter places the mark"))
        self.kept = label("", "small", wrap=True)
        self.problem = label("", "warning", wrap=True)
        self.measured = label("", wrap=True)
        self.figures = label("", "small", wrap=True)
        results, inside = card()
        for widget in (self.problem, self.measured, self.figures, self.kept):
            inside.addWidget(widget)
        side = QWidget()
        column((self._build_parts(), 1), results, spacing=MEDIUM, parent=side)
        return side

    def _build_parts(self) -> QFrame:
        frame, inside = card()
        inside.addLayout(explained(label(self.tr("Parts"), "heading"), "landmarks"))
        self.name = NameField()
        self.name.setAccessibleName(self.tr("Name of a new part"))
        self.name.entered.connect(self._add)
        self.name.left.connect(self.view.setFocus)
        self.add = Button(self.tr("Add"), clicked=self._add)
        hint = self.tr("Rename the chosen part (F2 in the list)")
        self.rename = Button(self.tr("Rename"), "quiet", "", self.parts.rename_chosen, hint)
        hint = self.tr("Remove the chosen part and its marks; undo brings them back")
        self.remove = Button(self.tr("Remove"), "quiet", "", self.parts.remove_chosen, hint)
        inside.addLayout(row(self.name, self.add))
        inside.addWidget(self.parts, 1)
        inside.addLayout(row(self.rename, self.remove, 1))
        inside.addWidget(self.advance)
        inside.addWidget(self.by_keys)
        return frame

    def show_heading(self, name: str, position: str) -> None:
        """Show the name of a picture, its position in the order and its side of the split."""
        self._name.set_text(name)
        self._position.setText(position)

    def show_progress(self, text: str, done: int, target: int) -> None:
        """Show how many pictures are done."""
        self.progress.setText(text)
        self._bar.setRange(0, target)
        self._bar.setValue(min(done, target))

    def show_possible(self, part: bool, undo: bool, redo: bool) -> None:
        """Enable the buttons for a part, undo and redo. `part`: whether there is one."""
        for button in (self.hidden, self.rename, self.remove):
            button.setEnabled(part)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        first = self.tr("Name the first part: head…")
        self.name.setPlaceholderText(self.tr("Another part: legs…") if part else first)

    def take_focus(self) -> None:
        """Give the focus to the picture, or to the field for a name while there is no part."""
        (self.view if self.parts.count() else self.name).setFocus()

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

    def _add(self) -> None:
        if self.name.text().strip():
            self.part_added.emit(self.name.text())
        else:
            self.name.setFocus()
