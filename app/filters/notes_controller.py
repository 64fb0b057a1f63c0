"""Show and keep the user's name, note and star of the chosen filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.filters.notes_bar import NotesBar
from icnn_engine.runs.notes import Subject, filter_subject

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import RunFilter


class NotesController(QObject):
    """Fills the bar of notes. The name of a filter with a part is the part's: all filters of the part share it."""

    def __init__(self, context: Context, bar: NotesBar, parent: QObject) -> None:
        super().__init__(parent)
        self._notes, self._bar = context.notes, bar
        self._filter: RunFilter | None = None
        bar.name.written.connect(self._name)
        bar.note.written.connect(self._note)
        bar.starred.connect(self._star)
        context.notes.changed.connect(self._update)

    def show(self, filter: RunFilter) -> None:
        """Show another filter."""
        self._filter = filter
        self._update()

    @Slot()
    def _update(self) -> None:
        filter, notes = self._filter, self._notes.remarks
        if filter is None:
            return
        subject = self._named(filter)
        placeholder, hint = self.tr("Name this part…"), self.tr("Every filter that found this part is called so (F2)")
        if subject == filter_subject(filter):
            placeholder, hint = self.tr("Name this filter…"), self.tr("This filter is called so everywhere (F2)")
        note = notes.of(filter_subject(filter))
        self._bar.show_note(placeholder, hint, notes.of(subject).name, note.note, note.starred)

    def _named(self, filter: RunFilter) -> Subject:
        """Return its part, unless it has none or a name of its own."""
        own = filter_subject(filter)
        return own if filter.group < 0 or self._notes.remarks.of(own).name else (filter.network, "part", filter.group)

    @Slot(str)
    def _name(self, name: str) -> None:
        if self._filter is not None:
            self._notes.name(self._named(self._filter), name)

    @Slot(str)
    def _note(self, note: str) -> None:
        if self._filter is not None:
            self._notes.note(filter_subject(self._filter), note)

    @Slot(bool)
    def _star(self, starred: bool) -> None:
        if self._filter is not None:
            self._notes.star(filter_subject(self._filter), starred)
