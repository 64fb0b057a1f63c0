"""Fill the lower cards of the Filters page: what each part adds, CAM's stages, what switching off changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from app.core.context import Context
from app.core.engine import EngineState
from app.core.job_result import Failed
from app.filters.ablation.effect_words import effect_words
from app.filters.scene_words import cam_words, part_markers
from app.widgets.layouts.containers import scroll_into_sight
from app.widgets.pictures.ablation import AblationResult, choices
from app.widgets.pictures.compute_scene import INTERPRETABLE, FilterScene, SceneMaker

if TYPE_CHECKING:
    from app.filters.filter_detail import FilterDetail
    from icnn_engine.inspection.look import AnswerShares, Look
    from icnn_engine.inspection.stages import CamStages
    from icnn_engine.runs.run_folder import Run

REST_MS = 250  # the engine is asked once the choice has rested so long
EFFECTS, ABLATION, STAGES = "effects", "switch", "cam stages"  # keys in the lane


class AblationController(QObject):
    """Asks the engine about the filter and the picture on show."""

    def __init__(self, context: Context, detail: FilterDetail, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._detail = context, detail
        self._run: Run | None = None
        self._shown: FilterScene | None = None
        self._shares: AnswerShares | None = None
        self.scenes = SceneMaker(context.engine.wait)
        self._look_timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._look_timer.timeout.connect(self._request_look)
        self._ablation_timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._ablation_timer.timeout.connect(self._request_ablation)
        context.engine.changed.connect(self._follow_engine)
        context.notes.changed.connect(self._rename)
        detail.effects.pointed.connect(detail.trio.own.view.light)
        detail.trio.own.view.marker_pointed.connect(detail.effects.light)
        detail.trio.own.view.marker_chosen.connect(detail.effects.chosen)
        self._reveal = False  # whether the result is to be scrolled to: it was just asked for
        detail.ablation.wanted.connect(self._switch)

    def clear(self) -> None:
        """Show nothing."""
        self._run, self._shown, self._shares = None, None, None
        for key in (EFFECTS, ABLATION, STAGES):
            self._context.lane.forget(key)
        self._detail.ablation.offer({})
        self._detail.ablation.say("")

    def show(self, run: Run, shown: FilterScene) -> None:
        """Show another filter or picture; the numbers follow when it has rested."""
        same = self._shown is not None and self._shown.scene.look is shown.scene.look
        self._run, self._shown = run, shown
        if not same:
            self._shares = None
            self._say_why_not_yet()
            self._look_timer.start()
        self._mark_parts()
        self._offer(run, shown)

    def _offer(self, run: Run, shown: FilterScene) -> None:
        """Offer what can be switched off; nothing if a filter of the twin is chosen."""
        own = shown.scene.choice.network is INTERPRETABLE
        self._detail.ablation.offer(choices(run, shown.scene.choice.filter) if own else {})
        if self._detail.ablation.choice:
            self._ablation_timer.start()
        else:
            self._detail.ablation.say(self._invitation(own))

    def _invitation(self, own: bool) -> str:
        if not own and self._run is not None and self._run.own_network:
            return self.tr("Filters of your network can be switched off: choose one of them.")
        if not own:
            return self.tr("Filters of the interpretable network can be switched off: choose one of them.")
        return self.tr("Choose what the network is to do without: how often it is right then is counted anew.")

    def _why_not_yet(self) -> str:
        if self._context.engine.state is EngineState.FAILED:
            return self.tr("The engine cannot be loaded, so this cannot be worked out.")
        return self.tr("Working it out…")

    def _say_why_not_yet(self) -> None:
        self._detail.effects.say(self._why_not_yet())
        self._detail.cam_stages.say(self._why_not_yet())

    # The picture on show

    @Slot()
    def _request_look(self) -> None:
        if self._run is None or self._shown is None or self._context.engine.state is not EngineState.READY:
            return
        look, lane = self._shown.scene.look, self._context.lane
        work = partial(self.scenes.part_shares, self._run, look)
        lane.ask(EFFECTS, work, partial(self._keep_shares, look), partial(self._fail, self._detail.effects.say))
        work_cam = partial(self.scenes.cam_stages, self._run, look)
        lane.ask(STAGES, work_cam, partial(self._show_stages, look), partial(self._fail, self._detail.cam_stages.say))

    def _fail(self, say: Callable[[str], None], failure: Failed) -> None:
        say(self.tr("Not to be had: {error}").format(error=failure.error))

    def _show_stages(self, look: Look, stages: CamStages) -> None:
        if self._run is not None and self._shown is not None and self._shown.scene.look is look:
            self._detail.cam_stages.show_stages(*cam_words(self._run, look, stages))

    def _keep_shares(self, look: Look, shares: AnswerShares) -> None:
        if self._shown is not None and self._shown.scene.look is look:
            self._shares = shares
            self._show_effects()

    def _show_effects(self) -> None:
        """Show what each part adds, by the names they have now."""
        if self._run is not None and self._shown is not None and self._shares is not None:
            look, notes = self._shown.scene.look, self._context.notes.remarks
            self._detail.effects.show_effects(*effect_words(self._run, look, self._shares, notes))

    def _mark_parts(self) -> None:
        """Mark the strongest parts of the picture, by the names they have now; none on the picture of the twin."""
        if self._run is not None and self._shown is not None:
            scene, own = self._shown.scene, self._shown.scene.choice.network is INTERPRETABLE
            markers = part_markers(self._run, scene.look, self._context.notes.remarks) if own else ()
            self._detail.trio.own.view.show_markers(markers)

    @Slot()
    def _rename(self) -> None:
        self._mark_parts()
        self._show_effects()

    # Switching off

    @Slot(str)
    def _switch(self, name: str) -> None:
        self._reveal = bool(name)
        self._request_ablation()

    @Slot()
    def _request_ablation(self) -> None:
        run, shown, card = self._run, self._shown, self._detail.ablation
        if run is None or shown is None:
            return
        if not card.choice:
            self._context.lane.forget(ABLATION)
            card.say(self._invitation(True))
            return
        if not self._context.lane.busy(ABLATION):
            card.say(self._why_not_yet())
        if self._context.engine.state is EngineState.READY:
            off = choices(run, shown.scene.choice.filter)[card.choice]
            work = partial(self.scenes.switched, run, shown.scene.look, off)
            self._context.lane.ask(ABLATION, work, partial(self._show_ablation, run), partial(self._fail, card.say))

    def _show_ablation(self, run: Run, result: AblationResult) -> None:
        if run is self._run and self._detail.ablation.choice:
            self._detail.ablation.show_result(run, result)
            if self._reveal:
                QTimer.singleShot(0, self, partial(scroll_into_sight, self._detail.ablation))
            self._reveal = False

    @Slot(object)
    def _follow_engine(self, state: EngineState) -> None:
        if state is EngineState.READY:
            self._look_timer.start()
            if self._detail.ablation.choice:
                self._ablation_timer.start()
        elif self._shown is not None and not self._detail.effects.bars:
            self._say_why_not_yet()
