"""Chapter 5 in steps: the answer of the CAM network is a sum, and so is its heatmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.learn.drawing.items import Bar, BarsItem, MapItem, PictureItem, RowItem, SignItem, Step
from app.learn.words import adding_up, number, sum_words
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
    words = translate("Lecture", "Filter {number}: mean {mean} × weight {weight} ≈ {term}")
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
    weighted = (lesson.means * lesson.stages.weights).tolist()
    terms = adding_up([*weighted, lesson.rest, lesson.bias], lesson.logit, fixed=1)
    named = [translate("Lecture", "Filter {number}").format(number=index) for index in lesson.stages.filters]
    others = lesson.filters - len(weighted)
    names = [
        *named,
        translate("Lecture", "All {count} others").format(count=others),
        translate("Lecture", "Bias"),
    ]
    bars = tuple(
        Bar(name, v, number(v), "interpretable" if v >= 0 else "twin") for name, v in zip(names, terms, strict=True)
    )
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
        sum_words(terms, lesson.logit),
    )


def _heatmap(lesson: CamSum, run: Run) -> Step:
    cam = lesson.stages.cam
    height, width = lesson.original.shape[:2]
    laid = overlay(lesson.original, heatmap(cam, run.geometry, height, width))
    mean, bias = adding_up([float(cam.mean()), lesson.bias], lesson.logit, fixed=1)
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
            mean=number(mean), bias=number(bias), score=number(lesson.logit)
        ),
    )
