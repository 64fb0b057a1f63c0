"""The views of the open run's filters: the chosen filter, predictions, positions, both networks side by side."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.context import Context
from app.core.session import NO_FILTER
from app.filters.comparison.controller import ComparisonController
from app.filters.comparison.side_by_side import SideBySide
from app.filters.positions.controller import PositionsController
from app.filters.positions.positions_view import PositionsView
from app.filters.predictions.controller import PredictionsController
from app.filters.predictions.predictions_view import PredictionsView
from app.widgets.views import Views

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

LAST = "filters/view"  # key of the settings


class FilterView(IntEnum):
    """Places of the views; their names are stored in the settings."""

    FILTER = 0
    ANSWERS = 1
    PLACES = 2
    BESIDE = 3


class FilterViews(Views):
    """Fills the view that is on show."""

    look_wanted = Signal(int)  # look at a picture of the run with the chosen filter
    part_wanted = Signal(int, int)  # look at an interpretable filter, on a picture (-1: on one of its best)
    twin_wanted = Signal(int, int)  # the same with a filter of the twin

    def __init__(self, context: Context, detail: QWidget) -> None:
        super().__init__()
        self._context = context
        self.predictions, self.positions, self.comparison = PredictionsView(), PositionsView(), SideBySide()
        self._predictions = PredictionsController(context, self.predictions, self)
        self._positions = PositionsController(context, self.positions, self)
        self._comparison = ComparisonController(context, self.comparison, self)
        self._add_views(detail)
        self._connect()
        last = context.settings.text(LAST, "")
        if last in FilterView.__members__:
            self.show_view(FilterView[last])
        self.shown.connect(lambda place: context.settings.set_text(LAST, FilterView(place).name))

    def _add_views(self, detail: QWidget) -> None:
        tr = self.tr
        self.add(tr("Filter"), tr("What the chosen filter sees in a picture, beside CAM and the ordinary twin"), detail)
        self.add(tr("Answers"), tr("Wrong and unsure answers, and the parts that were seen there"), self.predictions)
        self.add(tr("Where parts lie"), tr("The positions of parts over all pictures"), self.positions)
        self.add(tr("Side by side"), tr("The same pictures by interpretable and by ordinary filters"), self.comparison)

    def _connect(self) -> None:
        session, part_wanted = self._context.session, self.part_wanted
        session.run_changed.connect(self._follow_run)
        session.filter_changed.connect(self._show_current)
        self.shown.connect(self._show_current)
        self.predictions.look_wanted.connect(self.look_wanted)
        self.predictions.filter_wanted.connect(lambda index: part_wanted.emit(index, self.predictions.picture))
        self.positions.picture_wanted.connect(part_wanted)
        self.positions.filter_wanted.connect(lambda index: part_wanted.emit(index, -1))
        self.comparison.own_wanted.connect(part_wanted)
        self.comparison.twin_wanted.connect(self.twin_wanted)

    @property
    def view(self) -> FilterView:
        """The view on show."""
        return FilterView(self.place)

    def show_filter(self) -> None:
        """Show the view of the chosen filter."""
        self.show_view(FilterView.FILTER)

    @Slot(object)
    def _follow_run(self, run: Run | None) -> None:
        if run is None:
            for controller in (self._predictions, self._positions, self._comparison):
                controller.clear()
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        """Show the session's run and filter in the view that is on show; the others wait until they are."""
        run, index = self._context.session.run, self._context.session.filter
        if run is None:
            return
        match self.view:
            case FilterView.ANSWERS:
                self._predictions.show(run)
            case FilterView.PLACES if index != NO_FILTER:
                self._positions.show(run, index)
            case FilterView.BESIDE:
                self._comparison.show(run)
