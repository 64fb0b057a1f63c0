"""What is worked out away from the screen when somebody looks at a filter and a picture. Any thread may call it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

from app.widgets.pictures.ablation import AblationRequest, AblationResult, ablate
from app.widgets.pictures.overlay_style import AS_EXPORTED, OverlayScale, OverlayStyle
from app.widgets.pictures.picture_view import Overlay
from app.widgets.qimage import to_qimage
from icnn_engine.core.annotations import Where, file_of
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.core.heatmaps import USUAL, colour, crop, heatmap, signed_colour
from icnn_engine.core.templates import masks, max_pooled
from icnn_engine.data import read_picture
from icnn_engine.figures.common import faint_top, fitted, part_map, pooled_mask, usual_top
from icnn_engine.inspection.best_pictures import best_pictures, part_crops
from icnn_engine.inspection.look import Effects, Look, look_at, maps_of
from icnn_engine.inspection.stages import CamStages, Stages, stages
from icnn_engine.runs.run_folder import Run, RunKey
from icnn_engine.runs.run_tables import box_text

if TYPE_CHECKING:
    from icnn_engine.inspection.explainer import Explainer

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM
LARGEST, SMALLER = 2048, 720  # longest sides of the picture on show, and of those beside it
# Longest side of a heatmap: ten pixels a cell, smoothed on the screen. Larger ones are multiplied by several threads of
# BLAS, which wait for each other while a training runs: 40 ms against 1 (measured on two cores).
HEAT = 140
TILE = 296  # pixels of a stage: sharp at 200 %
QUARTERS = 4  # crops on a card


@lru_cache(maxsize=1024)
def _usual_top(same: RunKey, network: NetworkName, index: int) -> float:
    return usual_top(same.run, network, index)


@lru_cache(maxsize=16)
def _run_top(same: RunKey, network: NetworkName) -> float:
    """The usual peak of the strongest filter of a network."""
    if network is CAM:
        return _usual_top(same, network, 0)
    return max((_usual_top(same, network, one.index) for one in same.run.of(network)), default=0.0)


@dataclass(frozen=True, slots=True)
class SceneRequest:
    """What is looked at: a filter of one network; of the other network the filter that was chosen, or None: the one
    that fires strongest on the picture."""

    network: NetworkName
    filter: int
    other: int | None = None
    drawing: OverlayStyle = AS_EXPORTED


@dataclass(frozen=True, eq=False)
class Pane:
    """The picture as one network sees it. `filter` -1: CAM. `top`: the value drawn brightest; `peak`: the highest.
    `cells`: (n, n) maps: the feature map or CAM; of the interpretable network also its mask and their product."""

    network: NetworkName
    filter: int
    overlay: Overlay
    answer: float
    peak: float
    top: float
    cells: tuple[np.ndarray, ...]


@dataclass(frozen=True, eq=False)
class Scene:
    """A picture and a filter, ready to be shown."""

    look: Look
    choice: SceneRequest
    picture: QImage
    small: QImage
    own: Pane
    cam: Pane
    other: Pane
    stages: Stages
    read: np.ndarray  # what the template is multiplied with: the feature map, of the variant `released` pooled
    tiles: tuple[QImage, ...]


def other_network(network: NetworkName) -> NetworkName:
    """The twin of the interpretable network, and the other way round."""
    return TWIN if network is INTERPRETABLE else INTERPRETABLE


def strongest_filter(look: Look, network: NetworkName) -> int:
    """The filter whose map has the highest peak on a picture."""
    return int(maps_of(look, network).max((1, 2)).argmax())


def picture_of(run: Run, where: Where) -> int | None:
    """The index of a file, or of an object in one, among the pictures of a run."""
    root, box = run.images.resolve(), box_text(where)
    path = file_of(where).resolve()
    like = ((i, p) for i, p in enumerate(run.pictures) if p.box == box and path.name in p.name)
    return next((i for i, p in like if file_of(p.where(root)) == path), None)


def make_scene(run: Run, look: Look, choice: SceneRequest) -> Scene:
    """Everything that is shown of a picture and a filter."""
    found = stages(run, look, choice.filter, choice.network)
    pooled = found.template.shape != found.feature_map.shape
    read = max_pooled(found.feature_map, run.pool) if pooled else found.feature_map
    rival = other_network(choice.network)
    other = strongest_filter(look, rival) if choice.other is None else choice.other
    picture = _opaque(fitted(look.pixels, LARGEST))
    small = fitted(look.pixels, SMALLER)
    return Scene(
        look=look,
        choice=choice,
        picture=picture,
        small=picture if max(picture.width(), picture.height()) <= SMALLER else _opaque(small),
        own=make_pane(run, look, choice.network, choice.filter, choice.drawing),
        cam=make_pane(run, look, CAM, -1, choice.drawing),
        other=make_pane(run, look, rival, other, choice.drawing),
        stages=found,
        read=read,
        tiles=stage_tiles(look, found, read, small),
    )


def _opaque(pixels: np.ndarray) -> QImage:
    """The image in the format that is painted quickest."""
    return to_qimage(pixels).convertToFormat(QImage.Format.Format_RGB32)


def make_pane(
    run: Run, look: Look, network: NetworkName, filter_index: int, drawing: OverlayStyle = AS_EXPORTED
) -> Pane:
    """The picture as a network sees it, drawn as exported heatmaps are unless `drawing` says otherwise."""
    index = max(filter_index, 0)
    own = maps_of(look, network)[index]
    read = part_map(run, own, network, index)
    top = _top(run, read, network, index, drawing.reach)
    height, width = look.pixels.shape[:2]
    shrink = HEAT / max(height, width)
    size = max(1, round(height * shrink)), max(1, round(width * shrink))
    heat = heatmap(read, run.geometry, *size, smooth=drawing.smooth, top=top)
    marks = Overlay(overlay_layer(heat, drawing.palette), smooth=drawing.smooth)
    if network is not CAM and own.max() > 0:
        marks = _marked(run, own, network, filter_index, marks)
    answers = {INTERPRETABLE: look.answer, TWIN: look.twin_answer, CAM: look.cam_answer}
    cells = _cells(run, own, read, index) if network is INTERPRETABLE else (own,)
    return Pane(network, filter_index, marks, answers[network], float(own.max()), top, cells)


def _top(run: Run, read: np.ndarray, network: NetworkName, index: int, reach: OverlayScale) -> float:
    usual = _usual_top(RunKey.of(run), network, index)
    match reach:
        case OverlayScale.PICTURE:
            return faint_top(read, usual)
        case OverlayScale.RUN:
            return _run_top(RunKey.of(run), network)
    return usual


def _cells(run: Run, own: np.ndarray, read: np.ndarray, index: int) -> tuple[np.ndarray, ...]:
    """Map, mask and product, (n, n) each. Of the variant `released`, whose masks belong to pooled cells, every cell
    has the mask of the pooled cell it goes into."""
    pooled = run.settings.variant == "released"
    return own, pooled_mask(run, own, index) if pooled else masks(len(own))[int(own.argmax())], read


def _marked(run: Run, own: np.ndarray, network: NetworkName, filter_index: int, marks: Overlay) -> Overlay:
    row, column = divmod(int(own.argmax()), run.geometry.cells)
    box = run.geometry.box((row, column), run.of(network)[filter_index].effective_field, 1, 1)
    return replace(marks, box=box, peak=((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))


def overlay_layer(heat: np.ndarray, palette: str = USUAL) -> QImage:
    """A heatmap as colours to be laid over a picture; painted with an opacity it gives what `heatmaps.overlay` gives:
    the colour's share is in proportion to the value."""
    share = (heat * np.float32(255) + np.float32(0.5)).astype(np.uint8)
    return to_qimage(np.dstack([colour(heat, palette), share])).convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
    )


def stage_tiles(look: Look, found: Stages, read: np.ndarray, small: np.ndarray) -> tuple[QImage, ...]:
    """Picture, map that is read, template, masked map, effective field as small images. Maps are one pixel a cell."""
    top = max(float(found.feature_map.max()), 1e-6)
    template = np.round((found.template + 1) * 127.5).astype(np.uint8)
    return (
        to_qimage(fitted(small, TILE)),
        to_qimage(colour(np.clip(read / top, 0, 1))),
        to_qimage(template),
        to_qimage(colour(np.clip(found.masked_map / top, 0, 1))),
        to_qimage(crop(look.pixels, found.box, TILE)),
    )


def cam_tiles(found: CamStages) -> tuple[np.ndarray, tuple[QImage, ...], float]:
    """(k + 2, n, n) values of the strongest weighted maps, the rest and their sum, CAM; their images, one pixel a
    cell; and how many times brighter the single maps are drawn than the sum, of which each is a small part."""
    values = np.stack([*found.maps * found.weights[:, None, None], found.rest, found.cam])
    count = len(found.filters)
    single, whole = (max(float(np.abs(part).max()), 1e-6) for part in (values[:count], found.cam))
    tops = [single] * count + [whole] * 2
    images = (to_qimage(signed_colour(one, top)) for one, top in zip(values, tops, strict=True))
    return values, tuple(images), whole / single


def collage(run: Run, network: NetworkName, filter_index: int, side: int) -> np.ndarray:
    """(2 side, 2 side, 4) uint8 RGBA: four crops of a filter's part; transparent where it has fewer."""
    sheet = np.zeros((2 * side, 2 * side, 4), np.uint8)
    for place, one in enumerate(part_crops(run, network, filter_index, QUARTERS, side)):
        top, left = place // 2 * side, place % 2 * side
        sheet[top : top + side, left : left + side, :3] = one.pixels
        sheet[top : top + side, left : left + side, 3] = 255
    return sheet


@dataclass(frozen=True, eq=False)
class FilterScene:
    """A scene and the best pictures of its filter."""

    scene: Scene
    best: tuple[BestPicture, ...]


def make_filter_scene(run: Run, choice: SceneRequest, look: Look | int | None, count: int) -> FilterScene | None:
    """A filter on a picture (a look, the index of a picture of the run, or None: the filter's best), and its `count`
    best pictures. None where the run has no picture of its category."""
    best = best_pictures(run, choice.network, choice.filter, count)
    if look is None:
        look = best[0].picture if best else _first_of_category(run)
    if look is None:
        return None
    seen = look if isinstance(look, Look) else look_at(run, look)
    return FilterScene(make_scene(run, seen, choice), best)


def _first_of_category(run: Run) -> int | None:
    return next((i for i, picture in enumerate(run.pictures) if picture.positive), None)


class SceneMaker:
    """The trained networks of the run asked last, loaded when they are first needed. For one thread only.

    `wait` returns once the heavy part of the engine is loaded.
    """

    def __init__(self, wait: Callable[[], None]) -> None:
        self._wait = wait
        self._explainer: Explainer | None = None

    def explain(self, run: Run, where: Where, choice: SceneRequest, count: int) -> FilterScene | None:
        """Any picture through the networks of a run. Raises PictureError, RunError."""
        pixels = read_picture(run.toned(where))
        return make_filter_scene(run, choice, self._of(run).explain(pixels, file_of(where).name), count)

    def effects(self, run: Run, look: Look) -> Effects:
        """What each part changes in the answer. Raises RunError."""
        return self._of(run).effects(look)

    def cam_stages(self, run: Run, look: Look) -> CamStages:
        """Of what CAM's heatmap is the sum. Raises RunError."""
        return self._of(run).cam_stages(look)

    def switched(self, run: Run, look: Look, off: AblationRequest) -> AblationResult:
        """What switching filters or masks off changes. Raises RunError."""
        return ablate(self._of(run), look, off)

    def _of(self, run: Run) -> Explainer:
        self._wait()
        from icnn_engine.inspection.explainer import Explainer

        if self._explainer is None or self._explainer.run is not run:
            self._explainer = Explainer(run)
        return self._explainer
