"""Fill the view of predictions: list them, compare one with a right one, name the parts seen in both."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.engine import EngineState
from app.core.job_result import Failed
from app.core.late_words import LateWords
from app.core.run_controller import RunController
from app.filters.predictions import predictions
from app.filters.predictions.misled_words import misled_words
from app.filters.predictions.part_comparison import PartPair
from app.filters.predictions.predictions_view import PredictionsView
from app.filters.unlike_picture import tell_unlike
from app.widgets.file_manager import show_in_folder
from app.widgets.pictures.compute_scene import SceneMaker
from app.widgets.pictures.picture_list import PictureRow
from app.widgets.pictures.picture_pane import PicturePane
from app.widgets.pictures.picture_view import Overlay
from icnn_engine.core.annotations import file_of
from icnn_engine.core.events import NetworkName
from icnn_engine.core.number_words import chance
from icnn_engine.inspection.predictions import confused, worth_a_look
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.found_objects import listed_name
from icnn_engine.runs.network_words import is_own
from icnn_engine.runs.notes import part_title

if TYPE_CHECKING:
    from app.filters.predictions.predictions import ComparedPrediction, ShownPrediction
    from icnn_engine.inspection.look import AnswerShares
    from icnn_engine.inspection.predictions import Answered
    from icnn_engine.runs.run_folder import Run

KEY, PICTURE, SHARES = "review", "review picture", "review shares"  # in the lane
THUMBNAIL, SIDE = "answer", 112  # key in the pool, pixels: sharp at 200 %
OWN = NetworkName.INTERPRETABLE


class PredictionsController(RunController):
    """Fills the view of predictions while it is on show."""

    def __init__(self, context: Context, view: PredictionsView, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self._predictions: tuple[Answered, ...] = ()
        self._cell = (-1, -1)
        self._compared: ComparedPrediction | None = None
        self._shares: AnswerShares | None = None  # in the answer to the picture on show, if it is wrong
        self._scenes = SceneMaker(context.engine.wait)
        self._unlike = LateWords(context.files, "unlike answer", view.unlike, view)
        view.kinds_wanted.connect(self._reload)
        view.table.chosen.connect(self._choose_cell)
        view.list.chosen.connect(self._compare)
        view.list.wanted.connect(self._request_thumbnail)
        view.leave_out_wanted.connect(self._toggle_left_out)
        view.folder_wanted.connect(self._show_in_folder)
        context.notes.changed.connect(self._show_parts)
        context.notes.changed.connect(self._show_misled)
        context.engine.changed.connect(self._request_shares)
        context.left_out.changed.connect(self._show_left_out)

    def show(self, run: Run) -> None:
        """Show the predictions of a run; if it is on show already, nothing is read again."""
        if self._change_run(run):
            self._view.name_train_side(is_own(run))
            self._predictions, self._cell = (), (-1, -1)
            self._view.list.pictures.forget_images()
            self._say(self.tr("Reading the answers…"))
            self._context.left_out.follow(run.images, (listed_name(run, picture) for picture in run.pictures))
            self._load()

    def clear(self) -> None:
        """Show no run."""
        self._run, self._predictions, self._compared = None, (), None
        self._unlike.clear()
        for key in (KEY, PICTURE, SHARES):
            self._context.lane.forget(key)

    def _say(self, nothing: str) -> None:
        self._unlike.clear()
        self._view.show_nothing(nothing)

    def _load(self) -> None:
        if self._run is not None:
            work = partial(predictions.load_predictions, self._run, self._view.trained.isChecked())
            self._context.lane.ask(KEY, work, self.for_run(self._show_predictions))

    def _show_predictions(self, answers: tuple[Answered, ...]) -> None:
        self._predictions = answers
        if self._run is None:
            return
        counts = confused(self._run, answers).counts
        none = self.tr("none") if len(self._run.categories) > 1 else self._category(self._run, BACKGROUND)
        names = [*self._run.categories, none]
        if not any(BACKGROUND in (answer.shown, answer.named) for answer in answers):
            names, counts = names[:-1], counts[:-1, :-1]
        self._view.show_counts(names, counts, self._summary(answers))
        self._list()

    def _summary(self, answers: tuple[Answered, ...]) -> str:
        if self._run is not None and self._run.own_network:
            words = self.tr("Of {all} pictures, {right} were answered rightly and {wrong} wrongly.")
        elif self._view.trained.isChecked():
            words = self.tr(
                "Of all {all} pictures, most of which it was trained on, {right} were answered rightly and {wrong} "
                "wrongly."
            )
        elif any(self._run and self._run.pictures[answer.picture].side == "test" for answer in answers):
            words = self.tr(
                "Of the {all} test pictures, which it had never seen, {right} were answered rightly and {wrong} "
                "wrongly."
            )
        else:
            words = self.tr(
                "This run has no test pictures, so others count. Of {all} pictures, {right} were answered rightly "
                "and {wrong} wrongly."
            )
        right = [answer for answer in answers if answer.right]
        unsure = sum(answer.unsure for answer in right)
        text = words.format(right=len(right), wrong=len(answers) - len(right), all=len(answers))
        close = self.tr("Of the right answers {unsure} were close.").format(unsure=unsure)
        if unsure == 0:
            close = self.tr("None of the right answers was close.")
        elif unsure == 1:
            close = self.tr("Of the right answers 1 was close.")
        return " ".join([text, close, self.tr("Click a number to list its pictures.")])

    @Slot()
    def _reload(self) -> None:
        """List other kinds: those of the pictures trained on too, or all and not only the doubtful ones."""
        self._view.table.clearSelection()
        self._load()

    @Slot(int, int)
    def _choose_cell(self, row: int, column: int) -> None:
        self._cell = (row, column)
        self._list()

    def _list(self) -> None:
        run = self._run
        if run is None:
            return
        if self._cell != (-1, -1):
            listed = [answer for answer in self._predictions if self._cell_of(run, answer) == self._cell]
        elif self._view.all.isChecked():
            listed = list(self._predictions)
        else:
            listed = list(worth_a_look(self._predictions))
        nothing = self.tr("No answer here was wrong or close.")
        self._view.show_predictions([self._row(run, answer) for answer in listed], nothing)
        if not listed:
            self._say(nothing)

    @staticmethod
    def _cell_of(run: Run, answer: Answered) -> tuple[int, int]:
        """Return its row and column in the table, where the background (-1) comes last."""
        count = len(run.categories) + 1
        return answer.shown % count, answer.named % count

    def _row(self, run: Run, answer: Answered) -> PictureRow:
        answered = self.tr("answered {named}, {probability}")
        shown = self.tr("shows {shown}")
        if answer.right:
            shown = self.tr("right, but close") if answer.unsure else self.tr("right")
        return PictureRow(
            answer.picture,
            run.pictures[answer.picture].name,
            answered.format(named=self._category(run, answer.named), probability=chance(answer.probability)),
            shown.format(shown=self._category(run, answer.shown)),
            answer.right,
        )

    def _category(self, run: Run, category: int) -> str:
        if category != BACKGROUND:
            return run.categories[category]
        words = self.tr("no {category}") if len(run.categories) == 1 else self.tr("none of them")
        return words.format(category=run.category)

    # One of the predictions

    @Slot(int)
    def _compare(self, picture: int) -> None:
        if self._run is not None:
            work = partial(predictions.compare_predictions, self._run, picture, self._predictions)
            self._context.lane.ask(PICTURE, work, self.for_run(self._show_compared), self._cannot_compare)

    def _cannot_compare(self, failure: Failed) -> None:
        self._compared, self._shares = None, None
        self._context.lane.forget(SHARES)
        self._show_misled()
        self._say(str(failure.error))

    def _show_compared(self, compared: ComparedPrediction) -> None:
        self._compared = compared
        self._show_picture(self._view.here, compared.here, self.tr("This picture"))
        if compared.there is None:
            self._view.there.view.set_placeholder(self.tr("No picture of this kind was answered rightly and surely."))
            self._view.there.show_pane(None, Overlay(None), "", "")
        else:
            category = self._category(self._run, compared.there.answer.shown) if self._run else ""
            words = self.tr("Answered rightly: {category}, the most alike by its parts")
            self._show_picture(self._view.there, compared.there, words.format(category=category))
        self._show_parts()
        self._shares = None
        self._show_misled()
        self._request_shares()

    @Slot()
    def _request_shares(self) -> None:
        """Ask what each part adds to a wrong answer, once the engine is loaded."""
        self._context.lane.forget(SHARES)
        if self._run is None or self._compared is None or self._compared.here.answer.right:
            return
        if self._context.engine.state is EngineState.READY:
            work = partial(predictions.shares_of, self._scenes, self._run, self._compared.here.answer)
            self._context.lane.ask(SHARES, work, self.for_run(self._keep_shares), self._cannot_explain)

    def _keep_shares(self, shares: AnswerShares) -> None:
        self._shares = shares
        self._show_misled()

    def _cannot_explain(self, _failure: Failed) -> None:
        self._shares = None  # the card of the filter says why there are none

    def _show_misled(self) -> None:
        """Show which part misled the network, by the name it has now; nothing where the answer was right."""
        text, notes = "", self._context.notes.remarks
        if self._run is not None and self._compared is not None and self._shares is not None:
            text = misled_words(self._run, self._compared.here.answer, self._shares, notes)
        self._view.show_misled(text)

    def _show_picture(self, pane: PicturePane, shown: ShownPrediction, title: str) -> None:
        if self._run is not None:
            row = self._row(self._run, shown.answer)
            pane.show_pane(shown.image, shown.overlay, title, f"{row.first} · {row.second} · {row.name}")

    @Slot()
    def _show_parts(self) -> None:
        """Show the parts of both pictures, by the names they have now."""
        compared, notes = self._compared, self._context.notes.remarks
        if compared is None or self._run is None:
            return
        there = {part.filter: part.share for part in compared.there.parts} if compared.there else {}
        pairs = [
            PartPair(part.group, part.filter, part_title(OWN, part.group, notes), part.share, there.get(part.filter))
            for part in compared.here.parts
        ]
        reading = self.tr(
            "Upper bar: this picture; lower bar: the one answered rightly. The line marks a part's usual strength; "
            "a part below a third of it was hardly seen. Click a part to look at its filter here."
        )
        if not pairs:
            reading = self.tr("No filter holds a part, so there is nothing to compare.")
            if not self._run.judged:
                reading = self.tr("No filter is steady enough to form a group, so there is nothing to compare.")
        self._view.show_picture(compared.here.answer.picture, pairs, reading)
        tell_unlike(self._unlike, self._run, compared.here.answer.picture)
        self._show_left_out()

    # Its file

    @Slot()
    def _show_left_out(self) -> None:
        if self._run is not None and self._view.picture >= 0:
            name = listed_name(self._run, self._run.pictures[self._view.picture])
            in_folder = not Path(name).is_absolute()  # those of another folder are left out there
            self._view.show_left_out(in_folder, name in self._context.left_out.reasons(self._run.images))

    @Slot(int)
    def _toggle_left_out(self, picture: int) -> None:
        if self._run is not None:
            left_out, root = self._context.left_out, self._run.images
            name = listed_name(self._run, self._run.pictures[picture])
            if name in left_out.reasons(root):
                left_out.take_in(root, [name])
            else:
                left_out.leave_out(root, {name: ""})

    @Slot(int)
    def _show_in_folder(self, picture: int) -> None:
        if self._run is not None:
            path = file_of(self._run.pictures[picture].where(self._run.images))
            show_in_folder(path, self._context.messages.problem)

    @Slot(object)
    def _request_thumbnail(self, picture: int) -> None:
        self.load_thumbnail(THUMBNAIL, self._view.list.pictures, SIDE, picture)
