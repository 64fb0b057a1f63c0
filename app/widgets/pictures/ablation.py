"""Effects of switching off filters or masks of the interpretable network, as numbers and in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from icnn_engine import metrics
from icnn_engine.core.config import SHUFFLED, answers_through_masks
from icnn_engine.core.number_words import as_printed, chance_of, percent, signed
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.look import Look
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run

if TYPE_CHECKING:
    from icnn_engine.inspection.explainers import AnyExplainer

MOST = 8  # kinds of pictures listed one by one


@dataclass(frozen=True, slots=True)
class AblationRequest:
    """Filters to switch off, by their numbers, or all masks. `name`: the same in words."""

    name: str
    filters: tuple[int, ...] = ()
    masks: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A share of right answers before and after; 0..1."""

    name: str
    before: float
    after: float

    @property
    def points(self) -> float:
        """The change in percentage points, of the values as they are printed."""
        return 100 * (as_printed("accuracy", self.after) - as_printed("accuracy", self.before))


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """The log-odds of an answer about a category, before and after."""

    category: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class AblationResult:
    """Changes of the balanced accuracy on `tested` test pictures, of the share of right answers per kind of picture,
    and of the answer to the picture on show about the category asked."""

    off: AblationRequest
    balanced: Change
    kinds: tuple[Change, ...]
    picture: AnswerChange
    tested: int


def ablate(explainer: AnyExplainer, look: Look, off: AblationRequest) -> AblationResult:
    """Run the network with and without the filters or masks of `off` (thread-safe)."""
    run = explainer.run
    held_out = [i for i, picture in enumerate(run.pictures) if picture.side == "test"]
    test = np.array(held_out, dtype=np.int64) if held_out else pictures_of(run)
    before = _confusion(run, test, explainer.switched(test))
    after = _confusion(run, test, explainer.switched(test, off.filters, not off.masks))
    kinds = zip((*run.categories, tr("background")), before.recalls, after.recalls, strict=True)
    asked = run.categories.index(look.asked)
    answers = [explainer.log_odds_of(look), explainer.log_odds_of(look, off.filters, not off.masks)]
    return AblationResult(
        off,
        Change(tr("Balanced accuracy"), before.balanced_accuracy, after.balanced_accuracy),
        tuple(Change(name, float(a), float(b)) for name, a, b in kinds if np.isfinite(a)),
        AnswerChange(look.asked, *(float(answer[asked]) for answer in answers)),
        len(test),
    )


def _confusion(run: Run, pictures: np.ndarray, answers: np.ndarray) -> metrics.Confusion:
    """Count answers; a network for one category with shuffled negatives may answer 'none', though no picture shows
    that."""
    labels = np.array([run.pictures[i].label for i in pictures])
    named = predicted_by(run, answers)
    return metrics.confusion(named, labels, len(run.categories))


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate("AblationResult", text)


def choices(run: Run, filter_index: int) -> dict[str, AblationRequest]:
    """Return what can be switched off with a filter of the interpretable network chosen: the filter; its part, if it
    holds one; the masks, if the answer passes through them."""
    requests = {"filter": AblationRequest(tr("filter {number}").format(number=filter_index), (filter_index,))}
    group = run.filters[filter_index].group
    if group >= 0:
        part = tuple(filter.index for filter in run.filters if filter.group == group)
        words = tr("part {number} (1 filter)") if len(part) == 1 else tr("part {number} ({count} filters)")
        requests["part"] = AblationRequest(words.format(number=group + 1, count=len(part)), part)
    if answers_through_masks(run.settings):
        requests["masks"] = AblationRequest(tr("all masks"), masks=True)
    return requests


def points(change: float) -> str:
    """Return '−2.0 points' or 'no change'."""
    if abs(change) < 0.05:
        return tr("no change")
    return tr("{change:+.1f} points").format(change=change).replace("-", "−")


def sentences(run: Run, result: AblationResult) -> tuple[str, str]:
    """Return a sentence about the picture on show, and one about the test pictures."""
    picture, balanced = result.picture, result.balanced
    here = tr("This picture: {category} {before} → {after}. The sum that is the answer changes by {change}.").format(
        category=picture.category,
        before=chance_of(picture.before),
        after=chance_of(picture.after),
        change=signed(picture.after - picture.before),
    )
    words = tr("With {what} off, on {count} test pictures: balanced accuracy {before} → {after} ({change}).")
    if run.info.get("background") == SHUFFLED:
        words = tr("With {what} off, on {count} test pictures: {before} → {after} answered rightly ({change}).")
    tested = words.format(
        what=result.off.name,
        count=result.tested,
        before=percent(balanced.before),
        after=percent(balanced.after),
        change=points(balanced.points),
    )
    note = tr("The network was not trained for answering without masks.") if result.off.masks else ""
    return here, f"{tested} {note}".rstrip()


def most_changed(kinds: Collection[Change]) -> tuple[tuple[Change, ...], str]:
    """Return the kinds of pictures that change most, in their order, and a sentence about the others."""
    by_size = sorted(kinds, key=lambda kind: -abs(kind.points))
    shown, others = by_size[:MOST], by_size[MOST:]
    rest = ""
    if others:
        words = tr("{count} more change by at most {change:.1f} points.")
        rest = words.format(count=len(others), change=abs(others[0].points))
    return tuple(kind for kind in kinds if kind in shown), rest
