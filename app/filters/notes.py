"""What the user says of the chosen filter: wires the bar to the names, notes and stars of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.filters.notes_bar import NotesBar
from icnn_engine.runs.notes import Subject, filter_subject

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import RunFilter


class NotesController(QObject):
    """A filter that shares its part with others is called by the part's name, so that is what is named here."""

    def __init__(self, context: Context, bar: NotesBar, parent: QObject) -> None:
        super().__init__(parent)
        self._notes, self.bar = context.notes, bar
        self._one: RunFilter | None = None
        bar.name.written.connect(self._name)
        bar.note.written.connect(self._note)
        bar.starred.connect(self._star)
        context.notes.changed.connect(self._show)

    def show(self, one: RunFilter) -> None:
        """Another filter is chosen."""
        self._one = one
        self._show()

    @Slot()
    def _show(self) -> None:
        one, remarks = self._one, self._notes.remarks
        if one is None:
            return
        own = remarks.of(filter_subject(one))
        wanted, hint = self.tr("Name this part…"), self.tr("Every filter that found this part is called so (F2)")
        if self._named(one) == filter_subject(one):
            wanted, hint = self.tr("Name this filter…"), self.tr("This filter is called so everywhere (F2)")
        self.bar.show_remark(wanted, hint, remarks.of(self._named(one)).name, own.note, own.starred)

    def _named(self, one: RunFilter) -> Subject:
        """Its part, unless it has none or a name of its own."""
        if one.group < 0 or self._notes.remarks.of(filter_subject(one)).name:
            return filter_subject(one)
        return (one.network, "part", one.group)

    @Slot(str)
    def _name(self, name: str) -> None:
        if self._one is not None:
            self._notes.name(self._named(self._one), name)

    @Slot(str)
    def _note(self, note: str) -> None:
        if self._one is not None:
            self._notes.note(filter_subject(self._one), note)

    @Slot(bool)
    def _star(self, starred: bool) -> None:
        if self._one is not None:
            self._notes.star(filter_subject(self._one), starred)

    def toggle_star(self) -> None:
        """Star the chosen filter, or take its star away."""
        self.bar.star.click()
