"""What changes when filters or masks of the interpretable network are switched off, worked out and in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from icnn_engine import metrics
from icnn_engine.core.config import NONE, SHUFFLED, answers_through_masks
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.look import Look
from icnn_engine.runs.run_folder import Run

if TYPE_CHECKING:
    from icnn_engine.inspection.explainer import Explainer

MOST = 8  # kinds of pictures told one by one


@dataclass(frozen=True, slots=True)
class AblationRequest:
    """What is switched off: filters by their numbers, or all masks. `name`: in words."""

    name: str
    filters: tuple[int, ...] = ()
    masks: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A share of right answers, or an answer, before and after; 0..1."""

    name: str
    before: float
    after: float

    @property
    def points(self) -> float:
        """The change in percentage points."""
        return 100 * (self.after - self.before)


@dataclass(frozen=True, slots=True)
class AblationResult:
    """What switching off changes: balanced accuracy on the test pictures, the share of right answers of each kind of
    picture, and the answer to the picture on show about the category asked."""

    off: AblationRequest
    balanced: Change
    kinds: tuple[Change, ...]
    picture: Change
    tested: int


def ablate(explainer: Explainer, look: Look, off: AblationRequest) -> AblationResult:
    """Ask the network with and without what is switched off. Any thread may call it."""
    run = explainer.run
    test = np.array([i for i, picture in enumerate(run.pictures) if picture.side == "test"], dtype=np.int64)
    test = test if len(test) else pictures_of(run)
    before = _judged(run, test, explainer.switched(test))
    after = _judged(run, test, explainer.switched(test, off.filters, not off.masks))
    named = zip((*run.categories, tr("background")), before.recalls, after.recalls, strict=True)
    asked = run.categories.index(look.asked)
    maps = look.maps[None]
    answers = [explainer.answered(maps), explainer.answered(maps, off.filters, not off.masks)]
    return AblationResult(
        off,
        Change(tr("Balanced accuracy"), before.balanced_accuracy, after.balanced_accuracy),
        tuple(Change(name, float(a), float(b)) for name, a, b in named if np.isfinite(a)),
        Change(look.asked, *(float(answer[0, asked]) for answer in answers)),
        len(test),
    )


def _judged(run: Run, pictures: np.ndarray, answers: np.ndarray) -> metrics.Confusion:
    """Right and wrong answers; a network with shuffled negatives may say 'none', though no picture shows that."""
    labels = np.array([run.pictures[i].label for i in pictures])
    named = metrics.predicted(answers, run.settings.loss, run.info.get("background") != NONE)
    return metrics.confusion(named, labels, len(run.categories))


def tr(text: str) -> str:
    """A text in the user's language."""
    return QCoreApplication.translate("AblationResult", text)


def choices(run: Run, filter_index: int) -> dict[str, AblationRequest]:
    """What can be switched off with a filter of the interpretable network chosen; masks only where the answer passes
    through them."""
    one = run.filters[filter_index]
    found = {"filter": AblationRequest(tr("filter {number}").format(number=filter_index), (filter_index,))}
    if one.group >= 0:
        part = tuple(f.index for f in run.filters if f.group == one.group)
        words = tr("part {number} (1 filter)") if len(part) == 1 else tr("part {number} ({count} filters)")
        found["part"] = AblationRequest(words.format(number=one.group + 1, count=len(part)), part)
    if answers_through_masks(run.settings):
        found["masks"] = AblationRequest(tr("all masks"), masks=True)
    return found


def points(change: float) -> str:
    """'−2.0 points', 'no change'."""
    if abs(change) < 0.05:
        return tr("no change")
    return tr("{change:+.1f} points").format(change=change).replace("-", "−")


def sentences(run: Run, found: AblationResult) -> tuple[str, str]:
    """What happens to the picture on show, and to the test pictures."""
    picture = tr("This picture: {category} {before:.0%} → {after:.0%} ({change}).").format(
        category=found.picture.name,
        before=found.picture.before,
        after=found.picture.after,
        change=points(found.picture.points),
    )
    words = tr("With {what} off, on {count} test pictures: balanced accuracy {before:.1%} → {after:.1%} ({change}).")
    if run.info.get("background") == SHUFFLED:
        words = tr("With {what} off, on {count} test pictures: {before:.1%} → {after:.1%} answered rightly ({change}).")
    balanced = found.balanced
    tested = words.format(
        what=found.off.name,
        count=found.tested,
        before=balanced.before,
        after=balanced.after,
        change=points(balanced.points),
    )
    note = tr("The network was not trained for answering without masks.") if found.off.masks else ""
    return picture, " ".join(filter(None, (tested, note)))


def most_changed(kinds: Collection[Change]) -> tuple[tuple[Change, ...], str]:
    """The kinds of pictures that change most, in their order, and how many are left out."""
    shown = sorted(kinds, key=lambda kind: -abs(kind.points))[:MOST]
    left = len(kinds) - len(shown)
    rest = tr("{count} more change by at most {change:.1f} points.")
    most = max((abs(kind.points) for kind in kinds if kind not in shown), default=0.0)
    return tuple(kind for kind in kinds if kind in shown), rest.format(count=left, change=most) if left else ""
