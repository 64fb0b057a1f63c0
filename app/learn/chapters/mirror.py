"""Chapter 9 in steps: the picture is moved and mirrored, and the peaks with it?"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

from app.learn.drawing.items import Bar, BarsItem, PictureItem, Point, RowItem, SignItem, Step, Tone
from app.learn.words import network_title, number, percent
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.core.receptive_field import MapGeometry
    from icnn_engine.lecture.mirror import MirrorLesson, MirrorTest, MovedPeak
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

TONES: dict[NetworkName, Tone] = {NetworkName.INTERPRETABLE: "interpretable", NetworkName.TWIN: "twin"}
LEAST_END = 4.0  # cells: the shortest axis of distances


def steps(lesson: MirrorLesson, run: Run, _subject: Subject) -> tuple[Step, ...]:
    """Return the steps of the chapter."""
    return _shift(lesson, run.geometry), _mirror(lesson, run.geometry), _shares(lesson)


def _shift(lesson: MirrorLesson, geometry: MapGeometry) -> Step:
    words = {
        "left": translate("Lecture", "The picture is moved {count} pixels to the left."),
        "right": translate("Lecture", "The picture is moved {count} pixels to the right."),
        "up": translate("Lecture", "The picture is moved {count} pixels up."),
        "down": translate("Lecture", "The picture is moved {count} pixels down."),
    }
    return Step(
        translate("Lecture", "Move the picture"),
        (
            words[lesson.shift.way].format(count=lesson.shift.pixels),
            translate("Lecture", "A filter that has found a part moves along: its dot lies in the dashed ring."),
            translate("Lecture", "The picture is enlarged and cropped for this, so the peak starts in another cell."),
        ),
        _drawing(lesson.shift, geometry, _end(lesson)),
        _distances(lesson.shift),
    )


def _mirror(lesson: MirrorLesson, geometry: MapGeometry) -> Step:
    words = {
        "up": translate("Lecture", "Now the picture is mirrored, and moved {count} pixels up."),
        "down": translate("Lecture", "Now the picture is mirrored, and moved {count} pixels down."),
    }
    return Step(
        translate("Lecture", "Mirror it"),
        (
            words[lesson.mirror.way].format(count=lesson.mirror.pixels),
            translate("Lecture", "The ring is where the same piece of the picture lies now; the dot is the new peak."),
            translate("Lecture", "It is cropped elsewhere than in the step before, so the peak starts elsewhere too."),
        ),
        _drawing(lesson.mirror, geometry, _end(lesson)),
        _distances(lesson.mirror),
    )


def _end(lesson: MirrorLesson) -> float:
    """Return the end of the axis of distances, the same for both moves."""
    peaks = (peak for test in (lesson.shift, lesson.mirror) for peak in (test.own, test.twin) if peak.inside)
    return max(LEAST_END, *(peak.distance for peak in peaks))


def _drawing(test: MirrorTest, geometry: MapGeometry, end: float) -> RowItem:
    peaks = (test.own, test.twin)
    before = tuple(_point(geometry, peak.before, TONES[peak.network]) for peak in peaks)
    rings = tuple(_point(geometry, peak.expected, TONES[peak.network], True) for peak in peaks if peak.inside)
    after = tuple(_point(geometry, peak.after, TONES[peak.network]) for peak in peaks)
    bars = tuple(
        Bar(network_title(peak.network), peak.distance if peak.inside else nan, _told(peak), TONES[peak.network])
        for peak in peaks
    )
    return RowItem(
        (
            PictureItem(test.before, translate("Lecture", "Before"), points=before),
            SignItem("→"),
            PictureItem(test.after, translate("Lecture", "After"), points=(*rings, *after)),
            BarsItem(
                bars, translate("Lecture", "Cells from the ring (0: exactly there): a short bar is good"), end=end
            ),
        )
    )


def _told(peak: MovedPeak) -> str:
    if not peak.inside:
        return translate("Lecture", "its place left the picture")
    words = (
        translate("Lecture", "{count} cells, follows") if peak.follows else translate("Lecture", "{count} cells, lost")
    )
    return words.format(count=number(peak.distance, 1))


def _point(geometry: MapGeometry, cell: tuple[float, float], tone: Tone, hollow: bool = False) -> Point:
    row, column = ((geometry.centre(at) + 0.5) / geometry.input_size for at in cell)
    return Point(float(column), float(row), tone, hollow)


def _distances(test: MirrorTest) -> str:
    words = translate(
        "Lecture",
        "Filter {number}: cell ({row}, {column}), should be ({to_row}, {to_column}), is ({is_row}, {is_column})",
    )
    return " · ".join(
        words.format(
            number=peak.filter,
            row=number(peak.before[0], 0),
            column=number(peak.before[1], 0),
            to_row=number(peak.expected[0], 1),
            to_column=number(peak.expected[1], 1),
            is_row=number(peak.after[0], 0),
            is_column=number(peak.after[1], 0),
        )
        for peak in (test.own, test.twin)
    )


def _shares(lesson: MirrorLesson) -> Step:
    moves = (("shift", translate("Lecture", "Moved")), ("mirror", translate("Lecture", "Mirrored")))
    bars = tuple(
        Bar(f"{name} · {network_title(network)}", share, percent(share), TONES[network])
        for move, name in moves
        for network in TONES
        if (share := lesson.shares[move, network]) is not None
    )
    sentences = (
        translate("Lecture", "One picture proves little, so this was done with all test pictures and all filters."),
        translate("Lecture", "The bars say how often the peak went where its content went."),
    )
    if not bars:
        sentences = (translate("Lecture", "This run was not tested over all pictures."), sentences[1])
    return Step(
        translate("Lecture", "Over all pictures"),
        sentences,
        BarsItem(bars, end=1.0) if bars else None,
        _own_shares(lesson),
    )


def _own_shares(lesson: MirrorLesson) -> str:
    words = translate("Lecture", "Filter {number} alone: moved {shift}, mirrored {mirror}")
    return " · ".join(
        words.format(
            number=peak.filter,
            shift=percent(lesson.filter_shares["shift", peak.network]),
            mirror=percent(lesson.filter_shares["mirror", peak.network]),
        )
        for peak in (lesson.shift.own, lesson.shift.twin)
    )
