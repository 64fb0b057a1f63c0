"""The wall of the open run's filters: wires its panel to the run, to what the user said of it, and to the collages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.filters.filter_words import floor_of
from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_rows import Card, FilterContext, cards
from app.widgets.holding_words import holding_text, none_holds
from app.widgets.pictures.scene import INTERPRETABLE, collage, other_network
from icnn_engine.inspection.filter_order import groups_of

if TYPE_CHECKING:
    from icnn_engine.core.events import NetworkName
    from icnn_engine.runs.run_folder import Run

COLLAGE = "collage"  # key in the pool
SIDE = 80  # points of a crop on a card
DOUBLES = "doubles"  # in the lane
LAYOUT = "filters/wall"  # key of the settings


class WallController(QObject):
    """Shows the filters of one network of the session's run."""

    def __init__(self, context: Context, panel: WallPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.panel = context, panel
        self._run: Run | None = None
        self.network: NetworkName = INTERPRETABLE
        self._doubles: np.ndarray = np.zeros(0)
        panel.recall(context.settings.text(LAYOUT))
        panel.arranged.connect(self._keep)
        panel.wanted.connect(self._ask_collages)
        context.naming.changed.connect(self._rename)

    def fill(self, run: Run, network: NetworkName) -> None:
        """Show the filters of a network."""
        self._run, self.network, self._doubles = run, network, np.zeros(0)
        self.panel.set_network(network)
        every = self._cards(run)
        self.panel.show_cards(every, self._note(run, every), self._warning(run))
        self._context.lane.ask(DOUBLES, partial(_doubles, run, network), partial(self._got_doubles, run, network))

    def clear(self) -> None:
        """No run is open."""
        self._run = None
        self._context.lane.forget(DOUBLES)
        self.panel.show_cards((), "")

    def _cards(self, run: Run) -> tuple[Card, ...]:
        known = FilterContext(
            floor_of(run),
            run.categories,
            run.of(other_network(self.network)),
            self._doubles.tolist(),
            self._context.naming.remarks,
        )
        return cards(run.of(self.network), known)

    def _note(self, run: Run, every: tuple[Card, ...]) -> str:
        filters, dead = run.of(self.network), sum(card.dead for card in every)
        parts = len(groups_of(filters))
        note = self.tr("{holds} of {count} filters hold a part: {parts} parts")
        if not run.judged:
            note = self.tr("{count} filters, 1 group") if parts == 1 else self.tr("{count} filters, {parts} groups")
        elif parts == 1:
            note = self.tr("{holds} of {count} filters hold a part, all of them the same")
        elif not parts:
            note = self.tr("{count} filters")
        note = note.format(count=len(every), parts=parts, holds=sum(one.holds for one in filters))
        bound = sum(card.bound for card in every)
        if bound:
            note += " · " + self.tr("{bound} background-bound").format(bound=bound)
        if dead:
            note += " · " + self.tr("{dead} never fire").format(dead=dead)
        return note

    def _warning(self, run: Run) -> str:
        filters = run.of(self.network)
        if not run.judged:
            return self.tr(
                "This run was not judged by today's tests: its groups are of filters that follow shifts of the "
                "picture. Judge it on the Measure page."
            )
        return holding_text(filters) if none_holds(filters) else ""

    @Slot()
    def _rename(self) -> None:
        if self._run is not None and self._run is self._context.session.run:
            self.panel.renew_cards(self._cards(self._run))

    def _got_doubles(self, run: Run, network: NetworkName, doubles: np.ndarray) -> None:
        if run is self._run and network is self.network:
            self._doubles = doubles
            self.panel.renew_cards(self._cards(run))

    @Slot(object)
    def _ask_collages(self, filters: list[int]) -> None:
        run, network = self._run, self.network
        if run is not None:
            side = round(SIDE * self.panel.devicePixelRatioF())
            for index in filters:
                work = partial(collage, run, network, index, side)
                show = partial(self._show_collage, run, network, index)
                self._context.pool.ask((COLLAGE, run.path, network, index), work, show)

    def _show_collage(self, run: Run, network: NetworkName, index: int, image: QImage) -> None:
        if run is self._run and network is self.network:
            self.panel.set_image(index, image)

    @Slot()
    def _keep(self) -> None:
        self._context.settings.set_text(LAYOUT, self.panel.remembered())


def _doubles(run: Run, network: NetworkName) -> np.ndarray:
    from icnn_engine.inspection.duplicate_filters import doubles_of

    return doubles_of(run, network)
