"""The strip of a filter's best pictures: those with its highest peaks, or those most alike to the picture on show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.filters.best_pictures import BestPictures
from app.style.stylesheet import SMALL
from app.widgets.common import ElidedLabel, column, label, row, show_text, toggle
from app.widgets.layouts.containers import button_group


class BestStrip(QWidget):
    """A row of crops, the switch between its two kinds, and a sentence where there is something to say."""

    kind_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.crops = BestPictures()
        self.strongest = toggle(self.tr("Strongest"), self.tr("Pictures with the highest peaks of the filter"), on=True)
        self.alike = toggle(
            self.tr("Most alike to this picture"),
            self.tr("Pictures in which the part looks most like it does in the picture on show"),
        )
        self.strongest.setObjectName("strongest_pictures")
        self.alike.setObjectName("alike_pictures")
        button_group(self, self.strongest, self.alike)
        self.note, self.said = ElidedLabel("", "small", Qt.TextElideMode.ElideRight), label("", "muted", wrap=True)
        self.said.hide()
        self.alike.toggled.connect(self._change_kind)
        heading = label(self.tr("Best pictures"), "caption")
        head = row(heading, self.strongest, self.alike, (self.note, 1))
        self.setLayout(column(head, self.said, self.crops, spacing=SMALL))
        self._name_kind()

    @property
    def is_alike(self) -> bool:
        """Whether the pictures most alike to the one on show are wanted."""
        return self.alike.isChecked()

    def say(self, words: str) -> None:
        """Say something about the crops, or nothing."""
        show_text(self.said, words)

    def tell_usual(self, similarity: float) -> None:
        """Tell how alike the part looks in half of the pictures: without it the numbers say little."""
        note = self.tr("how alike, from 0 to 1; half of the pictures have {usual:.2f} or less")
        self.note.set_text(note.format(usual=similarity))

    def clear(self) -> None:
        """Show nothing."""
        self.say("")
        self.crops.show_items(())
        self._name_kind()

    def _change_kind(self) -> None:
        self._name_kind()
        self.kind_changed.emit()

    def _name_kind(self) -> None:
        note = self.tr("crops show the effective field; choose one to look at it")
        name = self.tr("Best pictures of the filter")
        if self.is_alike:
            note = self.tr("how alike the part looks, from 0 to 1")
            name = self.tr("Pictures in which the part looks most alike")
        self.note.set_text(note)
        self.crops.setAccessibleName(name)
