"""Sentences of a report in the current language, for a reader who has a minute."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from icnn_engine.audit.novelty_words import abstention_words
from icnn_engine.core.config import NONE, OTHERS, SHUFFLED
from icnn_engine.core.language import short_list
from icnn_engine.core.number_words import chance, percent
from icnn_engine.inspection.box_words import box_sentence
from icnn_engine.inspection.conversion_words import conversion_lines
from icnn_engine.inspection.verdict_words import (
    gain_sentence,
    interval_words,
    price_sentence,
    twin_means,
    verdict_sentences,
)
from icnn_engine.metrics import Interval
from icnn_engine.report.facts import MOST_MISTAKES, Mistake, ReportFacts
from icnn_engine.report.forbidden_section import ForbiddenSection, forbidden_section
from icnn_engine.report.part_words import (
    limits_of_parts,
    part_name,
    parts_heading,
    parts_intro,
    parts_verdict,
    sentences_of,
)
from icnn_engine.report.slice_rows import slice_rows
from icnn_engine.report.wording import listing_text, tr
from icnn_engine.runs.network_words import TWIN, backbone_title, is_converted, is_own, network_title
from icnn_engine.runs.run_folder import Run


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
    shown; `slices`: rows of a table, its heading first, empty where none is saved; `forbidden`: what is not allowed."""

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
    abstention: str
    mistakes: tuple[str, ...]
    slices_heading: str
    slices: tuple[tuple[str, ...], ...]
    forbidden: ForbiddenSection
    limits_heading: str
    limits: tuple[str, ...]
    repeat: str


def report_text(facts: ReportFacts) -> ReportText:
    """Return the texts of a report in the current language."""
    date = str(facts.run.info.get("made", ""))[:10]
    own = is_own(facts.run)
    below = tr("A report on one training of {date}") if date else tr("A report on one training")
    if own:
        below = tr("A report on a network that was not trained here, of {date}")
    elif is_converted(facts.run):
        below = tr("A report on the conversion of a network, of {date}")
    return ReportText(
        title=tr("What the network looks at: {category}").format(category=listing_text(facts.run.categories)),
        below=below.format(date=date),
        short=_short(facts),
        trained_heading=tr("What was looked at") if own else tr("What was trained"),
        trained=_what_was_done(facts),
        parts_heading=parts_heading(facts.run),
        parts_intro=parts_intro(facts),
        parts=tuple((part_name(part, facts.run.judged), sentences_of(part, facts)) for part in facts.parts),
        right_heading=tr("How often it is right"),
        right=_right(facts),
        bars=_bars(facts),
        wrong_heading=tr("Where it is wrong"),
        wrong=_wrong(facts),
        abstention=abstention_words(facts.abstention),
        mistakes=tuple(_mistake(mistake, facts.run) for mistake in facts.mistakes[:MOST_MISTAKES]),
        slices_heading=tr("Groups of test pictures"),
        slices=slice_rows(facts.slices),
        forbidden=forbidden_section(facts.run),
        limits_heading=tr("What this report cannot tell"),
        limits=_limits(facts),
        repeat=_repeat(facts.run),
    )


def _short(facts: ReportFacts) -> tuple[str, ...]:
    """Return the whole report in a few sentences: gain, price, parts, boxes, what is not allowed."""
    parts = parts_verdict(facts), box_sentence(facts.run)
    forbidden = forbidden_section(facts.run).lines[:1]
    sentences = (gain_sentence(facts.verdict), price_sentence(facts.verdict), *parts, *forbidden)
    return tuple(filter(None, sentences))


def _what_was_done(facts: ReportFacts) -> str:
    if is_converted(facts.run):
        return _converted(facts)
    return _looked_at(facts) if is_own(facts.run) else _trained(facts)


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
    if facts.verdict.naming_only:
        text = tr(
            "{start} to tell {categories} from each other and from the same pictures with their pieces mixed up, with "
            "{count} pictures."
        )
    sides = [picture.side for picture in facts.run.pictures]
    first = text.format(
        start=start.format(backbone=backbone_title(facts.run)),
        categories=listing_text(facts.run.categories),
        others=_others(facts.background),
        count=sides.count("train"),
    )
    kept = tr(
        "{chosen} more served to choose its settings, and {tested} were kept aside to test it. Nobody marked any parts "
        "for it."
    )
    kept = kept.format(chosen=sides.count("choose"), tested=facts.verdict.accuracy.tested)
    return " ".join((first, kept, twin_means(facts.verdict)))


def _looked_at(facts: ReportFacts) -> str:
    """Return which network of the user's own was looked at, and how."""
    run = facts.run
    known = run.own_network or {}
    text = tr(
        "{network} ({channels} channels of {cells} x {cells} cells), as it was given: nothing was trained. Its filters "
        "are the {count} channels that add most to the answers, chosen on {pictures} pictures."
    )
    first = text.format(
        network=backbone_title(run),
        channels=known["layer"]["channels"],
        cells=known["layer"]["cells"],
        count=len(run.filters),
        pictures=[picture.side for picture in run.pictures].count("train"),
    )
    kept = tr("{tested} other pictures were kept aside to test it. No marks of parts were used for this.")
    kept = kept.format(tested=facts.verdict.accuracy.tested)
    return " ".join((first, _answers_that_count(run), kept, twin_means(facts.verdict)))


def _converted(facts: ReportFacts) -> str:
    """Return what of a network of the user's own learned, by what, and what that changed."""
    run = facts.run
    text = tr(
        "{network}: the layer and what lies above it learned from {pictures} pictures, with the network's own answers "
        "as the target, to keep {count} channels of the layer to one place each."
    )
    pictures = [picture.side for picture in run.pictures].count("train")
    first = text.format(network=backbone_title(run), pictures=pictures, count=len(run.filters))
    return " ".join((first, _answers_that_count(run), twin_means(facts.verdict), *conversion_lines(run)))


def _answers_that_count(run: Run) -> str:
    """Return which answers of the user's own network stand for each category."""
    matched = [
        tr("{category} ({answers})").format(category=category, answers=short_list(match["names"]))
        for category, match in (run.own_network or {})["matched"].items()
    ]
    return tr("Its answers that count: {answers}.").format(answers="; ".join(matched))


def _others(background: str) -> str:
    """Return a noun for the pictures that the category is told from."""
    nouns = {OTHERS: tr("the other pictures"), SHUFFLED: tr("its own pictures with their pieces mixed up")}
    return nouns.get(background, tr("the pictures in “{folder}”").format(folder=background.lstrip("_")))


def _right(facts: ReportFacts) -> str:
    if not facts.verdict.recognises:
        return tr(
            "How many pictures of the category it recognises. There were no other pictures, so nothing is known of "
            "how often it takes something else for it."
        )
    brackets = tr("In brackets: where a value would lie with other test pictures, as many as these (95 % interval).")
    basis = verdict_sentences(facts.verdict).basis
    return " ".join(filter(None, (basis, brackets if _bars(facts) else "")))


def _bars(facts: ReportFacts) -> tuple[Bar, ...]:
    accuracy = facts.verdict.accuracy
    if isnan(accuracy.own.mean):
        return ()
    bars = (
        _bar(tr("This network"), accuracy.own),
        _bar(network_title(facts.run, TWIN), accuracy.twin),
        Bar(tr("Guessing"), accuracy.guessing, percent(accuracy.guessing), nan, nan),
    )
    return bars if facts.verdict.recognises else bars[:2]


def _bar(name: str, accuracy: Interval) -> Bar:
    return Bar(name, accuracy.mean, interval_words(accuracy), accuracy.low, accuracy.high)


def _wrong(facts: ReportFacts) -> str:
    wrong, tested = len(facts.mistakes), facts.verdict.accuracy.tested
    if isnan(facts.verdict.accuracy.own.mean):
        text = tr("Its answers to test pictures are not known.")
    elif wrong == 0:
        text = tr("No test picture was answered wrong.")
    elif wrong == 1:
        text = tr("1 of {tested} test pictures was answered wrong.")
    elif wrong <= MOST_MISTAKES:
        text = tr("{wrong} of {tested} test pictures were answered wrong. These are all.")
    else:
        text = tr("{wrong} of {tested} test pictures were answered wrong. Below, those of which it was surest.")
    return text.format(wrong=wrong, tested=tested)


def _mistake(mistake: Mistake, run: Run) -> str:
    text = tr("It said: {said} ({sure} sure). Right: {shows}.")
    none = tr("none of these") if len(run.categories) > 1 else tr("no {category}").format(category=run.category)
    return text.format(said=mistake.answer or none, shows=mistake.shows or none, sure=chance(mistake.probability))


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
    always = tr(
        "Only pictures like these were tried, in one training. Other cameras, places or kinds of pictures may give "
        "more mistakes, and training again would move every figure a little."
    )
    if is_own(facts.run):
        always = tr(
            "Only pictures like these were tried, and only the channels of one layer that add most. Whether the "
            "network was trained on any of these pictures is not known here."
        )
    elif is_converted(facts.run):
        always = tr(
            "Only pictures like these were tried, in one conversion, and only the channels of one layer. Other answers "
            "of the network than those above may have changed more."
        )
    return (*limits, *limits_of_parts(facts), always)


def _repeat(run: Run) -> str:
    if run.own_network:
        return tr("Partscope {version}, run {run}, {backbone}, weights {digest}.").format(
            version=run.info.get("versions", {}).get("partscope", "") or "–",
            run=run.short_name,
            backbone=backbone_title(run),
            digest=str((run.own_network or {}).get("digest", ""))[:12],
        )
    return tr("Partscope {version}, run {run}, seed {seed}, variant {variant}, {backbone}.").format(
        version=run.info.get("versions", {}).get("partscope", "") or "–",
        run=run.short_name,
        seed=run.settings.seed,
        variant=run.settings.variant,
        backbone=backbone_title(run),
    )
