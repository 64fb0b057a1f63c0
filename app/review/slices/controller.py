"""Fill the view of slices: read them, show the chosen or written one, save it and write its pictures."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from app.core.context import Context
from app.core.job_result import Failed
from app.core.run_controller import RunController
from app.review.slices import slice_words as words
from app.review.slices.saved_steps import SavedSlices
from app.review.slices.slice_grid import SlicePicture
from app.review.slices.slice_words import SliceRow
from app.review.slices.slices_view import SlicesView
from icnn_engine.audit.saved_slices import SavedSlice
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import short_list

if TYPE_CHECKING:
    from app.review.slices.read_slices import ReadSlice, ReadSlices
    from icnn_engine.runs.picture_links import Linked
    from icnn_engine.runs.run_folder import Run

KEY, ONE = "slices", "slice"  # in the lane of slow work
THUMBNAIL, SIDE = "slice", 184  # key in the pool, pixels: sharp at 200 %


class SlicesController(RunController):
    """Fills the view of slices while it is on show."""

    def __init__(self, context: Context, view: SlicesView, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self._all: ReadSlices | None = None
        self._shown: ReadSlice | None = None
        self._has_failed = False  # whether the list could not be read
        self._wanted = ""  # title of the slice that is to be chosen once the list is read
        self.saved = SavedSlices(context, self)
        self.saved.changed.connect(self._follow_saved)
        view.list.slice_chosen.connect(self._choose)
        view.builder.changed.connect(self._write)
        view.builder.add_wanted.connect(self._add)
        view.grid.wanted.connect(lambda picture: self.load_thumbnail(THUMBNAIL, view.grid.pictures, SIDE, picture))
        view.grid.opened.connect(self._look)
        view.save_wanted.connect(self._save)
        view.rename_wanted.connect(self.saved.rename)
        view.remove_wanted.connect(self.saved.remove)
        view.list_wanted.connect(self._export)
        view.links_wanted.connect(self._link)
        context.notes.changed.connect(self._show_names)

    def show(self, run: Run) -> None:
        """Show the slices of a run; if it is on show already, nothing is read again, unless that has failed."""
        if run is self._run and not self._has_failed:
            return
        if self._change_run(run):
            self._all, self._wanted = None, ""
            self._show_no_slice()
            self._view.grid.pictures.forget_images()
            self._view.list.show_sections(())
            self._view.say(self.tr("Reading the slices…"))
        self.saved.open(run)
        self._read()

    def clear(self) -> None:
        """Show no run."""
        self._run, self._all = None, None
        self._show_no_slice()
        self.saved.open(None)
        for key in (KEY, ONE):
            self._context.slow.forget(key)

    # The list

    def _read(self) -> None:
        self._has_failed = False
        if self._run is not None:
            self.ask_slowly(KEY, partial(_read_all, self._run), self._show_all, self._cannot_read)

    def _cannot_read(self, failure: Failed) -> None:
        self._has_failed = True
        self._view.say(str(failure.error))
        self._context.messages.failure(failure.error, failure.details)

    def _show_all(self, read: ReadSlices) -> None:
        is_first, self._all = self._all is None, read
        nothing = self.tr("No slice has enough pictures. Write one at the right.")
        if not read.parts:
            nothing = self.tr("No filter of this run holds a part: slices tell of categories, answers and sides only.")
        self._view.say("" if read.suggested else nothing)
        self._show_names()
        if self._wanted and self._view.list.choose(self._wanted):
            self._choose(self._view.list.chosen_row)
        self._wanted = ""
        self._view.follow_name()
        if is_first and self._view.list.chosen_row is None and not self._view.builder.text.text():
            self._view.list.choose_first()

    @Slot()
    def _show_names(self) -> None:
        """Show the slices by the names that their parts have now; the chosen one stays chosen."""
        if self._all is None:
            return
        view, notes, row = self._view, self._context.notes.remarks, self._view.list.chosen_row
        view.builder.offer(words.conditions(self._all, notes))
        view.list.show_sections(words.sections(self._all, notes))
        if row is not None:
            view.list.choose(row.title)

    @Slot(str)
    def _follow_saved(self, name: str) -> None:
        """Read the list again, and choose the slice that was saved or renamed."""
        self._wanted = name
        if not name:
            self._view.show_name("")
        self._read()

    # One slice

    @Slot(object)
    def _choose(self, row: SliceRow | None) -> None:
        """Show a slice of the list."""
        if row is not None:
            self._view.builder.show_text(row.where)
            self._view.show_name(row.name)
            self._ask(row.where)

    @Slot(str)
    def _write(self, text: str) -> None:
        """Show the slice that the user has written."""
        row = self._view.list.chosen_row
        if row is None or text.strip() != row.where:
            self._view.list.choose("")
            self._view.show_name("" if row is not None and row.name else self._view.name.text())
            self._ask(text)

    @Slot(str)
    def _add(self, joint: str) -> None:
        chosen, state = self._view.builder.chosen
        if chosen is not None:
            self._view.builder.add(joint, words.condition_text(chosen, state, self._context.notes.remarks))

    def _ask(self, text: str) -> None:
        if not text.strip():
            self._context.slow.forget(ONE)
            self._view.builder.show_error("")
            self._show_no_slice()
        elif self._run is not None:
            self.ask_slowly(ONE, partial(_read_slice, self._run, text), self._show_slice, self._cannot_show)

    def _cannot_show(self, failure: Failed) -> None:
        self._show_no_slice()
        self._view.builder.show_error(str(failure.error))
        if not isinstance(failure.error, SettingsError):
            self._context.messages.failure(failure.error, failure.details)

    def _show_no_slice(self) -> None:
        self._shown = None
        self._view.show_nothing()

    def _show_slice(self, read: ReadSlice) -> None:
        if self._run is None:
            return
        self._shown = read
        self._view.builder.show_error("")
        self._view.show_figures(words.figures(self._run, read), read.remark, words.picture_count(self._run, read))
        pictures = zip(read.pictures, read.right, read.held_out, strict=True)
        self._view.show_pictures([
            SlicePicture(index, words.picture_words(self._run, index, right), right or not held_out)
            for index, right, held_out in pictures
        ])  # fmt: skip

    @Slot(int)
    def _look(self, picture: int) -> None:
        self._context.requests.page.emit("filters")
        self._context.requests.picture.emit(picture)

    # What is kept of it

    @Slot(str)
    def _save(self, name: str) -> None:
        if self._shown is not None:
            self.saved.add(SavedSlice(name, self._shown.where))

    def _export(self) -> None:
        """Ask for a file and write the pictures of the slice to it."""
        run, shown = self._run, self._shown
        if run is None or shown is None:
            return
        near, kinds = str(run.path / f"{self._view.saved or ONE}.csv"), self.tr("CSV (*.csv);;Text (*.txt)")
        chosen, kind = QFileDialog.getSaveFileName(self._view, self.tr("Write a list of the pictures"), near, kinds)
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(".txt" if ".txt" in kind else ".csv")
            message = self.tr("The list is kept in {path}.").format(path=path)
            work = partial(_write_list, run, shown.pictures, path)
            self._context.files.ask("slice list", work, lambda _none: self._context.messages.note(message))

    def _link(self) -> None:
        """Ask for a new folder and link the pictures of the slice in it."""
        run, shown = self._run, self._shown
        if run is None or shown is None:
            return
        near = str(run.path / (self._view.saved or ONE))
        chosen, _kind = QFileDialog.getSaveFileName(self._view, self.tr("Name a new folder for the links"), near)
        if chosen:
            work = partial(_link_pictures, run, shown.pictures, Path(chosen))
            self._context.files.ask("slice links", work, partial(self._tell_linked, Path(chosen)))

    def _tell_linked(self, folder: Path, linked: Linked) -> None:
        count, text = linked.links + linked.copies, self.tr("{count} pictures are linked in {folder}.")
        text = self.tr("1 picture is linked in {folder}.") if count == 1 else text
        self._context.messages.note(text.format(count=count, folder=folder))
        if linked.missing:
            text = self.tr("These pictures were not found: {names}.")
            self._context.messages.problem(text.format(names=short_list(linked.missing)))


def _read_all(run: Run) -> ReadSlices:
    from app.review.slices.read_slices import read_all

    return read_all(run)


def _read_slice(run: Run, text: str) -> ReadSlice:
    from app.review.slices.read_slices import read_slice

    return read_slice(run, text)


def _write_list(run: Run, pictures: tuple[int, ...], path: Path) -> None:
    from icnn_engine.audit.slice_files import write_slice_list

    write_slice_list(run, pictures, path)


def _link_pictures(run: Run, pictures: tuple[int, ...], folder: Path) -> Linked:
    from icnn_engine.runs.picture_links import link_pictures

    return link_pictures(run, pictures, folder)
