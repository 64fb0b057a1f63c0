"""The Filters page: the parts of the run, and views of its filters, some of them beside the wall of filters."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.context import Context
from app.core.session import NO_FILTER
from app.filters import filter_words as words
from app.filters.ask_dialogs import chosen_images, chosen_picture
from app.filters.display_settings import DisplaySettings
from app.filters.filter_detail import FilterDetail
from app.filters.filter_views import OF_A_FILTER, FilterView, FilterViews
from app.filters.forbidding.controller import ForbidController
from app.filters.notes_controller import NotesController
from app.filters.scene_controller import SceneController
from app.filters.wall.controller import WallController
from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_splitter import WallSplitter
from app.style.colours import part_colour
from app.style.stylesheet import LARGE, SMALL, WIDE
from app.widgets.common import Button, column, row
from app.widgets.empty_state import EmptyState
from app.widgets.layouts.containers import widget_of
from app.widgets.layouts.views import ViewStack
from app.widgets.pictures.compute_scene import INTERPRETABLE, TWIN, SceneRequest, other_network, picture_of
from icnn_engine.core.annotations import Where
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.filter_order import groups_of, wall_order
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.run_folder import Run


class FiltersPage(QWidget):
    """Shows the filters of the session's run."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._network = INTERPRETABLE
        self._chosen: dict[NetworkName, int | None] = {}
        self.panel, self.detail = WallPanel(), FilterDetail()
        DisplaySettings(context, self.detail.trio, self)
        self._wall = WallController(context, self.panel, self)
        self._notes = NotesController(context, self.detail.notes, self)
        self.scenes = SceneController(context, self.detail, self._choice, self)
        self.views = FilterViews(context, self.detail)
        self.forbidding = ForbidController(context, self.panel, self)
        self._stack = ViewStack()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        self.setLayout(row(self._stack))
        self._connect()
        look = context.session.look
        self._show_run(context.session.run)
        self.scenes.follow_look(look)

    @property
    def is_empty(self) -> bool:
        """Whether there is no run to look at."""
        return self._stack.currentIndex() == 0

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        return [
            (self.tr("Left  Right"), self.tr("Parts: show the picture before or after")),
            (self.tr("Up  Down"), self.tr("Parts: choose the part above or below")),
            (self.tr("Arrows"), self.tr("Go from filter to filter, or from best picture to best picture")),
            (self.tr("Enter"), self.tr("Wall: show or hide the other filters of a part")),
            (self.tr("Space"), self.tr("Show or hide the overlay, or the marks of the parts")),
            (self.tr("F2"), self.tr("Name the chosen part, or the part of the chosen filter")),
            (self.tr("S"), self.tr("Star the chosen filter")),
            (self.tr("+  −  0"), self.tr("Zoom the picture in and out, show it whole")),
            (self.tr("Ctrl+Wheel, drag"), self.tr("Zoom and move the three pictures together")),
        ]

    def _build_empty(self) -> QWidget:
        wishes = self._context.requests
        return EmptyState(
            "filters",
            self.tr("No filters yet"),
            self.tr(
                "Train on a folder of pictures, or open a run of an earlier training: here you see the part each "
                "filter has found, on any picture you like."
            ),
            Button(self.tr("Go to Train"), "primary", "train", lambda: wishes.page.emit("train")),
            Button(self.tr("Open run…"), "", "run", lambda: wishes.action.emit("open_run")),
        )

    def _build_work(self) -> QWidget:
        self.splitter = WallSplitter(self.panel, self.views, self._context.settings)
        self.views.add_beside(self.splitter.to_wall)
        whole = column(self.views.bar, (self.splitter, 1), margins=(WIDE, SMALL, SMALL, LARGE))
        return widget_of(whole)

    def _connect(self) -> None:
        session, detail, views = self._context.session, self.detail, self.views
        session.run_changed.connect(self._show_run)
        session.filter_changed.connect(self._follow_filter)
        self._context.notes.changed.connect(self._name_choice)
        self._context.requests.filter.connect(self._look_at_filter)
        self._context.requests.parts.connect(views.show_parts)
        self._context.requests.name_parts.connect(views.name_parts)
        self._context.requests.picture.connect(self.explain_file)
        self._context.requests.locate.connect(self._choose_images)
        self.panel.network_chosen.connect(self.choose_network)
        self.panel.filter_chosen.connect(self.choose_filter)
        self.panel.filter_chosen.connect(self.splitter.close_wall)
        detail.ask_wanted.connect(self._choose_file)
        for place in (detail, views.parts.side):
            place.locate_wanted.connect(self._choose_images)
        detail.effects.chosen.connect(self._choose_part)
        detail.trio.strongest_wanted.connect(self._use_strongest)
        for field in (detail.notes.name, detail.notes.note):
            field.returnPressed.connect(self.panel.wall.setFocus)  # on to the next filter
        views.shown.connect(self._show_panel)
        self._show_panel()
        views.look_wanted.connect(self._look_closer)
        views.parts.forbid_wanted.connect(self.forbidding.ask_about)
        views.part_wanted.connect(partial(self._open_filter, INTERPRETABLE))
        views.twin_wanted.connect(partial(self._open_filter, TWIN))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Handle keys that no widget used: Space shows and hides the overlay, F2 names the part, S stars the filter."""
        overlays = {
            FilterView.PARTS: self.views.parts.toggle_marks,
            FilterView.FILTER: self.detail.trio.toggle_overlay,
            FilterView.ANSWERS: self.views.predictions.overlay.toggle,
        }
        if event.key() == Qt.Key.Key_Space and not self.is_empty and self.views.view in overlays:
            overlays[self.views.view]()
        elif event.key() == Qt.Key.Key_F2 and not self.is_empty:
            self._rename()
        elif event.key() == Qt.Key.Key_S and not self.is_empty:
            self.detail.notes.star.click()
        else:
            super().keyPressEvent(event)

    def _rename(self) -> None:
        if self.views.view is FilterView.PARTS:
            self.views.parts.rename()
        else:
            self.views.show_filter()
            self.detail.notes.name.setFocus()

    @Slot()
    def _show_panel(self) -> None:
        self.splitter.want_wall(self.views.view in OF_A_FILTER)

    # Choosing a filter

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self._stack.setCurrentIndex(0 if run is None else 1)
        self._chosen = {INTERPRETABLE: None, TWIN: None}
        self.scenes.clear()
        if run is None:
            self._wall.clear()
            return
        self._show_wall(run, INTERPRETABLE)
        if self._context.session.filter == NO_FILTER:
            self._context.session.set_filter(_first(run, INTERPRETABLE))
        else:
            self._follow_filter(self._context.session.filter)

    def _show_wall(self, run: Run, network: NetworkName) -> None:
        self._network = network
        self._wall.show(run, network)

    @Slot(object)
    def choose_network(self, network: NetworkName) -> None:
        """Show the filters of another network."""
        run = self._context.session.run
        if run is not None and network is not self._network:
            self._show_wall(run, network)
            self._show_choice()

    @Slot(int)
    def choose_filter(self, filter_index: int) -> None:
        """Look at a filter of the network that the wall shows."""
        self._chosen[self._network] = filter_index
        if self.views.view is not FilterView.PLACES:  # which shows the chosen filter's positions
            self.views.show_filter()
        if self._network is INTERPRETABLE:
            self._context.session.set_filter(filter_index)
        else:
            self._show_choice()

    @Slot(int)
    def _look_at_filter(self, filter_index: int) -> None:
        """Look at a filter of the interpretable network."""
        self._open_filter(INTERPRETABLE, filter_index, -1)

    @Slot(int)
    def _look_closer(self, picture: int) -> None:
        """Look at a picture that another view shows, with the chosen filter."""
        self.detail.kept.setChecked(True)
        self.views.show_filter()
        self.scenes.look_at(picture)

    def _open_filter(self, network: NetworkName, filter_index: int, picture: int) -> None:
        """Look at a filter that another view shows, on a picture (-1: on its best)."""
        self.detail.kept.setChecked(picture >= 0)
        self.views.show_filter()
        self.choose_network(network)
        self.choose_filter(filter_index)
        if picture >= 0:
            self.scenes.look_at(picture)

    @Slot(int)
    def _follow_filter(self, filter_index: int) -> None:
        run = self._context.session.run
        if run is None or filter_index == NO_FILTER:
            return
        if self._network is not INTERPRETABLE:
            self._show_wall(run, INTERPRETABLE)
        self._show_choice()

    @Slot(int)
    def _choose_part(self, filter_index: int) -> None:
        """Look at the filter of a part on the picture that is on show."""
        self.detail.kept.setChecked(True)
        self._chosen[INTERPRETABLE] = filter_index
        self.choose_network(INTERPRETABLE)
        self._context.session.set_filter(filter_index)

    @Slot()
    def _use_strongest(self) -> None:
        self._chosen[other_network(self._network)] = None
        self.scenes.look_at(self.scenes.look)

    def _choice(self, run: Run) -> SceneRequest:
        own = self._context.session.filter if self._network is INTERPRETABLE else self._chosen[TWIN]
        if own is None or own == NO_FILTER:
            own = _first(run, self._network)
        return SceneRequest(self._network, own, self._chosen[other_network(self._network)], self.detail.trio.drawing)

    def _show_choice(self) -> None:
        """Show the chosen filter: its figures at once, its picture as soon as it has been read."""
        run = self._context.session.run
        if run is None or not run.of(self._network):
            return
        filter = run.of(self._network)[self._choice(run).filter]
        self.panel.choose(filter.index)
        self._name_choice()
        self._notes.show(filter)
        fact, scale = words.following_fact(run, filter)
        self.detail.facts.show_facts(fact, scale, part_colour(filter.group), words.other_facts(run, filter))
        self.detail.tests.show_filter(run, filter)
        self.scenes.look_at(self.scenes.look if self.detail.kept.isChecked() else None)

    @Slot()
    def _name_choice(self) -> None:
        """Show the title of the chosen filter, by the name it has now."""
        run = self._context.session.run
        if run is not None and run.of(self._network):
            filter = run.of(self._network)[self._choice(run).filter]
            title = words.filter_heading(filter, self._context.notes.remarks)
            self.detail.show_filter(title, words.filter_state(run, filter), part_colour(filter.group))

    # Choosing a picture

    @Slot()
    def _choose_file(self) -> None:
        chosen = chosen_picture(self, self._context.settings)
        if chosen is not None:
            self.explain_file(chosen)

    @Slot(object)
    def explain_file(self, where: Where | int) -> None:
        """Look at any picture, of the run (or its index) or from elsewhere, with the networks of the run; it stays on
        show."""
        run = self._context.session.run
        if run is None:
            return
        self.detail.kept.setChecked(True)
        self.detail.verticalScrollBar().setValue(0)
        self.views.show_filter()
        known = where if isinstance(where, int) else picture_of(run, where)
        if known is None and not isinstance(where, int):
            self.scenes.explain(run, where)
        else:
            self.scenes.look_at(known)

    @Slot()
    def _choose_images(self) -> None:
        chosen = chosen_images(self)
        if chosen is not None:
            self.scenes.locate_images(chosen)


def _first(run: Run, network: NetworkName) -> int:
    """Return the filter that stands first on the wall, by parts."""
    filters = run.of(network)
    groups, others = groups_of(filters), closest_filters(filters) or wall_order(filters)
    return groups[0][0] if groups else next(iter(others), NO_FILTER)
