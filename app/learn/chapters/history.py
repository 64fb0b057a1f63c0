"""Chapter 8 in steps: the same filter after the first epochs and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.learn.drawing.items import Bar, BarsItem, ColumnItem, Item, MapItem, PictureItem, RowItem, SignItem, Step
from app.learn.words import number, percent, picture_name
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.lecture.before_after import BeforeAfter, History
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

SHOWN = 2  # pairs on a slide


def steps(lesson: History | None, run: Run, subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    if lesson is None:
        return (
            Step(
                translate("Lecture", "The same filter before and after"),
                (
                    translate("Lecture", "This run has kept no maps of its first epochs."),
                    translate("Lecture", "Runs that are trained with this version keep some."),
                ),
            ),
        )
    return _pairs(lesson, run, subject), _shares(lesson), *_losses(lesson)


def _pairs(lesson: History, run: Run, subject: Subject) -> Step:
    pairs = lesson.pairs[:SHOWN]
    second = translate("Lecture", "An epoch is one pass over all training pictures.")
    if any(pair.filter != subject.filter for pair in pairs):
        second = translate(
            "Lecture", "Early maps are kept only of the filter that answered most, so it may be another one."
        )
    return Step(
        translate("Lecture", "The same filter before and after"),
        (translate("Lecture", "One filter on one picture: early in the training, and at its end."), second),
        ColumnItem(tuple(map(_pair, pairs)), tuple(_title(pair, run) for pair in pairs)),
        translate("Lecture", "Part of the map near its peak: {shares}").format(
            shares=", ".join(f"{percent(pair.share_before)} → {percent(pair.share_after)}" for pair in pairs)
        ),
    )


def _title(pair: BeforeAfter, run: Run) -> str:
    words = translate("Lecture", "Filter {number} in {picture}: after epoch {epoch} → at the end")
    return words.format(number=pair.filter, picture=picture_name(run, pair.picture), epoch=pair.epoch)


def _pair(pair: BeforeAfter) -> Item:
    picture = () if pair.pixels is None else (PictureItem(pair.pixels),)
    before, after = MapItem(pair.before, bar=False), MapItem(pair.after, bar=False)
    return RowItem((*picture, before, SignItem("→"), after))


def _shares(lesson: History) -> Step:
    bars = (
        Bar(translate("Lecture", "Early"), lesson.mean_before, percent(lesson.mean_before), "twin"),
        Bar(translate("Lecture", "At the end"), lesson.mean_after, percent(lesson.mean_after), "interpretable"),
    )
    return Step(
        translate("Lecture", "How much lies in one place?"),
        (
            translate("Lecture", "The bars say what part of a map lies under its own mask, near its peak."),
            translate("Lecture", "The peak has moved in {moved} of {count} pictures.").format(
                moved=lesson.moved, count=lesson.count
            ),
        ),
        BarsItem(bars, end=1.0),
        translate("Lecture", "Means over {count} pictures; {epochs} epochs").format(
            count=lesson.count, epochs=lesson.epochs
        ),
    )


def _losses(lesson: History) -> tuple[Step, ...]:
    if len(lesson.losses) < 2:
        return ()
    first, last = lesson.losses[0], lesson.losses[-1]
    words = translate("Lecture", "Epoch {number}")
    bars = tuple(
        Bar(words.format(number=epoch), loss, number(loss, 3), "interpretable")
        for epoch, loss, _filter in lesson.losses
    )
    return (
        Step(
            translate("Lecture", "How the error changed"),
            (
                translate(
                    "Lecture",
                    "The bars are the network's error on its training pictures after each epoch (class loss).",
                ),
                translate("Lecture", "The filter loss, which shapes the maps, is trained at the same time."),
            ),
            BarsItem(bars if len(bars) <= 12 else bars[:: max(len(bars) // 10, 1)]),
            translate("Lecture", "Class loss {first} → {last}").format(
                first=number(first[1], 3), last=number(last[1], 3)
            ),
        ),
    )
