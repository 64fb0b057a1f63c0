"""The landmark panel: the picture large, the parts beside it, the progress, and the result of measuring."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout

from app.annotation.annotation_panel import ENTER, NARROW, SIDE, AnnotationPanel
from app.measure.landmarks.landmark_view import LandmarkView
from app.measure.landmarks.part_list import KEYS, NameField, PartList
from app.style.stylesheet import MEDIUM, WIDE
from app.widgets.common import Button, card, column, label, row
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import widget_of
from app.widgets.layouts.folding_row import FoldingRow

HIDDEN = (Qt.Key.Key_X, Qt.Key.Key_N)


class LandmarkPanel(AnnotationPanel):
    """Emits a signal for each button and key; the picture (`view`) and the parts (`parts`) have their own signals."""

    hidden_wanted = Signal()  # the chosen part is not visible in this picture
    part_added = Signal(str)
    part_keyed = Signal(int)  # a part chosen by its key

    def __init__(self) -> None:
        view = LandmarkView()
        super().__init__(view)
        self.view = view
        self.parts = PartList()
        hint = self.tr("Back to the table (Esc); every mark is kept already")
        head = self._build_head(hint, self.tr("Pictures marked"))
        picture = column(head, (self.view, 1), self._build_tools())
        self.measured = label("", wrap=True)
        self.figures = label("", "small", wrap=True)
        results = self._build_results(self.problem, self.measured, self.figures, self.kept)
        side = self._build_side(self._build_parts(), results)
        whole = FoldingRow(widget_of(picture), side, side, SIDE, NARROW, margins=(WIDE, 0, WIDE, MEDIUM))
        column(whole, spacing=0, parent=self)
        self.view.tapped.connect(self.next_wanted)
        self.parts.settled.connect(self.view.setFocus)
        self.by_keys.toggled.connect(self.view.set_cross)
        self._leave_keys_to_the_picture(
            {
                **{Qt.Key.Key_1 + part: partial(self.part_keyed.emit, part) for part in range(KEYS)},
                **dict.fromkeys(ENTER, self.next_wanted.emit),
                **dict.fromkeys(HIDDEN, self.hidden_wanted.emit),
                Qt.Key.Key_C: self.by_keys.toggle,
            }
        )

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

    def _build_tools(self) -> QHBoxLayout:
        hint = self.tr("The chosen part cannot be seen in this picture (X)")
        self.hidden = Button(self.tr("Not visible here"), "", "close", self.hidden_wanted.emit, hint)
        return row(self.previous, self.next, self.hidden, 1, self.undo, self.redo, self.fit)

    def _build_parts(self) -> QFrame:
        self.advance = QCheckBox(self.tr("Go on by itself"))
        self.advance.setToolTip(self.tr("After the last part the next picture comes by itself"))
        self.by_keys = QCheckBox(self.tr("Mark with the keyboard (C)"))
        self.by_keys.setToolTip(self.tr("Arrows move a cross, with Shift in big steps; Enter places the mark"))
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

    def _add(self) -> None:
        if self.name.text().strip():
            self.part_added.emit(self.name.text())
        else:
            self.name.setFocus()
