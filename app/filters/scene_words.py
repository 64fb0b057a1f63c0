"""Texts about a filter on a picture: panes, stages, names of parts, CAM's stages."""

from __future__ import annotations

from app.filters.filter_words import number, tr
from app.widgets.pictures.compute_scene import CAM, INTERPRETABLE, Pane, Scene, cam_tiles
from app.widgets.pictures.part_markers import PartMarker
from app.widgets.pictures.stage_strip import StripStage
from app.widgets.wording.sides import side_words
from icnn_engine.core.number_words import chance, signed
from icnn_engine.core.receptive_field import WHOLE
from icnn_engine.figures.common import category_of, most_probable
from icnn_engine.inspection.look import Look, part_spots
from icnn_engine.inspection.stages import CamStages
from icnn_engine.runs.network_words import has_masks, is_converted, is_own, network_title
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run

MARKED = 6  # strongest parts that are marked on a picture


def answer(look: Look, value: float) -> str:
    """Return 'fox: 97 %' for the category that was asked about."""
    return tr("{category}: {chance}").format(chance=chance(value), category=look.asked)


def answers(run: Run, look: Look) -> str:
    """Return the answer of the interpretable network; of several categories the three most probable ones."""
    if len(run.categories) == 1:
        return answer(look, look.answer)
    return " · ".join(f"{name} {chance(share)}" for name, share in most_probable(run, look))


def pane_words(run: Run, pane: Pane, scene: Scene) -> tuple[str, str]:
    """Return the title and the second line above a picture."""
    look = scene.look
    answered = answers(run, look) if pane.network is INTERPRETABLE else answer(look, pane.answer)
    if pane.network is CAM:
        return network_title(run, CAM), answered
    name = tr("{network}, filter {number}").format(network=network_title(run, pane.network), number=pane.filter)
    if pane is scene.own:
        peak = tr("peak {value:.2f}").format(value=pane.peak)
        return name, f"{answered} · {peak}"
    how = tr("its strongest here") if scene.choice.other is None else tr("chosen in the wall")
    return name, f"{how} · {answered}"


def range_words(run: Run, scene: Scene) -> str:
    """Return what the brightest colour of each picture stands for, and the unit."""
    words = tr(
        "The brightest colour stands for {own} on the left, {cam} in CAM and {other} on the right.\n"
        "The unit is activation: what a cell of the filter's map holds. CAM's cells hold sums of weighted activations."
    )
    if run.own_network:
        words = tr(
            "The brightest colour stands for {own} on the left, {cam} in Grad-CAM and {other} on the right.\n"
            "The unit is activation: what a cell of the filter's map holds. Grad-CAM's cells hold sums of activations "
            "times gradients."
        )
    return words.format(own=number(scene.own.top), cam=number(scene.cam.top), other=number(scene.other.top))


def picture_words(run: Run, look: Look) -> tuple[str, str]:
    """Return the name of the picture on show, and what it shows."""
    if look.picture is None:
        return look.title, " · ".join(filter(None, [tr("a picture from elsewhere"), region_words(run, look)]))
    picture = run.pictures[look.picture]
    if picture.positive:
        truth = tr("shows {category}").format(category=run.categories[picture.label])
    else:
        several = len(run.categories) > 1
        truth = tr("shows none of them") if several else tr("shows no {category}").format(category=run.category)
    return look.title, " · ".join(filter(None, [truth, side_words(run, look.picture), region_words(run, look)]))


def region_words(run: Run, look: Look) -> str:
    """Return what the dashed frame in the picture means; empty where the networks read whole pictures."""
    if look.geometry.region == WHOLE and run.settings.region == "boxes":
        if look.picture is None:
            return tr("the whole picture is read, but the run was trained on boxes: cut the object out first")
        return tr("it has no box: the whole picture is read")
    if look.geometry.region == WHOLE:
        return "" if look.found else tr("object not found: the whole picture is read")
    return tr("read inside the dashed frame") if look.found else tr("object not found: the dashed frame is a guess")


def stage_words(run: Run, scene: Scene) -> tuple[tuple[StripStage, ...], str]:
    """Return the stages of the strip with their names, and the sentence below them."""
    stages, masked = scene.stages, has_masks(run, scene.choice.network)
    pooled = scene.read is not stages.feature_map
    template = tr("Template at the peak") if masked else tr("Template (not used)")
    names = (
        tr("Picture"),
        tr("Pooled map") if pooled else tr("Feature map"),
        tr("Template at the centroid") if pooled else template,
        tr("Masked map"),
        tr("Effective field"),
    )
    hints = (
        tr("The picture, squashed to a square by the network"),
        tr("How strongly the filter answers in each cell"),
        tr("1 in its middle, falling to −1 away from it: light keeps, dark removes"),
        tr("What is left of the map: the filter's part"),
        tr("What of the picture really moves the peak"),
    )
    values = (None, scene.read, stages.template, stages.masked_map, None)
    strip = tuple(StripStage(*parts) for parts in zip(names, scene.tiles, values, hints, strict=True))
    words = tr("Peak {value:.2f} at row {row}, column {column}. Point at a cell to read its numbers.")
    if not masked:
        words = tr("The twin has no masks: the last stages show what a mask would have kept.")
        if is_own(run):
            words = tr("Your network has no masks: the last stages show what a mask would have kept.")
        elif is_converted(run):
            words = tr("Both networks answer without masks: the last stages show what a mask would have kept.")
    row, column = stages.peak
    return strip, words.format(value=float(stages.feature_map.max()), row=row, column=column)


def part_markers(run: Run, look: Look, notes: Notes) -> tuple[PartMarker, ...]:
    """Return the strongest parts of a picture as markers with their names."""
    return tuple(
        PartMarker(
            spot.group,
            spot.filter,
            spot.x,
            spot.y,
            part_name(run, spot.group, notes),
            bool(notes.part_name(INTERPRETABLE, spot.group)),
        )
        for spot in part_spots(run, look)[:MARKED]
    )


def part_name(run: Run, group: int, notes: Notes) -> str:
    """Return the part's name or 'Part 3'; of several categories, with the one on which it was found."""
    if group < 0:
        return tr("Without a part") if run.judged else tr("Unsteady filters")
    name = part_title(INTERPRETABLE, group, notes)
    category = next((category_of(run, f) for f in run.filters if f.group == group), "")
    return f"{name} · {category}" if category else name


def cam_words(run: Run, look: Look, stages: CamStages) -> tuple[tuple[StripStage, ...], str]:
    """Return the stages of CAM with their names, and the sentence below them."""
    values, tiles, times = cam_tiles(stages)
    own = run.own_network is not None
    name = tr("Channel {filter} × {weight}") if own else tr("CAM filter {filter} × {weight}")
    names = [
        name.format(filter=f, weight=signed(float(w))) for f, w in zip(stages.filters, stages.weights, strict=True)
    ]
    hint = tr("Its map times its weight; it adds {value} on average to what the answer is made of")
    hints = [hint.format(value=signed(float(contribution))) for contribution in stages.contributions]
    names += [tr("All other filters"), tr("Sum: Grad-CAM") if own else tr("Sum: CAM")]
    hints += [
        tr("The maps of all other filters, times their weights, added up"),
        tr("What it shows: the sum of all weighted maps"),
    ]
    words = tr(
        "CAM has no parts: it adds up all maps of its filters, each times its weight for {category} (the first three "
        "are drawn {times:.0f} times brighter than the sum). Blue counts against {category}. Point at a cell to read "
        "its sum."
    )
    if own:
        words = tr(
            "Grad-CAM has no parts: it adds up the maps of all channels of the layer, each times the mean of its "
            "gradient for {category} (the first three are drawn {times:.0f} times brighter than the sum). Blue counts "
            "against {category}. Point at a cell to read its sum."
        )
    strip = tuple(StripStage(*parts) for parts in zip(names, tiles, values, hints, strict=True))
    return strip, words.format(category=look.asked, times=times)
