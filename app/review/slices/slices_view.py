"""The slices of a run: a list, the text of the chosen one, its accuracy and its pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.review.slices.slice_builder import SliceBuilder
from app.review.slices.slice_grid import SliceGrid, SlicePicture
from app.review.slices.slice_list import SliceList
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, column, label, row, show_text
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import filled_card, widget_of
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.layouts.wrapping_row import WrappingRow

LEFT, FOLDED = 320, 720  # points: width of the list, and of the view from which the pictures stand beside it
FIGURES, NAME = 4, 150  # figures of a slice; points of the field of its name


class SlicesView(QWidget):
    """Shows slices; signals what is wanted of them."""

    save_wanted = Signal(str)  # under a name
    rename_wanted = Signal(str, str)  # old and new name
    remove_wanted = Signal(str)
    list_wanted = Signal()
    links_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list, self.builder, self.grid = SliceList(), SliceBuilder(), SliceGrid()
        self.list.setObjectName("slice_list")
        left = self._build_left()
        folding = FoldingRow(left, self._build_right(), left, width=LEFT, least=FOLDED, heights=(320, 620))
        self.setLayout(row(folding, margins=(0, 0, LARGE, 0)))
        self.show_name("")
        self.show_nothing()

    def _build_left(self) -> QFrame:
        self.nothing = label("", "muted", wrap=True)
        head = explained(label(self.tr("Slices"), "heading"), "review")
        return filled_card(head, self.nothing, (self.list, 1000), 1, margins=(MEDIUM, MEDIUM, SMALL, SMALL))

    def _build_right(self) -> QFrame:
        self.remark, self.count = label("", "warning", wrap=True), label("", "small", wrap=True)
        self.remark.setObjectName("slice_remark")
        self.figures = [(label("", "small"), label("", "caption")) for _ in range(FIGURES)]
        self._cells = [widget_of(column(*pair, spacing=0)) for pair in self.figures]
        return filled_card(
            self.builder,
            WrappingRow(*self._cells, spacing=LARGE),
            self.remark,
            self.count,
            (self.grid, 1),
            self._build_deeds(),
            spacing=SMALL,
        )

    def _build_deeds(self) -> WrappingRow:
        tr = self.tr
        self.name = QLineEdit(placeholderText=tr("Name to save it by"), maxLength=60)
        self.name.setAccessibleName(tr("Name of the slice"))
        self.name.setObjectName("slice_name")
        self.name.setMinimumWidth(NAME)
        self.save = Button(tr("Save"), "", "", self._save)
        self.remove = Button(tr("Remove"), "", "", self._remove, tr("Forget the slice; its pictures stay"))
        hint = tr("Write a table of its pictures (.csv), or their files (.txt)")
        self.export = Button(tr("Export list…"), "", "export", self.list_wanted.emit, hint)
        hint = tr("Make a folder of links to its pictures, for other programs")
        self.links = Button(tr("Links folder…"), "", "folder", self.links_wanted.emit, hint)
        self.name.returnPressed.connect(self._save)
        self.name.textChanged.connect(self.follow_name)
        return WrappingRow(self.name, self.save, self.remove, self.export, self.links)

    @property
    def saved(self) -> str:
        """The name of the saved slice that is chosen, or nothing."""
        return "" if self.list.chosen_row is None else self.list.chosen_row.name

    def say(self, nothing: str) -> None:
        """Show what there is to say of a list without slices; empty for none."""
        show_text(self.nothing, nothing)

    def show_name(self, name: str) -> None:
        """Show the name of the chosen slice."""
        self.name.setText(name)
        self.follow_name()

    def show_figures(self, figures: Sequence[tuple[str, str, str]], remark: str, count: str) -> None:
        """Show (title, figure, hint) of a slice, what stands against them, and how many pictures it has."""
        for cell, (title, figure), (words, value, hint) in zip(self._cells, self.figures, figures, strict=True):
            cell.setVisible(bool(value))
            title.setText(words)
            figure.setText(value)
            for shown in (title, figure):
                shown.setToolTip(hint)
        show_text(self.remark, remark)
        self.count.setText(count)

    def show_pictures(self, pictures: Sequence[SlicePicture]) -> None:
        """Show the pictures of a slice."""
        self.grid.show_pictures(pictures)
        for button in (self.export, self.links):
            button.setEnabled(bool(pictures))

    def show_nothing(self) -> None:
        """Show no slice."""
        self.show_figures([("", "", "")] * FIGURES, "", "")
        self.show_pictures(())

    def follow_name(self) -> None:
        """Offer what can be done with the name that is written and the slice that is chosen."""
        saved, name = self.saved, " ".join(self.name.text().split())
        text = self.tr("Rename") if saved else self.tr("Save")
        self.save.setText(text)
        self.save.setAccessibleName(text)
        self.save.setEnabled(bool(name) and name != saved)
        self.remove.setEnabled(bool(saved))

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        if self.saved:
            self.rename_wanted.emit(self.saved, self.name.text())
        else:
            self.save_wanted.emit(self.name.text())

    def _remove(self) -> None:
        if self.saved:
            self.remove_wanted.emit(self.saved)
