"""The sentences of a report about parts: which filters hold one, what each reached, what the answers owe to it."""

from __future__ import annotations

from math import isnan

from icnn_engine.inspection.verdicts import verdict
from icnn_engine.report.facts import ReportFacts, Tested
from icnn_engine.report.parts import Part, Worth
from icnn_engine.report.wording import listing_text, out_of_hundred, tr


def part_name(part: Part, judged: bool) -> str:
    """The user's name of a part, or 'Part 1', with its category where there are several. A filter that holds no part is
    called so; a group of an earlier version is a group."""
    if not part.number:
        text = tr("{name} (not a part)") if part.name else tr("Filter {index} (not a part)")
        name = text.format(name=part.name, index=part.filter.index)
    else:
        text = tr("Part {number}") if judged else tr("Group {number}")
        name = part.name or text.format(number=part.number)
    return tr("{name} ({category})").format(name=name, category=part.category) if part.category else name


def parts_heading(tested: Tested) -> str:
    """What stands above the parts."""
    if not tested.judged:
        return tr("What it looks at: filters that were not tested")
    return tr("What it looks at") if tested.parts else tr("What it looks at: no filter holds a part")


def parts_verdict(facts: ReportFacts) -> str:
    """In short, how many filters hold how many parts."""
    tested = facts.tested
    numbers = {
        "holding": tested.holding,
        "filters": tested.filters,
        "parts": tested.parts,
        "shown": sum(part.number > 0 for part in facts.parts),
    }
    return _parts_verdict(tested, numbers["shown"]).format(**numbers)


def _parts_verdict(tested: Tested, shown: int) -> str:
    if not tested.judged:
        return tr("Its filters were not tested for holding a part: an earlier version trained it.")
    if tested.parts == 0:
        return tr("None of its {filters} filters holds a part: do not explain its answers by parts.")
    if tested.holding == 1:
        return tr("One of its {filters} filters holds a part; it is shown below.")
    if tested.parts == 1:
        return tr("{holding} of its {filters} filters hold a part, all of them the same one; it is shown below.")
    if shown < tested.parts:
        return tr("{holding} of its {filters} filters hold a part: {parts} different parts, {shown} shown below.")
    return tr("{holding} of its {filters} filters hold a part: {parts} different parts, all shown below.")


def parts_intro(facts: ReportFacts) -> str:
    """What the pictures show and what holding a part means, beside what is reached without learning."""
    tested = facts.tested
    if not tested.judged:
        return tr(
            "An earlier version grouped these filters (detectors, each looking for one thing) because they follow "
            "when a picture is shifted. Whether they hold a part was not tested: “partscope measure” tests it."
        )
    means = tr(
        "A filter (a detector of one thing) holds a part if it stays on the same content when the picture is shifted, "
        "mirrored or enlarged and when the crop is pasted into another picture, and if the crop alone keeps its "
        "strength."
    )
    if tested.parts == 0:
        return f"{means} {_none_holds()} {_floors(tested)}"
    left = tr("Left: a picture with the place lit up. Right: what was found where it is clearest.")
    return f"{left} {means} {_floors(tested)}"


def _none_holds() -> str:
    return tr(
        "None does. Below are the filters that fail the fewest tests; they are not parts. (Slope: how much of the way "
        "a filter goes along with a shift. Transplant: the paste into another picture.)"
    )


def _floors(tested: Tested) -> str:
    """What untrained filters and the ordinary network's reach."""
    shift, mirror, transplant = map(out_of_hundred, tested.floors)
    floor = tr("Filters that never learned follow {shift} of 100 shifts, {mirror} mirrorings, {transplant} pastes.")
    holding = tr("Of the ordinary network's filters {twin} hold a part.").format(twin=tested.twin)
    if tested.untrained is not None:
        text = tr("Of the ordinary network's filters {twin} hold a part, of filters that never learned {untrained}.")
        holding = text.format(twin=tested.twin, untrained=tested.untrained)
    if any(map(isnan, tested.floors)):
        return holding
    return f"{holding} {floor.format(shift=shift, mirror=mirror, transplant=transplant)}"


def of_part(part: Part, facts: ReportFacts) -> tuple[str, ...]:
    """What is known of one part, a short sentence each."""
    category = part.category or listing_text(facts.categories)
    told = [_follows(part), _seen(part, category), _fewer(part.worth, facts.switched), _against(part.worth, category)]
    return tuple(text for text in (*told, part.note) if text)


def _follows(part: Part) -> str:
    one = part.filter
    shift = out_of_hundred(one.equivariance)
    if one.eligible < 0:
        if isnan(one.equivariance):
            return tr("Too few pictures to tell whether it follows shifts.")
        return tr("Follows {shift} of 100 shifts.").format(shift=shift)
    if one.holds:
        text = tr("Follows {shift} of 100 shifts, {mirror} mirrorings, {transplant} pastes.")
        return text.format(shift=shift, mirror=out_of_hundred(one.mirror), transplant=out_of_hundred(one.transplant))
    text = tr("Not a part ({why}): it follows {shift} of 100 shifts, {mirror} mirrorings, {transplant} pastes.")
    why = verdict(one)
    return text.format(
        why=why, shift=shift, mirror=out_of_hundred(one.mirror), transplant=out_of_hundred(one.transplant)
    )


def _seen(part: Part, category: str) -> str:
    if isnan(part.seen):
        return ""
    if isnan(part.seen_elsewhere):
        text = tr("Clear on {own} of 100 pictures of {category}.")
        return text.format(own=out_of_hundred(part.seen), category=category)
    text = tr("Clear on {own} of 100 pictures of {category}, {others} of 100 others.")
    return text.format(own=out_of_hundred(part.seen), others=out_of_hundred(part.seen_elsewhere), category=category)


def _fewer(worth: Worth | None, tested: int) -> str:
    """How many answers change without a part."""
    if worth is None:
        return ""
    more = worth.more_wrong
    if more == 0:
        return tr("Without it, as many of {tested} answers are right.").format(tested=tested)
    if abs(more) == 1:
        one = tr("Without it, 1 more of {tested} answers is wrong.")
        fewer = tr("Without it, 1 fewer of {tested} answers is wrong.")
        return (one if more > 0 else fewer).format(tested=tested)
    text = (
        tr("Without it, {count} more of {tested} answers are wrong.")
        if more > 0
        else tr("Without it, {count} fewer of {tested} answers are wrong.")
    )
    return text.format(count=abs(more), tested=tested)


def _against(worth: Worth | None, category: str) -> str:
    """That a part lowers the answer of its own category, where it does."""
    if worth is None or not worth.adds < 0:
        return ""
    text = tr("Counts against {category} on {raised} of {shown} pictures.")
    return text.format(category=category, raised=worth.raised, shown=worth.shown)


def limits_of_parts(facts: ReportFacts) -> list[str]:
    """What the report cannot tell of the parts."""
    judged, found = facts.tested.judged, []
    if bound := [part_name(part, judged) for part in facts.parts if part.bound]:
        one = tr("{parts} is hardly stronger on the category than elsewhere: it may belong to the surroundings.")
        more = tr("{parts} are hardly stronger on the category than elsewhere: they may belong to the surroundings.")
        found.append((one if len(bound) == 1 else more).format(parts=listing_text(bound)))
    if behind := [part_name(part, judged) for part in facts.parts if part.behind_centre]:
        one = tr("{parts} keeps to its place no better than the middle of the picture does.")
        more = tr("{parts} keep to their places no better than the middle of the picture does.")
        found.append((one if len(behind) == 1 else more).format(parts=listing_text(behind)))
    if facts.marked and facts.parts and all(part.behind_centre is None for part in facts.parts):
        found.append(
            tr("Whether the parts keep to their places better than the middle of the picture does: the marks that this "
               "is measured by are not there, cannot be read, or are on pictures that have changed.")
        )  # fmt: skip
    if facts.parts and all(part.worth is None for part in facts.parts):
        found.append(tr("How many answers need each part: the files of the networks cannot be read."))
    if facts.whole_maps and facts.parts:
        found.append(
            tr("What is lit up is where a filter is strongest; the answer also counts what its filters see elsewhere "
               "in the picture.")
        )  # fmt: skip
    if not facts.marked:
        found.append(
            tr("Nobody has marked where the real parts lie, so whether these match what people call a part is for the "
               "eye to judge.")
        )  # fmt: skip
    return found
