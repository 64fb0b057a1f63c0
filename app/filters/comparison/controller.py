"""Both networks' filters on the same pictures: wires the view to the open run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.filters.comparison import network_comparison
from app.filters.comparison.side_by_side import COLUMNS, PairRow, SideBySide
from app.filters.filter_words import number
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import filter_title

if TYPE_CHECKING:
    from app.filters.comparison.network_comparison import Pairing
    from icnn_engine.runs.run_folder import Run

KEY, CELL = "beside", "beside"  # in the lane, in the pool
SIDE = 200  # pixels of the longest side of a cell's picture


class ComparisonController(QObject):
    """Fills the view of both networks while it is on show."""

    def __init__(self, context: Context, view: SideBySide, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.view = context, view
        self._run: Run | None = None
        self._start = 0
        self._pairing: Pairing | None = None
        view.others_wanted.connect(self._turn)
        view.count_wanted.connect(self._ask)
        view.table.wanted.connect(self._ask_cell)
        context.notes.changed.connect(self._show)

    def show(self, run: Run) -> None:
        """Show the filters of a run; what is shown already stays."""
        another = self._run is None or run.path != self._run.path
        self._run = run
        if another:
            self._start, self._pairing = 0, None
            self._ask()

    def clear(self) -> None:
        """No run is open."""
        self._run, self._pairing = None, None
        self._context.lane.forget(KEY)

    @Slot()
    def _turn(self) -> None:
        """Other pictures; after the last ones the first again."""
        if self._pairing is not None:
            after = self._start + COLUMNS
            self._start = after if after < self._pairing.every else 0
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._run is not None:
            work = partial(network_comparison.compare_networks, self._run, self.view.filters, COLUMNS, self._start)
            self._context.lane.ask(KEY, work, partial(self._got, self._run))

    def _got(self, run: Run, pairing: Pairing) -> None:
        if run is self._run:
            self._pairing = pairing
            self._show()

    # In words

    @Slot()
    def _show(self) -> None:
        run, pairing = self._run, self._pairing
        if run is None or pairing is None:
            return
        rows = [PairRow(None, -1, self.tr("Picture"), "")] + [self._row(run, *one) for one in pairing.rows]
        pictures = [(picture, run.pictures[picture].name) for picture in pairing.pictures]
        told = self.tr(
            "Pictures kept out of training, in a fixed order, and for both networks the filters of the largest parts "
            "first, then those that follow best. Look along a row: does the filter answer to the same part in "
            "every picture? White frame: where its peak looks; no frame: it hardly fires. Click to look closer."
        )
        self.view.show_pairs(rows, pictures, told, pairing.every > COLUMNS)

    def _row(self, run: Run, network: NetworkName, filter_index: int) -> PairRow:
        if network is NetworkName.CAM:
            return PairRow(network, filter_index, self.tr("CAM"), self.tr("where the answer comes from"))
        one = run.of(network)[filter_index]
        head = self.tr("Interpretable") if network is NetworkName.INTERPRETABLE else self.tr("Ordinary twin")
        words = self.tr("{name}\nfollows {value}")
        if len(run.categories) > 1:
            words = self.tr("{name}\n{category}\nfollows {value}")
        name = filter_title(one, self._context.notes.remarks)
        line = words.format(name=name, category=run.categories[one.category], value=number(one.following))
        return PairRow(network, filter_index, head, line)

    # Images

    @Slot(object, int, int)
    def _ask_cell(self, network: NetworkName | None, filter_index: int, picture: int) -> None:
        if self._run is not None:
            key = (CELL, self._run.path, network, filter_index, picture)
            side = round(SIDE * self.view.devicePixelRatioF())
            work = partial(network_comparison.pixels_of, self._run, network, filter_index, picture, side)
            cell = (network, filter_index, picture)
            show = partial(self._show_image, self._run, cell)
            self._context.pool.ask(key, work, show, partial(self._miss_image, self._run, cell))

    def _show_image(self, run: Run, cell: tuple[NetworkName | None, int, int], image: QImage | None) -> None:
        if run is self._run:
            self.view.table.model_.set_image(cell, image)

    def _miss_image(self, run: Run, cell: tuple[NetworkName | None, int, int], _failure: Failed) -> None:
        self._show_image(run, cell, None)
