"""Pictures, overlays and sentences that several figures share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from icnn_engine.core.annotations import Where
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.core.heatmaps import heatmap, overlay
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal
from icnn_engine.core.receptive_field import WHOLE, MapGeometry, Region
from icnn_engine.core.templates import centroid_mask, masks, max_pooled
from icnn_engine.data import read_thumbnail
from icnn_engine.figures.sheet import outline
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.clear_peaks import FAINT as FAINT
from icnn_engine.inspection.clear_peaks import usual_top as usual_top
from icnn_engine.inspection.look import Look
from icnn_engine.runs.found_objects import geometry_in, photograph_path
from icnn_engine.runs.network_words import backbone_title, has_masks, is_converted, is_own
from icnn_engine.runs.notes import filter_title, notes_or_none
from icnn_engine.runs.run_folder import Run, RunFilter

Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels of a picture
PAPER = 640  # pixels of the longest side of a picture on paper: 2 inches at 300 dpi


@lru_cache(maxsize=48)
def _small(where: Where, side: int) -> np.ndarray:
    return read_thumbnail(where, side)


def small_picture(run: Run, index: int, side: int = PAPER) -> np.ndarray:
    """Return a picture of the run as the networks read it, (h, w, 3) uint8, at most `side` pixels long.

    Raise RunError if the file is missing, PictureError if it cannot be read.
    """
    return _small(run.picture_path(index), side)


def small_photograph(run: Run, index: int, side: int = PAPER) -> np.ndarray:
    """Return the photograph of a picture of the run, as `small_picture` does."""
    return _small(photograph_path(run, index), side)


def fitted(pixels: np.ndarray, side: int = PAPER) -> np.ndarray:
    """Shrink pixels to at most `side` a side, antialiased; never enlarge them."""
    from PIL import Image

    picture = Image.fromarray(pixels)
    picture.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return np.asarray(picture)


def pooled_mask(run: Run, feature_map: np.ndarray, filter: int) -> np.ndarray:
    """Return the (n, n) mask of the variant `released`, which masks the pooled map: every cell of the map takes the
    mask of the pooled cell it goes into."""
    mask = centroid_mask(max_pooled(feature_map, run.pool), run.filters[filter].beta)
    into = np.minimum(np.arange(len(feature_map)) // run.pool[1], len(mask) - 1)
    spread: np.ndarray = mask[np.ix_(into, into)]
    return spread


def part_map(run: Run, feature_map: np.ndarray, network: NetworkName, filter: int) -> np.ndarray:
    """Return the map by which a network learns: max(x * mask, 0) of the interpretable network, x of the others."""
    values = np.asarray(feature_map, dtype=np.float32)
    if not has_masks(run, network):
        return values
    released = run.settings.variant == "released"
    mask = pooled_mask(run, values, filter) if released else masks(len(values))[int(values.argmax())]
    masked: np.ndarray = np.maximum(values * mask, 0)
    return masked


def faint_top(values: np.ndarray, usual: float) -> float:
    """Return the value that is brightest in one picture alone: its peak, but at least `FAINT` of the usual one, so
    that a filter that hardly fires stays hardly visible."""
    return max(float(values.max()), FAINT * usual)


def overlaid(
    run: Run,
    pixels: np.ndarray,
    feature_map: np.ndarray,
    network: NetworkName,
    filter: int,
    top: float | None,
    geometry: MapGeometry | None = None,
) -> np.ndarray:
    """Lay the heatmap of a filter's map (n, n) over pixels (h, w, 3); a map of CAM takes any filter. `geometry`: where
    the cells lie in them; None: the pixels are what the networks read."""
    height, width = pixels.shape[:2]
    values = part_map(run, feature_map, network, filter)
    return overlay(pixels, heatmap(values, geometry or run.geometry, height, width, top=top))


def field_box(geometry: MapGeometry, filter: RunFilter, cell: tuple[int, int], pixels: np.ndarray) -> Box:
    """Return the effective receptive field of a filter around a cell, in pixels of a picture (h, w, 3)."""
    height, width = pixels.shape[:2]
    return geometry.box(cell, filter.effective_field, width, height)


def region_box(region: Region, pixels: np.ndarray) -> Box | None:
    """Return a region that the networks read in pixels of a picture (h, w, 3); None if it is the whole picture."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = region
    return None if region == WHOLE else (left * width, top * height, right * width, bottom * height)


def frame_region(axes: Any, box: Box | None) -> None:
    """Draw a white frame around what the networks read of a picture, if that is not the whole of it."""
    if box is not None:
        outline(axes, box, "white", 0.7)


def region_words(*regions: Region) -> str:
    """Return a sentence on the frames of `frame_region`; empty where there is none."""
    if all(region == WHOLE for region in regions):
        return ""
    return translate("Figures", "White frame: the region of the photograph that the networks read.")


@dataclass(frozen=True, eq=False)
class PeakPicture:
    """A picture (h, w, 3) uint8 with a filter's heatmap, the receptive field of its peak there, and the box that the
    networks read (None: the whole picture)."""

    pixels: np.ndarray
    field: Box
    read: Box | None


def peak_overlay(run: Run, filter: RunFilter, best: BestPicture, top: float, side: int = PAPER) -> PeakPicture:
    """Return one of a filter's best pictures with its heatmap."""
    pixels, geometry = small_photograph(run, best.picture, side), geometry_in(run, best.picture)
    feature_map = run.maps(filter.network)[best.picture, filter.index]
    shown = overlaid(run, pixels, feature_map, filter.network, filter.index, top, geometry)
    return PeakPicture(shown, field_box(geometry, filter, best.cell, pixels), region_box(geometry.region, pixels))


def titled_of(run: Run, filter: RunFilter) -> str:
    """Return the title of a filter in figures: the user's name, else 'part 3, filter 12'."""
    return filter_title(filter, notes_or_none(run.path))


def category_of(run: Run, filter: RunFilter) -> str:
    """Return the category a filter belongs to if the run has several, else nothing."""
    return run.categories[filter.category] if len(run.categories) > 1 else ""


def most_probable(run: Run, look: Look, count: int = 3) -> tuple[tuple[str, float], ...]:
    """Return the categories that the interpretable network holds most probable with their probabilities, highest
    first. With softmax the background is one of them."""
    names = (*run.categories, "background")
    order = np.argsort(-look.answers, kind="stable")[:count]
    return tuple((names[i], float(look.answers[i])) for i in order)


def about(run: Run) -> str:
    """Return a sentence on the origin of a figure: run, seed, variant, backbone, categories."""
    background = str(run.info.get("background", ""))
    others = {
        "others": translate("Figures", "the other categories"),
        "shuffled": translate("Figures", "its own pictures, shuffled"),
        "none": translate("Figures", "each other alone"),
    }.get(background, background.lstrip("_"))
    text = translate(
        "Figures",
        "Run {run}: {category} told from {others}, {count} filters on {backbone}, variant {variant}, seed {seed}.",
    )
    if is_own(run):
        text = translate(
            "Figures",
            "Run {run}: {category} and {others}, {count} channels of {backbone}, as it was given; nothing was trained.",
        )
    elif is_converted(run):
        text = translate(
            "Figures",
            "Run {run}: {category} and {others}, {count} channels of {backbone}, converted on these pictures, seed "
            "{seed}.",
        )
    return text.format(
        run=run.name, category=run.category, others=others, count=len(run.filters),
        backbone=backbone_title(run), variant=run.settings.variant, seed=run.settings.seed,
    )  # fmt: skip


def measured(run: Run) -> str:
    """Return sentences on how well the filters follow, beside their baselines, and on location instability if it was
    measured."""
    table = run.table
    follows = _follows_own if is_own(run) else _follows_converted if is_converted(run) else _follows_trained
    text = follows(run).format(
        shift=_with_baselines(run, "equivariance"),
        mirror=_with_baselines(run, "mirror"),
        transplant=_with_baselines(run, "transplant"),
    )
    if table.get("instability") is None:
        return text
    instability = translate(
        "Figures",
        "Location instability on test pictures {own}, twin {twin} (always the centre {centre}, anywhere {random}).",
    )
    if is_own(run):
        instability = translate(
            "Figures",
            "Location instability on test pictures {own}, with random weights {twin} (always the centre {centre}, "
            "anywhere {random}).",
        )
    elif is_converted(run):
        instability = translate(
            "Figures",
            "Location instability on test pictures {own}, the original {twin} (always the centre {centre}, anywhere "
            "{random}).",
        )
    instability = instability.format(
        own=decimal(table["instability"], 3),
        twin=decimal(table.get("twin_instability"), 3),
        centre=decimal(table.get("instability_centre"), 3),
        random=decimal(table.get("instability_random"), 3),
    )
    return f"{text} {instability}"


def _follows_trained(run: Run) -> str:
    if run.table.get("mirror") is None:
        return translate(
            "Figures",
            "Share of peaks that are where the content went, mean of all filters (ordinary twin, untrained filters): "
            "moved {shift}.",
        )
    return translate(
        "Figures",
        "Share of peaks that are where the content went, mean of all filters (ordinary twin, untrained filters): "
        "moved {shift}, mirrored {mirror}, pasted into another picture {transplant}.",
    )


def _follows_own(run: Run) -> str:
    if run.table.get("mirror") is None:
        return translate(
            "Figures",
            "Share of peaks that are where the content went, mean of all filters (in brackets: with random weights): "
            "moved {shift}.",
        )
    return translate(
        "Figures",
        "Share of peaks that are where the content went, mean of all filters (in brackets: with random weights): "
        "moved {shift}, mirrored {mirror}, pasted into another picture {transplant}.",
    )


def _follows_converted(_run: Run) -> str:
    return translate(
        "Figures",
        "Share of peaks that are where the content went, mean of all filters (the original, random weights): moved "
        "{shift}, mirrored {mirror}, pasted into another picture {transplant}.",
    )


def _with_baselines(run: Run, key: str) -> str:
    """Return '.81 (.62, .57)': of the network, its twin, untrained filters; of the user's own '.81 (.57)'."""
    own, twin, floor = (decimal(run.table.get(f"{prefix}{key}")) for prefix in ("", "twin_", "untrained_"))
    return f"{own} ({twin})" if is_own(run) else f"{own} ({twin}, {floor})"


def held_out_words(run: Run, network: NetworkName, filter: int) -> str:
    """Return in words which side of the split a filter's best pictures come from."""
    best = best_pictures(run, network, filter, 1)
    if is_own(run):
        return translate("Figures", "pictures by which no channel was chosen")
    if is_converted(run) and best and run.pictures[best[0].picture].side != "train":
        return translate("Figures", "pictures that the conversion has not seen")
    if not best or run.pictures[best[0].picture].side != "train":
        return translate("Figures", "pictures kept out of training")
    return translate("Figures", "training pictures (the run has no other)")
