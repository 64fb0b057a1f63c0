"""The Filters page: the wall of filters, and what one of them sees in a picture, beside CAM and the ordinary twin."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.core.session import NO_FILTER
from app.filters import filter_words as words
from app.filters.ablation.controller import AblationController
from app.filters.best_pictures import BestPictureItem
from app.filters.display_settings import DisplaySettings
from app.filters.filter_detail import FilterDetail
from app.filters.filter_views import FilterView, FilterViews
from app.filters.notes import NotesController
from app.filters.wall.controller import WallController
from app.filters.wall.wall_panel import WallPanel
from app.style.colours import part_colour
from app.style.stylesheet import LARGE, SMALL, WIDE
from app.widgets.common import Button, EmptyState
from app.widgets.pictures.scene import (
    INTERPRETABLE,
    TWIN,
    FilterScene,
    SceneRequest,
    make_filter_scene,
    other_network,
    picture_of,
)
from icnn_engine.core.annotations import Where, file_of
from icnn_engine.core.errors import ChangedPictureError, RunError
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.inspection.best_pictures import crop_of
from icnn_engine.inspection.filter_order import groups_of, wall_order
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.run_folder import Run, open_run

CROP, CROP_SIDE = "best", 168  # key in the pool; pixels of a best picture's crop: sharp at 200 %
BEST = 12  # best pictures shown
PATTERN = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


class FiltersPage(QWidget):
    """Shows the filters of the session's run."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._network = INTERPRETABLE
        self._picked: dict[NetworkName, int | None] = {INTERPRETABLE: None, TWIN: None}
        self._shown: FilterScene | None = None
        self.panel = WallPanel()
        self.detail = FilterDetail()
        self._showing = DisplaySettings(context, self.detail.trio, self)
        self._influence = AblationController(context, self.detail, self)
        self._walling = WallController(context, self.panel, self)
        self._remarking = NotesController(context, self.detail.remarks, self)
        self.survey = FilterViews(context, self.detail, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()
        look = context.session.look
        self._show_run(context.session.run)
        self._follow_look(look)

    @property
    def is_empty(self) -> bool:
        """Whether there is no run to look at."""
        return self._stack.currentIndex() == 0

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        return [
            (self.tr("Arrows"), self.tr("Go from filter to filter, or from best picture to best picture")),
            (self.tr("Space"), self.tr("Show or hide the overlay")),
            (self.tr("F2"), self.tr("Name the part of the chosen filter")),
            (self.tr("S"), self.tr("Star the chosen filter")),
            (self.tr("+  −  0"), self.tr("Zoom the picture in and out, show it whole")),
            (self.tr("Wheel, drag"), self.tr("Zoom and move the three pictures together")),
        ]

    def _build_empty(self) -> QWidget:
        wishes = self._context.wishes
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
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(LARGE)
        self._splitter.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(300)
        self._splitter.addWidget(self.panel)
        self._splitter.addWidget(self.survey.views)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([336, 800])
        self._splitter.restoreState(self._context.settings.layout("filters/splitter"))
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(WIDE, SMALL, SMALL, LARGE)
        layout.addWidget(self._splitter)
        return whole

    def _connect(self) -> None:
        context = self._context
        context.session.run_changed.connect(self._show_run)
        context.session.filter_changed.connect(self._follow_filter)
        context.session.look_changed.connect(self._follow_look)
        context.wishes.picture.connect(self.explain_file)
        self._splitter.splitterMoved.connect(self._keep_layout)
        self.panel.network_chosen.connect(self.choose_network)
        self.panel.filter_chosen.connect(self.choose_filter)
        detail = self.detail
        detail.ask_wanted.connect(self._choose_file)
        detail.locate_wanted.connect(self._choose_images)
        detail.best.chosen.connect(self.look_at)
        detail.effects.chosen.connect(self._choose_by_effect)
        detail.trio.strongest_wanted.connect(self._use_strongest)
        detail.trio.drawing_changed.connect(self._redraw)
        for field in (detail.remarks.name, detail.remarks.note):
            field.returnPressed.connect(self.panel.wall.setFocus)  # on to the next filter
        self.survey.look_wanted.connect(self._look_closer)
        self.survey.part_wanted.connect(partial(self._open_filter, INTERPRETABLE))
        self.survey.twin_wanted.connect(partial(self._open_filter, TWIN))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that nothing else needs: Space shows and hides the overlay, F2 names the part, S stars the filter."""
        steers = {
            FilterView.FILTER: self.detail.trio.toggle_overlay,
            FilterView.ANSWERS: self.survey.answers.toggle_overlay,
        }
        if event.key() == Qt.Key.Key_Space and not self.is_empty and self.survey.view in steers:
            steers[self.survey.view]()
        elif event.key() == Qt.Key.Key_F2 and not self.is_empty:
            self.survey.show_filter()
            self.detail.remarks.name.setFocus()
        elif event.key() == Qt.Key.Key_S and not self.is_empty:
            self._remarking.toggle_star()
        else:
            super().keyPressEvent(event)

    # What is chosen

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self._stack.setCurrentIndex(0 if run is None else 1)
        self._shown = None
        self._picked = {INTERPRETABLE: None, TWIN: None}
        self._context.lane.forget("scene")
        self.detail.clear()
        self._influence.clear()
        if run is None:
            self._walling.clear()
            return
        self._fill_wall(run, INTERPRETABLE)
        if self._context.session.filter == NO_FILTER:
            self._context.session.set_filter(_first(run, INTERPRETABLE))
        else:
            self._follow_filter(self._context.session.filter)

    def _fill_wall(self, run: Run, network: NetworkName) -> None:
        self._network = network
        self._walling.fill(run, network)

    @Slot(object)
    def choose_network(self, network: NetworkName) -> None:
        """Show the filters of another network."""
        run = self._context.session.run
        if run is None or network is self._network:
            return
        self._fill_wall(run, network)
        self._show_choice()

    @Slot(int)
    def choose_filter(self, filter_index: int) -> None:
        """Look at a filter of the network that the wall shows."""
        self._picked[self._network] = filter_index
        if self.survey.view is not FilterView.PLACES:  # where the chosen filter's positions are shown
            self.survey.show_filter()
        if self._network is INTERPRETABLE:
            self._context.session.set_filter(filter_index)
        else:
            self._show_choice()

    @Slot(int)
    def _look_closer(self, picture: int) -> None:
        """Look at a picture that another view shows, with the chosen filter."""
        self.detail.set_kept(True)
        self.survey.show_filter()
        self.look_at(picture)

    def _open_filter(self, network: NetworkName, filter_index: int, picture: int) -> None:
        """Look at a filter that another view shows, on a picture (-1: on its best)."""
        self.detail.set_kept(picture >= 0)
        self.survey.show_filter()
        self.choose_network(network)
        self.choose_filter(filter_index)
        if picture >= 0:
            self.look_at(picture)

    @Slot(int)
    def _follow_filter(self, filter_index: int) -> None:
        run = self._context.session.run
        if run is None or filter_index == NO_FILTER:
            return
        if self._network is not INTERPRETABLE:
            self._fill_wall(run, INTERPRETABLE)
        self._show_choice()

    @Slot(int)
    def _choose_by_effect(self, filter_index: int) -> None:
        """Look at the filter of a part on the picture that is on show."""
        self.detail.set_kept(True)
        self._picked[INTERPRETABLE] = filter_index
        if self._network is TWIN and (run := self._context.session.run) is not None:
            self._fill_wall(run, INTERPRETABLE)
            self._show_choice()
        self._context.session.set_filter(filter_index)

    @Slot()
    def _use_strongest(self) -> None:
        self._picked[other_network(self._network)] = None
        self._ask_scene(self._shown.scene.look if self._shown else None)

    @Slot()
    def _redraw(self) -> None:
        """Draw the picture on show otherwise."""
        if self._shown is not None:
            self._ask_scene(self._shown.scene.look)

    def _choice(self, run: Run) -> SceneRequest:
        own = self._context.session.filter if self._network is INTERPRETABLE else self._picked[TWIN]
        if own is None or own == NO_FILTER:
            own = _first(run, self._network)
        return SceneRequest(self._network, own, self._picked[other_network(self._network)], self.detail.trio.drawing)

    # The picture

    def _show_choice(self) -> None:
        """Show the chosen filter: its figures at once, its picture as soon as it has been read."""
        run = self._context.session.run
        if run is None or not run.of(self._network):
            return
        choice = self._choice(run)
        one = run.of(choice.network)[choice.filter]
        self.panel.choose(choice.filter)
        self.detail.show_filter(words.filter_title(one), words.filter_state(run, one), part_colour(one.group))
        self._remarking.show(one)
        fact, scale = words.following_fact(run, one)
        self.detail.facts.show_facts(fact, scale, part_colour(one.group), words.other_facts(run, one))
        self.detail.tests.show_filter(run, one)
        kept = self._shown is not None and self.detail.is_kept
        self._ask_scene(self._shown.scene.look if kept and self._shown else None)

    @Slot(int)
    def look_at(self, picture: int) -> None:
        """Look at a picture of the run with the chosen filter."""
        self._ask_scene(picture)

    def _ask_scene(self, look: Look | int | None) -> None:
        run = self._context.session.run
        if run is not None:
            work = partial(make_filter_scene, run, self._choice(run), look, BEST)
            self._context.lane.ask("scene", work, partial(self._show, run), partial(self._cannot_look, run, look))

    @Slot(object)
    def _follow_look(self, look: Look | None) -> None:
        """Another page has chosen a picture."""
        if look is not None and (self._shown is None or look is not self._shown.scene.look):
            self._ask_scene(look)

    @Slot()
    def _choose_file(self) -> None:
        pattern = self.tr("Pictures ({endings})").format(endings=PATTERN)
        near = self._context.settings.text("filters/asked", str(Path.home()))
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Ask about a picture"), near, pattern)
        if chosen:
            self._context.settings.set_text("filters/asked", str(Path(chosen).parent))
            self.explain_file(Path(chosen))

    @Slot(object)
    def explain_file(self, where: Where) -> None:
        """Look at any picture, of the run or from elsewhere, with the networks of the run; it stays on show."""
        run = self._context.session.run
        if run is None:
            return
        self.detail.set_kept(True)
        self.survey.show_filter()
        known = picture_of(run, where)
        if known is not None:
            self._ask_scene(known)
            return
        self._ask_anew(run, where)

    def _ask_anew(self, run: Run, where: Where) -> None:
        """Have the networks look at a picture now, whatever the run has stored."""
        self.detail.say(self.tr("Asking about {name}…").format(name=file_of(where).name))
        work = partial(self._influence.asker.explain, run, where, self._choice(run), BEST)
        self._context.lane.ask("scene", work, partial(self._show, run), self._cannot_ask)

    def _cannot_ask(self, failure: Failed) -> None:
        self._context.messages.failure(failure.error, failure.details)
        run = self._context.session.run
        if run is not None and self._shown is not None:
            self.detail.say(*words.picture_words(run, self._shown.scene.look))
        else:
            self.detail.say("")

    def _cannot_look(self, run: Run, look: Look | int | None, failure: Failed) -> None:
        if (
            isinstance(failure.error, ChangedPictureError)
            and isinstance(look, int)
            and run is self._context.session.run
        ):
            self._context.changes.tell()
            self._ask_anew(run, run.pictures[look].where(run.images))
            return
        self._context.messages.failure(failure.error, failure.details)
        self._shown = None
        self.detail.show_no_picture(self.tr("This picture cannot be shown."))
        self.detail.locate.setVisible(isinstance(failure.error, RunError))

    @Slot()
    def _choose_images(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where are the pictures of this run now?"))
        if chosen:
            self.locate_images(Path(chosen))

    def locate_images(self, folder: Path) -> None:
        """Open the run again with its pictures read from another folder."""
        if (run := self._context.session.run) is not None:
            self._context.files.ask("run", partial(_opened_with, run.path, folder), self._context.session.set_run)

    def _show(self, run: Run, shown: FilterScene | None) -> None:
        if shown is None or run is not self._context.session.run:
            return
        before, self._shown = self._shown, shown
        self.detail.show_scene(run, shown.scene)
        if before is None or before.best != shown.best or before.scene.choice != shown.scene.choice:
            self._show_best(run, shown)
        self.detail.best.mark(NO_FILTER if shown.scene.look.picture is None else shown.scene.look.picture)
        self._influence.show(run, shown)
        self._context.session.set_look(shown.scene.look)

    # Best pictures, crops and collages

    def _show_best(self, run: Run, shown: FilterScene) -> None:
        choice, pictures = shown.scene.choice, run.pictures
        found = [BestPictureItem(b, pictures[b.picture].name, pictures[b.picture].side == "train") for b in shown.best]
        self.detail.best.show_found(found)
        for best in reversed(shown.best):
            key = (CROP, run.path, choice.network, choice.filter, best.picture)
            show = partial(self._show_crop, run, choice, best.picture)
            self._context.pool.ask(key, partial(_crop, run, choice, best), show)

    def _show_crop(self, run: Run, choice: SceneRequest, picture: int, image: QImage) -> None:
        if run is not self._context.session.run or self._shown is None:
            return
        current = self._shown.scene.choice
        if (choice.network, choice.filter) == (current.network, current.filter):
            self.detail.best.set_image(picture, image)

    @Slot()
    def _keep_layout(self) -> None:
        self._context.settings.set_layout("filters/splitter", self._splitter.saveState())


def _first(run: Run, network: NetworkName) -> int:
    """The filter that stands first on the wall, by parts."""
    filters = run.of(network)
    grouped = (members[0] for members in groups_of(filters))
    others = closest_filters(filters) or wall_order(filters)
    return next(grouped, next(iter(others), NO_FILTER))


def _opened_with(path: Path, folder: Path) -> Run:
    """A run with its pictures in another folder. Raises RunError where most there are others; runs in the lane."""
    run = open_run(path, folder)
    ensure_same(run)
    return run


def _crop(run: Run, choice: SceneRequest, best: BestPicture) -> np.ndarray:
    """The crop of one of the best pictures; runs in the pool."""
    return crop_of(run, choice.network, choice.filter, best, CROP_SIDE)
