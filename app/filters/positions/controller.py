"""Where parts lie: wires the view of positions to the open run and the chosen filter."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.filters.positions import positions
from app.filters.positions.position_map import Drawn
from app.filters.positions.positions import NetworkPositions, PositionCloud, PositionSubject
from app.filters.positions.positions_view import PositionRow, PositionsView
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import filter_title, part_title

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

KEY, MEAN = "places", "mean picture"  # in the lanes


class PositionsController(QObject):
    """Fills the view of positions while it is on show."""

    def __init__(self, context: Context, view: PositionsView, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.view = context, view
        self._run: Run | None = None
        self._filter = -1
        self._found: tuple[NetworkPositions, NetworkPositions] | None = None
        view.subject_wanted.connect(self._ask)
        context.notes.changed.connect(self._show)

    def show(self, run: Run, filter_index: int) -> None:
        """Show where the parts of a run lie, and the chosen filter's peaks."""
        another = self._run is None or run.path != self._run.path
        moved = filter_index != self._filter
        self._run, self._filter = run, filter_index
        if another:
            self.view.set_mean(QImage())
            mean = partial(positions.mean_picture, run)
            self._context.files.ask(MEAN, mean, partial(self._got_mean, run), self._no_mean)
        if another or (moved and self.view.subject is PositionSubject.FILTER) or self._found is None:
            self._ask()

    def clear(self) -> None:
        """No run is open."""
        self._run, self._found, self._filter = None, None, -1
        self._context.lane.forget(KEY)
        self._context.files.forget(MEAN)

    @Slot()
    def _ask(self) -> None:
        if self._run is not None:
            work = partial(positions.load_positions, self._run, self.view.subject, self._filter)
            self._context.lane.ask(KEY, work, partial(self._got, self._run))

    def _got(self, run: Run, found: tuple[NetworkPositions, NetworkPositions]) -> None:
        if run is self._run:
            self._found = found
            self._show()

    def _got_mean(self, run: Run, mean: QImage) -> None:
        if run is self._run:
            self.view.set_mean(mean)

    def _no_mean(self, _failure: Failed) -> None:
        """The pictures are gone: the positions are shown without the picture behind them."""

    # In words

    @Slot()
    def _show(self) -> None:
        run, found = self._run, self._found
        if run is None or found is None:
            return
        dense = self.view.subject is not PositionSubject.PARTS
        own, twin = (Drawn(one.clouds, [self._name(run, one, c) for c in one.clouds], dense) for one in found)
        titles = (self.tr("Interpretable"), self.tr("Ordinary twin"))
        captions = [(self._title(run, title, one), self._line(one)) for title, one in zip(titles, found, strict=True)]
        self.view.show_places(own, twin, captions, self._reading())
        parts = found[0].clouds if self.view.subject is PositionSubject.PARTS else ()
        self.view.show_rows([self._row(place, cloud) for place, cloud in enumerate(parts)])

    def _title(self, run: Run, title: str, one: NetworkPositions) -> str:
        if one.filter < 0:
            return title
        name = filter_title(run.of(one.network)[one.filter], self._context.notes.remarks)
        return self.tr("{network}: {name}").format(network=title, name=name)

    def _line(self, one: NetworkPositions) -> str:
        peaks = sum(len(cloud.places) for cloud in one.clouds)
        if self.view.subject is PositionSubject.PARTS:
            if not one.clouds:
                return self.tr("no filter holds a part")
            one_part, many = self.tr("1 part, {peaks} peaks"), self.tr("{count} parts, {peaks} peaks")
            return (one_part if len(one.clouds) == 1 else many).format(count=len(one.clouds), peaks=peaks)
        if not one.clouds or isnan(one.clouds[0].spread):
            return self.tr("no peaks")
        words = self.tr("{peaks} peaks, typically {spread:.0%} of the diagonal from their middle")
        return words.format(peaks=peaks, spread=one.clouds[0].spread)

    def _reading(self) -> str:
        match self.view.subject:
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

    def _name(self, run: Run, one: NetworkPositions, cloud: PositionCloud) -> str:
        remarks = self._context.notes.remarks
        return part_title(one.network, cloud.group, remarks) if cloud.group >= 0 else run.category

    def _row(self, place: int, cloud: PositionCloud) -> PositionRow:
        name = part_title(NetworkName.INTERPRETABLE, cloud.group, self._context.notes.remarks)
        words = self.tr("{name}: {peaks} peaks, spread {spread:.0%} of the diagonal")
        filled = words.format(name=name, peaks=len(cloud.places), spread=cloud.spread)
        return PositionRow(place, cloud.group, cloud.filter, filled)
