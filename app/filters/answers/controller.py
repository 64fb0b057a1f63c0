"""Going over the answers of the open run: wires the view of answers to the engine's review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.filters.answers import predictions
from app.filters.answers.answer_list import AnswerRow
from app.filters.answers.answers_view import AnswersView
from app.filters.answers.part_compare import PartPair
from app.widgets.pictures.picture_pane import PicturePane
from app.widgets.pictures.picture_view import Overlay
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.predictions import confused, worth_a_look
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.notes import part_title

if TYPE_CHECKING:
    from app.filters.answers.predictions import ComparedPrediction, ShownPrediction
    from icnn_engine.inspection.predictions import Answered
    from icnn_engine.runs.run_folder import Run

KEY, PICTURE = "review", "review picture"  # in the lane
THUMBNAIL, SIDE = "answer", 112  # key in the pool, pixels: sharp at 200 %
OWN = NetworkName.INTERPRETABLE


class PredictionsController(QObject):
    """Fills the view of answers while it is on show."""

    def __init__(self, context: Context, view: AnswersView, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.view = context, view
        self._run: Run | None = None
        self._answers: tuple[Answered, ...] = ()
        self._cell = (-1, -1)
        self._compared: ComparedPrediction | None = None
        view.kinds_wanted.connect(self._list_again)
        view.table.chosen.connect(self._choose_cell)
        view.list.chosen.connect(self._choose)
        view.list.wanted.connect(self._ask_thumbnail)
        context.naming.changed.connect(self._show_parts)

    def show(self, run: Run) -> None:
        """Go over the answers of a run; what is shown already stays."""
        if self._run is not None and run.path == self._run.path:
            self._run = run
            return
        self._run, self._answers, self._cell = run, (), (-1, -1)
        self.view.list.forget_images()
        self.view.show_nothing(self.tr("Reading the answers…"))
        self._review()

    def clear(self) -> None:
        """No run is open."""
        self._run, self._answers, self._compared = None, (), None
        self._context.lane.forget(KEY)
        self._context.lane.forget(PICTURE)

    def _review(self) -> None:
        if self._run is not None:
            work = partial(predictions.load_predictions, self._run, self.view.trained.isChecked())
            self._context.lane.ask(KEY, work, partial(self._got_answers, self._run))

    def _got_answers(self, run: Run, answers: tuple[Answered, ...]) -> None:
        if run is not self._run:
            return
        self._answers = answers
        names = [*run.categories, self.tr("none")]
        counts = confused(run, answers).counts
        if not any(BACKGROUND in (one.shown, one.named) for one in answers):
            names, counts = names[:-1], counts[:-1, :-1]
        self.view.show_counts(names, counts, self._told(answers))
        self._list()

    def _told(self, answers: tuple[Answered, ...]) -> str:
        right = sum(one.right for one in answers)
        unsure = sum(one.unsure for one in answers)
        words = self.tr("{right} of {all} answers are right; close were {unsure}. Click a number to list its pictures.")
        return words.format(right=right, all=len(answers), unsure=unsure)

    @Slot()
    def _list_again(self) -> None:
        """Other answers are wanted: of the pictures trained on too, or all of them and not only the doubtful."""
        self.view.table.clearSelection()
        self._review()

    @Slot(int, int)
    def _choose_cell(self, row: int, column: int) -> None:
        self._cell = (row, column)
        self._list()

    def _list(self) -> None:
        run = self._run
        if run is None:
            return
        if self._cell != (-1, -1):
            listed = tuple(one for one in self._answers if self._in_cell(one))
        else:
            listed = self._answers if self.view.all.isChecked() else worth_a_look(self._answers)
        nothing = self.tr("No answer here was wrong or close.")
        self.view.show_answers([self._row(run, one) for one in listed], nothing)
        if not listed:
            self.view.show_nothing(nothing)

    def _in_cell(self, one: Answered) -> bool:
        last = len(self._run.categories) if self._run else 0
        return (one.shown % (last + 1), one.named % (last + 1)) == self._cell

    def _row(self, run: Run, one: Answered) -> AnswerRow:
        said = self.tr("answered {named}, {probability:.0%}")
        shown = self.tr("shows {shown}")
        if one.right:
            shown = self.tr("right, but close") if one.unsure else self.tr("right")
        return AnswerRow(
            one.picture,
            run.pictures[one.picture].name,
            said.format(named=self._name(run, one.named), probability=one.probability),
            shown.format(shown=self._name(run, one.shown)),
            one.right,
        )

    def _name(self, run: Run, category: int) -> str:
        return self.tr("none of them") if category == BACKGROUND else run.categories[category]

    # One of the answers

    @Slot(int)
    def _choose(self, picture: int) -> None:
        run = self._run
        if run is not None:
            work = partial(predictions.compare_predictions, run, picture, self._answers)
            self._context.lane.ask(PICTURE, work, partial(self._got_compared, run), self._cannot_look)

    def _cannot_look(self, failure: Failed) -> None:
        self._compared = None
        self.view.show_nothing(str(failure.error))

    def _got_compared(self, run: Run, compared: ComparedPrediction) -> None:
        if run is not self._run:
            return
        self._compared = compared
        self._show_seen(run, self.view.here, compared.here, self.tr("This picture"))
        if compared.there is None:
            self.view.there.view.set_placeholder(self.tr("No picture of this kind was answered rightly and surely."))
            self.view.there.show_pane(None, Overlay(None), "", "")
        else:
            self._show_seen(run, self.view.there, compared.there, self.tr("Most alike, answered rightly"))
        self._show_parts()

    def _show_seen(self, run: Run, pane: PicturePane, seen: ShownPrediction, title: str) -> None:
        row = self._row(run, seen.answer)
        pane.show_pane(seen.image, seen.overlay, title, f"{row.said} · {row.shown} · {row.name}")

    @Slot()
    def _show_parts(self) -> None:
        """The parts of both pictures, by their names."""
        compared, remarks = self._compared, self._context.naming.remarks
        if compared is None or self._run is None:
            return
        there = {part.filter: part.share for part in compared.there.parts} if compared.there else {}
        pairs = [
            PartPair(part.group, part.filter, part_title(OWN, part.group, remarks), part.share, there.get(part.filter))
            for part in compared.here.parts
        ]
        reading = self.tr(
            "Upper bar: this picture; lower bar: the one answered rightly. The line marks a part's usual strength: "
            "what falls short of it was hardly seen. Click a part to look at its filter here."
        )
        none = self.tr("No filter holds a part, so there is nothing to compare.")
        if not self._run.judged:
            none = self.tr("No filter is steady enough to form a group, so there is nothing to compare.")
        self.view.show_picture(compared.here.answer.picture, pairs, reading if pairs else none)

    # Thumbnails

    @Slot(int)
    def _ask_thumbnail(self, picture: int) -> None:
        if self._run is not None:
            where = self._run.pictures[picture].where(self._run.images)
            key = (THUMBNAIL, self._run.path, picture)
            show = partial(self._show_thumbnail, self._run, picture)
            self._context.pool.ask(key, partial(predictions.thumbnail, where, SIDE), show)

    def _show_thumbnail(self, run: Run, picture: int, image: QImage) -> None:
        if run is self._run:
            self.view.list.model_.set_image(picture, image)
