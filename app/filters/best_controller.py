"""Fill the strip of best pictures for the filter and the picture on show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.core.session import NO_FILTER
from app.filters.alike_pictures import AlikePictures, alike_pictures
from app.filters.best_pictures import BestPictureItem
from app.filters.best_strip import BestStrip
from app.widgets.pictures.compute_scene import INTERPRETABLE
from app.widgets.wording.sides import side_words
from icnn_engine.inspection.best_pictures import crop_of
from icnn_engine.runs.network_words import network_in_sentence

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from app.widgets.pictures.compute_scene import FilterScene, Scene, SceneRequest
    from icnn_engine.core.events import BestPicture
    from icnn_engine.runs.run_folder import Run

SCENE, ALIKE = "scene", "alike"  # keys in the lanes
CROP, CROP_SIDE = "best", 168  # key in the pool; pixels of a best picture's crop: sharp at 200 %
BEST = 12  # best pictures shown


class BestController(QObject):
    """Shows the strongest pictures of a filter, or those most alike to the picture on show."""

    chosen = Signal(int)  # index of a picture of the run to look at

    def __init__(self, context: Context, strip: BestStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._strip = context, strip
        self._run: Run | None = None
        self._scene: FilterScene | None = None
        self._listed: tuple[Hashable, object] | None = None  # of which filter, and of which picture, the crops are
        strip.kind_changed.connect(self._list)
        strip.crops.chosen.connect(self.chosen)
        strip.crops.alike_wanted.connect(self._look_for_alike)

    def clear(self) -> None:
        """Show nothing."""
        self._run = self._scene = self._listed = None
        self._context.files.forget(ALIKE)
        self._strip.clear()

    def show(self, run: Run, scene: FilterScene) -> None:
        """Show the pictures for a filter on a picture."""
        self._run, self._scene = run, scene
        choice, picture = scene.scene.choice, scene.scene.look.picture
        self._strip.crops.can_compare = choice.network is INTERPRETABLE
        self._list()
        self._strip.crops.mark(NO_FILTER if picture is None else picture)

    @Slot(int)
    def _look_for_alike(self, picture: int) -> None:
        """Look at a picture, and show those most alike to it."""
        self.chosen.emit(picture)
        self._strip.alike.setChecked(True)

    @Slot()
    def _list(self) -> None:
        """List the pictures of the kind that is wanted, unless they are listed already."""
        run, shown = self._run, self._scene
        if run is None or shown is None or self._context.lane.busy(SCENE):
            return  # a picture that is on its way lists them
        choice = shown.scene.choice
        of = self._strip.is_alike, choice.network, choice.filter
        listed = (of, shown.scene.look if self._strip.is_alike else shown.best)
        if listed == self._listed:
            return
        if self._listed is None or of != self._listed[0]:
            self._strip.clear()
        self._listed = listed
        self._context.files.forget(ALIKE)
        if self._strip.is_alike:
            self._list_alike(run, shown.scene)
        else:
            self._show_crops(run, choice, [(best, None) for best in shown.best])

    def _list_alike(self, run: Run, scene: Scene) -> None:
        if scene.choice.network is not INTERPRETABLE:
            words = self.tr("Pictures are compared by the filters of {network} only: choose one of these in the wall.")
            self._strip.say(words.format(network=network_in_sentence(run, INTERPRETABLE)))
            return
        work = partial(alike_pictures, run, scene.look, scene.choice.filter, BEST)
        self._context.files.ask(ALIKE, work, partial(self._show_alike, run, scene.choice), self._cannot_compare)

    def _show_alike(self, run: Run, choice: SceneRequest, alike: AlikePictures) -> None:
        words = ""
        if not alike.found:
            words = self.tr("No other picture shows this part clearly.")
        elif not alike.is_seen:
            words = self.tr("The filter hardly sees its part in the picture on show: what is found may be anything.")
        self._strip.say(words)
        if alike.found:
            self._strip.tell_usual(alike.usual)
        self._show_crops(run, choice, alike.found)

    def _cannot_compare(self, failure: Failed) -> None:
        self._strip.clear()
        self._strip.say(str(failure.error))

    def _show_crops(self, run: Run, choice: SceneRequest, found: Sequence[tuple[BestPicture, float | None]]) -> None:
        self._strip.crops.show_items(
            [
                BestPictureItem(best, run.pictures[best.picture].name, side_words(run, best.picture), similarity)
                for best, similarity in found
            ]
        )
        for best, _similarity in reversed(found):  # the pool serves the latest request first
            key = (CROP, run.path, choice.network, choice.filter, best.picture)
            work = partial(crop_of, run, choice.network, choice.filter, best, CROP_SIDE)
            self._context.pool.ask(key, work, partial(self._show_crop, run, choice, best.picture))

    def _show_crop(self, run: Run, choice: SceneRequest, picture: int, image: QImage) -> None:
        if run is self._run and self._scene is not None:
            now = self._scene.scene.choice
            if (choice.network, choice.filter) == (now.network, now.filter):
                self._strip.crops.pictures.set_image(picture, image)
