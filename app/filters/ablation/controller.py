"""What filters do to the answer: the effect of each part on the picture on show; what changes when they are off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from app.core.context import Context
from app.core.engine import EngineState
from app.core.job_result import Failed
from app.filters import filter_words as words
from app.widgets.pictures.ablation import AblationResult, choices
from app.widgets.pictures.scene import INTERPRETABLE, FilterScene, SceneMaker

if TYPE_CHECKING:
    from app.filters.filter_detail import FilterDetail
    from icnn_engine.inspection.look import CamStages, Effects, Look
    from icnn_engine.runs.notes import Notes
    from icnn_engine.runs.run_folder import Run

REST_MS = 250  # they are asked for once the choice has rested so long
EFFECTS, SWITCH, STAGES = "effects", "switch", "cam stages"  # keys in the lane


class AblationController(QObject):
    """Fills the lower cards of the Filters page: told what is on show, it asks the engine lane."""

    def __init__(self, context: Context, detail: FilterDetail, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._detail = context, detail
        self._run: Run | None = None
        self._shown: FilterScene | None = None
        self.asker = SceneMaker(context.engine.wait)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        self._again = QTimer(self, singleShot=True, interval=REST_MS)
        self._again.timeout.connect(self._ask_switch)
        context.engine.changed.connect(self._follow_engine)
        self._effects: Effects | None = None
        context.naming.changed.connect(self._rename)
        detail.effects.pointed.connect(detail.trio.own.view.light)
        detail.trio.own.view.marker_pointed.connect(detail.effects.light)
        detail.trio.own.view.marker_chosen.connect(detail.effects.chosen)
        detail.switches.wanted.connect(lambda _what: self._ask_switch())

    def clear(self) -> None:
        """Nothing is on show."""
        self._run = self._shown = self._effects = None
        self._context.lane.forget(EFFECTS)
        self._context.lane.forget(SWITCH)
        self._context.lane.forget(STAGES)
        self._detail.switches.offer({})
        self._detail.switches.say("")

    def show(self, run: Run, shown: FilterScene) -> None:
        """Another filter or picture is on show; numbers follow when it has rested."""
        same = self._shown is not None and self._shown.scene.look is shown.scene.look
        self._run, self._shown = run, shown
        if not same:
            self._effects = None
            self._detail.effects.say(self._why_not_yet())
            self._detail.cam_stages.say(self._why_not_yet())
            self._rest.start()
        self._mark_parts()
        self._offer()

    def _offer(self) -> None:
        """What can be switched off: of the twin nothing, for its filters are not the interpretable network's."""
        if self._run is None or self._shown is None:
            return
        choice = self._shown.scene.choice
        own = choice.network is INTERPRETABLE
        self._detail.switches.offer(choices(self._run, choice.filter) if own else {})
        if self._detail.switches.choice:
            self._again.start()
        else:
            self._detail.switches.say(self._invitation(own))

    def _invitation(self, own: bool) -> str:
        if not own:
            return self.tr("Filters of the interpretable network can be switched off: choose one of them.")
        return self.tr("Choose what the network is to do without: how often it is right then is counted anew.")

    def _why_not_yet(self) -> str:
        if self._context.engine.state is EngineState.FAILED:
            return self.tr("The engine cannot be loaded, so this cannot be worked out.")
        return self.tr("Working it out…")

    @Slot()
    def _ask(self) -> None:
        run, shown = self._run, self._shown
        if run is None or shown is None or self._context.engine.state is not EngineState.READY:
            return
        look = shown.scene.look
        work = partial(self.asker.effects, run, look)
        self._context.lane.ask(EFFECTS, work, partial(self._show_effects, run, look), self._no_effects)
        work_cam = partial(self.asker.cam_stages, run, look)
        self._context.lane.ask(STAGES, work_cam, partial(self._show_stages, look), self._no_stages)

    def _show_stages(self, look: Look, found: CamStages) -> None:
        if self._shown is not None and self._shown.scene.look is look:
            self._detail.cam_stages.show_stages(*words.cam_words(look, found))

    def _no_stages(self, failure: Failed) -> None:
        self._detail.cam_stages.say(self.tr("Not to be had: {error}").format(error=failure.error))

    def _show_effects(self, run: Run, look: Look, effects: Effects) -> None:
        if self._shown is not None and self._shown.scene.look is look:
            self._effects = effects
            self._detail.effects.show_effects(*words.effect_words(run, look, effects, self._context.naming.remarks))

    def _mark_parts(self) -> None:
        """The strongest parts of the picture on show, by the names they have now; none on the picture of the twin."""
        if self._run is not None and self._shown is not None:
            scene, own = self._shown.scene, self._shown.scene.choice.network is INTERPRETABLE
            spots = words.spots_of(self._run, scene.look, self._context.naming.remarks) if own else ()
            self._detail.trio.own.view.show_markers(spots)

    @Slot(object)
    def _rename(self, _remarks: Notes) -> None:
        self._mark_parts()
        if self._run is not None and self._shown is not None and self._effects is not None:
            self._show_effects(self._run, self._shown.scene.look, self._effects)

    def _no_effects(self, failure: Failed) -> None:
        self._detail.effects.say(self.tr("Not to be had: {error}").format(error=failure.error))

    @Slot()
    def _ask_switch(self) -> None:
        run, shown, switches = self._run, self._shown, self._detail.switches
        if run is None or shown is None:
            return
        if not switches.choice:
            self._context.lane.forget(SWITCH)
            switches.say(self._invitation(True))
            return
        if not self._context.lane.busy(SWITCH):
            switches.say(self._why_not_yet())
        if self._context.engine.state is EngineState.READY:
            off = choices(run, shown.scene.choice.filter)[switches.choice]
            work = partial(self.asker.switched, run, shown.scene.look, off)
            self._context.lane.ask(SWITCH, work, partial(self._show_switched, run), self._no_switch)

    def _show_switched(self, run: Run, found: AblationResult) -> None:
        if run is self._run and self._detail.switches.choice:
            self._detail.switches.show_switched(run, found)

    def _no_switch(self, failure: Failed) -> None:
        self._detail.switches.say(self.tr("Not to be had: {error}").format(error=failure.error))

    @Slot(object)
    def _follow_engine(self, state: EngineState) -> None:
        if state is EngineState.READY:
            self._rest.start()
            if self._detail.switches.choice:
                self._again.start()
        elif self._shown is not None and not self._detail.effects.bars:
            self._detail.effects.say(self._why_not_yet())
            self._detail.cam_stages.say(self._why_not_yet())
