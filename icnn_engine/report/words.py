"""The sentences of a report, in the language that is spoken: facts in, texts out. For somebody who has a minute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from icnn_engine.config import NONE, OTHERS, SHUFFLED
from icnn_engine.language import translate
from icnn_engine.metrics import Interval
from icnn_engine.report.facts import MOST_MISTAKES, Accuracy, Mistake, Part, ReportFacts

FEW = 50  # test pictures of a kind under which a share is told to be rough


@dataclass(frozen=True, slots=True)
class Bar:
    """An accuracy as a bar: its name, its value, what stands beside it, and the ends of its interval (nan: none)."""

    name: str
    value: float
    told: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is read in a report. `parts`: a heading and a few short sentences each; `mistakes`: a caption
    each, as many as are shown."""

    title: str
    below: str
    short: tuple[str, ...]
    trained_heading: str
    trained: str
    parts_heading: str
    parts_intro: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    right_heading: str
    right: str
    bars: tuple[Bar, ...]
    wrong_heading: str
    wrong: str
    mistakes: tuple[str, ...]
    limits_heading: str
    limits: tuple[str, ...]
    repeat: str


def tr(text: str) -> str:
    """A text of the report in the language that is spoken."""
    return translate("Report", text)


def tell(facts: ReportFacts) -> Told:
    """A report in words, in the language that is spoken here."""
    steady = facts.groups > 0
    return Told(
        title=tr("What the network looks at: {category}").format(category=_listed(facts.categories)),
        below=_below(facts),
        short=_short(facts),
        trained_heading=tr("What was trained"),
        trained=_trained(facts),
        parts_heading=tr("What it looks at") if steady else tr("What it looks at: nothing steady"),
        parts_intro=_parts_intro(facts),
        parts=tuple((part_name(part), _of_part(part, facts)) for part in facts.parts),
        right_heading=tr("How often it is right"),
        right=_right(facts),
        bars=_bars(facts),
        wrong_heading=tr("Where it is wrong"),
        wrong=_wrong(facts),
        mistakes=tuple(_mistake(one) for one in facts.mistakes[:MOST_MISTAKES]),
        limits_heading=tr("What this report cannot tell"),
        limits=_limits(facts),
        repeat=_repeat(facts),
    )


def part_name(part: Part) -> str:
    """The user's name of a part, or 'Part 1', with its category where there are several."""
    name = part.name or (tr("Part {number}").format(number=part.number) if part.number else tr("Not steady"))
    return tr("{name} ({category})").format(name=name, category=part.category) if part.category else name


def _listed(names: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'; of many only the first four."""
    if len(names) > 5:
        first = ", ".join(names[:4])
        return tr("{first} and {count} others").format(first=first, count=len(names) - 4)
    if len(names) < 2:
        return "".join(names)
    return tr("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def _told_from(facts: ReportFacts) -> str:
    """What the category is told from, as a noun."""
    words = {OTHERS: tr("the other pictures"), SHUFFLED: tr("its own pictures with their pieces mixed up")}
    usual = tr("the pictures in “{folder}”").format(folder=facts.told_from.lstrip("_"))
    return words.get(facts.told_from, usual)


def share(value: float) -> str:
    """'96.3 %'."""
    return tr("{value:.1f} %").format(value=100 * value)


def _hundred(value: float) -> str:
    return f"{100 * value:.0f}"


def _below(facts: ReportFacts) -> str:
    if not facts.made:
        return tr("A report on one training")
    return tr("A report on one training of {date}").format(date=facts.made)


# In short, and what was trained


def _short(facts: ReportFacts) -> tuple[str, ...]:
    """The whole report in two or three sentences."""
    return (_verdict(facts), _parts_verdict(facts), *([] if facts.told_from == SHUFFLED else [_price(facts.accuracy)]))


def _verdict(facts: ReportFacts) -> str:
    if facts.told_from == SHUFFLED:
        text = tr("It recognised {right} of {tested} pictures of {category} that it had never seen.")
    else:
        text = tr("It was right on {right} of {tested} pictures that it had never seen.")
    right, tested = facts.accuracy.right, facts.accuracy.tested
    return text.format(right=right, tested=tested, category=_listed(facts.categories))


def _parts_verdict(facts: ReportFacts) -> str:
    if facts.groups == 0:
        return tr("It found no part that it follows steadily; be careful with its answers.")
    if facts.groups == 1:
        return tr("It found one part by itself, shown below.")
    if facts.groups > len(facts.parts):
        text = tr("It found {count} parts by itself; {shown} of them are shown below.")
        return text.format(count=facts.groups, shown=len(facts.parts))
    return tr("It found {count} parts by itself, all shown below.").format(count=facts.groups)


def _price(accuracy: Accuracy) -> str:
    """The comparison with the ordinary network: a difference only where the interval says so."""
    gain, points = accuracy.difference, abs(100 * accuracy.difference.mean)
    if not gain.is_difference:
        return tr("An ordinary network, which shows no parts, is about as often right: no clear difference.")
    text = (
        tr("It is right more often than an ordinary network, which shows no parts: by {points:.1f} points.")
        if gain.mean > 0
        else tr("An ordinary network, which shows no parts, is right more often: by {points:.1f} points.")
    )
    return text.format(points=points)


def _trained(facts: ReportFacts) -> str:
    start = (
        tr("A network that had already learned to see on other pictures ({backbone}) was taught")
        if facts.learned
        else tr("A new network ({backbone}) was taught")
    )
    told = (
        tr("{start} to tell {categories} from each other, with {count} pictures.")
        if facts.told_from == NONE
        else tr("{start} to tell {categories} from {others}, with {count} pictures.")
    )
    first = told.format(
        start=start.format(backbone=facts.backbone),
        categories=_listed(facts.categories),
        others=_told_from(facts),
        count=facts.trained,
    )
    kept = tr(
        "{chosen} more were used to choose its settings, and {tested} were kept aside: every figure here comes from "
        "pictures it never learned from. Nobody marked any parts; it found them by itself."
    )
    return f"{first} {kept.format(chosen=facts.chosen, tested=facts.accuracy.tested)}"


# Its parts


def _parts_intro(facts: ReportFacts) -> str:
    if facts.groups == 0:
        return tr(
            "None of its filters (its detectors, each looking for one thing) moves along reliably when a picture is "
            "shifted. These are the steadiest; take them for hints, not for parts."
        )
    text = tr(
        "Left: a picture with the place that counts lit up. Right: what was found in the pictures where it is "
        "clearest. A real part moves along when a picture is shifted a little."
    )
    floor = tr("Detectors that never learned anything follow {floor} of 100 shifts.")
    return text if isnan(facts.floor) else f"{text} {floor.format(floor=_hundred(facts.floor))}"


def _of_part(part: Part, facts: ReportFacts) -> tuple[str, ...]:
    """What is known of one part, a short sentence each."""
    told = [_follows(part), _seen(part, facts), _worth(part, facts.switched), part.note]
    return tuple(text for text in told if text)


def _follows(part: Part) -> str:
    if isnan(part.equivariance):
        return tr("Too few pictures to tell whether it follows shifts.")
    return tr("Follows {share} of 100 shifts.").format(share=_hundred(part.equivariance))


def _seen(part: Part, facts: ReportFacts) -> str:
    category = part.category or _listed(facts.categories)
    if isnan(part.seen):
        return ""
    if isnan(part.seen_elsewhere):
        return tr("Clearly seen on {own} of 100 pictures of {category}.").format(
            own=_hundred(part.seen), category=category
        )
    text = tr("Clearly seen on {own} of 100 pictures of {category}, and on {others} of 100 others.")
    return text.format(own=_hundred(part.seen), others=_hundred(part.seen_elsewhere), category=category)


def _worth(part: Part, tested: int) -> str:
    """What the answers lose without a part."""
    more = part.more_wrong
    if more is None:
        return ""
    if more == 0:
        return tr("Without it, as many answers are right: other parts stand in.")
    if abs(more) == 1:
        one = tr("Without it, 1 more of {tested} answers is wrong.")
        fewer = tr("Without it, 1 fewer of {tested} answers is wrong: other parts stand in.")
        return (one if more > 0 else fewer).format(tested=tested)
    text = (
        tr("Without it, {count} more of {tested} answers are wrong.")
        if more > 0
        else tr("Without it, {count} fewer of {tested} answers are wrong: other parts stand in.")
    )
    return text.format(count=abs(more), tested=tested)


# How often it is right, and where it is wrong


def _right(facts: ReportFacts) -> str:
    if facts.told_from == SHUFFLED:
        return tr(
            "How many pictures of the category it recognises. There were no other pictures, so nothing is known of "
            "how often it takes something else for it."
        )
    return tr(
        "The mean of its hit rates on each kind of picture. In brackets: where the value would lie in 95 of 100 other "
        "draws of as many pictures. The ordinary network learned from the same pictures, but cannot show parts."
    )


def _bars(facts: ReportFacts) -> tuple[Bar, ...]:
    found = facts.accuracy
    bars = [_bar(tr("This network"), found.own), _bar(tr("Ordinary network"), found.twin)]
    if facts.told_from != SHUFFLED:
        guess = found.guessing
        bars.append(Bar(tr("Guessing"), guess, share(guess), float("nan"), float("nan")))
    return tuple(bars)


def _bar(name: str, found: Interval) -> Bar:
    told = tr("{value} ({low} to {high})")
    text = told.format(value=share(found.mean), low=share(found.low), high=share(found.high))
    return Bar(name, found.mean, text, found.low, found.high)


def _wrong(facts: ReportFacts) -> str:
    wrong, tested = len(facts.mistakes), facts.accuracy.tested
    if wrong == 0:
        return tr("None of the {tested} test pictures was answered wrong.").format(tested=tested)
    if wrong == 1:
        return tr("1 of {tested} test pictures was answered wrong.").format(tested=tested)
    if wrong <= MOST_MISTAKES:
        text = tr("{wrong} of {tested} test pictures were answered wrong. These are all.")
    else:
        text = tr("{wrong} of {tested} test pictures were answered wrong. Below, those of which it was surest.")
    return text.format(wrong=wrong, tested=tested)


def _mistake(one: Mistake) -> str:
    text = tr("It said: {said} ({sure} % sure). Right: {shows}.")
    none = tr("none of these")
    return text.format(said=one.said or none, shows=one.shows or none, sure=_hundred(one.sure))


# What it cannot tell


def _limits(facts: ReportFacts) -> tuple[str, ...]:
    """Honest limits, those of this very run first."""
    found = [*_limits_of_answers(facts), *_limits_of_parts(facts)]
    found.append(
        tr(
            "Only pictures like these were tried, in one training. Other cameras, places or kinds of pictures may give "
            "more mistakes, and training again would move every figure a little."
        )
    )
    return tuple(found)


def _limits_of_answers(facts: ReportFacts) -> list[str]:
    found = []
    if facts.told_from == SHUFFLED:
        text = tr(
            "It was never shown other pictures, only {category} with the pieces mixed up. Whether it tells "
            "{category} from other things was not tested."
        )
        found.append(text.format(category=_listed(facts.categories)))
    if facts.leaky:
        found.append(tr("Test pictures may be copies of training pictures: this split does not keep them apart."))
    if facts.accuracy.fewest < FEW:
        text = tr("Few pictures: of one kind only {count} were tested, so that a few of them change the result.")
        found.append(text.format(count=facts.accuracy.fewest))
    return found


def _limits_of_parts(facts: ReportFacts) -> list[str]:
    found = []
    if bound := [part_name(part) for part in facts.parts if part.bound]:
        one = tr("{parts} is hardly stronger on the category than elsewhere: it may belong to the surroundings.")
        more = tr("{parts} are hardly stronger on the category than elsewhere: they may belong to the surroundings.")
        found.append((one if len(bound) == 1 else more).format(parts=_listed(bound)))
    if behind := [part_name(part) for part in facts.parts if part.behind_centre]:
        one = tr("{parts} keeps to its place no better than the middle of the picture does.")
        more = tr("{parts} keep to their places no better than the middle of the picture does.")
        found.append((one if len(behind) == 1 else more).format(parts=_listed(behind)))
    if facts.whole_maps and facts.parts:
        found.append(
            tr("What is lit up is where a part was found; the answer also counts what its detectors see elsewhere in "
               "the picture.")
        )  # fmt: skip
    if not facts.marked:
        found.append(
            tr("Nobody has marked where the real parts lie, so whether these match what people call a part is for the "
               "eye to judge.")
        )  # fmt: skip
    return found


def _repeat(facts: ReportFacts) -> str:
    version = facts.version or "–"
    text = tr("Partscope {version}, run {run}, seed {seed}, variant {variant}, {backbone}.")
    return text.format(version=version, run=facts.run, seed=facts.seed, variant=facts.variant, backbone=facts.backbone)
