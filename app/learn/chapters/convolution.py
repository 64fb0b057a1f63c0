"""Chapter 2 in steps: one filter slides over the picture and multiplies and adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.learn.chapters.pixels import channel_names
from app.learn.drawing.items import Bar, BarsItem, Frame, GridItem, MapItem, PictureItem, RowItem, SignItem, Step, Tone
from app.learn.words import adding_up, number, sum_words
from icnn_engine.core.config import BACKBONE_TITLES
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.lecture.first_layer import FirstLayer, WindowSum
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

TONES: tuple[Tone, ...] = ("interpretable", "twin", "cam")  # of the windows that the lecture stops at
BRIGHT = 0.99  # share of the cells below the value that is drawn brightest
AROUND = 5  # kernels a side of the piece of the picture that shows the windows


def steps(layer: FirstLayer, run: Run, _subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    edge = () if layer.edge is None else (_edge(layer, layer.edge),)
    return _kernel(layer, run), _multiply(layer), _add(layer), _move(layer), *edge, _map(layer)


def _kernel(layer: FirstLayer, run: Run) -> Step:
    side = layer.kernel.shape[1]
    grids = tuple(GridItem(layer.kernel[c], name, 2) for c, name in enumerate(channel_names()))
    words = translate(
        "Lecture", "This filter of {backbone} has three small tables of {side} × {side} weights (kernel)."
    )
    sentences = [words.format(backbone=BACKBONE_TITLES[run.settings.backbone], side=side)]
    if layer.folded:
        sentences.append(
            translate(
                "Lecture", "The network rescales each answer (batch normalisation): it is in these weights already."
            )
        )
    else:
        sentences.append(translate("Lecture", "Nobody chose these weights: the network learned them from pictures."))
    return Step(
        translate("Lecture", "A filter is a small table of weights"),
        tuple(sentences),
        RowItem(grids),
        translate("Lecture", "First layer, filter {number} of {count} (counted from 0); bias {bias}").format(
            number=layer.channel, count=layer.channels, bias=number(layer.bias)
        ),
    )


def _multiply(layer: FirstLayer) -> Step:
    stop = layer.stops[0]
    red = channel_names()[0]
    total = _terms(layer, stop)[0]
    return Step(
        translate("Lecture", "Multiply, number by number"),
        (
            translate("Lecture", "The kernel is laid on a small window of the picture."),
            translate("Lecture", "In each place the two numbers are multiplied; here for red."),
        ),
        RowItem(
            (
                PictureItem(layer.square, translate("Lecture", "The window"), (_frame(layer, stop, layer.square),)),
                GridItem(stop.values[0], red, 2),
                SignItem("×"),
                GridItem(layer.kernel[0], translate("Lecture", "Weights"), 2),
                SignItem("="),
                GridItem(stop.products[0], translate("Lecture", "Products"), 2),
            )
        ),
        translate("Lecture", "Sum of the red products: {total}").format(total=number(total)),
    )


def _terms(layer: FirstLayer, stop: WindowSum) -> list[float]:
    """Return the sum of the products of each channel, and the bias."""
    return adding_up([*(float(one.sum()) for one in stop.products), layer.bias], stop.total, fixed=1)


def _add(layer: FirstLayer) -> Step:
    stop = layer.stops[0]
    names = (*channel_names(), translate("Lecture", "Bias"))
    terms = _terms(layer, stop)
    bars = tuple(
        Bar(name, value, number(value), "interpretable" if value >= 0 else "twin")
        for name, value in zip(names, terms, strict=True)
    )
    whole = Bar(translate("Lecture", "Sum"), stop.total, number(stop.total), "accent")
    return Step(
        translate("Lecture", "Add everything up"),
        (
            translate("Lecture", "All products of the three channels and one fixed number (bias) are added."),
            translate("Lecture", "The sum is one number: the filter's answer for this window (convolution)."),
        ),
        BarsItem((*bars, whole)),
        sum_words(terms, stop.total),
    )


def _move(layer: FirstLayer) -> Step:
    words = translate("Lecture", "The window moves {stride} pixels to the right (stride).")
    if layer.stride == 1:
        words = translate("Lecture", "The window moves 1 pixel to the right (stride).")
    piece, frames = _zoom(layer)
    bars = tuple(
        Bar(translate("Lecture", "Window {number}").format(number=i + 1), stop.total, number(stop.total), tone)
        for i, (stop, tone) in enumerate(zip(layer.stops, TONES, strict=True))
    )
    return Step(
        translate("Lecture", "Move on, and do it again"),
        (
            words.format(stride=layer.stride),
            translate("Lecture", "The same weights are used everywhere, so a thing is found wherever it lies."),
        ),
        RowItem(
            (
                PictureItem(piece, translate("Lecture", "A piece of the picture, enlarged"), frames, sharp=True),
                BarsItem(bars),
            )
        ),
        " · ".join(number(stop.total) for stop in layer.stops),
    )


def _zoom(layer: FirstLayer) -> tuple[np.ndarray, tuple[Frame, ...]]:
    """Return a piece of the picture around the stops, and their frames in it."""
    side, size = layer.kernel.shape[1], len(layer.square)
    wide = min(AROUND * side, size)
    row, column = layer.stops[1].corner
    top, left = (int(np.clip(at + side // 2 - wide // 2, 0, size - wide)) for at in (row, column))
    piece = layer.square[top : top + wide, left : left + wide]
    frames = tuple(
        Frame(
            (stop.corner[1] - left) / wide,
            (stop.corner[0] - top) / wide,
            (stop.corner[1] - left + side) / wide,
            (stop.corner[0] - top + side) / wide,
            tone,
        )
        for stop, tone in zip(layer.stops, TONES, strict=True)
    )
    return piece, frames


def _edge(layer: FirstLayer, edge: WindowSum) -> Step:
    missing = _outside(edge, len(layer.square))
    grids = tuple(GridItem(edge.values[c], name, 2, cells=missing) for c, name in enumerate(channel_names()))
    before, after = layer.padding
    return Step(
        translate("Lecture", "At the edge"),
        (
            translate("Lecture", "At the edge the window hangs over the picture."),
            translate("Lecture", "The missing pixels, framed here, count as 0 (padding)."),
        ),
        RowItem(grids),
        translate("Lecture", "Rows of zeros: {before} before, {after} after; the sum in this corner: {total}").format(
            before=before, after=after, total=number(edge.total)
        ),
    )


def _outside(window: WindowSum, size: int) -> tuple[tuple[int, int], ...]:
    """Return the cells of a window that lie outside the picture."""
    (row, column), side = window.corner, window.values.shape[1]
    inside = range(size)
    return tuple((y, x) for y in range(side) for x in range(side) if row + y not in inside or column + x not in inside)


def _map(layer: FirstLayer) -> Step:
    cells = len(layer.response)
    frame = _frame(layer, layer.stops[0], layer.square)
    return Step(
        translate("Lecture", "The whole map"),
        (
            translate(
                "Lecture", "The window visits every place: {cells} × {cells} sums make a map (feature map)."
            ).format(cells=cells),
            translate("Lecture", "Bright cells hold what this filter looks for; blue cells hold the opposite."),
        ),
        RowItem(
            (
                PictureItem(layer.square, translate("Lecture", "Picture"), (frame,)),
                SignItem("→"),
                MapItem(
                    layer.response,
                    translate("Lecture", "Map of the filter"),
                    signed=True,
                    top=usual_top(layer.response),
                ),
            )
        ),
        translate("Lecture", "Lowest {low}, highest {high}").format(
            low=number(float(layer.response.min())), high=number(float(layer.response.max()))
        ),
    )


def usual_top(values: np.ndarray) -> float:
    """Return the value that is drawn brightest: of a map with a few very high cells the others stay visible."""
    return float(np.quantile(np.abs(values), BRIGHT))


def _frame(layer: FirstLayer, stop: WindowSum, square: np.ndarray) -> Frame:
    """Return the frame of a window in the picture."""
    (row, column), side, size = stop.corner, layer.kernel.shape[1], len(square)
    return Frame(column / size, row / size, (column + side) / size, (row + side) / size, spot=True)
