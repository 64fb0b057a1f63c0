"""Chapter 5 in steps: the answer of the CAM network is a sum, and so is its heatmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.learn.drawing.items import Bar, BarsItem, MapItem, PictureItem, RowItem, SignItem, Step
from app.learn.words import number
from icnn_engine.core.heatmaps import heatmap, overlay
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import chance

if TYPE_CHECKING:
    from icnn_engine.lecture.cam_sum import CamSum
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run


def steps(lesson: CamSum, run: Run, _subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    return _averages(lesson), _answer(lesson), _heatmap(lesson, run)


def _averages(lesson: CamSum) -> Step:
    stages = lesson.stages
    words = translate("Lecture", "Filter {number}: mean {mean} × weight {weight} = {term}")
    maps = tuple(
        MapItem(
            map_,
            words.format(number=index, mean=number(mean), weight=number(weight), term=number(mean * weight)),
        )
        for index, map_, mean, weight in zip(
            stages.filters, stages.maps, lesson.means.tolist(), stages.weights.tolist(), strict=True
        )
    )
    return Step(
        translate("Lecture", "From maps to one answer"),
        (
            translate(
                "Lecture", "A usual network takes the mean of each of its {count} last maps (global average pooling)."
            ).format(count=lesson.filters),
            translate("Lecture", "It multiplies each mean by a weight; these three count most here."),
        ),
        RowItem(maps),
    )


def _answer(lesson: CamSum) -> Step:
    terms = (lesson.means * lesson.stages.weights).tolist()
    named = [translate("Lecture", "Filter {number}").format(number=index) for index in lesson.stages.filters]
    others = lesson.filters - len(terms)
    parts = [
        *zip(named, terms, strict=True),
        (translate("Lecture", "All {count} others").format(count=others), lesson.rest),
        (translate("Lecture", "Bias"), lesson.bias),
    ]
    bars = tuple(Bar(name, v, number(v), "interpretable" if v >= 0 else "twin") for name, v in parts)
    return Step(
        translate("Lecture", "The sum is the answer"),
        (
            translate("Lecture", "All terms together are the score of “{category}” (logit).").format(
                category=lesson.category
            ),
            translate("Lecture", "A score of {score} makes the network {share} sure.").format(
                score=number(lesson.logit), share=chance(lesson.answer).replace(" %", "\u00a0%")
            ),
        ),
        BarsItem((*bars, Bar(translate("Lecture", "Sum"), lesson.logit, number(lesson.logit), "cam"))),
        " + ".join(f"({number(v)})" if v < 0 else number(v) for _name, v in parts) + f" = {number(lesson.logit)}",
    )


def _heatmap(lesson: CamSum, run: Run) -> Step:
    cam = lesson.stages.cam
    height, width = lesson.original.shape[:2]
    laid = overlay(lesson.original, heatmap(cam, run.geometry, height, width))
    return Step(
        translate("Lecture", "The same sum, place by place"),
        (
            translate(
                "Lecture", "Added cell by cell instead, the weighted maps show where the answer came from (CAM)."
            ),
            translate("Lecture", "It says where the network looked. It does not say which part it found there."),
        ),
        RowItem(
            (
                MapItem(cam, translate("Lecture", "Sum of all weighted maps"), signed=True),
                SignItem("→"),
                PictureItem(laid, translate("Lecture", "Enlarged over the picture")),
            )
        ),
        translate("Lecture", "Mean of this map {mean} + bias {bias} = score {score}").format(
            mean=number(float(cam.mean())), bias=number(lesson.bias), score=number(lesson.logit)
        ),
    )
