"""Chapter 1 in steps: a picture is three grids of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.learn.drawing.items import Frame, GridItem, PictureItem, RowItem, SignItem, Step, Tint
from app.learn.words import number, picture_name
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.lecture.pixels import PixelLesson
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

TINTS: tuple[Tint, ...] = ("red", "green", "blue")


def channel_names() -> tuple[str, str, str]:
    """Return the names of the three channels."""
    return translate("Lecture", "Red"), translate("Lecture", "Green"), translate("Lecture", "Blue")


def steps(lesson: PixelLesson, run: Run, subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    return _dots(lesson, run, subject), _channels(lesson), _patch(lesson), _inputs(lesson)


def _dots(lesson: PixelLesson, run: Run, subject: Subject) -> Step:
    height, width = lesson.height, lesson.width
    size = len(lesson.square)
    wide = translate("Lecture", "This picture is {width} dots (pixels) wide and {height} dots high.")
    if run.settings.region != "whole":
        wide = translate(
            "Lecture",
            "Of the photograph this region is read, which shows the object: it is {width} dots (pixels) wide and "
            "{height} dots high.",
        )
    return Step(
        translate("Lecture", "A picture is a table of dots"),
        (
            wide.format(width=width, height=height),
            translate("Lecture", "The network reads every picture as a square of {size} × {size} pixels.").format(
                size=size
            ),
        ),
        RowItem(
            (
                PictureItem(lesson.original, picture_name(run, subject.picture)),
                SignItem("→"),
                PictureItem(lesson.square, translate("Lecture", "As the network reads it")),
            )
        ),
        f"{width} × {height} → {size} × {size}",
    )


def _channels(lesson: PixelLesson) -> Step:
    pictures = []
    for channel, name in enumerate(channel_names()):
        only = np.zeros_like(lesson.square)
        only[..., channel] = lesson.square[..., channel]
        pictures.append(PictureItem(only, name))
    size = len(lesson.square)
    return Step(
        translate("Lecture", "Every dot is three numbers"),
        (
            translate("Lecture", "Each pixel holds three numbers: how much red, green and blue it has (channels)."),
            translate("Lecture", "Each number lies between 0, which is dark, and 255, which is bright."),
        ),
        RowItem(tuple(pictures)),
        translate("Lecture", "{size} × {size} × 3 = {count} numbers").format(size=size, count=f"{size * size * 3:,}"),
    )


def _patch(lesson: PixelLesson) -> Step:
    (top, left), side, size = lesson.at, len(lesson.patch), len(lesson.square)
    frame = Frame(left / size, top / size, (left + side) / size, (top + side) / size)
    grids = (
        GridItem(lesson.patch[..., channel].astype(float), name, 0, tint)
        for channel, (name, tint) in enumerate(zip(channel_names(), TINTS, strict=True))
    )
    return Step(
        translate("Lecture", "Look closely: nothing but numbers"),
        (
            translate("Lecture", "These are the {side} × {side} pixels in the small frame.").format(side=side),
            translate("Lecture", "The network sees nothing but such numbers: no head, no tail, no edge."),
        ),
        RowItem((PictureItem(lesson.square, frames=(frame,)), *grids)),
        translate("Lecture", "Row {row}, column {column} of {size} × {size}").format(row=top, column=left, size=size),
    )


def _inputs(lesson: PixelLesson) -> Step:
    grids = tuple(GridItem(lesson.inputs[..., channel], name, 2) for channel, name in enumerate(channel_names()))
    value, mean, spread = int(lesson.patch[0, 0, 0]), lesson.mean[0], lesson.std[0]
    return Step(
        translate("Lecture", "Brought to one scale"),
        (
            translate("Lecture", "The network does not read 0 to 255, but numbers around 0 (normalisation)."),
            translate("Lecture", "The usual brightness is taken away, and the rest is divided by the usual spread."),
        ),
        RowItem(grids),
        translate("Lecture", "Red, first pixel: ({value} / 255 − {mean}) / {spread} = {result}").format(
            value=value, mean=number(mean, 3), spread=number(spread, 3), result=number(float(lesson.inputs[0, 0, 0]))
        ),
    )
