"""The views of the open run's filters beside the chosen filter's own: answers, positions, both networks."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.context import Context
from app.core.session import NO_FILTER
from app.filters.answers.answers_view import AnswersView
from app.filters.answers.controller import PredictionsController
from app.filters.comparison.controller import ComparisonController
from app.filters.comparison.side_by_side import SideBySide
from app.filters.positions.controller import PositionsController
from app.filters.positions.positions_view import PositionsView
from app.widgets.views import Views

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

LAST = "filters/view"  # key of the settings


class FilterView(IntEnum):
    """Places of the views."""

    FILTER = 0
    ANSWERS = 1
    PLACES = 2
    BESIDE = 3


class FilterViews(QObject):
    """Fills whichever view is on show, and leads back to the filter's own."""

    look_wanted = Signal(int)  # look at a picture of the run with the chosen filter
    part_wanted = Signal(int, int)  # look at an interpretable filter, on a picture (-1: on one of its best)
    twin_wanted = Signal(int, int)  # the same with a filter of the twin

    def __init__(self, context: Context, detail: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.answers, self.places, self.pairs = AnswersView(), PositionsView(), SideBySide()
        self.views = Views()
        self._reviewing = PredictionsController(context, self.answers, self)
        self._placing = PositionsController(context, self.places, self)
        self._beside = ComparisonController(context, self.pairs, self)
        self._add_views(detail)
        self._connect()
        last = context.settings.text(LAST, "")
        if last in {view.name for view in FilterView}:
            self.views.show_view(FilterView[last])
        self.views.shown.connect(self._keep)

    def _add_views(self, detail: QWidget) -> None:
        tr, add = self.tr, self.views.add
        add(tr("Filter"), tr("What the chosen filter sees in a picture, beside CAM and the ordinary twin"), detail)
        add(tr("Answers"), tr("Wrong and unsure answers, and the parts that were seen there"), self.answers)
        add(tr("Where parts lie"), tr("The positions of parts over all pictures"), self.places)
        add(tr("Side by side"), tr("The same pictures by interpretable and by ordinary filters"), self.pairs)

    def _connect(self) -> None:
        session = self._context.session
        session.run_changed.connect(self._follow_run)
        session.filter_changed.connect(self.fill)
        self.views.shown.connect(self.fill)
        self.answers.look_wanted.connect(self.look_wanted)
        self.answers.filter_wanted.connect(lambda index: self.part_wanted.emit(index, self.answers.picture))
        self.places.picture_wanted.connect(self.look_wanted)
        self.places.filter_wanted.connect(lambda index: self.part_wanted.emit(index, -1))
        self.pairs.own_wanted.connect(self.part_wanted)
        self.pairs.twin_wanted.connect(self.twin_wanted)

    @property
    def view(self) -> FilterView:
        """The view on show."""
        return FilterView(self.views.place)

    def show_filter(self) -> None:
        """Back to the view of one filter."""
        self.views.show_view(FilterView.FILTER)

    @Slot(object)
    def _follow_run(self, run: Run | None) -> None:
        if run is None:
            for one in (self._reviewing, self._placing, self._beside):
                one.clear()
        self.fill()

    @Slot()
    def fill(self) -> None:
        """Show the session's run and filter in the view that is on show; the others wait until they are."""
        run, index = self._context.session.run, self._context.session.filter
        if run is None:
            return
        match self.view:
            case FilterView.ANSWERS:
                self._reviewing.show(run)
            case FilterView.PLACES if index != NO_FILTER:
                self._placing.show(run, index)
            case FilterView.BESIDE:
                self._beside.show(run)

    @Slot(int)
    def _keep(self, place: int) -> None:
        self._context.settings.set_text(LAST, FilterView(place).name)
