"""Show the chosen filter on a picture: of the run, or any other picture the user asks about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.job_result import Failed
from app.core.late_words import LateWords
from app.filters.ablation.controller import AblationController
from app.filters.best_controller import BEST, SCENE, BestController
from app.filters.filter_detail import FilterDetail
from app.filters.predictions.headline import headline
from app.filters.scene_words import picture_words
from app.filters.unlike_picture import tell_unlike
from app.widgets.pictures.compute_scene import FilterScene, SceneRequest, make_filter_scene
from icnn_engine.core.annotations import Where, file_of
from icnn_engine.core.errors import ChangedPictureError, RunError
from icnn_engine.inspection.look import Look
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.run_folder import Run, open_run


class SceneController(QObject):
    """Fills the view of the chosen filter. `choice` returns which filter is chosen in a run."""

    def __init__(
        self, context: Context, detail: FilterDetail, choice: Callable[[Run], SceneRequest], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._detail, self._choice = context, detail, choice
        self._ablation = AblationController(context, detail, self)
        self._best = BestController(context, detail.strip, self)
        self._unlike = LateWords(context.files, "unlike", detail.unlike, detail)
        self._shown: FilterScene | None = None
        self._best.chosen.connect(self.look_at)
        detail.trio.drawing_changed.connect(self.renew)
        context.session.look_changed.connect(self.follow_look)

    @property
    def look(self) -> Look | None:
        """The picture on show."""
        return None if self._shown is None else self._shown.scene.look

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        self._context.lane.forget(SCENE)
        self._detail.clear()
        self._best.clear()
        self._unlike.clear()
        self._ablation.clear()

    @Slot(object)
    def look_at(self, look: Look | int | None) -> None:
        """Show the chosen filter on a picture: a look, the index of a picture of the run, or None for its best one."""
        run = self._context.session.run
        if run is not None:
            work = partial(make_filter_scene, run, self._choice(run), look, BEST)
            self._context.lane.ask(SCENE, work, partial(self._show, run), partial(self._cannot_look, run, look))

    @Slot()
    def renew(self) -> None:
        """Draw the picture on show again."""
        if self.look is not None:
            self.look_at(self.look)

    @Slot(object)
    def follow_look(self, look: Look | None) -> None:
        """Show a picture that another page has chosen."""
        if look is not None and look is not self.look:
            self.look_at(look)

    def explain(self, run: Run, where: Where) -> None:
        """Have the networks look at a picture now, whatever the run has stored."""
        self._unlike.clear()
        self._detail.name_picture(self.tr("Asking about {name}…").format(name=file_of(where).name))
        work = partial(self._ablation.scenes.explain, run, where, self._choice(run), BEST)
        self._context.lane.ask(SCENE, work, partial(self._show, run), partial(self._cannot_explain, run))

    def _cannot_explain(self, run: Run, failure: Failed) -> None:
        self._context.messages.failure(failure.error, failure.details)
        if self.look is None:
            self._detail.name_picture("")
        else:
            self._detail.name_picture(*picture_words(run, self.look), headline(run, self.look))
            tell_unlike(self._unlike, run, self.look)

    def _cannot_look(self, run: Run, look: Look | int | None, failure: Failed) -> None:
        changed = isinstance(failure.error, ChangedPictureError) and run is self._context.session.run
        if changed and isinstance(look, int):
            self._context.changed_pictures.tell()
            self.explain(run, run.pictures[look].where(run.images))
            return
        self._context.messages.failure(failure.error, failure.details)
        self._shown = None
        self._best.clear()
        self._unlike.clear()
        self._detail.show_no_picture(self.tr("This picture cannot be shown."))
        self._detail.locate.setVisible(isinstance(failure.error, RunError))

    def locate_images(self, folder: Path) -> None:
        """Open the run again with its pictures read from another folder."""
        if (run := self._context.session.run) is not None:
            self._context.files.ask("run", partial(_open_with, run.path, folder), self._context.session.set_run)

    def _show(self, run: Run, shown: FilterScene | None) -> None:
        if shown is None or run is not self._context.session.run:
            return
        self._shown = shown
        self._detail.show_scene(run, shown.scene)
        self._best.show(run, shown)
        tell_unlike(self._unlike, run, shown.scene.look)
        self._ablation.show(run, shown)
        self._context.session.set_look(shown.scene.look)


def _open_with(path: Path, folder: Path) -> Run:
    """Open a run with its pictures in another folder. Raises RunError if most of them differ there."""
    run = open_run(path, folder)
    ensure_same(run)
    return run
