"""Fill the view of positions for the open run and the chosen filter."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.filters.positions import positions
from app.filters.positions.positions import NetworkPositions, PositionCloud, PositionSubject
from app.filters.positions.positions_view import PositionRow, PositionsView
from app.filters.run_controller import RunController
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import filter_title, part_title

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

KEY, MEAN = "places", "mean picture"  # in the lanes


class PositionsController(RunController):
    """Fills the view of positions while it is on show."""

    def __init__(self, context: Context, view: PositionsView, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self._filter = -1
        self._positions: tuple[NetworkPositions, NetworkPositions] | None = None
        view.subject_wanted.connect(self._load)
        context.notes.changed.connect(self._show_positions)

    def show(self, run: Run, filter_index: int) -> None:
        """Show where the parts of a run lie, and the chosen filter's peaks."""
        another = self._change_run(run)
        moved = filter_index != self._filter and self._view.subject is PositionSubject.FILTER
        self._filter = filter_index
        if another:
            self._view.set_mean(QImage())
            show = self.for_run(self._view.set_mean)
            self._context.files.ask(MEAN, partial(positions.mean_picture, run), show, self._no_mean)
        if another or moved or self._positions is None:
            self._load()

    def clear(self) -> None:
        """Show no run."""
        self._run, self._positions, self._filter = None, None, -1
        self._context.lane.forget(KEY)
        self._context.files.forget(MEAN)

    @Slot()
    def _load(self) -> None:
        if self._run is not None:
            work = partial(positions.load_positions, self._run, self._view.subject, self._filter)
            self._context.lane.ask(KEY, work, self.for_run(self._keep_positions))

    def _keep_positions(self, both: tuple[NetworkPositions, NetworkPositions]) -> None:
        self._positions = both
        self._show_positions()

    def _no_mean(self, _failure: Failed) -> None:
        """The pictures are gone: show the positions without the picture behind them."""

    @Slot()
    def _show_positions(self) -> None:
        """Show the positions, by the names they have now."""
        run, both = self._run, self._positions
        if run is None or both is None:
            return
        parts = self._view.subject is PositionSubject.PARTS
        titles = (self.tr("Interpretable"), self.tr("Ordinary twin"))
        for place, (title, shown) in enumerate(zip(titles, both, strict=True)):
            self._view.show_positions(place, shown.clouds, not parts, self._title(run, title, shown), self._line(shown))
        self._view.reading.setText(self._reading())
        rows = both[0].clouds if parts else ()
        self._view.show_rows([self._row(place, cloud) for place, cloud in enumerate(rows)])

    def _title(self, run: Run, title: str, shown: NetworkPositions) -> str:
        if shown.filter < 0:
            return title
        name = filter_title(run.of(shown.network)[shown.filter], self._context.notes.remarks)
        return self.tr("{network}: {name}").format(network=title, name=name)

    def _line(self, shown: NetworkPositions) -> str:
        clouds = shown.clouds
        peaks = sum(len(cloud.places) for cloud in clouds)
        if self._view.subject is PositionSubject.PARTS:
            words = self.tr("1 part, {peaks} peaks") if len(clouds) == 1 else self.tr("{count} parts, {peaks} peaks")
            return words.format(count=len(clouds), peaks=peaks) if clouds else self.tr("no filter holds a part")
        if not clouds or isnan(clouds[0].spread):
            return self.tr("no peaks")
        words = self.tr("{peaks} peaks, typically {spread:.0%} of the diagonal from their middle")
        return words.format(peaks=peaks, spread=clouds[0].spread)

    def _reading(self) -> str:
        match self._view.subject:
            case PositionSubject.FILTER:
                return self.tr(
                    "Each picture kept out of training has one peak of the filter; discs are the larger the more "
                    "peaks fall there. A part that sits elsewhere in every picture spreads; a filter that always "
                    "points to one place does not look at the content. The twin's filter has the same rank among its "
                    "own. Behind: the mean of the pictures. Click a disc to see its strongest picture."
                )
            case PositionSubject.PARTS:
                return self.tr(
                    "Each part by the middle of its peaks; the ring is as wide as they spread. Behind: the mean of the "
                    "pictures. Point at a part to see its peaks, click it in the list to look at its filter."
                )
            case _:
                return self.tr(
                    "Every peak of every filter. Interpretable filters that share the parts among them spread over "
                    "the object; where all peaks fall on one spot, all filters have found the same thing."
                )

    def _row(self, place: int, cloud: PositionCloud) -> PositionRow:
        words = self.tr("{name}: {peaks} peaks, spread {spread:.0%} of the diagonal")
        name = part_title(NetworkName.INTERPRETABLE, cloud.group, self._context.notes.remarks)
        filled = words.format(name=name, peaks=len(cloud.places), spread=cloud.spread)
        return PositionRow(place, cloud.group, cloud.filter, filled)
