"""What other programs need to know of an exported network, as texts and JSON. No torch."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import icnn_engine
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import firing_threshold
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.runs.found_objects import MARGIN
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import BY_FILE

INPUT = (
    "pixels: uint8 (N, {side}, {side}, 3), RGB in sRGB, upright, transparent pixels white, squashed to {side} x {side} "
    "whatever its aspect, by antialiased bilinear resampling (Pillow's BILINEAR). Do not normalise: the network does."
)
OUTPUTS = (
    "answers (N, K): probabilities. peaks (N, F, 2): x, y of the middle of the cell in which each filter peaks, in "
    "pixels of the input from its top left corner; times width / {side} and height / {side} they are pixels of the "
    "picture. strengths (N, F): values of the peaks; at 0 the filter sees nothing and its peak means nothing."
)
ANSWERS = {
    "logistic": "each category by itself; the probabilities do not sum to 1",
    "softmax": "one answer among all; the probabilities sum to 1",
}
REGIONS = {
    "whole": "The network reads whole pictures.",
    "object": "The network reads the object's region of a photograph, not the whole. Finding it is no part of this "
    "file: cut out the object's box, with a margin of {margin:.0%} on each side and near to a square, before resizing.",
    "boxes": "The network reads one box of a photograph, not the whole: cut out each object's box, with a margin of "
    "{margin:.0%} on each side and near to a square, before resizing.",
}
EIGHT_BITS = "The pictures of the run had 8 bits. Others were not tried: convert them to 8 bits first, all alike."
ONE_RANGE = (
    "Pictures of more than 8 bits were read by one range for all (kind, black, white): {ranges}. Convert other "
    "pictures the same way: (value - black) * 255 / (white - black), cut at 0 and 255, rounded."
)
OWN_RANGE = "Pictures of more than 8 bits were read each by its own range of values: convert other pictures so."


def metadata_of(run: Run, notes: Notes) -> dict[str, str]:
    """Return the metadata of an exported run.

    Parameters
    ----------
    run : Run
    notes : Notes
        The user's names of parts and filters.

    Returns
    -------
    dict of str to str
        Sentences in English, and JSON: `answers`, the names of the K answers; `parts`, largest first, each with its
        `name`, the `filter` that stands for it, all its `filters`, and `usual`, the median of that filter's peak on
        test pictures of its category (null: not known); `filters`, each with its part (from 1, or null) and its name;
        `geometry` of the maps.
    """
    side = run.geometry.input_size
    return {
        "run": run.name,
        "partscope": icnn_engine.__version__,
        "input": INPUT.format(side=side),
        "outputs": OUTPUTS.format(side=side),
        "answers": _json(answer_names(run)),
        "kind_of_answers": ANSWERS[run.settings.loss],
        "parts": _json(parts_of(run, notes)),
        "filters": _json(_filters_of(run, notes)),
        "geometry": _json(asdict(run.geometry)),
        "region": REGIONS[run.settings.region].format(margin=MARGIN),
        "brightness": brightness_caveat(run),
    }


def answer_names(run: Run) -> list[str]:
    """Return the names of all answers; with softmax the background's is last, where there is one."""
    names = [*run.categories, run.info.get("background") or "background"]
    return [visible(str(name)) for name in names[: int(run.info["network"]["answers"])]]


def parts_of(run: Run, notes: Notes) -> list[dict[str, Any]]:
    """Return the parts that the filters hold, largest first, as `metadata_of` describes them."""
    found = []
    for number, filters in enumerate(groups_of(run.filters)):
        best = run.filters[filters[0]]
        name = notes.part_name(NetworkName.INTERPRETABLE, best.group) or notes.name_of(best)
        found.append({
            "part": number + 1,
            "name": visible(name or part_title(NetworkName.INTERPRETABLE, best.group, notes)),
            "filter": best.index,
            "filters": list(filters),
            "usual": firing_threshold(run, best.index),
        })  # fmt: skip
    return found


def brightness_caveat(run: Run) -> str:
    """Return how pictures of more than 8 bits have to be read."""
    ranges = {picture.brightness for picture in run.pictures if picture.brightness}
    if BY_FILE in ranges:
        return OWN_RANGE
    return ONE_RANGE.format(ranges="; ".join(sorted(ranges))) if ranges else EIGHT_BITS


def _filters_of(run: Run, notes: Notes) -> list[dict[str, Any]]:
    return [
        {
            "filter": one.index,
            "part": one.group + 1 if one.group >= 0 else None,
            "name": visible(notes.name_of(one)),
            "category": visible(run.categories[one.category]),
        }
        for one in run.filters
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
