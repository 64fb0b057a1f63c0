"""The box panel: the picture large, its boxes beside it, the progress, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem

from app.annotation.annotation_panel import ENTER, NARROW, SIDE, AnnotationPanel, SideList
from app.images.boxes.box_view import BoxView
from app.style.stylesheet import MEDIUM, WIDE
from app.widgets.common import Button, card, column, label, row
from app.widgets.guide_link import explained
from app.widgets.item_views import dress_list
from app.widgets.layouts.containers import widget_of
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.lists import DETAIL, CountDelegate

KEYS = 9  # boxes that can be chosen with a key


class BoxList(SideList):
    """Lists the boxes of a picture, each with a name and its size."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(CountDelegate(self))
        dress_list(self, self.tr("Boxes of this picture"))

    def show_boxes(self, texts: Sequence[tuple[str, str]], chosen: int) -> None:
        """Show boxes, one of them chosen, without a signal."""
        self.blockSignals(True)
        self.clear()
        for name, size in texts:
            item = QListWidgetItem(name, self)
            item.setData(DETAIL, size)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {size}")
        self.setCurrentRow(chosen)
        self.blockSignals(False)


class BoxPanel(AnnotationPanel):
    """Emits a signal for each button and key; the picture (`view`) has its own signals."""

    accept_wanted = Signal()  # the proposed boxes of the picture, then the next picture
    accept_all_wanted = Signal()
    unsure_wanted = Signal()  # the next picture without a box in which no search was sure
    box_keyed = Signal(int)  # a box chosen by its key or in the list
    train_wanted = Signal()

    def __init__(self) -> None:
        view = BoxView()
        super().__init__(view)
        self.view = view
        hint = self.tr("Back (Esc); every box is kept already")
        head = self._build_head(hint, self.tr("Pictures with a box"))
        picture = column(head, (self.view, 1), self._build_tools())
        self.whole = label("", "small", wrap=True)
        self.train = Button(self.tr("Train with these boxes"), "primary", "train", self.train_wanted.emit)
        results = self._build_results(self.problem, self.kept, self.whole, self.train)
        side = self._build_side(self._build_boxes(), results)
        folding = FoldingRow(widget_of(picture), side, side, SIDE, NARROW, margins=(WIDE, 0, WIDE, MEDIUM))
        column(folding, spacing=0, parent=self)
        self.view.tapped.connect(self.accept_wanted)
        self.boxes.currentRowChanged.connect(self.box_keyed)
        self._leave_keys_to_the_picture(
            {
                **{Qt.Key.Key_1 + box: partial(self.box_keyed.emit, box) for box in range(KEYS)},
                **dict.fromkeys((*ENTER, Qt.Key.Key_Space), self.accept_wanted.emit),
                Qt.Key.Key_U: self.unsure_wanted.emit,
            }
        )

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the panel with their meanings."""
        return [
            (self.tr("Drag"), self.tr("Draw a box; on an edge or in the chosen box: mend it")),
            (self.tr("Click, 1 – 9"), self.tr("Choose a box")),
            (self.tr("Space, Enter"), self.tr("Accept the region, and go to the next picture")),
            ("→, ←", self.tr("Next and previous picture")),
            ("U", self.tr("Next picture in which the search was not sure")),
            (self.tr("Delete"), self.tr("Remove the chosen box")),
            ("B", self.tr("A new box in the middle")),
            (self.tr("Shift + arrows, Ctrl + arrows"), self.tr("Move the chosen box, make it larger or smaller")),
            (self.tr("Ctrl+Z, Ctrl+Y"), self.tr("Undo, redo")),
            (self.tr("Wheel, + and -"), self.tr("Zoom")),
            (self.tr("Space or middle button + drag"), self.tr("Move what is enlarged")),
            (self.tr("0 or F"), self.tr("Show the whole picture")),
            (self.tr("Esc"), self.tr("Back to the pictures")),
        ]

    def _build_tools(self) -> QHBoxLayout:
        hint = self.tr("Accept the region, and go to the next picture (Space)")
        self.accept = Button(self.tr("Accept"), "", "check", self.accept_wanted.emit, hint)
        hint = self.tr("The next picture without a box in which the search was not sure (U)")
        self.unsure = Button(self.tr("Next unsure"), "", "search", self.unsure_wanted.emit, hint)
        return row(self.previous, self.next, self.accept, self.unsure, 1, self.undo, self.redo, self.fit)

    def _build_boxes(self) -> QFrame:
        self.boxes = BoxList()
        words = self.tr("A box is as large as the object. A training adds a margin, and makes it square.")
        self.none = label(words, "small", wrap=True)
        self.remove = Button(self.tr("Remove"), "quiet", "", self.removal_wanted.emit)
        hint = self.tr("Each picture without a box gets the region that the run has read of it; undo takes them back")
        self.accept_all = Button(self.tr("Accept all regions"), "", "check", self.accept_all_wanted.emit, hint)
        frame, inside = card()
        inside.addLayout(explained(label(self.tr("Boxes"), "heading"), "boxes"))
        inside.addWidget(self.none)
        inside.addWidget(self.boxes, 1)
        inside.addLayout(row(self.remove, 1))
        inside.addWidget(self.accept_all)
        return frame

    def show_boxes(self, texts: Sequence[tuple[str, str]], chosen: int) -> None:
        """Show the boxes of the picture, each with a name and its size, one of them chosen, without a signal."""
        self.none.setVisible(not texts)
        self.boxes.show_boxes(texts, chosen)

    def show_possible(self, removal: str, can_remove: bool, acceptable: bool, unsure: bool, done: bool) -> None:
        """Enable the buttons. `removal`: what the one does that removes a box."""
        self.remove.setEnabled(can_remove)
        self.remove.setToolTip(removal)
        self.accept.setEnabled(acceptable)
        self.unsure.setEnabled(unsure)
        self.train.setEnabled(done)

    def show_acceptance(self, text: str) -> None:
        """Offer to accept all proposals; an empty text offers nothing."""
        self.accept_all.setVisible(bool(text))
        self.accept_all.setText(f" {text}")
        self.accept_all.setAccessibleName(text)

    def take_focus(self) -> None:
        """Give the focus to the picture."""
        self.view.setFocus()
