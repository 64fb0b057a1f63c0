"""The sentences of a report, in the language that is spoken: facts in, texts out. For somebody who has a minute."""

from __future__ import annotations

from dataclasses import dataclass

from icnn_engine.core.config import NONE, OTHERS, SHUFFLED
from icnn_engine.core.language import short_list as few
from icnn_engine.metrics import Interval
from icnn_engine.report.facts import MOST_MISTAKES, Accuracy, Mistake, ReportFacts
from icnn_engine.report.part_words import limits_of_parts, of_part, part_name, parts_heading, parts_intro, parts_verdict
from icnn_engine.report.wording import listing_text, out_of_hundred, percent, tr

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
class ReportText:
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


def report_text(facts: ReportFacts) -> ReportText:
    """A report in words, in the language that is spoken here."""
    return ReportText(
        title=tr("What the network looks at: {category}").format(category=listing_text(facts.categories)),
        below=_below(facts),
        short=_short(facts),
        trained_heading=tr("What was trained"),
        trained=_trained(facts),
        parts_heading=parts_heading(facts.tested),
        parts_intro=parts_intro(facts),
        parts=tuple((part_name(part, facts.tested.judged), of_part(part, facts)) for part in facts.parts),
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


def _told_from(facts: ReportFacts) -> str:
    """What the category is told from, as a noun."""
    words = {OTHERS: tr("the other pictures"), SHUFFLED: tr("its own pictures with their pieces mixed up")}
    usual = tr("the pictures in “{folder}”").format(folder=facts.told_from.lstrip("_"))
    return words.get(facts.told_from, usual)


def _below(facts: ReportFacts) -> str:
    if not facts.made:
        return tr("A report on one training")
    return tr("A report on one training of {date}").format(date=facts.made)


# In short, and what was trained


def _short(facts: ReportFacts) -> tuple[str, ...]:
    """The whole report in two or three sentences."""
    return (_verdict(facts), parts_verdict(facts), *([] if facts.told_from == SHUFFLED else [_price(facts.accuracy)]))


def _verdict(facts: ReportFacts) -> str:
    if facts.told_from == SHUFFLED:
        text = tr("It recognised {right} of {tested} pictures of {category} that it had never seen.")
    else:
        text = tr("It was right on {right} of {tested} pictures that it had never seen.")
    right, tested = facts.accuracy.right, facts.accuracy.tested
    return text.format(right=right, tested=tested, category=listing_text(facts.categories))


def _price(accuracy: Accuracy) -> str:
    """The comparison with the ordinary network: a difference only where the interval says so."""
    gain, points = accuracy.difference, abs(100 * accuracy.difference.mean)
    if not gain.is_difference:
        return tr("An ordinary network, not trained to find parts, is about as often right: no clear difference.")
    text = (
        tr("It is right more often than an ordinary network, not trained to find parts: by {points:.1f} points.")
        if gain.mean > 0
        else tr("An ordinary network, not trained to find parts, is right more often: by {points:.1f} points.")
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
        categories=listing_text(facts.categories),
        others=_told_from(facts),
        count=facts.trained,
    )
    kept = tr(
        "{chosen} more were used to choose its settings, and {tested} were kept aside: every figure here comes from "
        "pictures it never learned from. Nobody marked any parts for it."
    )
    return f"{first} {kept.format(chosen=facts.chosen, tested=facts.accuracy.tested)}"


# How often it is right, and where it is wrong


def _right(facts: ReportFacts) -> str:
    if facts.told_from == SHUFFLED:
        return tr(
            "How many pictures of the category it recognises. There were no other pictures, so nothing is known of "
            "how often it takes something else for it."
        )
    return tr(
        "The mean of its hit rates on each kind of picture. In brackets: where the value would lie in 95 of 100 other "
        "draws of as many pictures. The ordinary network learned from the same pictures, not to find parts."
    )


def _bars(facts: ReportFacts) -> tuple[Bar, ...]:
    found = facts.accuracy
    bars = [_bar(tr("This network"), found.own), _bar(tr("Ordinary network"), found.twin)]
    if facts.told_from != SHUFFLED:
        guess = found.guessing
        bars.append(Bar(tr("Guessing"), guess, percent(guess), float("nan"), float("nan")))
    return tuple(bars)


def _bar(name: str, found: Interval) -> Bar:
    told = tr("{value} ({low} to {high})")
    text = told.format(value=percent(found.mean), low=percent(found.low), high=percent(found.high))
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
    return text.format(said=one.said or none, shows=one.shows or none, sure=out_of_hundred(one.sure))


# What it cannot tell


def _limits(facts: ReportFacts) -> tuple[str, ...]:
    """Honest limits, those of this very run first."""
    found = [*_limits_of_answers(facts), *limits_of_parts(facts)]
    found.append(
        tr(
            "Only pictures like these were tried, in one training. Other cameras, places or kinds of pictures may give "
            "more mistakes, and training again would move every figure a little."
        )
    )
    return tuple(found)


def _limits_of_answers(facts: ReportFacts) -> list[str]:
    found = []
    if facts.changed:
        text = tr("Not shown, for their files have changed since the training: {names}.")
        found.append(text.format(names=few(facts.changed)))
    if facts.told_from == SHUFFLED:
        text = tr(
            "It was never shown other pictures, only {category} with the pieces mixed up. Whether it tells "
            "{category} from other things was not tested."
        )
        found.append(text.format(category=listing_text(facts.categories)))
    if facts.leaky:
        found.append(tr("Test pictures may be copies of training pictures: this split does not keep them apart."))
    if facts.accuracy.fewest < FEW:
        text = tr("Few pictures: of one kind only {count} were tested, so that a few of them change the result.")
        found.append(text.format(count=facts.accuracy.fewest))
    return found


def _repeat(facts: ReportFacts) -> str:
    version = facts.version or "–"
    text = tr("Partscope {version}, run {run}, seed {seed}, variant {variant}, {backbone}.")
    return text.format(version=version, run=facts.run, seed=facts.seed, variant=facts.variant, backbone=facts.backbone)
