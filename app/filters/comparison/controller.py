"""Fill the view of both networks' filters on the same pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.job_result import Failed
from app.filters.comparison import network_comparison
from app.filters.comparison.side_by_side import COLUMNS, PairKey, PairRow, SideBySide
from app.filters.filter_words import number
from app.filters.run_controller import RunController
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import filter_title

if TYPE_CHECKING:
    from app.filters.comparison.network_comparison import Pairing
    from icnn_engine.runs.run_folder import Run

KEY, CELL = "beside", "beside"  # in the lane, in the pool
SIDE = 200  # pixels of the longest side of a cell's picture


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
            after = self._start + COLUMNS
            self._start = after if after < self._pairing.total else 0
            self._load()

    @Slot()
    def _load(self) -> None:
        if self._run is not None:
            work = partial(network_comparison.compare_networks, self._run, self._view.filters, COLUMNS, self._start)
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
        rows = [PairRow(None, -1, self.tr("Picture"), "")]
        rows += [self._row(run, network, filter_index) for network, filter_index in pairing.rows]
        pictures = [(picture, run.pictures[picture].name) for picture in pairing.pictures]
        reading = self.tr(
            "Pictures kept out of training, in a fixed order, and for both networks the filters of the largest parts "
            "first, then those that follow best. Look along a row: does the filter answer to the same part in "
            "every picture? White frame: where its peak looks; no frame: it hardly fires. Click to look closer."
        )
        self._view.table.show_pairs(rows, pictures)
        self._view.show_words(reading, pairing.total > COLUMNS)

    def _row(self, run: Run, network: NetworkName, filter_index: int) -> PairRow:
        if network is NetworkName.CAM:
            return PairRow(network, filter_index, self.tr("CAM"), self.tr("where the answer comes from"))
        filter = run.of(network)[filter_index]
        title = self.tr("Interpretable") if network is NetworkName.INTERPRETABLE else self.tr("Ordinary twin")
        words = self.tr("{name}\nfollows {value}")
        if len(run.categories) > 1:
            words = self.tr("{name}\n{category}\nfollows {value}")
        line = words.format(
            name=filter_title(filter, self._context.notes.remarks),
            category=run.categories[filter.category],
            value=number(filter.following),
        )
        return PairRow(network, filter_index, title, line)

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
