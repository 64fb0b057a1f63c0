"""Fill the wall with the filters of the open run, their names and their collages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.filters.filter_words import floor_of
from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_rows import Card, cards
from app.widgets.measures.holding_words import holding_text, none_holds
from app.widgets.pictures.compute_scene import INTERPRETABLE, collage, other_network
from icnn_engine.inspection.filter_order import groups_of

if TYPE_CHECKING:
    from icnn_engine.core.events import NetworkName
    from icnn_engine.runs.run_folder import Run

COLLAGE = "collage"  # key in the pool
SIDE = 80  # points of a crop on a card
LAYOUT = "filters/wall"  # key of the settings


class WallController(QObject):
    """Shows the filters of one network of the session's run."""

    def __init__(self, context: Context, panel: WallPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._panel = context, panel
        self._run: Run | None = None
        self._network: NetworkName = INTERPRETABLE
        panel.recall(context.settings.text(LAYOUT))
        panel.arranged.connect(lambda: context.settings.set_text(LAYOUT, panel.remembered()))
        panel.wanted.connect(self._request_collages)
        context.notes.changed.connect(self._rename)

    def show(self, run: Run, network: NetworkName) -> None:
        """Show the filters of a network."""
        if self._run is None or self._run.path != run.path or self._network is not network:
            self._panel.fold_all()
        self._run, self._network = run, network
        self._panel.name_networks(run)
        self._panel.set_network(network)
        self._panel.show_cards(self._cards(run), self._note(run), self._warning(run))

    def clear(self) -> None:
        """Show no run."""
        self._run = None
        self._panel.show_cards((), "")

    def _cards(self, run: Run) -> tuple[Card, ...]:
        others = run.of(other_network(self._network))
        return cards(run.of(self._network), floor_of(run), run.categories, others, self._context.notes.remarks)

    def _note(self, run: Run) -> str:
        filters = run.of(self._network)
        groups = len(groups_of(filters))
        if run.judged and groups:
            note = holding_text(filters).rstrip(".")
        elif groups:
            note = self.tr("{count} filters, 1 group") if groups == 1 else self.tr("{count} filters, {groups} groups")
        else:
            note = self.tr("{count} filters")
        notes = [note.format(count=len(filters), groups=groups)]
        if bound := sum(card.bound for card in self._cards(run)):
            text = self.tr("{bound} of all {count}, holding or not, answer to the background")
            if bound == 1:
                text = self.tr("1 of all {count}, holding or not, answers to the background")
            notes.append(text.format(bound=bound, count=len(filters)))
        if dead := sum(filter.dead for filter in filters):
            text = self.tr("1 never fires") if dead == 1 else self.tr("{dead} never fire")
            notes.append(text.format(dead=dead))
        return " · ".join(notes)

    def _warning(self, run: Run) -> str:
        filters = run.of(self._network)
        if not run.judged:
            return self.tr(
                "This run was not judged by today's tests: its groups are of filters that follow shifts of the "
                "picture. Judge it on the Measure page."
            )
        return holding_text(filters) if none_holds(filters) else ""

    @Slot()
    def _rename(self) -> None:
        if self._run is not None and self._run is self._context.session.run:
            self._panel.renew_cards(self._cards(self._run))

    @Slot(object)
    def _request_collages(self, filters: list[int]) -> None:
        run, network = self._run, self._network
        if run is not None:
            side = round(SIDE * self._panel.devicePixelRatioF())
            for index in filters:
                work = partial(collage, run, network, index, side)
                show = partial(self._show_collage, run, network, index)
                self._context.pool.ask((COLLAGE, run.path, network, index), work, show)

    def _show_collage(self, run: Run, network: NetworkName, index: int, image: QImage) -> None:
        if run is self._run and network is self._network:
            self._panel.set_image(index, image)
