"""The view of the chosen filter: its figures, the picture on show, stages, effects, switching off."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from app.filters import scene_words as words
from app.filters.ablation.ablation_card import AblationCard
from app.filters.ablation.effect_bars import EffectBars
from app.filters.best_strip import BestStrip
from app.filters.filter_facts import Facts
from app.filters.filter_words import number
from app.filters.notes_bar import NotesBar
from app.filters.predictions.headline import Headline, headline
from app.filters.verdict_row import VerdictRow
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.style.theme import set_role
from app.widgets.common import Button, ElidedLabel, column, label, row, toggle
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import filled_card, widget_of
from app.widgets.painting import draw_disc
from app.widgets.pictures.compute_scene import Scene
from app.widgets.pictures.overlay_style import top_words
from app.widgets.pictures.picture_trio import PictureTrio
from app.widgets.pictures.stage_strip import CamStrip, Cell, StageStrip
from app.widgets.wording import plain_text
from icnn_engine.runs.network_words import network_title
from icnn_engine.runs.run_folder import Run

# Widths in points.
SIDE_BY_SIDE = 920  # from here on stages and effects stand beside each other
NARROW = 800  # below it, what can be read elsewhere is hidden: all of it needs so much
LEAST, SHARE = 380, 0.54  # points of height of the pictures; of the view, where that is more
TESTS = 860  # below it the tests stand in two lines
NO_ANSWER = Headline("", "", False)


class Dot(QWidget):
    """The mark of a part."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = QColor()
        self.setFixedSize(14, 14)

    def set_colour(self, colour: QColor) -> None:
        """Mark another part."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_disc(painter, QPointF(7, 7), 6, self._colour)


class FilterDetail(QScrollArea):
    """Shows one filter on one picture; signals what is asked for."""

    ask_wanted = Signal()
    locate_wanted = Signal()  # the pictures of the run are somewhere else now

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.trio, self.strip = PictureTrio(), BestStrip()
        self.stages, self.cam_stages = StageStrip(), CamStrip()
        self.notes, self.facts, self.tests = NotesBar(), Facts(), VerdictRow()
        self.effects, self.ablation = EffectBars(), AblationCard()
        self._title, self._state, self._dot = label("", "heading"), label("", "small", wrap=True), Dot()
        self._picture, self._truth = ElidedLabel("", "caption"), label("", "small", wrap=True)
        self.answer, self.twin_answer = label("", "title", wrap=True), label("", "muted", wrap=True)
        self.unlike = label("", "warning", wrap=True)
        self.kept = toggle(self.tr("Keep this picture"), self.tr("Stay on it when another filter is chosen"))
        self.ask = Button(self.tr("Ask about a picture…"), "", "search", self.ask_wanted.emit)
        self.ask.setToolTip(self.tr("Any picture will do; you can also drop it on the window"))
        self.locate = Button(self.tr("Locate pictures…"), "primary", "folder", self.locate_wanted.emit)
        self.locate.hide()
        self._linked = False  # whether the maps of the stages have the cells of the pictures
        self.trio.cell_pointed.connect(self._point_in_stages)
        self.trio.cell_pointed.connect(self.cam_stages.point_at)
        self.cam_stages.pointed.connect(self.trio.mark)
        self.stages.pointed.connect(self._point_in_pictures)
        ablation = filled_card(label(self.tr("Switch off"), "heading"), self.ablation)
        cards = (
            self._build_title(),
            (self._build_pictures(), 1),
            self._build_below(),
            self._build_facts(),
            ablation,
        )
        self.setWidget(widget_of(column(*cards, spacing=MEDIUM, margins=(0, 0, WIDE - SMALL - 12, 0))))

    def _build_title(self) -> QWidget:
        title = row(self._dot, self._title, (self._state, 1), spacing=MEDIUM)
        return filled_card(title, self.notes, margins=(LARGE, MEDIUM, LARGE, MEDIUM - 4))

    def _build_facts(self) -> QWidget:
        return filled_card(
            explained(label(self.tr("How steadily it follows its part"), "heading"), "parts"), self.facts, self.tests
        )

    def _build_pictures(self) -> QWidget:
        head = row((self._picture, 1), self.locate, self.kept, self.ask, spacing=MEDIUM)
        told = column(self.answer, self.unlike, self.twin_answer, self._truth, spacing=TIGHT)
        return filled_card(head, told, (self.trio, 1), self.strip, spacing=MEDIUM)

    def _build_below(self) -> QBoxLayout:
        heading, self._cam_heading = label(self.tr("Stages"), "heading"), label("", "caption")
        stages = filled_card(explained(heading, "words"), self.stages, self._cam_heading, self.cam_stages, 1)
        effects = filled_card(
            explained(label(self.tr("What each part adds to the answer"), "heading"), "answers"), self.effects
        )
        self._below = row((stages, 6), (effects, 5), spacing=MEDIUM)
        return self._below

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        width, directions = self.viewport().width(), QBoxLayout.Direction
        narrow = width < NARROW
        self.facts.set_narrow(narrow)
        self.tests.set_narrow(width < TESTS)
        self.trio.set_narrow(narrow)
        self.trio.setMinimumHeight(max(LEAST, round(SHARE * self.height())))
        self._below.setDirection(directions.LeftToRight if width >= SIDE_BY_SIDE else directions.TopToBottom)

    @Slot(object)
    def _point_in_stages(self, cell: Cell | None) -> None:
        if self._linked:
            self.stages.point_at(cell)

    @Slot(object)
    def _point_in_pictures(self, cell: Cell | None) -> None:
        if self._linked:
            self.trio.mark(cell)

    @property
    def title(self) -> str:
        """The name of the filter."""
        return self._title.text()

    @property
    def state(self) -> str:
        """The words below the filter's name."""
        return self._state.text()

    def clear(self) -> None:
        """Show nothing: another run."""
        self.kept.setChecked(False)
        self.locate.hide()
        self.show_no_picture("")

    def show_no_picture(self, why: str) -> None:
        """Show nothing of a picture, and say why there is none."""
        self.name_picture("")
        self.stages.show_stages((), "")
        self.cam_stages.say("")
        self.effects.say("")
        self.trio.show_nothing(why)

    def show_filter(self, title: str, state: str, colour: QColor) -> None:
        """Name another filter."""
        self._title.setText(title)
        self._state.setText(state)
        self._dot.set_colour(colour)

    def name_picture(self, name: str, truth: str = "", told: Headline = NO_ANSWER) -> None:
        """Name the picture on show, what it shows and what the networks answer, or say what is going on."""
        self._picture.set_text(name)
        self.answer.setText(told.text)
        self.twin_answer.setText(told.twin)
        set_role(self.twin_answer, "bad" if told.disagree else "muted")
        self._truth.setText(truth)
        for shown, text in ((self.answer, told.text), (self.twin_answer, told.twin), (self._truth, truth)):
            shown.setVisible(bool(text))

    def show_scene(self, run: Run, scene: Scene) -> None:
        """Show a filter on a picture."""
        self.name_picture(*words.picture_words(run, scene.look), headline(run, scene.look))
        self.locate.hide()
        own = self.tr("Grad-CAM's stages of the same picture")
        self._cam_heading.setText(own if run.own_network else self.tr("CAM's stages of the same picture"))
        trio, panes = self.trio, (scene.own, scene.cam, scene.other)
        for pane, shown in zip(panes, (trio.own, trio.cam, trio.other), strict=True):
            image = scene.picture if pane is scene.own else scene.small
            shown.show_pane(image, pane.overlay, *words.pane_words(run, pane, scene))
        trio.strongest.setVisible(scene.choice.other is not None)
        trio.colours.set_top(top_words(scene.choice.drawing.reach).format(value=number(scene.own.top, 1)))
        trio.colours.setToolTip(plain_text.tooltip_text(words.range_words(run, scene)))
        trio.show_cells(
            scene.look.geometry, tuple(p.cells for p in panes), tuple(network_title(run, p.network) for p in panes)
        )
        self._linked = scene.read is scene.stages.feature_map
        self.stages.show_stages(*words.stage_words(run, scene))
