"""Everything that is shown of the chosen filter and the picture on show, in one column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.filters import filter_words as words
from app.filters.ablation.ablation_card import AblationCard
from app.filters.ablation.effect_bars import EffectBars
from app.filters.best_pictures import BestPictures
from app.filters.filter_facts import Facts
from app.filters.notes_bar import NotesBar
from app.filters.test_row import TestRow
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.widgets import plain_text
from app.widgets.common import Button, ElidedLabel, card, column, label, row, toggle
from app.widgets.pictures.overlay_style import top_words
from app.widgets.pictures.picture_trio import PictureTrio
from app.widgets.pictures.scene import Scene
from app.widgets.pictures.stage_strip import CamStrip, Cell, StageStrip
from icnn_engine.runs.run_folder import Run

SIDE_BY_SIDE = 920  # points of width from which stages and effects stand beside each other
NARROW = 800  # points of width below which what can be read elsewhere is left out: all of it needs so much
TESTS = 740  # points of width below which the tests stand in two lines
STATE = 132  # points of width of what is said of the filter below its name


class Dot(QWidget):
    """The mark of a part."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = QColor()
        self.setFixedSize(14, 14)

    def set_colour(self, colour: QColor) -> None:
        """Another part."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(1, 1, 12, 12)


class FilterDetail(QScrollArea):
    """Told what to show; says what was asked for."""

    ask_wanted = Signal()
    locate_wanted = Signal()  # the pictures of the run are somewhere else now

    def __init__(self) -> None:
        super().__init__()
        self.trio, self.best = PictureTrio(), BestPictures()
        self.stages, self.cam_stages = StageStrip(), CamStrip()
        self.remarks = NotesBar()
        self.facts, self.tests, self.effects, self.switches = Facts(), TestRow(), EffectBars(), AblationCard()
        self._title, self._state, self._dot = label("", "heading"), label("", "small", wrap=True), Dot()
        self._picture = ElidedLabel("", "caption")
        self._known = label("", "small")
        self.kept = toggle(self.tr("Keep this picture"), self.tr("Stay on it when another filter is chosen"))
        self.ask = Button(self.tr("Ask about a picture…"), "", "search")
        self.ask.setToolTip(self.tr("Any picture will do; you can also drop it on the window"))
        self.ask.clicked.connect(self.ask_wanted)
        self.locate = Button(self.tr("Locate pictures…"), "primary", "folder")
        self.locate.clicked.connect(self.locate_wanted)
        self.locate.hide()
        self._linked = False  # whether the maps of the stages have the cells of the pictures
        self.trio.cell_pointed.connect(self._point_in_stages)
        self.trio.cell_pointed.connect(self.cam_stages.point_at)
        self.cam_stages.pointed.connect(self.trio.mark)
        self.stages.pointed.connect(self._point_in_pictures)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, WIDE - SMALL - 12, 0)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self._build_facts())
        layout.addWidget(self._build_pictures(), 1)
        layout.addLayout(self._build_below())
        layout.addWidget(self._build_switches())
        self.setWidget(inner)

    def _build_facts(self) -> QWidget:
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM - 4)
        name = column(self._state, 1, spacing=TIGHT)
        self._state.setFixedWidth(STATE)
        name.insertLayout(0, row(self._dot, self._title, 1, spacing=SMALL))
        name.setContentsMargins(0, SMALL, 0, 0)
        beside = QHBoxLayout()
        beside.setSpacing(LARGE + TIGHT)
        beside.addLayout(name)
        beside.addWidget(self.facts, 1)
        inside.addLayout(beside)
        inside.addWidget(self.tests)
        inside.addWidget(self.remarks)
        return frame

    def _build_pictures(self) -> QWidget:
        frame, inside = card()
        inside.setSpacing(MEDIUM)
        head = row(self._picture, self._known, self.locate, self.kept, self.ask, spacing=MEDIUM)
        head.setStretch(0, 1)
        inside.addLayout(head)
        inside.addWidget(self.trio, 1)
        heading = label(self.tr("Best pictures"), "caption")
        note = label(self.tr("crops show the effective field; choose one to look at it"), "small")
        inside.addLayout(row(heading, note, 1))
        inside.addWidget(self.best)
        self.trio.setMinimumHeight(380)
        return frame

    def _build_below(self) -> QBoxLayout:
        stages, inside = card()
        inside.addWidget(label(self.tr("Stages"), "heading"))
        inside.addWidget(self.stages)
        inside.addWidget(label(self.tr("CAM's stages of the same picture"), "caption"))
        inside.addWidget(self.cam_stages)
        inside.addStretch(1)
        effects, inside = card()
        inside.addWidget(label(self.tr("What each part changes in the answer"), "heading"))
        inside.addWidget(self.effects)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(MEDIUM)
        self._below.addWidget(stages, 6)
        self._below.addWidget(effects, 5)
        return self._below

    def _build_switches(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("Switch off"), "heading"))
        inside.addWidget(self.switches)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        width = self.viewport().width()
        wide, narrow = width >= SIDE_BY_SIDE, width < NARROW
        self._known.setVisible(not narrow)
        self.facts.set_narrow(narrow)
        self.tests.set_narrow(width < TESTS)
        self.trio.set_narrow(narrow)
        self._below.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    @Slot(object)
    def _point_in_stages(self, cell: Cell | None) -> None:
        if self._linked:
            self.stages.point_at(cell)

    @Slot(object)
    def _point_in_pictures(self, cell: Cell | None) -> None:
        if self._linked:
            self.trio.mark(cell)

    @property
    def state(self) -> str:
        """What is said of the filter beside its name."""
        return self._state.text()

    @property
    def is_kept(self) -> bool:
        """Whether the picture stays when another filter is chosen."""
        return self.kept.isChecked()

    def set_kept(self, kept: bool) -> None:
        """Stay on the picture, or not."""
        self.kept.setChecked(kept)

    def clear(self) -> None:
        """Show nothing: another run."""
        self.kept.setChecked(False)
        self.locate.hide()
        self.show_no_picture("")

    def show_no_picture(self, why: str) -> None:
        """Show nothing of a picture, and say why there is none."""
        self.say("")
        self.best.show_found(())
        self.stages.show_stages((), "")
        self.cam_stages.say("")
        self.effects.say("")
        self.trio.show_nothing(why)

    def show_filter(self, title: str, state: str, colour: QColor) -> None:
        """Name another filter."""
        self._title.setText(title)
        self._state.setText(state)
        self._dot.set_colour(colour)

    def say(self, picture: str, known: str = "") -> None:
        """Name the picture on show, or what is going on with it."""
        self._picture.set_text(picture)
        self._known.setText(known)

    def show_scene(self, run: Run, scene: Scene) -> None:
        """Show a filter on a picture."""
        self.say(*words.picture_words(run, scene.look))
        self.locate.hide()
        trio = self.trio
        trio.own.show_pane(scene.picture, scene.own.overlay, *words.pane_words(run, scene.own, scene))
        for place, pane in ((trio.cam, scene.cam), (trio.other, scene.other)):
            place.show_pane(scene.small, pane.overlay, *words.pane_words(run, pane, scene))
        trio.strongest.setVisible(scene.choice.other is not None)
        trio.colours.set_top(top_words(scene.choice.drawing.reach).format(value=words.number(scene.own.top, 1)))
        trio.colours.setToolTip(plain_text.tooltip_text(words.range_words(scene)))
        panes = (scene.own, scene.cam, scene.other)
        trio.show_cells(
            run.geometry, tuple(p.cells for p in panes), tuple(words.network_name(p.network) for p in panes)
        )
        self._linked = scene.read is scene.stages.feature_map
        self.stages.show_stages(*words.stage_words(scene))
