"""Build the scene of the Filters page: one picture and one filter, ready to be shown (thread-safe)."""

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
from icnn_engine.core.annotations import Crop, Where, file_of, location_of
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.core.heatmaps import USUAL, colour, crop, heatmap, signed_colour
from icnn_engine.core.templates import masks, max_pooled
from icnn_engine.data import read_picture
from icnn_engine.figures.common import faint_top, fitted, part_map, pooled_mask, usual_top
from icnn_engine.inspection.best_pictures import best_pictures, part_crops
from icnn_engine.inspection.look import AnswerShares, Look, look_at, maps_of
from icnn_engine.inspection.stages import CamStages, Stages, stages
from icnn_engine.runs.network_words import has_masks
from icnn_engine.runs.run_folder import Run, RunKey
from icnn_engine.runs.run_tables import box_text

if TYPE_CHECKING:
    from icnn_engine.inspection.explainers import AnyExplainer

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM
LARGEST, SMALLER = 2048, 720  # longest sides of the picture on show, and of the two beside it
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
    """Return the usual peak of the strongest filter of a network."""
    if network is CAM:
        return _usual_top(same, network, 0)
    return max((_usual_top(same, network, filter.index) for filter in same.run.of(network)), default=0.0)


@dataclass(frozen=True, slots=True)
class SceneRequest:
    """A filter of one network. `other`: the filter of the other network; None: the one that fires strongest on the
    picture."""

    network: NetworkName
    filter: int
    other: int | None = None
    drawing: OverlayStyle = AS_EXPORTED


@dataclass(frozen=True, eq=False)
class Pane:
    """The picture with the overlay of one network. `filter` -1: CAM; `top`: the value drawn brightest; `peak`: the
    highest one; `cells`: (n, n) maps: the feature map or CAM, of a network with masks also mask and product."""

    network: NetworkName
    filter: int
    overlay: Overlay
    answer: float
    peak: float
    top: float
    cells: tuple[np.ndarray, ...]


@dataclass(frozen=True, eq=False)
class Scene:
    """A picture and a filter, ready to be shown. `read`: (n, n), the map that the template is multiplied with; the
    variant `released` pools it."""

    look: Look
    choice: SceneRequest
    picture: QImage
    small: QImage
    own: Pane
    cam: Pane
    other: Pane
    stages: Stages
    read: np.ndarray
    tiles: tuple[QImage, ...]


def other_network(network: NetworkName) -> NetworkName:
    """Return the twin for the interpretable network, and the interpretable network for the twin."""
    return TWIN if network is INTERPRETABLE else INTERPRETABLE


def strongest_filter(look: Look, network: NetworkName) -> int:
    """Return the index of the filter whose map has the highest peak on a picture."""
    return int(maps_of(look, network).max((1, 2)).argmax())


def picture_of(run: Run, where: Where) -> int | None:
    """Return the index of a file, or of an object in one, among the pictures of a run; None if it is none of them. Of a
    photograph whose regions were read it is the first."""
    root, box, path = run.images.resolve(), box_text(where), file_of(where).resolve()
    any_box = not box and run.settings.region != "whole"
    alike = ((i, p) for i, p in enumerate(run.pictures) if (any_box or p.box == box) and path.name in p.name)
    return next((i for i, p in alike if file_of(p.where(root)) == path), None)


def make_scene(run: Run, look: Look, choice: SceneRequest) -> Scene:
    """Return everything that the Filters page shows of a picture and a filter."""
    steps = stages(run, look, choice.filter, choice.network)
    pooled = steps.template.shape != steps.feature_map.shape
    read = max_pooled(steps.feature_map, run.pool) if pooled else steps.feature_map
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
        stages=steps,
        read=read,
        tiles=stage_tiles(look, steps, read, small),
    )


def _opaque(pixels: np.ndarray) -> QImage:
    """Return the image in the format that Qt paints fastest."""
    return to_qimage(pixels).convertToFormat(QImage.Format.Format_RGB32)


def make_pane(
    run: Run, look: Look, network: NetworkName, filter_index: int, drawing: OverlayStyle = AS_EXPORTED
) -> Pane:
    """Return the picture with a network's overlay, by default in the style of exported heatmaps."""
    index = max(filter_index, 0)
    own = maps_of(look, network)[index]
    read = part_map(run, own, network, index)
    top = _top(run, read, network, index, drawing.reach)
    height, width = look.pixels.shape[:2]
    shrink = HEAT / max(height, width)
    size = max(1, round(height * shrink)), max(1, round(width * shrink))
    heat = heatmap(read, look.geometry, *size, smooth=drawing.smooth, top=top)
    overlay = Overlay(overlay_layer(heat, drawing.palette), smooth=drawing.smooth, region=look.geometry.region)
    if network is not CAM and own.max() > 0:
        overlay = _with_field(run, look, own, network, filter_index, overlay)
    answers = {INTERPRETABLE: look.answer, TWIN: look.twin_answer, CAM: look.cam_answer}
    cells = _cells(run, own, read, index) if has_masks(run, network) else (own,)
    return Pane(network, filter_index, overlay, answers[network], float(own.max()), top, cells)


def _top(run: Run, read: np.ndarray, network: NetworkName, index: int, reach: OverlayScale) -> float:
    """Return the value drawn brightest."""
    key = RunKey.of(run)
    if reach == OverlayScale.RUN:  # a combo box gives back a plain string
        return _run_top(key, network)
    usual = _usual_top(key, network, index)
    return faint_top(read, usual) if reach == OverlayScale.PICTURE else usual


def _cells(run: Run, own: np.ndarray, read: np.ndarray, index: int) -> tuple[np.ndarray, ...]:
    """Return map, mask and product, (n, n) each. The masks of the variant `released` belong to pooled cells: every cell
    has the mask of the pooled cell it goes into."""
    pooled = run.settings.variant == "released"
    return own, pooled_mask(run, own, index) if pooled else masks(len(own))[int(own.argmax())], read


def _with_field(
    run: Run, look: Look, own: np.ndarray, network: NetworkName, filter_index: int, overlay: Overlay
) -> Overlay:
    """Add the effective receptive field of the peak."""
    row, column = divmod(int(own.argmax()), run.geometry.cells)
    box = look.geometry.box((row, column), run.of(network)[filter_index].effective_field, 1, 1)
    return replace(overlay, box=box, peak=((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))


def overlay_layer(heat: np.ndarray, palette: str = USUAL) -> QImage:
    """Return an (H, W) heatmap of 0..1 as colours with alpha. Painted on a picture with an opacity, they give the same
    as `heatmaps.overlay`: alpha is in proportion to the value."""
    share = (heat * np.float32(255) + np.float32(0.5)).astype(np.uint8)
    return to_qimage(np.dstack([colour(heat, palette), share])).convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
    )


def stage_tiles(look: Look, steps: Stages, read: np.ndarray, small: np.ndarray) -> tuple[QImage, ...]:
    """Return picture, map, template, masked map and effective field as small images; maps have one pixel per cell."""
    top = max(float(steps.feature_map.max()), 1e-6)
    template = np.round((steps.template + 1) * 127.5).astype(np.uint8)
    return (
        to_qimage(fitted(small, TILE)),
        to_qimage(colour(np.clip(read / top, 0, 1))),
        to_qimage(template),
        to_qimage(colour(np.clip(steps.masked_map / top, 0, 1))),
        to_qimage(crop(look.pixels, steps.box, TILE)),
    )


def cam_tiles(steps: CamStages) -> tuple[np.ndarray, tuple[QImage, ...], float]:
    """Return the maps that CAM is the sum of, as numbers and as images.

    Returns
    -------
    values
        (k + 2, n, n): the k strongest weighted maps, the sum of the others, and CAM.
    images
        The same with one pixel per cell.
    brightness
        How many times brighter the single maps are drawn than CAM, of which each is a small part.
    """
    values = np.stack([*steps.maps * steps.weights[:, None, None], steps.rest, steps.cam])
    count = len(steps.filters)
    single, whole = (max(float(np.abs(maps).max()), 1e-6) for maps in (values[:count], steps.cam))
    tops = [single] * count + [whole] * 2
    images = (to_qimage(signed_colour(map_, top)) for map_, top in zip(values, tops, strict=True))
    return values, tuple(images), whole / single


def collage(run: Run, network: NetworkName, filter_index: int, side: int) -> np.ndarray:
    """Return four crops of a filter's part, (2 side, 2 side, 4) uint8 RGBA; transparent where there are fewer."""
    sheet = np.zeros((2 * side, 2 * side, 4), np.uint8)
    for i, crop_ in enumerate(part_crops(run, network, filter_index, QUARTERS, side)):
        top, left = i // 2 * side, i % 2 * side
        sheet[top : top + side, left : left + side] = np.dstack([crop_.pixels, np.full((side, side), 255, np.uint8)])
    return sheet


@dataclass(frozen=True, eq=False)
class FilterScene:
    """A scene and the best pictures of its filter."""

    scene: Scene
    best: tuple[BestPicture, ...]


def make_filter_scene(run: Run, choice: SceneRequest, look: Look | int | None, count: int) -> FilterScene | None:
    """Return a filter on a picture and the `count` best pictures of the filter; None if the run has no picture of its
    category. `look`: the picture, or its index in the run; None: the filter's best picture."""
    best = best_pictures(run, choice.network, choice.filter, count)
    if look is None:
        positive = (i for i, picture in enumerate(run.pictures) if picture.positive)
        look = best[0].picture if best else next(positive, None)
    if look is None:
        return None
    return FilterScene(make_scene(run, look if isinstance(look, Look) else look_at(run, look), choice), best)


class SceneMaker:
    """Runs the trained networks of a run, which are loaded when they are first needed. For one thread only.

    `wait` returns once the heavy part of the engine is loaded.
    """

    def __init__(self, wait: Callable[[], None]) -> None:
        self._wait = wait
        self._explainer: AnyExplainer | None = None

    def explain(self, run: Run, where: Where, choice: SceneRequest, count: int) -> FilterScene | None:
        """Run the networks on any picture and return its scene. Raises PictureError, RunError."""
        pixels = read_picture(run.toned(where))
        is_region = isinstance(location_of(where), Crop)
        return make_filter_scene(run, choice, self._of(run).explain(pixels, file_of(where).name, is_region), count)

    def part_shares(self, run: Run, look: Look) -> AnswerShares:
        """Return how much each part adds to the answer. Raises RunError."""
        explainer = self._of(run)
        from icnn_engine.inspection.part_shares import part_shares

        return part_shares(explainer, look)

    def cam_stages(self, run: Run, look: Look) -> CamStages:
        """Return the maps that CAM's heatmap is the sum of. Raises RunError."""
        return self._of(run).cam_stages(look)

    def switched(self, run: Run, look: Look, off: AblationRequest) -> AblationResult:
        """Return the effects of switching off filters or masks. Raises RunError."""
        return ablate(self._of(run), look, off)

    def _of(self, run: Run) -> AnyExplainer:
        self._wait()
        from icnn_engine.inspection.explainers import explainer_of

        if self._explainer is None or self._explainer.run is not run:
            self._explainer = explainer_of(run)
        return self._explainer
