"""Marking parts by hand: wires the marking table to the marks of the open run, which are kept as they are made."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QUndoCommand, QUndoStack

from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.measure.landmarks.annotation_session import AnnotationSession, in_order
from app.measure.landmarks.landmark_panel import LandmarkPanel, PanelHeading
from app.measure.landmarks.landmark_storage import LandmarkStorage, OpenedMarks, SavedMarks, open_marks
from app.measure.landmarks.landmark_view import LandmarkMarker
from app.measure.landmarks.part_list import PartRow
from app.style.colours import part_colour
from icnn_engine.core.annotations import Where
from icnn_engine.core.errors import LandmarksError
from icnn_engine.data import read_thumbnail
from icnn_engine.data.tables.marks import Marks
from icnn_engine.data.tables.merge_marks import merge_marks

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run, RunPicture, Table

PAUSE_MS = 1000  # of marking, after which the run is measured again
LARGEST = 1600  # longest side of a picture on show: 6 MB; 0.3 s to decode from a photograph of 12 million pixels
AHEAD = 3  # pictures decoded before they are wanted
UNDONE = 500  # steps that can be taken back
FEWEST = 2  # pictures from which the spread of a distance can be had
KIND = "mark"  # of a key in the pool


class _Edit(QUndoCommand):
    """One change of the marks, made while a part of a picture was chosen."""

    def __init__(
        self, marking: LandmarkController, text: str, before: AnnotationSession, after: AnnotationSession
    ) -> None:
        super().__init__(text)
        self._marking, self._before, self._after = marking, before, after

    def redo(self) -> None:
        self._marking.take(self._before, self._after)

    def undo(self) -> None:
        self._marking.take(self._after, self._before)


class LandmarkController(QObject):
    """The marking table of the open run. `panel` is what is seen of it."""

    left = Signal()  # the user is done
    measure_wanted = Signal(object)  # Path of a CSV that has just changed

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.panel = LandmarkPanel()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDONE)
        self._run: Run | None = None
        self._sitting: AnnotationSession | None = None
        self._images: dict[Where, QImage] = {}  # decoded, by where they are
        self._file: Path | None = None
        self._keeper: LandmarkStorage | None = None
        self._seen: SavedMarks | None = None  # what the marks on show were made from
        self._counted = 0  # marked pictures when measuring was last asked for
        self._measured = 0  # marked pictures that the run's table was measured on
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._measure)
        self.panel.advance.setChecked(context.settings.text("marking/advance", "yes") == "yes")
        self._connect()

    def _connect(self) -> None:
        panel, stack = self.panel, self.undo_stack
        panel.view.clicked.connect(self.place)
        panel.view.moved.connect(self._move)
        panel.parts.chosen.connect(self._choose)
        panel.parts.renamed.connect(self._rename)
        panel.parts.removed.connect(self._remove)
        panel.part_keyed.connect(self._choose)
        panel.part_added.connect(self._add)
        panel.hidden_wanted.connect(self._hide)
        panel.removal_wanted.connect(self._take_off)
        panel.next_wanted.connect(partial(self._step, 1))
        panel.previous_wanted.connect(partial(self._step, -1))
        panel.undo_wanted.connect(stack.undo)
        panel.redo_wanted.connect(stack.redo)
        panel.left.connect(self.left)
        panel.advance.toggled.connect(
            lambda on: self._context.settings.set_text("marking/advance", "yes" if on else "no")
        )
        stack.indexChanged.connect(self._refresh)

    @property
    def sitting(self) -> AnnotationSession | None:
        """Where the user is; None while no marks are open."""
        return self._sitting

    def is_about(self, run: Run) -> bool:
        """Whether the marks of this run are on the table."""
        return self._run is not None and self._run.path == run.path

    def begin(self, run: Run) -> None:
        """Mark pictures of a run, going on where they were left."""
        known = self.is_about(run)
        self._run = run
        if known:
            self.panel.take_focus()
            return
        self._sitting, self._images, self._file, self._measured = None, {}, None, 0
        self._keeper, self._seen = None, None
        self.undo_stack.clear()
        for line in (self.panel.problem, self.panel.measured, self.panel.figures, self.panel.kept):
            self.panel.say(line, "")
        self.panel.view.set_placeholder(self.tr("Reading…"))
        self.panel.view.show_new(None)
        names = [picture.name for picture in run.pictures if picture.positive]
        self._context.files.ask("marks", partial(open_marks, run.images, names), partial(self._opened, run, names))

    def _opened(self, run: Run, names: list[str], opened: OpenedMarks) -> None:
        if run is not self._run:
            return
        self._file, self._keeper = opened.path, LandmarkStorage(run.images, names, opened)
        sitting = AnnotationSession(in_order(run.pictures), opened.marks).at_first_open()
        if opened.damage:
            kept = self.tr("It is kept under another name as soon as something is marked here.")
            self.panel.say(self.panel.problem, f"{opened.damage} {kept}" if opened.path else opened.damage)
        elif opened.path is not None:
            self.panel.say(self.panel.kept, self._where(opened.path))
        self.panel.say(self.panel.measured, self._missing(opened.marks))
        self._become(sitting)
        self.panel.take_focus()

    # What the user does

    def place(self, x: float, y: float) -> None:
        """Mark the chosen part at (x, y), in shares of the picture, and go on to the next."""
        self._decide((x, y))

    def _hide(self) -> None:
        self._decide(None)

    def _decide(self, share: tuple[float, float] | None) -> None:
        sitting = self._sitting
        if sitting is None or sitting.part_name is None:
            self.panel.name.setFocus()
            return
        correcting = sitting.is_done(sitting.at)
        point = None if share is None else self._pixels(*share)
        marked = sitting.with_marks(sitting.marks.put(sitting.picture.name, sitting.part_name, point))
        self._push(self.tr("mark"), marked)
        if not correcting:
            self._become(marked.onwards(self.panel.advance.isChecked()))

    def _move(self, part: str, x: float, y: float) -> None:
        sitting = self._sitting
        if sitting is not None:
            chosen = sitting.choosing(sitting.marks.parts.index(part))
            point = self._pixels(x, y)
            self._push(self.tr("move"), chosen.with_marks(sitting.marks.put(sitting.picture.name, part, point)))

    def _take_off(self) -> None:
        sitting = self._sitting
        part = None if sitting is None else sitting.part_name
        if sitting is not None and part is not None and part in sitting.marks.of(sitting.picture.name):
            left = sitting.marks.taken(sitting.picture.name, part)
            self._push(self.tr("remove mark"), sitting.with_marks(left))

    def _choose(self, part: int) -> None:
        if self._sitting is not None:
            self._become(self._sitting.choosing(part))

    def _step(self, by: int) -> None:
        if self._sitting is not None:
            self._become(self._sitting.showing(self._sitting.at + by))

    def _add(self, name: str) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        try:
            named = sitting.with_marks(sitting.marks.with_part(name))
        except LandmarksError as error:
            self._context.messages.note(str(error))
            return
        open_ones = sitting.part_name is not None and not sitting.is_done(sitting.at)
        self._push(self.tr("add part"), named if open_ones else named.choosing(len(named.marks.parts) - 1))
        self.panel.name.clear()

    def _rename(self, part: int, name: str) -> None:
        sitting = self._sitting
        if sitting is None or name == sitting.marks.parts[part]:
            return
        try:
            marks = sitting.marks.renamed(sitting.marks.parts[part], name)
        except LandmarksError as error:
            self._context.messages.note(str(error))
            self._refresh()
            return
        self._push(self.tr("rename part"), sitting.with_marks(marks))

    def _remove(self, part: int) -> None:
        sitting = self._sitting
        if sitting is None or part not in range(len(sitting.marks.parts)):
            return
        name = sitting.marks.parts[part]
        said = self.tr("{part} and its marks are removed; undo brings them back.")
        self._push(self.tr("remove part"), sitting.with_marks(sitting.marks.without_part(name)))
        self._context.messages.note(said.format(part=name))

    def _pixels(self, x: float, y: float) -> tuple[float, float]:
        """Shares of the picture on show as pixels of the upright original, to a tenth; never the very corner, which
        stands in many tables for a part that cannot be seen."""
        assert self._sitting is not None
        picture = self._sitting.picture
        found = round(x * picture.width, 1), round(y * picture.height, 1)
        return found if any(found) else (0.1, 0.1)

    # What follows

    def _push(self, text: str, after: AnnotationSession) -> None:
        assert self._sitting is not None
        self.undo_stack.push(_Edit(self, text, self._sitting, after))

    def take(self, before: AnnotationSession, after: AnnotationSession) -> None:
        """Be where a change was made or taken back, and keep the marks as they are now; what another program has marked
        since the change was made stays."""
        assert self._run is not None
        assert self._sitting is not None
        assert self._keeper is not None
        if self._sitting.marks is not before.marks:
            after = after.with_marks(merge_marks(before.marks, after.marks, self._sitting.marks)[0])
        self._become(after)
        work = partial(self._keeper.save, after.marks, self._seen)
        done = partial(self._saved, self._run.path)
        self._context.files.ask(f"marks in {self._run.images}", work, done, self._not_saved, kept=True)

    def _become(self, sitting: AnnotationSession) -> None:
        before, self._sitting = self._sitting, sitting
        if before is None or before.picture is not sitting.picture:
            self._show_picture()
        self._refresh()

    def _saved(self, run: Path, kept: SavedMarks) -> None:
        if self._run is not None and self._run.path == run:
            self._file = kept.path
            self._show_others(kept)
            self.panel.say(self.panel.problem, kept.told)
            self.panel.say(self.panel.kept, self._where(kept.path))
            self._pause.start()

    def _show_others(self, kept: SavedMarks) -> None:
        """Show what another program has marked too."""
        sitting = self._sitting
        if sitting is not None and kept.marks.rows != kept.sent.rows:
            self._seen = kept
            self._become(sitting.with_marks(merge_marks(kept.sent, sitting.marks, kept.marks)[0]))
            self._context.messages.note(self.tr("Marks that another program has made in this folder were added."))

    def _not_saved(self, failure: Failed) -> None:
        said = self.tr("The marks cannot be kept. {reason} They are here until the window is closed.")
        self.panel.say(self.panel.problem, said.format(reason=error_text(failure.error)))

    def _measure(self) -> None:
        if self._sitting is None or self._file is None:
            return
        missing = self._missing(self._sitting.marks)
        self.panel.say(self.panel.measured, missing or self.tr("Measuring…"))
        if missing:
            self.panel.say(self.panel.figures, "")
        else:
            self._counted = self._sitting.marks.seen()
            self.measure_wanted.emit(self._file)

    def show_measured(self, run: Run, table: Table) -> None:
        """The run was measured again with the marks."""
        if not self.is_about(run):
            return
        self._measured = self._counted
        self.panel.say(self.panel.measured, self.basis(run))
        own, twin, centre = (table.get(key) for key in ("instability", "twin_instability", "instability_centre"))
        words = self.tr("For the figures of held-out pictures a few more of those are needed; they come first here.")
        if own is not None and twin is not None and centre is not None:
            told = self.tr("Location instability {own:.3f}; ordinary twin {twin:.3f}, always the centre {centre:.3f}.")
            words = told.format(own=own, twin=twin, centre=centre)
        self.panel.say(self.panel.figures, words)

    def basis(self, run: Run) -> str:
        """What the table of a run was measured on, in words; empty where that was not marked here."""
        if not self.is_about(run) or not self._measured:
            return ""
        return self.tr("Measured on {count} marked pictures.").format(count=self._measured)

    def show_failure(self, failure: Failed) -> None:
        """The run could not be measured with the marks."""
        self.panel.say(self.panel.measured, error_text(failure.error))

    def _missing(self, marks: Marks) -> str:
        """What has to be marked before anything can be measured; empty where that is enough."""
        lacking = FEWEST - max((marks.seen(part) for part in marks.parts), default=0)
        if lacking <= 0:
            return ""
        more = self.tr("Mark one part in {count} more pictures: then the run is measured with it at once.")
        last = self.tr("Mark that part in one more picture: then the run is measured with it at once.")
        return last if lacking == 1 else more.format(count=lacking)

    def _where(self, path: Path) -> str:
        assert self._run is not None
        if path.parent == self._run.images:
            return self.tr("Every mark is kept in {path}").format(path=path)
        said = self.tr("The folder {folder} cannot be written to: every mark is kept in {path}")
        return said.format(folder=self._run.images, path=path)

    # What is shown

    def _show_picture(self) -> None:
        sitting, view = self._sitting, self.panel.view
        assert sitting is not None
        self._read_ahead(sitting)
        view.set_placeholder(self.tr("Reading…"))
        view.show_new(self._images.get(self._key(sitting.picture)))

    def _read_ahead(self, sitting: AnnotationSession) -> None:
        """Have the pictures decoded that will be wanted next; the pool serves the latest request first."""
        assert self._run is not None
        near = [sitting.at, sitting.at + 1, *_open_ones(sitting, AHEAD), sitting.at - 1]
        places = [self._key(sitting.pictures[at]) for at in dict.fromkeys(near) if 0 <= at < len(sitting.pictures)]
        self._images = {where: image for where, image in self._images.items() if where in places}
        for where in reversed(places):
            if where not in self._images:
                show, miss = partial(self._show_image, where), partial(self._miss_image, where)
                self._context.pool.ask((KIND, where), partial(read_thumbnail, where, LARGEST), show, miss)

    def _key(self, picture: RunPicture) -> Where:
        """Where a picture is."""
        assert self._run is not None
        return picture.where(self._run.images)

    def _show_image(self, where: Where, image: QImage) -> None:
        if self._sitting is not None:
            self._images[where] = image
            if where == self._key(self._sitting.picture):
                self.panel.view.show_new(image)

    def _miss_image(self, where: Where, failure: Failed) -> None:
        if self._sitting is not None and where == self._key(self._sitting.picture):
            said = self.tr("This picture cannot be read: {reason}. Go on to the next.")
            self.panel.view.set_placeholder(said.format(reason=failure.error))

    @Slot()
    def _refresh(self) -> None:
        sitting, panel = self._sitting, self.panel
        if sitting is None:
            return
        picture, done = sitting.picture, sitting.done()
        sides = {"test": self.tr("held out"), "choose": self.tr("choosing"), "train": self.tr("trained on")}
        place = self.tr("Picture {at} of {count} · {side}")
        words = place.format(at=sitting.at + 1, count=len(sitting.pictures), side=sides[picture.side])
        panel.show_heading(PanelHeading(picture.name, words))
        counted = self.tr("{done} of {target} marked") if done <= sitting.target else self.tr("{done} marked")
        panel.show_progress(counted.format(done=done, target=sitting.target), done, sitting.target)
        panel.parts.show_parts([self._part_row(sitting, part) for part in sitting.marks.parts], sitting.part)
        panel.view.set_spots(_spots(sitting))
        colour = part_colour(sitting.part) if sitting.marks.parts else QColor()
        panel.view.set_prompt(self._prompt(sitting), colour)
        panel.show_possible(bool(sitting.marks.parts), self.undo_stack.canUndo(), self.undo_stack.canRedo())

    def _part_row(self, sitting: AnnotationSession, part: str) -> PartRow:
        mark = sitting.marks.of(sitting.picture.name).get(part)
        states = {True: self.tr("marked"), False: self.tr("not visible")}
        state = "" if mark is None else states[mark.point is not None]
        return PartRow(part, state, sitting.marks.seen(part))

    def _prompt(self, sitting: AnnotationSession) -> str:
        part = sitting.part_name
        if part is None:
            return self.tr("Name the first part at the right, then click it in the pictures")
        mark = sitting.marks.of(sitting.picture.name).get(part)
        if mark is None:
            return self.tr("Click: {part}").format(part=part)
        hidden = self.tr("{part}: not visible here. Click where it is after all, or go on")
        marked = self.tr("{part}: marked. Click or drag to correct it")
        return (hidden if mark.point is None else marked).format(part=part)


def _open_ones(sitting: AnnotationSession, count: int) -> list[int]:
    """The next pictures that are not done."""
    later = (at for at in range(sitting.at + 1, len(sitting.pictures)) if not sitting.is_done(at))
    return [at for at, _ in zip(later, range(count), strict=False)]


def _spots(sitting: AnnotationSession) -> list[LandmarkMarker]:
    """The marks of the picture on show that are to be seen."""
    picture, parts = sitting.picture, sitting.marks.parts
    row = sitting.marks.of(picture.name)
    return [
        LandmarkMarker(
            part, point[0] / picture.width, point[1] / picture.height, QColor(part_colour(i)), i == sitting.part
        )
        for i, part in enumerate(parts)
        if part in row and (point := row[part].point) is not None
    ]
