"""Sentences of a report in the current language, for a reader who has a minute."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from icnn_engine.core.config import BACKBONE_TITLES, NONE, OTHERS, SHUFFLED
from icnn_engine.core.language import short_list
from icnn_engine.metrics import Interval
from icnn_engine.report.facts import MOST_MISTAKES, Mistake, ReportFacts
from icnn_engine.report.part_words import (
    limits_of_parts,
    part_name,
    parts_heading,
    parts_intro,
    parts_verdict,
    sentences_of,
)
from icnn_engine.report.wording import listing_text, out_of_hundred, percent, tr
from icnn_engine.runs.run_folder import Run

FEW = 50  # a share of fewer test pictures is called rough


@dataclass(frozen=True, slots=True)
class Bar:
    """An accuracy as a bar: its name, value, the value in words, and the ends of its interval (nan: none)."""

    name: str
    value: float
    words: str
    low: float
    high: float


@dataclass(frozen=True)
class ReportText:
    """All texts of a report. `parts`: a heading and a few short sentences each; `mistakes`: a caption for each that is
    shown."""

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
    """Return the texts of a report in the current language."""
    date = str(facts.run.info.get("made", ""))[:10]
    return ReportText(
        title=tr("What the network looks at: {category}").format(category=listing_text(facts.run.categories)),
        below=(tr("A report on one training of {date}") if date else tr("A report on one training")).format(date=date),
        short=_short(facts),
        trained_heading=tr("What was trained"),
        trained=_trained(facts),
        parts_heading=parts_heading(facts.run),
        parts_intro=parts_intro(facts.run),
        parts=tuple((part_name(part, facts.run.judged), sentences_of(part, facts)) for part in facts.parts),
        right_heading=tr("How often it is right"),
        right=_right(facts),
        bars=_bars(facts),
        wrong_heading=tr("Where it is wrong"),
        wrong=_wrong(facts),
        mistakes=tuple(_mistake(mistake) for mistake in facts.mistakes[:MOST_MISTAKES]),
        limits_heading=tr("What this report cannot tell"),
        limits=_limits(facts),
        repeat=_repeat(facts.run),
    )


def _short(facts: ReportFacts) -> tuple[str, ...]:
    """Return the whole report in two or three sentences."""
    numbers = {"right": facts.accuracy.right, "tested": facts.accuracy.tested}
    if facts.background == SHUFFLED:
        text = tr("It recognised {right} of {tested} pictures of {category} that it had never seen.")
        return text.format(category=listing_text(facts.run.categories), **numbers), parts_verdict(facts)
    text = tr("It was right on {right} of {tested} pictures that it had never seen.")
    return text.format(**numbers), parts_verdict(facts), _beside_ordinary(facts.accuracy.difference)


def _beside_ordinary(difference: Interval) -> str:
    """Compare with the ordinary network; name a difference only if its interval excludes zero."""
    if not difference.is_difference:
        return tr("An ordinary network, not trained to find parts, is about as often right: no clear difference.")
    text = (
        tr("It is right more often than an ordinary network, not trained to find parts: by {points:.1f} points.")
        if difference.mean > 0
        else tr("An ordinary network, not trained to find parts, is right more often: by {points:.1f} points.")
    )
    return text.format(points=abs(100 * difference.mean))


def _trained(facts: ReportFacts) -> str:
    start = (
        tr("A new network ({backbone}) was taught")
        if facts.run.settings.weights == "scratch"
        else tr("A network that had already learned to see on other pictures ({backbone}) was taught")
    )
    text = (
        tr("{start} to tell {categories} from each other, with {count} pictures.")
        if facts.background == NONE
        else tr("{start} to tell {categories} from {others}, with {count} pictures.")
    )
    sides = [picture.side for picture in facts.run.pictures]
    first = text.format(
        start=start.format(backbone=BACKBONE_TITLES[facts.run.settings.backbone]),
        categories=listing_text(facts.run.categories),
        others=_others(facts.background),
        count=sides.count("train"),
    )
    kept = tr(
        "{chosen} more were used to choose its settings, and {tested} were kept aside: every figure here comes from "
        "pictures it never learned from. Nobody marked any parts for it."
    )
    return f"{first} {kept.format(chosen=sides.count('choose'), tested=facts.accuracy.tested)}"


def _others(background: str) -> str:
    """Return a noun for the pictures that the category is told from."""
    nouns = {OTHERS: tr("the other pictures"), SHUFFLED: tr("its own pictures with their pieces mixed up")}
    return nouns.get(background, tr("the pictures in “{folder}”").format(folder=background.lstrip("_")))


def _right(facts: ReportFacts) -> str:
    if facts.background == SHUFFLED:
        return tr(
            "How many pictures of the category it recognises. There were no other pictures, so nothing is known of "
            "how often it takes something else for it."
        )
    return tr(
        "The mean of its hit rates on each kind of picture. In brackets: where the value would lie in 95 of 100 other "
        "draws of as many pictures. The ordinary network learned from the same pictures, not to find parts."
    )


def _bars(facts: ReportFacts) -> tuple[Bar, ...]:
    own, twin, guess = facts.accuracy.own, facts.accuracy.twin, facts.accuracy.guessing
    bars = (
        _bar(tr("This network"), own),
        _bar(tr("Ordinary network"), twin),
        Bar(tr("Guessing"), guess, percent(guess), nan, nan),
    )
    return bars[:2] if facts.background == SHUFFLED else bars


def _bar(name: str, accuracy: Interval) -> Bar:
    words = tr("{value} ({low} to {high})").format(
        value=percent(accuracy.mean), low=percent(accuracy.low), high=percent(accuracy.high)
    )
    return Bar(name, accuracy.mean, words, accuracy.low, accuracy.high)


def _wrong(facts: ReportFacts) -> str:
    wrong = len(facts.mistakes)
    if wrong == 0:
        text = tr("None of the {tested} test pictures was answered wrong.")
    elif wrong == 1:
        text = tr("1 of {tested} test pictures was answered wrong.")
    elif wrong <= MOST_MISTAKES:
        text = tr("{wrong} of {tested} test pictures were answered wrong. These are all.")
    else:
        text = tr("{wrong} of {tested} test pictures were answered wrong. Below, those of which it was surest.")
    return text.format(wrong=wrong, tested=facts.accuracy.tested)


def _mistake(mistake: Mistake) -> str:
    text = tr("It said: {said} ({sure} % sure). Right: {shows}.")
    none = tr("none of these")
    return text.format(
        said=mistake.answer or none, shows=mistake.shows or none, sure=out_of_hundred(mistake.probability)
    )


def _limits(facts: ReportFacts) -> tuple[str, ...]:
    """Return what the report cannot tell, the limits of this very run first."""
    limits = []
    if facts.changed:
        text = tr("Not shown, for their files have changed since the training: {names}.")
        limits.append(text.format(names=short_list(facts.changed)))
    if facts.background == SHUFFLED:
        text = tr(
            "It was never shown other pictures, only {category} with the pieces mixed up. Whether it tells "
            "{category} from other things was not tested."
        )
        limits.append(text.format(category=listing_text(facts.run.categories)))
    if facts.run.settings.split == "released":
        limits.append(tr("Test pictures may be copies of training pictures: this split does not keep them apart."))
    if facts.accuracy.fewest < FEW:
        text = tr("Few pictures: of one kind only {count} were tested, so that a few of them change the result.")
        limits.append(text.format(count=facts.accuracy.fewest))
    always = tr(
        "Only pictures like these were tried, in one training. Other cameras, places or kinds of pictures may give "
        "more mistakes, and training again would move every figure a little."
    )
    return (*limits, *limits_of_parts(facts), always)


def _repeat(run: Run) -> str:
    return tr("Partscope {version}, run {run}, seed {seed}, variant {variant}, {backbone}.").format(
        version=run.info.get("versions", {}).get("partscope", "") or "–",
        run=run.name,
        seed=run.settings.seed,
        variant=run.settings.variant,
        backbone=BACKBONE_TITLES[run.settings.backbone],
    )
