"""Chapter 6 in steps: why a filter of an ordinary network is hard to name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.learn.drawing.items import ColumnItem, Item, ListItem, PictureItem, RowItem, Step
from app.learn.words import network_title
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.lecture.twin_crops import FilterCrops, TwinCrops
    from icnn_engine.runs.run_folder import Run

IN_ROW = 3


def steps(lesson: TwinCrops, _run: Run, _subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    return _twin(lesson), _beside(lesson)


def _twin(lesson: TwinCrops) -> Step:
    crops = _pictures(lesson.twin)
    half = (len(crops) + 1) // 2 if len(crops) > IN_ROW else len(crops)
    drawing: Item = RowItem(crops[:half] or (_nothing(),))
    if crops[half:]:
        drawing = ColumnItem((RowItem(crops[:half]), RowItem(crops[half:])))
    return Step(
        translate("Lecture", "What would you call this filter?"),
        (
            translate(
                "Lecture", "Filter {number} of the ordinary network answers most in these pictures, at these places."
            ).format(number=lesson.twin.filter.index),
            translate("Lecture", "It is a typical one: about half of its filters keep to a part better, half worse."),
        ),
        drawing,
    )


def _beside(lesson: TwinCrops) -> Step:
    own, twin = _pictures(lesson.own), _pictures(lesson.twin)
    numbers = ""
    if lesson.own.holding is not None and lesson.twin.holding is not None:
        words = translate(
            "Lecture", "Filters that hold a part: {own} of {filters}; in the ordinary network {twin} of {others}"
        )
        numbers = words.format(
            own=lesson.own.holding, filters=lesson.own.filters, twin=lesson.twin.holding, others=lesson.twin.filters
        )
    return Step(
        translate("Lecture", "And this one?"),
        (
            translate(
                "Lecture", "Above is the ordinary network's filter, below filter {number} of the interpretable one."
            ).format(number=lesson.own.filter.index),
            translate("Lecture", "A filter can be named if it shows one part in every picture."),
        ),
        ColumnItem(
            (RowItem(twin or (_nothing(),)), RowItem(own or (_nothing(),))),
            tuple(map(_title, (lesson.twin, lesson.own))),
        ),
        numbers,
    )


def _pictures(crops: FilterCrops) -> tuple[Item, ...]:
    return tuple(PictureItem(one.pixels) for one in crops.crops)


def _title(crops: FilterCrops) -> str:
    words = translate("Lecture", "{network}, filter {number}")
    return words.format(network=network_title(NetworkName(crops.filter.network)), number=crops.filter.index)


def _nothing() -> Item:
    return ListItem((translate("Lecture", "This filter answers in no held-out picture."),))
