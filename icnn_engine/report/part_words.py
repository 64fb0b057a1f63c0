"""Sentences of a report about parts: the filters that hold one, the results of the tests, the worth of a part."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from icnn_engine.core.config import answers_through_masks
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.verdicts import verdict
from icnn_engine.metrics import WEAK_AUC
from icnn_engine.report.facts import ReportFacts
from icnn_engine.report.parts import Part, Worth
from icnn_engine.report.wording import listing_text, out_of_hundred, tr
from icnn_engine.runs.run_folder import Run, RunFilter


def part_name(part: Part, judged: bool) -> str:
    """Return the user's name of a part, or 'Part 1', with its category if there are several.

    A filter that holds no part is called so; a group of a run that was not judged is 'Group 1'.
    """
    if not part.number:
        text = tr("{name} (not a part)") if part.name else tr("Filter {index} (not a part)")
        name = text.format(name=part.name, index=part.filter.index)
    else:
        text = tr("Part {number}") if judged else tr("Group {number}")
        name = part.name or text.format(number=part.number)
    return tr("{name} ({category})").format(name=name, category=part.category) if part.category else name


def parts_heading(run: Run) -> str:
    """Return the heading above the parts."""
    if not run.judged:
        return tr("What it looks at: filters that were not tested")
    return tr("What it looks at") if groups_of(run.filters) else tr("What it looks at: no filter holds a part")


def parts_verdict(facts: ReportFacts) -> str:
    """Return in short how many filters hold how many parts."""
    run, shown = facts.run, sum(part.number > 0 for part in facts.parts)
    holding, parts = sum(filter.holds for filter in run.filters), len(groups_of(run.filters))
    if not run.judged:
        text = tr("Its filters were not tested for holding a part: an earlier version trained it.")
    elif parts == 0:
        text = tr("None of its {filters} filters holds a part: do not explain its answers by parts.")
    elif holding == 1:
        text = tr("One of its {filters} filters holds a part; it is shown below.")
    elif parts == 1:
        text = tr("{holding} of its {filters} filters hold a part, all of them the same one; it is shown below.")
    elif shown < parts:
        text = tr("{holding} of its {filters} filters hold a part: {parts} different parts, {shown} shown below.")
    else:
        text = tr("{holding} of its {filters} filters hold a part: {parts} different parts, all shown below.")
    return text.format(holding=holding, filters=len(run.filters), parts=parts, shown=shown)


def parts_intro(run: Run) -> str:
    """Explain the pictures and what holding a part means, beside the scores of untrained filters."""
    if not run.judged:
        return tr(
            "An earlier version grouped these filters (detectors, each looking for one thing) because they follow "
            "when a picture is shifted. Whether they hold a part was not tested: “partscope measure” tests it."
        )
    means = tr(
        "A filter (a detector of one thing) holds a part if it stays on the same content when the picture is shifted, "
        "mirrored or enlarged and when the crop is pasted into another picture, and if the crop alone keeps its "
        "strength."
    )
    none = tr(
        "None does. Below are the filters that fail the fewest tests; they are not parts. (Slope: how much of the way "
        "a filter goes along with a shift. Transplant: the paste into another picture.)"
    )
    left = tr("Left: a picture with the place lit up. Right: what was found where it is clearest.")
    sentences = (left, means) if groups_of(run.filters) else (means, none)
    return " ".join([*sentences, _baselines(run)])


def _baselines(run: Run) -> str:
    """Return how many filters of the ordinary network, and of untrained ones, hold a part and follow the content."""
    twin, untrained = sum(filter.holds for filter in run.twin_filters), run.table.get("untrained_holding")
    holding = tr("Of the ordinary network's filters {twin} hold a part.").format(twin=twin)
    if untrained is not None:
        text = tr("Of the ordinary network's filters {twin} hold a part, of filters that never learned {untrained}.")
        holding = text.format(twin=twin, untrained=round(untrained * len(run.filters)))
    keys = {"shift": "untrained_equivariance", "mirror": "untrained_mirror", "transplant": "untrained_transplant"}
    shares = {name: run.table.get(key) for name, key in keys.items()}
    known = {name: out_of_hundred(share) for name, share in shares.items() if share is not None and not isnan(share)}
    text = tr("Filters that never learned follow {shift} of 100 shifts, {mirror} mirrorings, {transplant} pastes.")
    return f"{holding} {text.format(**known)}" if known.keys() == keys.keys() else holding


def sentences_of(part: Part, facts: ReportFacts) -> tuple[str, ...]:
    """Return a few short sentences about one part."""
    category = part.category or listing_text(facts.run.categories)
    sentences = [_follows(part.filter), _how_often_clear(part, category)]
    if part.worth is not None:
        sentences += [_fewer(part.worth.more_wrong, facts.switched), _against(part.worth, category)]
    return tuple(sentence for sentence in (*sentences, part.note) if sentence)


def _follows(filter: RunFilter) -> str:
    if filter.eligible < 0 and isnan(filter.equivariance):
        return tr("Too few pictures to tell whether it follows shifts.")
    text = tr("Not a part ({why}): it follows {shift} of 100 shifts, {mirror} mirrorings, {transplant} pastes.")
    if filter.eligible < 0:
        text = tr("Follows {shift} of 100 shifts.")
    elif filter.holds:
        text = tr("Follows {shift} of 100 shifts, {mirror} mirrorings, {transplant} pastes.")
    return text.format(
        why=verdict(filter),
        shift=out_of_hundred(filter.equivariance),
        mirror=out_of_hundred(filter.mirror),
        transplant=out_of_hundred(filter.transplant),
    )


def _how_often_clear(part: Part, category: str) -> str:
    if isnan(part.clear):
        return ""
    text = (
        tr("Clear on {own} of 100 pictures of {category}.")
        if isnan(part.clear_elsewhere)
        else tr("Clear on {own} of 100 pictures of {category}, {others} of 100 others.")
    )
    own, others = out_of_hundred(part.clear), out_of_hundred(part.clear_elsewhere)
    return text.format(own=own, others=others, category=category)


def _fewer(more_wrong: int, tested: int) -> str:
    """Return how many more, or fewer, of the `tested` answers are wrong without a part."""
    texts = {
        -1: tr("Without it, 1 fewer of {tested} answers is wrong."),
        0: tr("Without it, as many of {tested} answers are right."),
        1: tr("Without it, 1 more of {tested} answers is wrong."),
    }
    more = tr("Without it, {count} more of {tested} answers are wrong.")
    fewer = tr("Without it, {count} fewer of {tested} answers are wrong.")
    return texts.get(more_wrong, more if more_wrong > 0 else fewer).format(count=abs(more_wrong), tested=tested)


def _against(worth: Worth, category: str) -> str:
    """Say that a part lowers the answer of its own category; nothing if it does not."""
    if not worth.adds < 0:  # nan: not known
        return ""
    text = tr("Counts against {category} on {raised} of {shown} pictures.")
    return text.format(category=category, raised=worth.raised, shown=worth.shown)


def limits_of_parts(facts: ReportFacts) -> list[str]:
    """Return what the report cannot tell about the parts."""
    limits = []
    if bound := [part for part in facts.parts if part.filter.background_auc < WEAK_AUC]:
        one = tr("{parts} is hardly stronger on the category than elsewhere: it may belong to the surroundings.")
        more = tr("{parts} are hardly stronger on the category than elsewhere: they may belong to the surroundings.")
        limits.append(_naming(bound, facts, one, more))
    if behind := [part for part in facts.parts if part.behind_centre]:
        one = tr("{parts} keeps to its place no better than the middle of the picture does.")
        more = tr("{parts} keep to their places no better than the middle of the picture does.")
        limits.append(_naming(behind, facts, one, more))
    if facts.marked and facts.parts and all(part.behind_centre is None for part in facts.parts):
        limits.append(
            tr("Whether the parts keep to their places better than the middle of the picture does: the marks that this "
               "is measured by are not there, cannot be read, or are on pictures that have changed.")
        )  # fmt: skip
    if facts.parts and all(part.worth is None for part in facts.parts):
        limits.append(tr("How many answers need each part: the files of the networks cannot be read."))
    if facts.parts and not answers_through_masks(facts.run.settings):
        limits.append(
            tr("What is lit up is where a filter is strongest; the answer also counts what its filters see elsewhere "
               "in the picture.")
        )  # fmt: skip
    if not facts.marked:
        limits.append(
            tr("Nobody has marked where the real parts lie, so whether these match what people call a part is for the "
               "eye to judge.")
        )  # fmt: skip
    return limits


def _naming(parts: Sequence[Part], facts: ReportFacts, one: str, more: str) -> str:
    names = [part_name(part, facts.run.judged) for part in parts]
    return (one if len(names) == 1 else more).format(parts=listing_text(names))
