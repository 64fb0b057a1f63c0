"""Chapter 3 in steps: what the activation leaves of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.learn.chapters.convolution import usual_top
from app.learn.drawing.items import GridItem, MapItem, RowItem, SignItem, Step
from app.learn.words import percent
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.lecture.first_layer import FirstLayer
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

SIDE = 6  # cells of the piece that is shown as numbers


def steps(layer: FirstLayer, _run: Run, _subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    return _maps(layer), _numbers(layer)


def _rule(layer: FirstLayer) -> str:
    if layer.cap is None:
        words = translate("Lecture", "Every negative number becomes 0, and every other number stays ({name}).")
    else:
        words = translate("Lecture", "Numbers below 0 become 0, and numbers above {cap} become {cap} ({name}).")
    return words.format(name=layer.activation, cap=int(layer.cap or 0))


def _maps(layer: FirstLayer) -> Step:
    top = min(usual_top(layer.response), layer.cap or np.inf)
    numbers = translate("Lecture", "Set to 0: {zeros} of the cells").format(zeros=percent(layer.share_of_zeros))
    if layer.cap is not None:
        words = translate("Lecture", "Set to 0: {zeros} of the cells; cut at {cap}: {capped}")
        numbers = words.format(
            zeros=percent(layer.share_of_zeros), cap=int(layer.cap), capped=percent(layer.share_capped)
        )
    return Step(
        translate("Lecture", "Only what answers stays"),
        (
            _rule(layer),
            translate("Lecture", "What is left says only where the filter found something."),
        ),
        RowItem(
            (
                MapItem(layer.response, translate("Lecture", "Before"), signed=True, top=top),
                SignItem("→"),
                MapItem(layer.activated, translate("Lecture", "After {name}").format(name=layer.activation), top=top),
            )
        ),
        numbers,
    )


def _numbers(layer: FirstLayer) -> Step:
    window = _mixed_window(layer.response)
    return Step(
        translate("Lecture", "The same in numbers"),
        (
            translate("Lecture", "A network that only multiplied and added would be one large sum."),
            translate("Lecture", "This small bend lets each layer build on what the one before has found."),
        ),
        RowItem(
            (
                GridItem(layer.response[window], translate("Lecture", "Before"), 1),
                SignItem("→"),
                GridItem(
                    layer.activated[window], translate("Lecture", "After {name}").format(name=layer.activation), 1
                ),
            )
        ),
        translate("Lecture", "Rows {top} to {bottom}, columns {left} to {right} of the map").format(
            top=window[0].start, bottom=window[0].stop - 1, left=window[1].start, right=window[1].stop - 1
        ),
    )


def _mixed_window(response: np.ndarray) -> tuple[slice, slice]:
    """Return the piece of the map in which negative and positive numbers are closest to one half each."""
    negative = np.lib.stride_tricks.sliding_window_view(response < 0, (SIDE, SIDE)).mean((2, 3))
    row, column = np.unravel_index(int(np.abs(negative - 0.5).argmin()), negative.shape)
    return slice(int(row), int(row) + SIDE), slice(int(column), int(column) + SIDE)
