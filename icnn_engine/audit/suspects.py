"""The pictures of a run that are likely wrong, and why: a label, a copy, a picture without its category's parts, or
one that is unlike the training pictures. No torch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

import numpy as np

from icnn_engine.audit.novelty import novelties
from icnn_engine.audit.part_states import PartState, PartStates, part_states
from icnn_engine.audit.picture_features import picture_features, tied_pictures
from icnn_engine.audit.wrong_labels import JudgedLabels, judged_labels
from icnn_engine.core.events import Operation, drain
from icnn_engine.data.copies import sharing
from icnn_engine.data.grouping import connected_groups
from icnn_engine.runs.run_folder import Run, RunFilter, RunKey


class SuspectKind(StrEnum):
    """Why a picture is suspect, in the order in which suspects are listed."""

    COPY = "copy"  # the same picture has another label elsewhere
    LABEL = "label"  # it looks like another category
    OUTLIER = "outlier"  # none of its category's parts is seen
    UNLIKE = "unlike"  # it is unlike the training pictures


KINDS = tuple(SuspectKind)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A picture of a run, by number, that is likely wrong.

    `score`: of its kind, 0..1, higher is more suspect. `category`: its label, and `likelier`: the most probable other
    one, both by number, -1 for the background; `probability`: of that one, 0..1, by pictures other than this, nan where
    nothing else is known. `confident`: whether confident learning counts the label as wrong. `missing`: parts of its
    category that are absent, `seen`: parts of the likelier category that are present, by number from 0. `copies`: the
    same picture with other labels.
    """

    picture: int
    kind: SuspectKind
    score: float
    category: int
    likelier: int
    probability: float
    confident: bool
    missing: tuple[int, ...] = ()
    seen: tuple[int, ...] = ()
    copies: tuple[int, ...] = ()


def suspects(run: Run) -> tuple[Suspect, ...]:
    """Return the suspect pictures of a run as `find_suspects` does; computed once for a run."""
    return _suspects(RunKey.of(run), run.filters)


@lru_cache(maxsize=4)
def _suspects(key: RunKey, _filters: tuple[RunFilter, ...]) -> tuple[Suspect, ...]:
    return drain(find_suspects(key.run))


def labels_likely_wrong(found: Iterable[Suspect]) -> int:
    """Return how many labels are wrong by the estimate of confident learning."""
    return sum(suspect.confident for suspect in found)


def find_suspects(run: Run) -> Operation[tuple[Suspect, ...]]:
    """Find the suspect pictures of a run: a few seconds for 1500 pictures.

    A picture with several reasons is of the first kind that fits. Labels are judged by `judged_labels` on
    `picture_features`; suspect are those to which another label is more probable.

    Yields
    ------
    Progress
        One for each of a few steps.

    Returns
    -------
    tuple of Suspect
        Each picture once, by kind and score.

    Raises
    ------
    RunError
        An array of the run cannot be read.
    """
    judged = yield from _judged(run)
    states = part_states(run)
    first: dict[int, Suspect] = {}
    for found in (_copies(run), _labels(judged), _outliers(run, judged, states), _unlike(run)):
        for picture, kind, score, copies in found:
            one = Suspect(picture, kind, score, run.pictures[picture].label, -1, float("nan"), False, copies=copies)
            first.setdefault(picture, _explained(one, run, judged, states))
    return tuple(sorted(first.values(), key=lambda one: (KINDS.index(one.kind), -one.score, one.picture)))


Found = Iterator[tuple[int, SuspectKind, float, tuple[int, ...]]]  # picture, kind, score, copies


def _judged(run: Run) -> Operation[JudgedLabels | None]:
    """Return the labels as judged by other pictures, the background's last; None where all are the same."""
    labels = np.array([picture.label for picture in run.pictures])
    labels = np.where(labels < 0, len(run.categories), labels)
    if len(np.unique(labels)) < 2:
        return None
    return (yield from judged_labels(picture_features(run), labels, tied_pictures(run)))


def _explained(one: Suspect, run: Run, judged: JudgedLabels | None, states: PartStates) -> Suspect:
    """Return a suspect with the likelier category and the parts that speak for it."""
    likelier, probability, confident = -1, float("nan"), False
    if judged is not None:
        number = int(judged.likelier[one.picture])
        likelier = number if number < len(run.categories) else -1
        probability = float(judged.probabilities[one.picture, number])
        confident = bool(judged.confident[one.picture])
    parts = zip(states.groups, states.categories, states.states[PartState.PRESENT][one.picture], strict=True)
    return replace(
        one,
        likelier=likelier,
        probability=probability,
        confident=confident,
        missing=states.missing(one.picture, one.category),
        seen=tuple(group for group, category, present in parts if present and category == likelier >= 0),
    )


def _copies(run: Run) -> Found:
    """Yield the pictures of which a copy has another label."""
    number = {picture.name: i for i, picture in enumerate(run.pictures)}
    near = [[number[name] for name in group if name in number] for group in run.info["data"].get("contradictions", ())]
    together: defaultdict[int, set[int]] = defaultdict(set)
    pairs = [
        *((group[0], other) for group in near for other in group[1:]),
        *sharing((p.digest,) for p in run.pictures),
    ]
    for group in connected_groups(len(run.pictures), pairs):
        for i in group:
            together[i] = {j for j in group if run.pictures[j].label != run.pictures[i].label}
    yield from ((i, SuspectKind.COPY, 1.0, tuple(sorted(others))) for i, others in together.items() if others)


def _labels(judged: JudgedLabels | None) -> Found:
    """Yield the pictures to which another label is more probable."""
    if judged is not None:
        rows = np.flatnonzero(judged.margin > 0).tolist()
        yield from ((i, SuspectKind.LABEL, float(judged.margin[i]), ()) for i in rows)


def _outliers(run: Run, judged: JudgedLabels | None, states: PartStates) -> Found:
    """Yield the pictures of a category in which none of its parts is seen, and whose label is less probable than that
    of most of its pictures: half of a category may turn away, and are none the worse for it."""
    absent, labels = states.states[PartState.ABSENT], np.array([picture.label for picture in run.pictures])
    doubt = np.ones(len(labels)) if judged is None else np.where(judged.given < judged.usual, 1 - judged.given, 0)
    for category in set(states.categories):
        own = [k for k, of in enumerate(states.categories) if of == category]
        rows = np.flatnonzero((labels == category) & absent[:, own].all(1) & (doubt > 0)).tolist()
        yield from ((i, SuspectKind.OUTLIER, float(doubt[i]), ()) for i in rows)


def _unlike(run: Run) -> Found:
    """Yield the pictures of a category that are unlike the training pictures; a background may hold anything."""
    for picture, novelty in enumerate(novelties(run) or ()):
        if novelty.unlike and run.pictures[picture].positive:
            yield picture, SuspectKind.UNLIKE, 1 - novelty.as_unlike, ()
