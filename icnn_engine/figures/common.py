"""What several figures share: pictures small enough for paper, overlays on a common scale, sentences about a run."""

from __future__ import annotations

from functools import lru_cache
from math import isfinite

import numpy as np

from icnn_engine.core.annotations import Where
from icnn_engine.core.config import BACKBONE_TITLES, NONE
from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import heatmap, overlay
from icnn_engine.core.language import translate
from icnn_engine.core.templates import centroid_mask, masks, max_pooled
from icnn_engine.data import read_thumbnail
from icnn_engine.inspection.best_pictures import best_pictures, peaks_of, pictures_of
from icnn_engine.inspection.look import Look
from icnn_engine.runs.notes import filter_title, notes_or_none
from icnn_engine.runs.run_folder import Run, RunFilter

PAPER = 640  # pixels of the longest side of a picture on paper: 2 inches at 300 dpi
TOP_SHARE = 0.9  # the quantile of a map's peaks over the category's held-out pictures that becomes the brightest colour
FAINT = 1 / 3  # share of the usual peak below which a peak counts as faint


@lru_cache(maxsize=48)
def _small(where: Where, side: int) -> np.ndarray:
    return read_thumbnail(where, side)


def small_picture(run: Run, index: int, side: int = PAPER) -> np.ndarray:
    """(h, w, 3) uint8, at most `side` pixels long. Raises RunError where the file is gone, PictureError."""
    return _small(run.picture_path(index), side)


def fitted(pixels: np.ndarray, side: int = PAPER) -> np.ndarray:
    """Pixels made small enough for paper, antialiased; never enlarged."""
    from PIL import Image

    picture = Image.fromarray(pixels)
    picture.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return np.asarray(picture)


def masked(feature_map: np.ndarray) -> np.ndarray:
    """max(x * mask, 0) of one (n, n) map: where its part is, and what the network learns by."""
    values: np.ndarray = np.maximum(feature_map * masks(len(feature_map))[int(feature_map.argmax())], 0)
    return values


def masked_pooled(run: Run, feature_map: np.ndarray, filter: int) -> np.ndarray:
    """The same of the variant `released`, with the masks of `pooled_mask`."""
    values: np.ndarray = np.maximum(feature_map * pooled_mask(run, feature_map, filter), 0)
    return values


def pooled_mask(run: Run, feature_map: np.ndarray, filter: int) -> np.ndarray:
    """(n, n) mask of the variant `released`, whose masks are those of the pooled map: every cell of the (n, n) map has
    the mask of the pooled cell it goes into."""
    mask = centroid_mask(max_pooled(feature_map, run.pool), run.filters[filter].beta)
    into = np.minimum(np.arange(len(feature_map)) // run.pool[1], len(mask) - 1)
    spread: np.ndarray = mask[np.ix_(into, into)]
    return spread


def part_map(run: Run, feature_map: np.ndarray, network: NetworkName, filter: int) -> np.ndarray:
    """The map as its network learns by it: masked in the interpretable one, as it is in the others."""
    values = np.asarray(feature_map, dtype=np.float32)
    if network is not NetworkName.INTERPRETABLE:
        return values
    return masked_pooled(run, values, filter) if run.settings.variant == "released" else masked(values)


def usual_top(run: Run, network: NetworkName, filter: int = 0) -> float:
    """The value drawn brightest in all pictures alike, so that a faint map looks faint; 0 where nothing fires."""
    shown = pictures_of(run)
    if network is NetworkName.CAM:
        peaks = np.asarray(run.maps(network)[shown], dtype=np.float32).max((1, 2))
    else:
        category = run.of(network)[filter].category
        own = np.array([run.pictures[i].label == category for i in shown], dtype=bool)
        peaks = peaks_of(run, network)[1][shown[own], filter]
    return max(float(np.quantile(peaks, TOP_SHARE)), 0.0) if len(peaks) else 0.0


def faint_top(values: np.ndarray, usual: float) -> float:
    """The value drawn brightest where each picture is to show its own peak: the peak itself, but at least `FAINT` of
    the usual one, so that a filter that hardly fires stays hardly visible."""
    return max(float(values.max()), FAINT * usual)


def overlaid(
    run: Run, pixels: np.ndarray, feature_map: np.ndarray, network: NetworkName, filter: int, top: float | None
) -> np.ndarray:
    """Pixels with the heatmap of a filter's map over them, drawn as its network learns by it (CAM: any filter)."""
    height, width = pixels.shape[:2]
    return overlay(pixels, heatmap(part_map(run, feature_map, network, filter), run.geometry, height, width, top=top))


def figure_of(value: float | None, digits: int = 2) -> str:
    """A figure between 0 and 1 as papers print it, '.86'; a dash where it is not known."""
    if value is None or not isfinite(value):
        return "–"
    text = f"{value:.{digits}f}"
    return text.removeprefix("0") if text.startswith("0.") and float(text) != 0 else text


def titled_of(run: Run, one: RunFilter) -> str:
    """How every figure calls a filter: by the name the user gave it, else 'part 3, filter 12'."""
    return filter_title(one, notes_or_none(run.path))


def guessing(run: Run) -> float:
    """Balanced accuracy of guessing: one over how many kinds of pictures there are, the background among them."""
    return 1 / (len(run.categories) + (run.info.get("background") != NONE))


def category_of(run: Run, one: RunFilter) -> str:
    """The category a filter answers to, where the run has several; else nothing."""
    return run.categories[one.category] if len(run.categories) > 1 else ""


def answer_names(run: Run, answers: int) -> tuple[str, ...]:
    """What each of so many answers stands for: the categories, and with softmax the background last."""
    return (*run.categories, *(["background"] if answers > len(run.categories) else []))


def most_probable(run: Run, look: Look, count: int = 3) -> tuple[tuple[str, float], ...]:
    """The categories that the interpretable network holds most probable, each with its probability, highest first."""
    names = answer_names(run, len(look.answers))
    order = np.argsort(-look.answers, kind="stable")[:count]
    return tuple((names[i], float(look.answers[i])) for i in order)


def about(run: Run) -> str:
    """One sentence on where the figure comes from: run, seed, variant, backbone, what it is told from."""
    settings = run.settings
    background = str(run.info.get("background", ""))
    told_from = {
        "others": translate("Figures", "the other categories"),
        "shuffled": translate("Figures", "its own pictures, shuffled"),
        "none": translate("Figures", "each other alone"),
    }.get(background, background.lstrip("_"))
    text = translate(
        "Figures",
        "Run {run}: {category} told from {others}, {count} filters on {backbone}, variant {variant}, seed {seed}.",
    )
    return text.format(
        run=run.name, category=run.category, others=told_from, count=len(run.filters),
        backbone=BACKBONE_TITLES[settings.backbone], variant=settings.variant, seed=settings.seed,
    )  # fmt: skip


def measured(run: Run) -> str:
    """How well the run's filters follow, with their floors, and location instability if measured."""
    table = run.table
    text = translate(
        "Figures",
        "Share of peaks that are where the content went, mean of all filters (ordinary twin, untrained filters): "
        "moved {shift}.",
    )
    if table.get("mirror") is not None:
        text = translate(
            "Figures",
            "Share of peaks that are where the content went, mean of all filters (ordinary twin, untrained filters): "
            "moved {shift}, mirrored {mirror}, pasted into another picture {transplant}.",
        )
    shares = {"shift": "equivariance", "mirror": "mirror", "transplant": "transplant"}
    text = text.format(**{name: _beside(run, key) for name, key in shares.items()})
    if table.get("instability") is None:
        return text
    more = translate(
        "Figures",
        "Location instability on held-out pictures {own}, twin {twin} (always the centre {centre}, anywhere {random}).",
    ).format(
        own=figure_of(table["instability"], 3),
        twin=figure_of(table.get("twin_instability"), 3),
        centre=figure_of(table.get("instability_centre"), 3),
        random=figure_of(table.get("instability_random"), 3),
    )
    return f"{text} {more}"


def _beside(run: Run, key: str) -> str:
    """'.81 (.62, .57)': of the network, its twin, untrained filters."""
    own, twin, floor = (figure_of(run.table.get(f"{prefix}{key}")) for prefix in ("", "twin_", "untrained_"))
    return f"{own} ({twin}, {floor})"


def held_out_words(run: Run, network: NetworkName, filter: int) -> str:
    """Which pictures a filter's best ones were taken from, in words."""
    best = best_pictures(run, network, filter, 1)
    trained = bool(best) and run.pictures[best[0].picture].side == "train"
    others = translate("Figures", "pictures kept out of training")
    return translate("Figures", "training pictures (the run has no other)") if trained else others
