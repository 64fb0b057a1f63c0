"""Fill the view of positions for the open run and the part that is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.core.run_controller import RunController
from app.filters.positions import positions
from app.filters.positions.positions import PositionCloud
from app.filters.positions.positions_view import ALL, PartChoice, PositionsView
from app.filters.scene_words import part_name

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

KEY, TYPICAL = "places", "typical picture"  # in the lanes
DENSE = 0.1  # share of the diagonal: up to here a part is said to lie at nearly the same place


class PositionsController(RunController):
    """Fills the view of positions while it is on show."""

    def __init__(self, context: Context, view: PositionsView, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self._filter, self._part, self._category = -1, ALL, -1
        self._clouds: tuple[PositionCloud, ...] | None = None
        view.part_wanted.connect(self._choose)
        context.notes.changed.connect(self._show_parts)

    def show(self, run: Run, filter_index: int) -> None:
        """Show where the parts of a run lie; another chosen filter shows its part."""
        moved, self._filter = filter_index != self._filter, filter_index
        if self._change_run(run):
            self._clouds, self._part, self._category = None, ALL, -1
            self._view.map.set_picture(QImage())
            work = partial(positions.load_positions, run)
            self._context.lane.ask(KEY, work, self.for_run(self._keep_positions))
        elif moved and run.filters[filter_index].group >= 0:
            self._choose(run.filters[filter_index].group)

    def clear(self) -> None:
        """Show no run."""
        self._run, self._clouds, self._filter = None, None, -1
        self._context.lane.forget(KEY)
        self._context.files.forget(TYPICAL)

    def _keep_positions(self, clouds: tuple[PositionCloud, ...]) -> None:
        self._clouds = clouds
        self._show_parts()

    @Slot(int)
    def _choose(self, part: int) -> None:
        self._part = part
        if self._clouds is not None:
            self._show_chosen(self._clouds)

    @Slot()
    def _show_parts(self) -> None:
        """Offer the parts, by the names they have now."""
        if self._run is None or self._clouds is None:
            return
        run, notes = self._run, self._context.notes.remarks
        choices = [PartChoice(cloud.group, part_name(run, cloud.group, notes)) for cloud in self._clouds]
        if len(choices) > 1:
            choices.insert(0, PartChoice(ALL, self.tr("All parts")))
        elif choices:
            self._part = choices[0].group
        self._view.show_choices(choices)
        self._show_chosen(self._clouds)

    def _show_chosen(self, clouds: tuple[PositionCloud, ...]) -> None:
        run = self._run
        if run is None:
            return
        if not clouds:
            nothing = self.tr("No filter of this run holds a part, so there are no positions to show.")
            self._view.show_part(ALL, (), nothing, "")
            return
        chosen = next((cloud for cloud in clouds if cloud.group == self._part), None)
        category = (chosen or clouds[0]).category
        shown = (chosen,) if chosen is not None else tuple(cloud for cloud in clouds if cloud.category == category)
        told = self._told(run, chosen) if chosen is not None else self.tr("Choose a part to see it alone.")
        self._view.show_part(self._part, shown, told, self._reading(chosen is None, run.categories[category]))
        if category != self._category:
            self._category = category
            self._view.map.set_picture(QImage())
            show = self.for_run(self._view.map.set_picture)
            self._context.files.ask(TYPICAL, partial(positions.load_typical, run, category), show, self._no_picture)

    def _no_picture(self, _failure: Failed) -> None:
        """The pictures are gone: show the positions without one behind them."""

    def _told(self, run: Run, cloud: PositionCloud) -> str:
        """Return whether a part makes a dense spot or a scattered cloud."""
        words = self.tr("{part} is spread out: it lies elsewhere from picture to picture.")
        if not len(cloud.places):
            words = self.tr("{part} is found in no picture that was kept aside.")
        elif cloud.spread <= DENSE:
            words = self.tr("{part} is dense: it lies at nearly the same place in most pictures.")
        return words.format(part=part_name(run, cloud.group, self._context.notes.remarks))

    def _reading(self, several: bool, category: str) -> str:
        words = self.tr(
            "A typical picture of {category}. Each disc: here the part was found in other pictures, the larger the "
            "oftener. A dense spot means that the part keeps its place in the picture; a scattered cloud that it "
            "moves, as a head does when the animals stand elsewhere. Click a disc to see a picture."
        )
        if several:
            words = self.tr(
                "A typical picture of {category}. Each disc: here a part was found in other pictures, in the colour "
                "of the part. A dense spot means that the part keeps its place in the picture; a scattered cloud "
                "that it moves, as a head does when the animals stand elsewhere."
            )
        return words.format(category=category)
