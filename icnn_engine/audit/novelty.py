"""How unlike the training pictures of a run a picture is, and whether its answer is to be trusted. No torch.

The score compares a picture with the held-out pictures to which the same answer is right, in two ways: how unsure the
answer is, and how far its features lie from the training pictures of what is answered (Mahalanobis distance; Lee et al.
2018).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Side
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import BLOCK, side_rows
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.predictions import verdicts_of
from icnn_engine.inspection.run_verdict import labels_of
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.network_words import trained_networks
from icnn_engine.runs.run_folder import Run, RunKey

COVERAGE = 0.95  # of the held-out pictures that are answered rightly count as known
LEAST = 19  # held-out pictures with one right answer, so that 1 in 20 can be told; of fewer, those of all answers count
TRAINED = 20  # training pictures below which nothing is said
CERTAIN = 1e-6  # answers nearer to 0 or 1 are not told apart
HELD_OUT: tuple[Side, ...] = ("test", "choose")
CHOSEN: tuple[Side, ...] = ("choose",)
DIGITS = 4  # after the point: what is equal but for rounding counts as equal
OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@dataclass(frozen=True, slots=True)
class Novelty:
    """How unlike the training pictures a picture is.

    Each is a share (0..1) of the held-out pictures to which the same answer is right: `as_unsure`, that are answered as
    unsurely or more so; `as_far`, that lie as far from the training pictures of that answer; `as_unlike`, as unlike by
    both. `coverage`: the share of these held-out pictures that counts as known.
    """

    as_unlike: float
    as_unsure: float
    as_far: float
    coverage: float = COVERAGE

    @property
    def unlike(self) -> bool:
        """Whether the picture is so unlike the training pictures that its answer should not be trusted."""
        return self.as_unlike <= 1 - self.coverage + 1e-9

    def as_dict(self) -> dict[str, float | bool]:
        """Return plain values, fit for JSON."""
        return {name: getattr(self, name) for name in ("unlike", "as_unlike", "as_unsure", "as_far", "coverage")}


@dataclass(frozen=True, eq=False)
class Abstention:
    """What is gained by not answering on pictures that are unlike the training pictures, on the test pictures.

    `by_score`, `by_probability`: accuracy against coverage, where the most unlike pictures are left out first, and
    where those of the least probable answers are. `tested` pictures, `unlike` of them; `wrong` of all answers,
    `unlike_wrong` of those to unlike pictures. They are compared with the side `choose` alone, since whether a test
    picture is answered rightly must not decide what it is compared with.
    """

    by_score: metrics.CoverageCurve
    by_probability: metrics.CoverageCurve
    coverage: float
    tested: int
    unlike: int
    wrong: int
    unlike_wrong: int

    @property
    def known_share(self) -> float:
        """The share of the test pictures that count as known."""
        return 1 - self.unlike / self.tested


@dataclass(frozen=True, eq=False)
class _Asked:
    """Pictures to compare: what is answered (P,), how unsurely (P,), features (P, D), and which are held out (P,)."""

    named: np.ndarray
    doubt: np.ndarray
    features: np.ndarray
    held: np.ndarray


@dataclass(frozen=True, eq=False)
class _Reference:
    """What pictures are compared with: the mean features (C, D) of the training pictures with each of the C `labels`,
    what makes their spread within these even (D, D); the held-out pictures (H,) that are answered rightly, by index,
    and what is answered, how unsurely, and how far they lie, (H,) each."""

    labels: np.ndarray
    means: np.ndarray
    even: np.ndarray
    rows: np.ndarray
    named: np.ndarray
    doubt: np.ndarray
    far: np.ndarray


def novelty_of(run: Run, look: Look, coverage: float = COVERAGE) -> Novelty | None:
    """Return how unlike the training pictures any picture is, from what the networks of the run see in it; None where
    the run has too few training or held-out pictures to tell."""
    reference = _reference(RunKey.of(run), HELD_OUT)
    if reference is None or (look.trunk is not None) != run.sees_stored_trunk:
        return None
    answers = {OWN: look.answers[None], TWIN: look.twin_answers[None]}
    maps = {OWN: look.maps[None], TWIN: look.twin_maps[None]}
    features = (
        _even_root(look.trunk[None]) if look.trunk is not None else _of_maps(maps[n] for n in trained_networks(run))
    )
    held = np.isin([-1 if look.picture is None else look.picture], reference.rows)
    unlike, unsure, far = _shares(reference, _Asked(*_named_and_doubt(run, answers), features, held))
    return Novelty(float(unlike[0]), float(unsure[0]), float(far[0]), coverage)


def novelties(run: Run, coverage: float = COVERAGE) -> tuple[Novelty, ...] | None:
    """Return the same of every picture of the run, in its order, from what is stored. Raises RunError."""
    found = _stored_shares(RunKey.of(run), HELD_OUT)
    if found is None:
        return None
    return tuple(Novelty(float(unlike), float(unsure), float(far), coverage) for unlike, unsure, far in found)


def abstention(run: Run, coverage: float = COVERAGE) -> Abstention | None:
    """Return what is gained by not answering on unlike pictures; None where that cannot be told (fewer than `LEAST`
    right answers on the side `choose`), or nothing was tested. Raises RunError."""
    stored, rows = _stored_shares(RunKey.of(run), CHOSEN), side_rows(run, "test")
    if stored is None or not len(rows):
        return None
    named, probability, _margin = verdicts_of(run, run.answers()[rows])
    right, score = named == labels_of(run)[rows], -stored[rows, 0]
    unlike = stored[rows, 0] <= 1 - coverage + 1e-9
    return Abstention(
        metrics.coverage_curve(score, right),
        metrics.coverage_curve(-probability, right),
        coverage,
        len(rows),
        int(unlike.sum()),
        int((~right).sum()),
        int((~right & unlike).sum()),
    )


@lru_cache(maxsize=8)
def _stored_shares(key: RunKey, sides: tuple[Side, ...]) -> np.ndarray | None:
    """Return as_unlike, as_unsure and as_far (N, 3) of every picture of a run."""
    reference = _reference(key, sides)
    if reference is None:
        return None
    held = np.isin(np.arange(len(key.run.pictures)), reference.rows)
    answers = {network: key.run.answers(network) for network in trained_networks(key.run)}
    asked = _Asked(*_named_and_doubt(key.run, answers), _stored_features(key.run), held)
    return np.stack(_shares(reference, asked), 1)


@lru_cache(maxsize=8)
def _reference(key: RunKey, sides: tuple[Side, ...]) -> _Reference | None:
    """Return what pictures are compared with: pictures of some sides of the split; None where there are too few."""
    run, labels = key.run, labels_of(key.run)
    train = side_rows(run, "train")
    held = np.flatnonzero([picture.side in sides for picture in run.pictures])
    answers = {network: run.answers(network) for network in trained_networks(run)}
    named, doubt = _named_and_doubt(run, answers)
    held = held[named[held] == labels[held]]
    if len(train) < TRAINED or len(held) < LEAST:
        return None
    features = _stored_features(run)
    kinds = np.unique(labels[train])
    means = np.stack([features[train[labels[train] == kind]].mean(0) for kind in kinds])
    even = _evened(features[train] - means[np.searchsorted(kinds, labels[train])])
    far = _distance(kinds, means, even, named[held], features[held])
    return _Reference(kinds, means, even, held, named[held], doubt[held], far)


def _evened(spread: np.ndarray) -> np.ndarray:
    """Return the matrix (D, D) after which deviations (N, D) spread by 1 in every direction, by the covariance shrunk
    as Ledoit and Wolf (2004) do, of features that each vary by 1."""
    from sklearn.covariance import LedoitWolf

    scale = spread.std(0) + 1e-6
    covariance = LedoitWolf(assume_centered=True).fit(spread / scale).covariance_
    even: np.ndarray = np.linalg.cholesky(np.linalg.inv(covariance + 1e-6 * np.eye(len(scale)))) / scale[:, None]
    return even


def _distance(
    labels: np.ndarray, means: np.ndarray, even: np.ndarray, named: np.ndarray, features: np.ndarray
) -> np.ndarray:
    """Return the distance (P,) of pictures from the training pictures of what is answered; where there are none, from
    the nearest."""
    apart = np.stack([np.linalg.norm((features - mean) @ even, axis=1) for mean in means], 1)
    own = np.searchsorted(labels, named).clip(max=len(labels) - 1)
    known = labels[own] == named
    found: np.ndarray = np.where(known, apart[np.arange(len(named)), own], apart.min(1))
    return np.round(found, DIGITS)


def _shares(reference: _Reference, asked: _Asked) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return as_unlike, as_unsure and as_far of pictures, (P,) each."""
    far = _distance(reference.labels, reference.means, reference.even, asked.named, asked.features)
    unlike, unsure, as_far = (np.empty(len(far)) for _ in range(3))
    for answer in np.unique(asked.named):
        rows = asked.named == answer
        peers = reference.named == answer
        if peers.sum() < LEAST:
            peers[:] = True
        doubts, distances, held = reference.doubt[peers], reference.far[peers], asked.held[rows]
        unsure[rows] = metrics.share_as_high(asked.doubt[rows], doubts, held)
        as_far[rows] = metrics.share_as_high(far[rows], distances, held)
        every = np.ones(len(doubts), bool)
        own = metrics.share_as_high(doubts, doubts, every), metrics.share_as_high(distances, distances, every)
        both = _combined(unsure[rows], as_far[rows])
        unlike[rows] = metrics.share_as_high(both, _combined(*own), held)
    return unlike, unsure, as_far


def _combined(unsure: np.ndarray, far: np.ndarray) -> np.ndarray:
    """Return one score (P,) of two shares (Fisher 1932)."""
    score: np.ndarray = np.round(-np.log(unsure) - np.log(far), DIGITS)
    return score


def _named_and_doubt(run: Run, answers: dict[NetworkName, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return what the interpretable network answers, (P,), and minus the sum of its log-odds over the networks."""
    named = predicted_by(run, answers[OWN])
    doubt = np.zeros(len(named))
    for network in trained_networks(run):
        options = np.asarray(answers[network], np.float64)
        if run.settings.loss == "logistic":
            options = np.column_stack([options, 1 - options.max(1)])  # the background is last
        chance = options[np.arange(len(named)), named].clip(CERTAIN, 1 - CERTAIN)
        doubt -= np.log(chance / (1 - chance))
    return named, np.round(doubt, DIGITS)


def _stored_features(run: Run) -> np.ndarray:
    """Return the features (N, D) of all pictures: those of the trunk; where the trunk was trained further or is not
    kept, of the filters."""
    if run.sees_stored_trunk:
        return _even_root(np.asarray(run.trunk_features(), np.float32))
    return _of_maps(run.maps(network) for network in trained_networks(run))


def _of_maps(networks: Iterable[np.ndarray]) -> np.ndarray:
    """Return the peak and the mean of every map (P, F, n, n) of some networks, (P, D)."""
    found = []
    for maps in networks:
        blocks = (np.asarray(maps[i : i + BLOCK], np.float32) for i in range(0, len(maps), BLOCK))
        found.append(np.concatenate([np.concatenate([m.max((2, 3)), m.mean((2, 3))], 1) for m in blocks]))
    return _even_root(np.concatenate(found, 1))


def _even_root(features: np.ndarray) -> np.ndarray:
    """Return the roots of features with their signs, which are spread less unevenly than the features."""
    clean = np.nan_to_num(np.asarray(features, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    roots: np.ndarray = np.sign(clean) * np.sqrt(np.abs(clean))
    return roots
