"""The views of the open run's filters: its parts, the chosen filter, predictions, positions, both networks."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.core.context import Context
from app.core.session import NO_FILTER
from app.filters.comparison.controller import ComparisonController
from app.filters.comparison.side_by_side import SideBySide
from app.filters.filter_detail import FilterDetail
from app.filters.parts.controller import PartsController
from app.filters.parts.parts_view import PartsView
from app.filters.positions.controller import PositionsController
from app.filters.positions.positions_view import PositionsView
from app.filters.predictions.controller import PredictionsController
from app.filters.predictions.predictions_view import PredictionsView
from app.style.stylesheet import LARGE
from app.widgets.layouts.containers import scroll_into_sight
from app.widgets.layouts.views import Views

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

LAST, LAST_RUN = "filters/view", "filters/view run"  # keys of the settings: the view, and of which run it was


class FilterView(IntEnum):
    """Places of the views; their names are stored in the settings."""

    PARTS = 0
    FILTER = 1
    ANSWERS = 2
    PLACES = 3
    BESIDE = 4


OF_A_FILTER = (FilterView.FILTER, FilterView.PLACES)  # views of the chosen filter


class FilterViews(Views):
    """Fills the view that is on show."""

    look_wanted = Signal(int)  # look at a picture of the run with the chosen filter
    part_wanted = Signal(int, int)  # look at an interpretable filter, on a picture (-1: on one of its best)
    twin_wanted = Signal(int, int)  # the same with a filter of the twin

    def __init__(self, context: Context, detail: FilterDetail) -> None:
        super().__init__()
        self._context, self._detail = context, detail
        self.bar.setObjectName("filter_views")
        self._row.setContentsMargins(0, 0, LARGE, 0)  # as the views
        self.parts, self.predictions = PartsView(), PredictionsView()
        self.positions, self.comparison = PositionsView(), SideBySide()
        self._parts = PartsController(context, self.parts, self)
        self._predictions = PredictionsController(context, self.predictions, self)
        self._positions = PositionsController(context, self.positions, self)
        self._comparison = ComparisonController(context, self.comparison, self)
        self._add_views(detail)
        self._connect()
        if context.session.run is not None:
            self._follow_run(context.session.run)

    def _add_views(self, detail: QWidget) -> None:
        tr = self.tr
        self.add(tr("Parts"), tr("The parts that the network found, on its test pictures"), self.parts)
        self.add(tr("Filter"), tr("What the chosen filter sees in a picture, beside CAM and the other network"), detail)
        self.add(tr("Answers"), tr("Wrong and unsure answers, and the parts that were seen there"), self.predictions)
        self.add(tr("Where parts lie"), tr("The positions of parts over all pictures"), self.positions)
        self.add(tr("Side by side"), tr("The same pictures by the filters of both networks"), self.comparison)

    def _connect(self) -> None:
        session, part_wanted = self._context.session, self.part_wanted
        session.run_changed.connect(self._follow_run)
        session.filter_changed.connect(self._show_current)
        self.shown.connect(self._show_current)
        self.shown.connect(self._remember)
        self.parts.filter_wanted.connect(lambda index: part_wanted.emit(index, -1))
        self.parts.alike_wanted.connect(self._show_alike)
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
        """Show the view of the chosen filter, from its top if another view is on show."""
        if self.view is not FilterView.FILTER:
            focus = QApplication.focusWidget()
            if focus is not None and self.isAncestorOf(focus):  # else it goes to any widget below, and scrolls there
                self.buttons.button(FilterView.FILTER).setFocus()
            self._detail.verticalScrollBar().setValue(0)
        self.show_view(FilterView.FILTER)

    @Slot(int, int)
    def _show_alike(self, filter_index: int, picture: int) -> None:
        """Look at a part on a picture, and show the pictures in which it looks most alike."""
        self.part_wanted.emit(filter_index, picture)
        strip = self._detail.strip
        strip.alike.setChecked(True)
        strip.alike.setFocus()
        QTimer.singleShot(0, self, partial(scroll_into_sight, strip))

    @Slot()
    def show_parts(self) -> None:
        """Show all parts."""
        self.show_view(FilterView.PARTS)
        self.parts.show_naming(False)

    @Slot()
    def name_parts(self) -> None:
        """Name the parts one after the other."""
        self.show_view(FilterView.PARTS)
        self._parts.start_naming()

    @Slot(object)
    def _follow_run(self, run: Run | None) -> None:
        if run is None:
            for controller in (self._parts, self._predictions, self._positions, self._comparison):
                controller.clear()
            self._context.settings.set_text(LAST_RUN, "")
        else:
            self.show_view(self._remembered_view(run))
            self._remember()
        self._show_current()

    def _remembered_view(self, run: Run) -> FilterView:
        """Return the view in which a run was looked at last; a run that is newly opened shows its parts."""
        settings = self._context.settings
        last = settings.text(LAST)
        known = last in FilterView.__members__ and settings.text(LAST_RUN) == str(run.path)
        return FilterView[last] if known else FilterView.PARTS

    @Slot()
    def _remember(self) -> None:
        if self._context.session.run is not None:
            self._context.settings.set_text(LAST, self.view.name)
            self._context.settings.set_text(LAST_RUN, str(self._context.session.run.path))

    @Slot()
    def _show_current(self) -> None:
        """Show the session's run and filter in the view that is on show; the others wait until they are."""
        run, index = self._context.session.run, self._context.session.filter
        if run is None:
            return
        match self.view:
            case FilterView.PARTS:
                self._parts.show(run)
            case FilterView.ANSWERS:
                self._predictions.show(run)
            case FilterView.PLACES if index != NO_FILTER:
                self._positions.show(run, index)
            case FilterView.BESIDE:
                self._comparison.show(run)
