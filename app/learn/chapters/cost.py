"""Chapter 10 in steps: what the parts cost."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from app.learn.drawing.items import Bar, BarsItem, ColumnItem, Step, Tone
from app.learn.words import network_title, number, percent
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import as_printed
from icnn_engine.inspection.verdict_words import gain_sentence, interval_words, parts_sentence, price_sentence

if TYPE_CHECKING:
    from icnn_engine.inspection.run_verdict import RunVerdict
    from icnn_engine.lecture.cost import Cost
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

TONES: dict[NetworkName, Tone] = {
    NetworkName.INTERPRETABLE: "interpretable",
    NetworkName.TWIN: "twin",
    NetworkName.CAM: "cam",
}


def steps(lesson: Cost, _run: Run, _subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    time = (_time(lesson),) if lesson.seconds else ()
    return _right_answers(lesson.verdict), _parts(lesson), *time, _conclusion(lesson.verdict)


def _right_answers(verdict: RunVerdict) -> Step:
    title, accuracy = translate("Lecture", "Does it still answer as well?"), verdict.accuracy
    if not (verdict.recognises and isfinite(accuracy.own.mean)):
        return Step(title, (price_sentence(verdict),))
    shares = {
        NetworkName.INTERPRETABLE: accuracy.own,
        NetworkName.TWIN: accuracy.twin,
        NetworkName.CAM: accuracy.cam,
    }
    known = {network: share for network, share in shares.items() if isfinite(share.mean)}
    bars = tuple(
        Bar(network_title(network), share.mean, interval_words(share), TONES[network], share.low, share.high)
        for network, share in known.items()
    )
    low = min(int(share.low * 20) / 20 for share in known.values())
    told = translate("Lecture", "The dots say how often each network is right on {count} test pictures.")
    apart = accuracy.difference
    printed = as_printed("accuracy", accuracy.own.mean) - as_printed("accuracy", accuracy.twin.mean)
    return Step(
        title,
        (told.format(count=accuracy.tested), price_sentence(verdict)),
        BarsItem(
            bars,
            translate("Lecture", "Right answers; the axis begins at {low}").format(low=percent(low, 0)),
            start=low,
            end=1.0,
        ),
        translate("Lecture", "Difference {mean} points ({low} to {high}); lines and brackets: 95 % intervals").format(
            mean=number(printed * 100, 1), low=number(apart.low * 100, 1), high=number(apart.high * 100, 1)
        ),
    )


def _parts(lesson: Cost) -> Step:
    found = tuple(Bar(network_title(n), count, str(count), TONES[n]) for n, count in lesson.parts.items())
    words = translate("Lecture", "{count} of {all}")
    holding = tuple(
        Bar(network_title(n), count, words.format(count=count, all=lesson.filters), TONES[n])
        for n, count in lesson.holding.items()
        if count is not None
    )
    charts = [BarsItem(found, translate("Lecture", "Parts found"), end=max(2, *lesson.parts.values()))]
    if holding:
        charts.append(BarsItem(holding, translate("Lecture", "Filters that hold a part"), end=lesson.filters))
    return Step(
        translate("Lecture", "What is found"),
        (
            translate("Lecture", "Filters that keep to the same part are counted once, as one part."),
            translate("Lecture", "A filter holds a part if its peak stays on it when the picture changes."),
        ),
        ColumnItem(tuple(charts)),
    )


def _conclusion(verdict: RunVerdict) -> Step:
    sentences = gain_sentence(verdict), parts_sentence(verdict), price_sentence(verdict)
    charts = []
    if verdict.judged and verdict.keeping.known:
        caption = translate("Lecture", "Gained: filters keep to one place")
        charts.append(_comparison(caption, verdict.keeping.own.mean, verdict.keeping.twin.mean))
    if verdict.recognises and isfinite(verdict.accuracy.own.mean):
        caption = translate("Lecture", "Price: right answers")
        charts.append(_comparison(caption, verdict.accuracy.own.mean, verdict.accuracy.twin.mean))
    title = translate("Lecture", "What was gained, and what it cost")
    return Step(title, tuple(filter(None, sentences)), ColumnItem(tuple(charts)) if charts else None)


def _comparison(caption: str, own: float, twin: float) -> BarsItem:
    shares = {NetworkName.INTERPRETABLE: own, NetworkName.TWIN: twin}
    return BarsItem(
        tuple(Bar(network_title(n), share, percent(share), TONES[n]) for n, share in shares.items()), caption, end=1.0
    )


def _time(lesson: Cost) -> Step:
    names = {
        "reading": translate("Lecture", "Listing the pictures"),
        "mapping": translate("Lecture", "Computing the backbone's maps"),
        "probing": translate("Lecture", "Choosing the strength of the filter loss"),
        "training": translate("Lecture", "Training three networks"),
        "testing": translate("Lecture", "Testing the filters"),
    }
    words = translate("Lecture", "{count} s")
    bars = tuple(Bar(names[kind], s, words.format(count=number(s, 1)), "accent") for kind, s in lesson.seconds.items())
    total = sum(lesson.seconds.values())
    return Step(
        translate("Lecture", "What it costs in time"),
        (
            translate("Lecture", "The whole run took {count} seconds on its computer.").format(count=number(total, 0)),
            translate("Lecture", "All three networks are trained in this time; maps known from before cost nothing."),
        ),
        BarsItem(bars),
    )
