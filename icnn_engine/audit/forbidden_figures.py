"""What forbidding a region changed, in numbers with 95 % intervals, before and after. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite
from typing import Any, Literal, get_args

import numpy as np

from icnn_engine import metrics
from icnn_engine.audit.forbidden_regions import ForbiddenRegions
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.inspection.conversion_figures import agreement_of
from icnn_engine.inspection.predictions import verdicts_of
from icnn_engine.metrics import Interval
from icnn_engine.metrics.uncertainty import Statistic, balanced_accuracy_statistic, mean_statistic
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run

Edit = Literal["covered", "elsewhere", "pasted", "filled", "stray", "stray_filled"]
EDITS: tuple[Edit, ...] = get_args(Edit)
When = Literal["before", "after"]


def forbidden_info(
    run: Run,
    regions: ForbiddenRegions,
    answers: np.ndarray,
    tested: np.ndarray,
    edited: Mapping[When, Mapping[str, np.ndarray]],
    adds: Mapping[When, np.ndarray],
) -> dict[str, Any]:
    """Return what run.toml keeps of forbidding a region.

    Parameters
    ----------
    run
        The original.
    regions
        What is forbidden.
    answers
        (N, K) probabilities of the new answer for all pictures.
    tested
        (P,) indices of test pictures that were edited.
    edited
        Probabilities (P, K) by the answer before and after for these: as they are (`whole`); with the region `covered`;
        with another one of its size covered (`elsewhere`); with the region of another picture `pasted` into them; with
        the same one after it was covered there (`filled`); and the last two with another region of that picture
        (`stray`, `stray_filled`).
    adds
        Of each answer (F,), what each filter adds to the logit of its category.

    Returns
    -------
    dict
        `of`, `title`, `group`, `filters`, `pictures` (number of training pictures with the region); intervals of
        `accuracy` (balanced), of the share of right answers on pictures with the region (`having`) and without
        (`lacking`), of the probability of the answer given (`sure`), and of the mean change of a probability when the
        region is `covered`, when another one is (`elsewhere`), by what is in the region when it is `pasted`, and by
        what is in another one (`stray`), and how much more that of the region is (`excess`), each `before`, `after` and
        `difference`; the same of the balanced accuracy with the region covered (`covered_accuracy`), and there of the
        share of right answers to each kind (`recalls`); `agreement`; `adds`: by part, before and after.
    """
    test = side_rows(run, "test")
    labels = np.array([picture.label for picture in run.pictures])
    inside = np.isin(test, list(regions.boxes))
    answered: dict[When, np.ndarray] = {"before": run.answers(NetworkName.INTERPRETABLE), "after": answers}
    named = {when: predicted_by(run, each[test]) for when, each in answered.items()}
    right = {when: each == labels[test] for when, each in named.items()}
    told: dict[str, Any] = {
        "of": run.name,
        "title": regions.title,
        "group": regions.group,
        "filters": list(regions.filters),
        "pictures": sum(run.pictures[row].side == "train" for row in regions.boxes),
        "tested": len(test),
        "tested_having": int(inside.sum()),
        "accuracy": _paired(labels[test], {n: balanced_accuracy_statistic(r, labels[test]) for n, r in right.items()}),
        "agreement": _known(agreement_of(named["before"] == named["after"], labels[test])),
    }
    for name, rows in (("having", inside), ("lacking", ~inside)):
        if rows.any():
            told[name] = _recall(rows, right)
    kinds, shown = labels[tested], np.isin(tested, list(regions.boxes))
    told["sure"] = _paired(kinds, {n: mean_statistic(verdicts_of(run, own["whole"])[1]) for n, own in edited.items()})
    everywhere = np.ones(len(tested), bool)
    for name, plain, rows in (
        ("covered", "whole", shown),
        ("elsewhere", "whole", shown),
        ("pasted", "filled", everywhere),
        ("stray", "stray_filled", everywhere),
    ):
        if rows.any():
            change = {when: _change(own, name, plain)[rows] for when, own in edited.items()}
            told[name] = _paired(kinds[rows], {when: mean_statistic(own) for when, own in change.items()})
    excess = {
        when: _change(own, "pasted", "filled") - _change(own, "stray", "stray_filled") for when, own in edited.items()
    }
    told["excess"] = _paired(kinds, {when: mean_statistic(own) for when, own in excess.items()})
    return (
        told
        | _covered_accuracy(run, kinds, {when: own["covered"] for when, own in edited.items()})
        | {"adds": _adds(run, adds)}
    )


def _covered_accuracy(run: Run, labels: np.ndarray, covered: Mapping[When, np.ndarray]) -> dict[str, Any]:
    """Return the balanced accuracy where the region is covered, and the share of right answers to each kind: what is
    won or lost without the region, which the pictures as they are do not show if all of them have it."""
    right = {when: predicted_by(run, own) == labels for when, own in covered.items()}
    told: dict[str, Any] = {
        "covered_accuracy": _paired(labels, {n: balanced_accuracy_statistic(r, labels) for n, r in right.items()})
    }
    titles = [*run.categories, "background"]
    told["recalls"] = [{"kind": titles[kind], **_recall(labels == kind, right)} for kind in np.unique(labels).tolist()]
    return told


def _recall(rows: np.ndarray, right: Mapping[When, np.ndarray]) -> dict[str, dict[str, float]]:
    """Return the share of right answers before and after to some pictures (P,), with Wilson's intervals: a bootstrap
    has no width where all answers are right."""
    shares = {when: mean_statistic(own[rows].astype(float)) for when, own in right.items()}
    told: dict[str, dict[str, float]] = _paired(np.zeros(int(rows.sum()), int), shares)
    for when, own in right.items():
        told[when] = _known(metrics.share_interval(int(own[rows].sum()), int(rows.sum())))
    return told


def _change(answers: Mapping[str, np.ndarray], edit: str, plain: str) -> np.ndarray:
    """Return (P,), the change of a probability from one edit to the other, mean over the answers."""
    change: np.ndarray = np.abs(answers[edit] - answers[plain]).mean(1)
    return change


def _adds(run: Run, adds: Mapping[When, np.ndarray]) -> list[dict[str, float]]:
    """Return what each part adds before and after; filters of no part are the last row, group -1."""
    before, after = adds["before"], adds["after"]
    groups = np.array([f.group for f in run.filters])
    numbers = [*range(groups.max() + 1), -1]
    return [
        {"group": n, "before": float(before[groups == n].sum()), "after": float(after[groups == n].sum())}
        for n in numbers
        if (groups == n).any()
    ]


def _paired(kinds: np.ndarray, statistics: Mapping[Any, Statistic]) -> dict[str, dict[str, float]]:
    drawn = metrics.bootstrap([metrics.Sample(kinds, statistics)])
    found = {name: _known(metrics.interval(drawn[name])) for name in statistics}
    return found | {"difference": _known(metrics.difference(drawn["after"], drawn["before"]))}


def _known(interval: Interval) -> dict[str, float]:
    return {name: float(value) for name, value in asdict(interval).items() if isfinite(value)}
