"""Chapter 4 in steps: maps shrink, and their cells see more of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.learn.drawing.items import Bar, BarsItem, Frame, MapItem, PictureItem, RowItem, Step, Tone
from app.learn.words import number
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.lecture.shrinking import Box, Shrinking, Stage
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

TONES: tuple[Tone, ...] = ("twin", "cam", "good", "danger", "accent")
SHRUNK = 64  # cells a side of a map as it is drawn here: larger ones are averaged


def steps(lesson: Shrinking, _run: Run, subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    return _sizes(lesson), _fields(lesson), _effective(lesson, subject)


def _sizes(lesson: Shrinking) -> Step:
    size, stages = len(lesson.square), lesson.stages
    maps = tuple(MapItem(_small(stage.map), _stage_words(stage), bar=False) for stage in stages)
    return Step(
        translate("Lecture", "The map shrinks, stage by stage"),
        (
            translate("Lecture", "From {size} × {size} pixels, {count} stages lead to {cells} × {cells} cells.").format(
                size=size, count=len(stages), cells=len(stages[-1].map)
            ),
            translate(
                "Lecture", "The window moves by 2 or more (stride), or only the highest of some cells stays (pooling)."
            ),
        ),
        RowItem((PictureItem(lesson.square, f"{size} × {size}"), *maps)),
        " → ".join(str(side) for side in (size, *(len(stage.map) for stage in stages))),
    )


def _small(values: np.ndarray) -> np.ndarray:
    """Return the map with neighbouring cells averaged, if it has many."""
    times = max(len(values) // SHRUNK, 1)
    side = len(values) // times
    cut = values[: side * times, : side * times]
    return np.asarray(cut.reshape(side, times, side, times).mean((1, 3)))


def _stage_words(stage: Stage) -> str:
    words = translate("Lecture", "{side} × {side}, {channels} maps\n{layer}, step {step}")
    layers = {"Conv2d": translate("Lecture", "Window {kernel} × {kernel}")}
    layer = layers.get(stage.layer, translate("Lecture", "Pooling {kernel} × {kernel}")).format(kernel=stage.kernel)
    return words.format(side=len(stage.map), channels=stage.channels, layer=layer, step=stage.step)


def _fields(lesson: Shrinking) -> Step:
    size = len(lesson.square)
    tones = [TONES[i % len(TONES)] for i in range(len(lesson.stages))]
    frames = tuple(
        _frame(stage.box, size, tone) for stage, tone in zip(lesson.stages, tones, strict=True) if stage.field <= size
    )
    bars = tuple(
        Bar(
            translate("Lecture", "{side} × {side} cells").format(side=len(stage.map)),
            stage.field,
            translate("Lecture", "{count} pixels").format(count=stage.field),
            tone,
        )
        for stage, tone in zip(lesson.stages, tones, strict=True)
    )
    return Step(
        translate("Lecture", "How far one cell sees"),
        (
            translate("Lecture", "One cell of a later map depends on a larger piece of the picture (receptive field)."),
            translate("Lecture", "Each frame is what one cell of a map can see; a cell that sees all has no frame."),
        ),
        RowItem((PictureItem(lesson.square, frames=frames), BarsItem(bars))),
        translate("Lecture", "The picture itself: {size} pixels").format(size=size),
    )


def _effective(lesson: Shrinking, subject: Subject) -> Step:
    size = len(lesson.square)
    frames = (_frame(lesson.effective_box, size, "interpretable"),)
    words = translate(
        "Lecture", "Counted through its layers, one cell of this filter's map could see {field} pixels of {size}."
    )
    if lesson.field >= size:
        words = translate(
            "Lecture", "Counted through its layers, one cell of this filter's map could see all {size} pixels."
        )
    return Step(
        translate("Lecture", "What it really looks at"),
        (
            words.format(field=lesson.field, size=size),
            translate("Lecture", "Two thirds of what moves it come from the middle {count} pixels: the frame.").format(
                count=number(lesson.effective_field, 0)
            ),
        ),
        RowItem(
            (
                PictureItem(lesson.square, frames=frames),
                MapItem(
                    lesson.map,
                    translate("Lecture", "Map of filter {number}; its highest cell is framed (peak)").format(
                        number=subject.filter
                    ),
                    cells=(lesson.peak,),
                ),
            )
        ),
        translate("Lecture", "{field} pixels in theory, {count} in effect").format(
            field=lesson.field, count=number(lesson.effective_field, 0)
        ),
    )


def _frame(box: Box, size: int, tone: Tone) -> Frame:
    left, top, right, bottom = (edge / size for edge in box)
    return Frame(left, top, right, bottom, tone)
