"""Chapter 7 in steps: template, mask and filter loss of one map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.learn.drawing.items import Bar, BarsItem, GridItem, ListItem, MapItem, PictureItem, RowItem, SignItem, Step
from app.learn.words import adding_up, number, percent, picture_name
from icnn_engine.core.heatmaps import heatmap, overlay
from icnn_engine.core.language import translate
from icnn_engine.runs.departures import departures_of

if TYPE_CHECKING:
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.lecture.template import Pull, TemplateLesson
    from icnn_engine.runs.run_folder import Run

NEAR = 3  # cells to every side of the peak that are shown as numbers


def steps(lesson: TemplateLesson, run: Run, subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    category = run.categories[run.filters[subject.filter].category]
    other = () if lesson.background is None else (_others(lesson, lesson.background, run, category),)
    return (
        _peak(lesson, run, subject),
        _template(lesson),
        _masking(lesson),
        _pull(lesson, run),
        *other,
        _information(lesson),
        _departures(run),
    )


def _around(values: np.ndarray, peak: tuple[int, int]) -> tuple[np.ndarray, tuple[int, int]]:
    """Return the cells around the peak, and where it lies among them."""
    top, left = (max(at - NEAR, 0) for at in peak)
    return values[top : peak[0] + NEAR + 1, left : peak[1] + NEAR + 1], (peak[0] - top, peak[1] - left)


def _peak(lesson: TemplateLesson, run: Run, subject: Subject) -> Step:
    near, at = _around(lesson.map, lesson.peak)
    return Step(
        translate("Lecture", "Where does the filter answer most?"),
        (
            translate("Lecture", "This is the map of filter {number} in {picture}.").format(
                number=subject.filter, picture=picture_name(run, subject.picture)
            ),
            translate("Lecture", "It answers in {count} of {all} cells, and in one of them most (peak).").format(
                count=int((lesson.map > 0).sum()), all=lesson.map.size
            ),
        ),
        RowItem(
            (
                *_laid(lesson, run),
                MapItem(lesson.map, translate("Lecture", "The map; the peak is framed"), cells=(lesson.peak,)),
                GridItem(near, translate("Lecture", "The cells around the peak"), 1, cells=(at,)),
            )
        ),
        translate("Lecture", "Peak {value} in row {row}, column {column} of {cells} × {cells}").format(
            value=number(float(lesson.map[lesson.peak])),
            row=lesson.peak[0],
            column=lesson.peak[1],
            cells=len(lesson.map),
        ),
    )


def _laid(lesson: TemplateLesson, run: Run) -> tuple[PictureItem, ...]:
    """Return the picture with the map over it, if its file can be read."""
    if lesson.pixels is None or len(lesson.map) != run.geometry.cells:  # pooled cells lie elsewhere
        return ()
    height, width = lesson.pixels.shape[:2]
    heat = heatmap(lesson.map, run.geometry, height, width)
    return (PictureItem(overlay(lesson.pixels, heat), translate("Lecture", "The map over the picture")),)


def _template(lesson: TemplateLesson) -> Step:
    top = _highest(lesson.template)
    near, at = _around(lesson.template / lesson.tau, top)
    return Step(
        translate("Lecture", "A template: one part in one place"),
        (
            translate("Lecture", "The template says what the map should look like if one part lies exactly there."),
            translate(
                "Lecture", "There is one for each of the {count} cells, and one for “no part here” (negative template)."
            ).format(count=lesson.template.size),
            translate("Lecture", "τ (tau) is the highest value of a template: the smaller the map, the larger it is."),
        ),
        RowItem(
            (
                MapItem(lesson.template / lesson.tau, signed=True, cells=(top,)),
                GridItem(
                    near, translate("Lecture", "Around the peak, as shares of the highest value τ"), 2, cells=(at,)
                ),
            )
        ),
        translate(
            "Lecture",
            "Highest value τ = 0.5 / n² = {tau}; this template fits the map by {fit}, the negative one by {nothing}",
        ).format(tau=number(lesson.tau, 5), fit=number(lesson.fit), nothing=number(lesson.fit_nothing)),
    )


def _highest(template: np.ndarray) -> tuple[int, int]:
    """Return the cell in which a template is highest."""
    row, column = divmod(int(template.argmax()), len(template))
    return row, column


def _masking(lesson: TemplateLesson) -> Step:
    kept, whole = float(lesson.masked.sum()), float(lesson.map.sum())
    top = float(lesson.map.max())
    return Step(
        translate("Lecture", "The template as a mask"),
        (
            translate("Lecture", "The map is multiplied by the template, whose highest value is set to 1 (mask)."),
            translate("Lecture", "What lies near the peak stays; everything else becomes 0."),
        ),
        RowItem(
            (
                MapItem(lesson.map, translate("Lecture", "Map"), top=top),
                SignItem("×"),
                MapItem(lesson.mask, translate("Lecture", "Mask"), signed=True),
                SignItem("="),
                MapItem(lesson.masked, translate("Lecture", "Masked map"), top=top),
            )
        ),
        translate("Lecture", "Sum {whole} → {kept}: {share} stays").format(
            whole=number(whole, 1), kept=number(kept, 1), share=percent(kept / whole if whole > 0 else float("nan"))
        ),
    )


def _pulled(pull: Pull, run: Run) -> RowItem:
    caption = translate("Lecture", "Map in {picture}").format(picture=picture_name(run, pull.picture))
    return RowItem(
        (
            MapItem(pull.map, caption),
            SignItem("→"),
            MapItem(pull.change, translate("Lecture", "What the loss asks: bright grows, blue shrinks"), signed=True),
        )
    )


def _pull(lesson: TemplateLesson, run: Run) -> Step:
    pull = lesson.shown
    row, column = np.unravel_index(int(pull.map.argmax()), pull.map.shape)
    return Step(
        translate("Lecture", "What pulls up, and what pushes down"),
        (
            translate("Lecture", "The filter loss tells each cell of the map to grow or to shrink."),
            translate("Lecture", "In this picture it strengthens {more} cells and weakens {less}.").format(
                more=pull.strengthened, less=pull.weakened
            ),
        ),
        _pulled(pull, run),
        translate("Lecture", "At the peak {peak}, lowest {low} (minus the gradient of the filter loss)").format(
            peak=number(float(pull.change[row, column]), 3), low=number(float(pull.change.min()), 3)
        ),
    )


def _others(lesson: TemplateLesson, pull: Pull, run: Run, category: str) -> Step:
    words = translate("Lecture", "In this picture there is no “{category}”, so the filter should be silent.")
    if lesson.variant == "paper":  # equation 1 has no labels
        words = translate(
            "Lecture", "In this picture there is no “{category}”, but the paper's exact loss is not told so."
        )
    return Step(
        translate("Lecture", "Pictures without the part"),
        (
            words.format(category=category),
            translate("Lecture", "The loss strengthens {more} cells here and weakens {less}.").format(
                more=pull.strengthened, less=pull.weakened
            ),
        ),
        _pulled(pull, run),
        translate("Lecture", "Mean change of a cell: {mean}").format(mean=number(float(pull.change.mean()), 3)),
    )


def _information(lesson: TemplateLesson) -> Step:
    told = lesson.information
    prior, *open_ones = adding_up([told.prior, -told.presence, -told.place], told.mutual, 3)
    presence, place = (-one for one in open_ones)
    parts = (
        (translate("Lecture", "All that could be told: H(T)"), prior, "muted"),
        (translate("Lecture", "Still open: is the part there? H(T′|X)"), presence, "twin"),
        (translate("Lecture", "Still open: where is it? H(T⁺|X)"), place, "twin"),
        (translate("Lecture", "Told by the maps"), told.mutual, "interpretable"),
    )
    return Step(
        translate("Lecture", "What the loss counts"),
        (
            translate("Lecture", "The loss asks how much a map tells about where the part is (mutual information)."),
            translate("Lecture", "A map with one sharp peak tells more than a map that answers everywhere."),
            translate(
                "Lecture",
                "H is what is still uncertain: H(T⁺|X) about the place, once the map X is known. It is counted in "
                "nats: 0.69 nats settle one yes-or-no question.",
            ),
        ),
        BarsItem(tuple(Bar(name, v, number(v, 3), tone) for name, v, tone in parts)),  # type: ignore[arg-type]
        translate("Lecture", "{prior} − {presence} − {place} = {mutual} nats, over {count} pictures").format(
            prior=number(prior, 3),
            presence=number(presence, 3),
            place=number(place, 3),
            mutual=number(told.mutual, 3),
            count=told.pictures,
        ),
    )


def _departures(run: Run) -> Step:
    title, noted = translate("Lecture", "Where this run departs from the paper"), departures_of(run)
    if not noted:
        return Step(title, (translate("Lecture", "This run has noted no departure from the paper."),))
    words = translate("Lecture", "The paper is Zhang, Wu and Zhu 2018; this run notes {count} departures from it.")
    sentences = [words.format(count=len(noted))]
    if any("AdamW" in note for note in noted):
        sentences.append(translate("Lecture", "AdamW is the rule by which the weights are adjusted, step by step."))
    return Step(title, tuple(sentences), ListItem(noted))
