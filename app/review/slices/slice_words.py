"""Texts about slices: the lines of the list, conditions, figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.review.slices.read_slices import ReadSlice, ReadSlices
from app.widgets.wording.sides import side_words
from icnn_engine.audit.part_states import OWN, PartState
from icnn_engine.audit.slice_accuracy import SliceAccuracy
from icnn_engine.audit.slice_text import slice_text
from icnn_engine.audit.slices import NONE_OF_THEM, AnswerIs, CategoryIs, Condition, PartIs, SideIs, Slice
from icnn_engine.audit.suspect_words import category_words
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.core.events import NetworkName
from icnn_engine.core.number_words import UNKNOWN, measured_difference, true_minus
from icnn_engine.inspection.verdict_words import interval_words
from icnn_engine.metrics import Interval
from icnn_engine.runs.network_words import is_own, network_title
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run

POINTS = "accuracy"  # differences are told in points


def tr(text: str) -> str:
    """Return a text about slices in the user's language."""
    return QCoreApplication.translate("SliceWords", text)


@dataclass(frozen=True, slots=True)
class SliceRow:
    """A slice in the list. `name`: of a saved one, else empty; `where`: its text as it is shown and read; `sentence`:
    its accuracy."""

    name: str
    where: str
    sentence: str

    @property
    def title(self) -> str:
        """Its name, or its text."""
        return self.name or self.where


def sections(read: ReadSlices, notes: Notes) -> list[tuple[str, list[SliceRow]]]:
    """Return (heading, rows) of the list of slices: saved ones, findings, others that were looked at."""
    saved = [SliceRow(kept.name, line.where, line.remark or accuracy_words(line.accuracy)) for kept, line in read.saved]
    looked = [(one.found, SliceRow("", slice_text(one.slice, notes), accuracy_words(one.accuracy)))
              for one in read.suggested]  # fmt: skip
    found, others = ([row for mark, row in looked if mark is wanted] for wanted in (True, False))
    parts = (
        (tr("Saved"), saved),
        (tr("Found: right less often, beyond luck"), found),
        (tr("Looked at: not beyond luck"), others),
    )
    return [(heading, rows) for heading, rows in parts if rows]


def accuracy_words(accuracy: SliceAccuracy | None) -> str:
    """Return the accuracy of a slice beside that of the rest; empty for none."""
    if accuracy is None:
        return ""
    text = tr("{share} of {count} right, of the rest {rest}")
    inside = accuracy.inside
    return text.format(share=_share(inside.share), count=inside.pictures, rest=_share(accuracy.rest.share))


def figures(run: Run, read: ReadSlice) -> list[tuple[str, str, str]]:
    """Return (title, figure, hint) of what is told of a slice on pictures held out."""
    inside, rest, apart, twin = read.accuracy.inside, read.accuracy.rest, read.accuracy.difference, read.twin.inside
    counted = tr("{right} of {count} right")
    equal = tr("The other pictures of the same categories and sides, weighed as the slice is, with 95 % intervals")
    return [
        (counted.format(right=inside.right, count=inside.pictures), _share(inside.share), tr("In the slice")),
        (tr("The rest"), _share(rest.share), equal),
        (tr("Difference"), _difference(apart), tr("In points, with its 95 % interval")),
        (
            tr("{network}, in the slice").format(network=network_title(run, NetworkName.TWIN)),
            _share(twin.share),
            tr("If it fails on the same pictures, they are hard"),
        ),
    ]


def _share(share: Interval) -> str:
    return interval_words(share) if share.mean == share.mean else UNKNOWN


def _difference(apart: Interval) -> str:
    if apart.mean != apart.mean:
        return UNKNOWN
    ends = [true_minus(f"{100 * end:+.1f}") for end in (apart.low, apart.high)]
    return tr("{value} ({low} to {high})").format(
        value=measured_difference(POINTS, apart.mean), low=ends[0], high=ends[1]
    )


def picture_count(run: Run, read: ReadSlice) -> str:
    """Return how many pictures a slice has, and on which side."""
    count = sum(read.held_out)
    wrong = sum(not right for right, held in zip(read.right, read.held_out, strict=True) if held)
    if is_own(run):
        one = tr("1 picture kept aside, {wrong} answered wrong (framed); {train} by which filters were chosen")
        more = tr("{count} pictures kept aside, {wrong} answered wrong (framed); {train} by which filters were chosen")
    else:
        one = tr("1 picture held out, {wrong} answered wrong (framed); {train} trained on")
        more = tr("{count} pictures held out, {wrong} answered wrong (framed); {train} trained on")
    words = one if count == 1 else more
    return words.format(count=count, wrong=wrong, train=len(read.pictures) - count)


def picture_words(run: Run, picture: int, right: bool) -> str:
    """Return the name of a picture, its category, whether it was trained on, and whether its answer is right."""
    own = run.pictures[picture]
    answer = tr("answered right") if right else tr("answered wrong")
    return f"{own.name}\n{category_words(run, own.label)}, {side_words(run, picture)}, {answer}"


def conditions(read: ReadSlices, notes: Notes) -> list[tuple[Condition | int, str]]:
    """Return what a condition can tell of: (number of a part, which needs a state, or the condition, title)."""
    parts = [(group, part_title(OWN, group, notes)) for group in read.parts]
    names = dict.fromkeys((*(name for name in read.categories if name != AUTO_BACKGROUND), NONE_OF_THEM))
    named = [(CategoryIs(name), tr("Category {name}").format(name=name)) for name in names]
    answers = [(AnswerIs(True), tr("Answered right")), (AnswerIs(False), tr("Answered wrong"))]
    sides = [
        (SideIs("held-out"), tr("Held out")),
        (SideIs("test"), tr("Held out: test")),
        (SideIs("choose"), tr("Held out: chose the epoch")),
        (SideIs("train"), tr("Trained on")),
    ]
    return [*parts, *named, *answers, *sides]


def states() -> dict[PartState, tuple[str, str]]:
    """Return title and meaning of the states of a part. Other pages say “seen” for clear."""
    return {
        PartState.ABSENT: (tr("absent"), tr("absent: the network does not see it, but the picture may show it")),
        PartState.PRESENT: (tr("present"), tr("present: clear (other pages say “seen”) or weak")),
        PartState.WEAK: (tr("weak"), tr("weak: neither clear (other pages say “seen”) nor absent")),
        PartState.ELSEWHERE: (tr("elsewhere"), tr("elsewhere: clear (“seen”), but far from its usual place")),
        PartState.DOUBLED: (tr("doubled"), tr("doubled: clear (“seen”), and once more far from there")),
    }


def condition_text(chosen: Condition | int, state: PartState, notes: Notes) -> str:
    """Return the text of a condition."""
    condition = PartIs(chosen, state) if isinstance(chosen, int) else chosen
    return slice_text(Slice(((condition,),)), notes)
