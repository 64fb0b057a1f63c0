"""Sentences of a report about parts: the filters that hold one, the results of the tests, the worth of a part."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from icnn_engine.core.config import answers_through_masks
from icnn_engine.core.number_words import out_of_hundred
from icnn_engine.inspection.box_words import box_filter
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.verdict_words import keeping_means, parts_sentence
from icnn_engine.inspection.verdicts import verdict
from icnn_engine.metrics import WEAK_AUC
from icnn_engine.report.facts import ReportFacts
from icnn_engine.report.parts import Part, Worth
from icnn_engine.report.wording import listing_text, tr
from icnn_engine.runs.network_words import is_converted, is_own
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
    """Return in short how many filters hold how many parts, and whether all are shown."""
    verdict, shown = facts.verdict, sum(part.number > 0 for part in facts.parts)
    sentence = parts_sentence(verdict)
    if verdict.judged and not verdict.parts:
        return " ".join(filter(None, (sentence, tr("Do not explain its answers by parts."))))
    if not 0 < shown < verdict.parts:
        return sentence
    text = tr("1 of them is shown below.") if shown == 1 else tr("{shown} of them are shown below.")
    return " ".join((sentence, text.format(shown=shown)))


def parts_intro(facts: ReportFacts) -> str:
    """Explain the pictures and what holding a part means, beside the twin's filters and untrained ones."""
    run = facts.run
    if not run.judged:
        return tr(
            "An earlier version grouped these filters (each looks for one thing in a picture) because they go along "
            "when a picture is moved. Whether they hold a part was not tested: “partscope measure” tests it."
        )
    means = tr(
        "A filter looks for one thing in a picture. It holds a part if it stays on the same place of the object when "
        "the picture is moved, mirrored or enlarged and when that place is pasted into another picture, and if it "
        "needs to see nothing else."
    )
    none = tr("No filter does. Below are those that fail the fewest tests; they are not parts.")
    left = tr("Left: a picture with the part lit up. Right: the part in the pictures that show it most clearly.")
    if run.settings.region != "whole" or run.fit:
        frame = tr("White frame: the region of the photograph that the networks read.")
        left = f"{left} {frame}"
    sentences = (left, means) if groups_of(run.filters) else (means, none)
    return " ".join(filter(None, (*sentences, keeping_means(facts.verdict), _baselines(run))))


def _baselines(run: Run) -> str:
    """Return how many filters hold a part: the network's, the twin's, and untrained ones."""
    own, twin = (sum(filter.holds for filter in filters) for filters in (run.filters, run.twin_filters))
    if is_own(run):
        text = tr("Filters that hold a part: {own} here, {twin} with random weights.")
        return text.format(own=own, twin=twin)
    untrained = run.table.get("untrained_holding")
    if is_converted(run) and untrained is not None:
        text = tr("Filters that hold a part: {own} here, {twin} in the original, {none} with random weights.")
        return text.format(own=own, twin=twin, none=round(untrained * len(run.filters)))
    if untrained is None or isnan(untrained):
        return tr("Filters that hold a part: {own} here, {twin} in the ordinary twin.").format(own=own, twin=twin)
    text = tr("Filters that hold a part: {own} here, {twin} in the ordinary twin, {none} among untrained filters.")
    return text.format(own=own, twin=twin, none=round(untrained * len(run.filters)))


def sentences_of(part: Part, facts: ReportFacts) -> tuple[str, ...]:
    """Return a few short sentences about one part."""
    category = part.category or listing_text(facts.run.categories)
    sentences = [_keeps(part.filter), _how_often_clear(part, category)]
    if part.worth is not None:
        sentences += [_fewer(part.worth.more_wrong, facts.switched), _against(part.worth, category)]
    return tuple(sentence for sentence in (*sentences, part.note) if sentence)


def _keeps(filter: RunFilter) -> str:
    if filter.eligible < 0 and isnan(filter.equivariance):
        return tr("Too few pictures to tell whether it keeps to its place.")
    text = tr(
        "Not a part ({why}): keeps to its place in {shift} of 100 moved pictures, {mirror} mirrored, {transplant} "
        "pasted."
    )
    if filter.eligible < 0:
        text = tr("Keeps to its place in {shift} of 100 moved pictures.")
    elif filter.holds:
        text = tr("Keeps to its place in {shift} of 100 moved pictures, {mirror} mirrored, {transplant} pasted.")
    return text.format(
        why=verdict(filter),
        shift=out_of_hundred(filter.equivariance),
        mirror=out_of_hundred(filter.mirror),
        transplant=out_of_hundred(filter.transplant),
    )


def _how_often_clear(part: Part, category: str) -> str:
    if not part.pictures:
        return ""
    text = tr("Seen on {seen} of {count} test pictures of {category}.")
    if part.others:
        text = tr("Seen on {seen} of {count} test pictures of {category}, on {elsewhere} of {others} others.")
    elif part.pictures == 1:
        text = tr("Seen on the only test picture of {category}.")
        if not part.seen:
            text = tr("Not seen on the only test picture of {category}.")
    return text.format(
        seen=part.seen, count=part.pictures, elsewhere=part.seen_elsewhere, others=part.others, category=category
    )


def _fewer(more_wrong: int, tested: int) -> str:
    """Return how many more, or fewer, of the `tested` answers are wrong without a part."""
    texts = {
        -1: tr("Without it, 1 fewer of {tested} answers is wrong."),
        0: tr("Without it, as many answers are right."),
        1: tr("Without it, 1 more of {tested} answers is wrong."),
    }
    more = tr("Without it, {count} more of {tested} answers are wrong.")
    fewer = tr("Without it, {count} fewer of {tested} answers are wrong.")
    return texts.get(more_wrong, more if more_wrong > 0 else fewer).format(count=abs(more_wrong), tested=tested)


def _against(worth: Worth, category: str) -> str:
    """Say that a part lowers the answer of its own category; nothing if it does not."""
    if not worth.adds < 0:  # nan: not known
        return ""
    text = tr("Speaks against {category} on {raised} of its {shown} pictures.")
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
    if not facts.has_landmarks and box_filter(facts.run) is None:
        limits.append(
            tr("Nobody has marked where the real parts lie, so whether these match what people call a part is for the "
               "eye to judge.")
        )  # fmt: skip
    return limits


def _naming(parts: Sequence[Part], facts: ReportFacts, one: str, more: str) -> str:
    names = [part_name(part, facts.run.judged) for part in parts]
    return (one if len(names) == 1 else more).format(parts=listing_text(names))
