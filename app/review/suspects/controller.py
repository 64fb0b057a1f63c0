"""Fill the view of suspects: read them, show the chosen picture, take decisions and go on to the next one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.job_result import Failed
from app.core.run_controller import RunController
from app.review.suspects import suspect_words as words
from app.review.suspects.picture_decisions import PictureDecisions
from app.review.suspects.suspects_view import ALL, SuspectsView
from app.widgets.file_manager import show_in_folder
from app.widgets.pictures.part_markers import PartMarker
from app.widgets.pictures.picture_list import PictureRow
from icnn_engine.audit.decisions import Decision, DecisionKind
from icnn_engine.audit.suspect_words import category_words, reason_of
from icnn_engine.core.annotations import file_of
from icnn_engine.core.errors import ChangedPictureError, RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.found_objects import listed_name
from icnn_engine.runs.notes import part_title

if TYPE_CHECKING:
    from app.review.suspects.read_suspects import ReadSuspects, SuspectPicture
    from icnn_engine.audit.suspects import Suspect
    from icnn_engine.runs.run_folder import Run

KEY, PICTURE = "suspects", "suspect picture"  # in the lanes
THUMBNAIL, SIDE = "suspect", 112  # key in the pool, pixels: sharp at 200 %
OWN = NetworkName.INTERPRETABLE


class SuspectsController(RunController):
    """Fills the view of suspects while it is on show."""

    def __init__(self, context: Context, view: SuspectsView, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self.decisions = PictureDecisions(context, self)
        self._suspects: dict[int, Suspect] = {}  # by picture
        self._categories: tuple[str, ...] = ()
        self._has_failed = False  # whether the suspects could not be read
        view.filter_changed.connect(self._list)
        view.list.chosen.connect(self._show_chosen)
        view.list.wanted.connect(self._request_thumbnail)
        view.look_wanted.connect(self._look)
        view.folder_wanted.connect(self._show_in_folder)
        view.train_wanted.connect(lambda: context.requests.page.emit("train"))
        view.locate_wanted.connect(context.requests.locate)
        view.decisions.right_wanted.connect(self._confirm)
        view.decisions.leave_out_wanted.connect(self._leave_out)
        view.decisions.category_wanted.connect(self._correct)
        view.take_back_wanted.connect(self._take_back)
        self.decisions.changed.connect(self._renew)
        self.decisions.stepped.connect(view.list.choose)
        context.notes.changed.connect(self._show_words)

    def show(self, run: Run) -> None:
        """Show the suspects of a run; if it is on show already, nothing is read again, unless that has failed."""
        if run is self._run and not self._has_failed:
            return
        if self._change_run(run) or self._has_failed:
            self._view.list.pictures.forget_images()
            self._suspects = {}
            self._view.offer_choices([(ALL, self.tr("All kinds"))], [(ALL, self.tr("All labels"))])
            self._view.show_rows((), self.tr("Looking for suspects: this takes a few seconds…"))
            self._view.show_estimate("")
            self._view.show_reason("", "", "")
            self._view.say("")
        self._has_failed = False
        self.decisions.open(run)
        self._enable()
        self.ask_slowly(KEY, partial(_read, run), self._show_read, self._cannot_read)

    def clear(self) -> None:
        """Show no run."""
        self._run, self._suspects = None, {}
        self.decisions.open(None)
        self._context.slow.forget(KEY)
        self._context.lane.forget(PICTURE)

    def _show_read(self, read: ReadSuspects) -> None:
        run = self._run
        if run is None:
            return
        self.decisions.show(read.known)  # first: it renews the rows that are still on show
        self._suspects = {one.picture: one for one in read.suspects}
        self._categories = read.categories
        self._view.decisions.show_categories(read.categories)
        kinds, labels = [one.kind for one in read.suspects], [one.category for one in read.suspects]
        counted = [(kind, f"{title} ({kinds.count(kind)})") for kind, title in words.kind_titles().items()]
        named = [(label, f"{category_words(run, label)} ({labels.count(label)})") for label in sorted({*labels})]
        self._view.offer_choices(
            [(ALL, self.tr("All kinds")), *((str(kind), title) for kind, title in counted)],
            [(ALL, self.tr("All labels")), *named],
        )
        self._view.show_estimate(words.estimate_words(read.suspects))
        self._list()

    def _cannot_read(self, failure: Failed) -> None:
        self._has_failed, self._suspects = True, {}
        self._view.show_rows((), str(failure.error))
        self._context.messages.failure(failure.error, failure.details)

    # The list

    @Slot()
    def _list(self) -> None:
        """List the suspects of the chosen kind and label, those that are not decided first."""
        kind, label = self._view.kind.value(), self._view.category.value()
        chosen = [
            one for one in self._suspects.values() if kind in (ALL, str(one.kind)) and label in (ALL, one.category)
        ]
        chosen.sort(key=lambda one: one.picture in self.decisions.known)
        nothing = self.tr("No picture is suspect.")
        if self._suspects:
            nothing = self.tr("No suspect is of this kind and label.")
        self._view.show_rows([self._row(one) for one in chosen], nothing)
        if not chosen:
            self._view.show_reason("", "", "")
            self._view.say("")
        self._enable()

    def _row(self, suspect: Suspect) -> PictureRow:
        assert self._run is not None
        return words.row_of(self._run, suspect, self.decisions.known.get(suspect.picture))

    @Slot()
    def _renew(self) -> None:
        """Show what is decided now."""
        if self._suspects:
            shown = self._view.list.pictures.items
            self._view.renew_rows([self._row(self._suspects[row.picture]) for row in shown])
            self._show_words()

    @Slot(object)
    def _request_thumbnail(self, picture: int) -> None:
        self.load_thumbnail(THUMBNAIL, self._view.list.pictures, SIDE, picture)

    # The chosen picture

    @property
    def _chosen(self) -> Suspect | None:
        return self._suspects.get(self._view.list.picture)

    @Slot()
    def _show_chosen(self) -> None:
        self._show_words()
        if self._run is not None and (one := self._chosen) is not None:
            work = partial(_read_picture, self._run, one)
            show, failed = self.for_run(partial(self._show_picture, one)), self.for_run(self._cannot_show)
            self._context.lane.ask(PICTURE, work, show, failed)

    @Slot()
    def _show_words(self) -> None:
        """Show the reason of the chosen picture, by the names that its parts have now, and what is decided."""
        run, one = self._run, self._chosen
        if run is None or one is None:
            return
        caption = self.tr("{name} · label: {category}")
        name, decision = run.pictures[one.picture].name, self.decisions.known.get(one.picture)
        self._view.show_reason(
            reason_of(run, one, self._context.notes.remarks),
            caption.format(name=name, category=category_words(run, one.category)),
            words.decision_words(decision) if decision is not None else "",
        )
        self._view.decisions.propose(words.proposed(run, one))
        self._enable()

    def _show_picture(self, suspect: Suspect, read: SuspectPicture) -> None:
        if suspect is self._chosen:
            notes = self._context.notes.remarks
            markers = [
                PartMarker(part.group, part.filter, part.place.x, part.place.y, part_title(OWN, part.group, notes))
                for part in read.parts
            ]
            self._view.show_picture(read.picture.image, markers, read.picture.region)

    def _cannot_show(self, failure: Failed) -> None:
        error = failure.error
        self._view.say(str(error), locate=isinstance(error, RunError) and not isinstance(error, ChangedPictureError))

    def _enable(self) -> None:
        """Enable decisions about pictures of the folder; those of another folder are decided about there."""
        one, run = self._chosen, self._run
        inside = run is not None and one is not None
        if run is not None and one is not None:
            inside = not Path(listed_name(run, run.pictures[one.picture])).is_absolute()
        self._view.decisions.enable(inside and bool(self._categories))

    # Decisions

    @Slot()
    def _confirm(self) -> None:
        self._decide(Decision(DecisionKind.RIGHT, "", ""), self.tr("Right as it is"))

    @Slot(str)
    def _correct(self, category: str) -> None:
        title = self.tr("Belongs to {category}").format(category=words.category_title(category))
        self._decide(Decision(DecisionKind.CORRECTED, category, self._reason()), title)

    @Slot()
    def _leave_out(self) -> None:
        self._decide(Decision(DecisionKind.LEFT_OUT, "", self._reason()), self.tr("Leave out"))

    def _reason(self) -> str:
        run, one = self._run, self._chosen
        return "" if run is None or one is None else reason_of(run, one, self._context.notes.remarks)

    def _decide(self, decision: Decision, text: str) -> None:
        """Decide about the chosen picture and go on to the next one that is not decided."""
        if (one := self._chosen) is not None:
            self.decisions.decide(one.picture, decision, text)
            self._view.list.next_open()

    @Slot()
    def _take_back(self) -> None:
        """Decide nothing about the chosen picture any more, and stay at it."""
        if (one := self._chosen) is not None and one.picture in self.decisions.known:
            self.decisions.decide(one.picture, None, self.tr("Take the decision back"))

    # Its file

    @Slot(int)
    def _look(self, picture: int) -> None:
        self._context.requests.page.emit("filters")
        self._context.requests.picture.emit(picture)

    @Slot(int)
    def _show_in_folder(self, picture: int) -> None:
        if self._run is not None:
            path = file_of(self._run.pictures[picture].where(self._run.images))
            show_in_folder(path, self._context.messages.problem)


def _read(run: Run) -> ReadSuspects:
    from app.review.suspects.read_suspects import read_suspects

    return read_suspects(run)


def _read_picture(run: Run, suspect: Suspect) -> SuspectPicture:
    from app.review.suspects.read_suspects import read_picture

    return read_picture(run, suspect)
