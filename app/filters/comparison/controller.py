"""Fill the view of both networks' filters on the same pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.job_result import Failed
from app.core.run_controller import RunController
from app.filters.comparison import network_comparison
from app.filters.comparison.side_by_side import PairKey, PairRow, SideBySide
from app.filters.filter_words import number
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.network_words import network_title
from icnn_engine.runs.notes import filter_title

if TYPE_CHECKING:
    from app.filters.comparison.network_comparison import Pairing
    from icnn_engine.runs.run_folder import Run

KEY, CELL = "beside", "beside"  # in the lane, in the pool
OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
SIDE = 260  # pixels of the longest side of a cell's picture


class ComparisonController(RunController):
    """Fills the view of both networks while it is on show."""

    def __init__(self, context: Context, view: SideBySide, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self._start = 0
        self._pairing: Pairing | None = None
        view.others_wanted.connect(self._turn)
        view.count_wanted.connect(self._load)
        view.table.wanted.connect(self._request_image)
        context.notes.changed.connect(self._show_pairs)

    def show(self, run: Run) -> None:
        """Show the filters of a run; if it is on show already, nothing is read again."""
        if self._change_run(run):
            self._start, self._pairing = 0, None
            self._load()

    def clear(self) -> None:
        """Show no run."""
        self._run, self._pairing = None, None
        self._context.lane.forget(KEY)

    @Slot()
    def _turn(self) -> None:
        """Show the next pictures; after the last ones the first again."""
        if self._pairing is not None:
            after = self._start + self._view.table.count
            self._start = after if after < self._pairing.total else 0
            self._load()

    @Slot()
    def _load(self) -> None:
        view = self._view
        if self._run is not None:
            work = partial(network_comparison.compare_networks, self._run, view.filters, view.table.count, self._start)
            self._context.lane.ask(KEY, work, self.for_run(self._show_pairing))

    def _show_pairing(self, pairing: Pairing) -> None:
        self._pairing = pairing
        self._show_pairs()

    @Slot()
    def _show_pairs(self) -> None:
        """Show rows and pictures, by the names they have now."""
        run, pairing = self._run, self._pairing
        if run is None or pairing is None:
            return
        rows = [(self._row(run, OWN, own), self._row(run, TWIN, twin)) for own, twin in pairing.rows]
        pictures = [(picture, run.pictures[picture].name) for picture in pairing.pictures]
        reading = self.tr(
            "Does a filter answer to the same thing in every picture? A white frame marks where it looks; without a "
            "frame it hardly answers. Click a picture to look closer."
        )
        self._view.name_networks(network_title(run, OWN), network_title(run, TWIN))
        self._view.table.show_pairs(rows, pictures)
        self._view.show_words(reading, pairing.total > self._view.table.count)

    def _row(self, run: Run, network: NetworkName, filter_index: int) -> PairRow:
        filter, several = run.of(network)[filter_index], len(run.categories) > 1
        head = network_title(run, network)
        line = self.tr("{category} · follows {value}") if several else self.tr("follows {value}")
        words = line.format(category=run.categories[filter.category], value=number(filter.following))
        return PairRow(network, filter_index, head, filter_title(filter, self._context.notes.remarks), words)

    @Slot(object)
    def _request_image(self, pair: PairKey) -> None:
        if self._run is not None:
            side = round(SIDE * self._view.devicePixelRatioF())
            work = partial(network_comparison.pixels_of, self._run, *pair, side)
            show = self.for_run(partial(self._view.table.pictures.set_image, pair))
            failed = self.for_run(partial(self._show_missing, pair))
            self._context.pool.ask((CELL, self._run.path, *pair), work, show, failed)

    def _show_missing(self, pair: PairKey, _failure: Failed) -> None:
        self._view.table.pictures.set_image(pair, None)
