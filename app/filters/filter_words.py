"""What is said of a filter, a picture and an answer, in words; numbers become texts here."""

from __future__ import annotations

from math import isnan, nan

from PySide6.QtCore import QCoreApplication

from app.filters.ablation.effect_bars import EffectRow, signed
from app.filters.filter_facts import Fact, Scale
from app.widgets.pictures.part_markers import PartMarker
from app.widgets.pictures.scene import CAM, INTERPRETABLE, TWIN, Pane, Scene, cam_tiles
from app.widgets.pictures.stage_strip import StripStage
from icnn_engine.core.config import answers_through_masks
from icnn_engine.core.events import NetworkName
from icnn_engine.figures.common import category_of, most_probable
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.look import Effects, Look, part_spots
from icnn_engine.inspection.stages import CamStages
from icnn_engine.inspection.verdicts import failed_tests
from icnn_engine.metrics import WEAK_AUC
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run, RunFilter

UNKNOWN = "–"
SURE = 0.005  # a change of the answer that is not seen in two digits


def tr(text: str) -> str:
    """A text of the Filters page in the user's language."""
    return QCoreApplication.translate("FilterWords", text)


def network_name(network: NetworkName) -> str:
    """A network as the window calls it."""
    return {INTERPRETABLE: tr("Interpretable"), TWIN: tr("Ordinary twin"), CAM: tr("CAM")}[network]


def filter_title(one: RunFilter) -> str:
    """'Filter 12'."""
    return tr("Filter {number}").format(number=one.index)


def filter_state(run: Run, one: RunFilter) -> str:
    """The part that a filter found, in words, and whose filter it is if it is the twin's."""
    part, category = _part(run, one), category_of(run, one)
    part = f"{category} · {part}" if category else part
    return tr("twin · {part}").format(part=part) if one.network == TWIN else part


def _part(run: Run, one: RunFilter) -> str:
    if one.dead:
        return tr("never fires")
    if one.group < 0:
        if not run.judged:
            return tr("not steady enough; not judged")
        if one.partner >= 0:
            return tr("does not hold: swaps places with filter {other}").format(other=one.partner)
        if "eligible" in failed_tests(one):
            return tr("does not hold: too few pictures")
        return tr("does not hold a part")
    alike = sum(f.group == one.group for f in run.of(NetworkName(one.network)))
    if not run.judged:
        words = tr("group {number}; not judged") if alike == 1 else tr("group {number}, {count} filters; not judged")
    else:
        words = tr("holds part {number}") if alike == 1 else tr("holds part {number}, with {more} more")
    return words.format(number=one.group + 1, count=alike, more=alike - 1)


def number(value: float | None, digits: int = 2) -> str:
    """A figure, or a dash where it is not known."""
    return UNKNOWN if value is None or isnan(value) else f"{value:.{digits}f}"


def floor_of(run: Run) -> float:
    """What untrained filters follow on average, in the measure of `RunFilter.following`; nan where it is not known."""
    return _mean_following(run, "untrained_")


def _mean_following(run: Run, prefix: str) -> float:
    """The mean share that a network's filters follow: of shifts, mirrors and transplants, or of shifts alone in a run
    that was not judged. nan where one of them is not known."""
    tests = ("equivariance", "mirror", "transplant") if run.judged else ("equivariance",)
    shares = [run.table.get(prefix + test) for test in tests]
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if len(known) == len(tests) else nan


def following_fact(run: Run, one: RunFilter) -> tuple[Fact, Scale]:
    """How well a filter follows its part, against untrained filters and against the other network."""
    of_twin = one.network == TWIN
    floor, other = floor_of(run), _mean_following(run, "" if of_twin else "twin_")
    marks = [(tr("untrained {value}"), floor), (tr("interpretable {value}") if of_twin else tr("twin {value}"), other)]
    hint = tr(
        "How often the peak goes where the content went: the mean of shift, mirror and transplant.\n"
        "Filters that never learned anything reach {floor}, those of the other network {other} on average.\n"
        "Only what lies above the untrained floor was learned."
    )
    if not run.judged:
        hint = tr(
            "When the picture is moved, in how many pictures does the peak move with it, to within one cell?\n"
            "Filters that never learned anything reach {floor}, those of the other network {other} on average.\n"
            "Only what lies above the untrained floor was learned."
        )
    name = tr("Following") if run.judged else tr("Equivariance")
    fact = Fact(name, number(one.following), hint=hint.format(floor=number(floor), other=number(other)))
    told = tuple((words.format(value=number(value)), value) for words, value in marks if not isnan(value))
    return fact, Scale(0.0 if isnan(one.following) else one.following, told)


def other_facts(run: Run, one: RunFilter) -> list[Fact]:
    """Gain, strength and effective field of a filter."""
    gain = one.following - floor_of(run)
    return [
        Fact(
            tr("Above untrained"),
            UNKNOWN if isnan(gain) else signed(gain),
            tr("learned") if gain > 0 else tr("not learned"),
            tr("What it follows minus what filters follow that never learned anything"),
        ),
        *_background_fact(run, one),
        Fact(
            tr("Strength"),
            number(one.strength),
            tr("mean peak"),
            tr("Mean of the highest activation over all pictures of the category"),
        ),
        Fact(
            tr("Effective field"),
            tr("{side:.0f} px").format(side=one.effective_field),
            tr("of {size} px").format(size=run.geometry.input_size),
            tr("The smallest square around the peak that holds two thirds of what really moves the filter, in pixels "
               "of the network's input.\nCrops and frames show this field. In theory a cell sees {field} px.").format(
                field=run.geometry.field
            ),
        ),
    ]  # fmt: skip


def _background_fact(run: Run, one: RunFilter) -> list[Fact]:
    """How surely the filter's peak tells its category from the background; nothing where the run has none."""
    if isnan(one.background_auc):
        return []
    hint = tr(
        "Of a held-out picture of {category} and one of the background, how often is the peak higher on {category}?\n"
        "1 is always, .5 is tossing a coin. Under {weak} the filter is bound to the background: it answers to what is "
        "around the category."
    ).format(category=run.categories[one.category], weak=WEAK_AUC)
    bound = not one.dead and one.background_auc < WEAK_AUC
    note = tr("background-bound") if bound else tr("of its peak")
    return [Fact(tr("Background AUC"), number(one.background_auc), note, hint)]


def answer(look: Look, value: float) -> str:
    """'answers 97% fox': of the category that was asked about."""
    return tr("answers {share:.0%} {category}").format(share=value, category=look.asked)


def answers(run: Run, look: Look) -> str:
    """The answer of the interpretable network; of several categories the three most probable ones."""
    if len(run.categories) == 1:
        return answer(look, look.answer)
    told = (f"{name} {share:.0%}" for name, share in most_probable(run, look))
    return tr("answers {list}").format(list=" · ".join(told))


def pane_words(run: Run, pane: Pane, scene: Scene) -> tuple[str, str]:
    """Title and second line above a picture."""
    look = scene.look
    told = answers(run, look) if pane.network is INTERPRETABLE else answer(look, pane.answer)
    if pane.network is CAM:
        return tr("CAM"), told
    name = tr("{network}, filter {number}").format(network=network_name(pane.network), number=pane.filter)
    if pane is scene.own:
        peak = tr("peak {value:.2f}").format(value=pane.peak)
        return name, f"{told} · {peak}"
    how = tr("its strongest here") if scene.choice.other is None else tr("chosen in the wall")
    return name, f"{how} · {told}"


def range_words(scene: Scene) -> str:
    """From where to where the colours of each picture go, and in which unit."""
    words = tr(
        "The brightest colour stands for {own} on the left, {cam} in CAM and {other} on the right.\n"
        "The unit is activation: what a cell of the filter's map holds. CAM's cells hold sums of weighted activations."
    )
    return words.format(own=number(scene.own.top), cam=number(scene.cam.top), other=number(scene.other.top))


def picture_words(run: Run, look: Look) -> tuple[str, str]:
    """The name of the picture on show, and what is known of it."""
    if look.picture is None:
        return look.title, tr("a picture from elsewhere")
    one = run.pictures[look.picture]
    truth = tr("shows {category}").format(category=run.categories[one.label])
    if not one.positive:
        several = len(run.categories) > 1
        truth = tr("shows none of them") if several else tr("shows no {category}").format(category=run.category)
    side = {"train": tr("trained on"), "choose": tr("kept out of training"), "test": tr("kept out of training")}
    return look.title, f"{truth} · {side[one.side]}"


def stage_words(scene: Scene) -> tuple[tuple[StripStage, ...], str]:
    """The stages of the strip with their names, and the sentence below them."""
    found, tiles = scene.stages, scene.tiles
    masked = scene.choice.network is INTERPRETABLE
    pooled = scene.read is not found.feature_map
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
    values = (None, scene.read, found.template, found.masked_map, None)
    strip = tuple(StripStage(*parts) for parts in zip(names, tiles, values, hints, strict=True))
    words = tr("Peak {value:.2f} at row {row}, column {column}. Point at a cell to read its numbers.")
    if not masked:
        words = tr("The twin has no masks: the last stages show what a mask would have kept.")
    row, column = found.peak
    return strip, words.format(value=float(found.feature_map.max()), row=row, column=column)


def spots_of(run: Run, look: Look, remarks: Notes, count: int = 6) -> tuple[PartMarker, ...]:
    """The strongest parts of a picture as markers with their names."""
    return tuple(
        PartMarker(
            one.group,
            one.filter,
            one.x,
            one.y,
            part_name(run, one.group, remarks),
            bool(remarks.part_name(INTERPRETABLE, one.group)),
        )
        for one in part_spots(run, look)[:count]
    )


def effect_words(run: Run, look: Look, effects: Effects, remarks: Notes) -> tuple[list[EffectRow], str]:
    """A row for each group, and the sentence on what the rows do not explain."""
    groups = groups_of(run.filters)
    rows = [
        EffectRow(
            effect.group,
            part_name(run, effect.group, remarks),
            groups[effect.group][0] if 0 <= effect.group < len(groups) else effect.filters[0],
            -effect.loss,
            _effect_hint(effects.answer, -effect.loss, len(effect.filters)),
            tr("counts against") if -effect.loss >= SURE else "",
        )
        for effect in effects.groups
    ]
    told = sum(row.change for row in rows)
    words = tr(
        "The answer about {category} is {answer:.2f}. Each bar: how it changes when that part's filters are silent. "
        "The bars do not add up: together {sum}, while switching everything off gives {all} "
        "(unexplained rest {rest})."
    )
    if not answers_through_masks(run.settings):
        words += " " + tr("The answer counts all that a filter sees, not only its part, which the heatmap shows.")
    if max((abs(row.change) for row in rows), default=0.0) < SURE:
        words += " " + tr("No part alone changes this answer.")
    if any(row.against for row in rows):
        words += " " + tr("Without a part that counts against {category} the answer rises.")
    whole = told - effects.unexplained
    rest = signed(-effects.unexplained)
    known = {"category": look.asked, "answer": effects.answer}
    return rows, words.format(**known, sum=signed(told), all=signed(whole), rest=rest)


def part_name(run: Run, group: int, remarks: Notes) -> str:
    """The part's name or 'Part 3', of several categories with the one it is found on."""
    if group < 0:
        return tr("Without a part") if run.judged else tr("Unsteady filters")
    named = part_title(INTERPRETABLE, group, remarks)
    category = next((category_of(run, f) for f in run.filters if f.group == group), "")
    return f"{named} · {category}" if category else named


def _effect_hint(before: float, change: float, count: int) -> str:
    words = tr(
        "Without its {count} filters the answer goes from {before:.2f} to {after:.2f}. Click: look at its filter"
    )
    return words.format(count=count, before=before, after=before + change)


def cam_words(look: Look, found: CamStages) -> tuple[tuple[StripStage, ...], str]:
    """The stages of CAM with their names, and the sentence below them."""
    values, tiles, times = cam_tiles(found)
    named = tr("CAM filter {filter} × {weight}")
    names = [
        *(named.format(filter=f, weight=signed(float(w))) for f, w in zip(found.filters, found.weights, strict=True)),
        tr("All other filters"),
        tr("Sum: CAM"),
    ]
    hints = [
        *(
            tr("Its map times its weight; it adds {value} on average to what the answer is made of").format(
                value=signed(float(add))
            )
            for add in found.contributions
        ),
        tr("The maps of all other filters, times their weights, added up"),
        tr("What CAM shows: the sum of all weighted maps"),
    ]
    strip = tuple(StripStage(*parts) for parts in zip(names, tiles, values, hints, strict=True))
    words = tr(
        "CAM has no parts: it adds up all maps of its filters, each times its weight for {category} (the first three "
        "are drawn {times:.0f} times brighter than the sum). Blue counts against {category}. Point at a cell to read "
        "its sum."
    )
    return strip, words.format(category=look.asked, times=times)
