"""What forbidding a region changed, in numbers with 95 % intervals, before and after. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import isfinite
from typing import Any

import numpy as np

from icnn_engine import metrics
from icnn_engine.audit.forbidden_regions import ForbiddenRegions
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.inspection.conversion_figures import agreement_of
from icnn_engine.metrics import Interval
from icnn_engine.metrics.uncertainty import Statistic, balanced_accuracy_statistic, mean_statistic
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run

Both = Mapping[str, np.ndarray]  # probabilities (M, K) of the answer `before` and `after`


@dataclass(frozen=True, eq=False)
class ForbiddenAnswers:
    """Answers to edited test pictures. `having`: indices of pictures with the region, their answers `whole` and with it
    `covered`; `lacking`: of pictures without it, their answers `plain` and with it `pasted`."""

    having: np.ndarray
    lacking: np.ndarray
    whole: Both
    covered: Both
    plain: Both
    pasted: Both


def forbidden_info(
    run: Run,
    regions: ForbiddenRegions,
    answers: np.ndarray,
    tested: ForbiddenAnswers,
    adds: Mapping[str, np.ndarray],
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
        Answers to edited test pictures.
    adds
        Of each answer (F,), what each filter adds to the logit of its category.

    Returns
    -------
    dict
        `of`, `title`, `group`, `filters`, `pictures` (number of training pictures with the region); intervals of
        `accuracy` (balanced), of the share of right answers on pictures with the region (`having`) and without
        (`lacking`), and of the mean change of a probability when the region is `covered` or `pasted`, each `before`,
        `after` and `difference`; `agreement`; `adds`: by part, before and after.
    """
    test = side_rows(run, "test")
    labels = np.array([picture.label for picture in run.pictures])
    inside = np.isin(test, list(regions.boxes))
    right = {
        name: predicted_by(run, each[test]) == labels[test]
        for name, each in (("before", run.answers(NetworkName.INTERPRETABLE)), ("after", answers))
    }
    named = {name: predicted_by(run, each) for name, each in (("b", run.answers()[test]), ("a", answers[test]))}
    told: dict[str, Any] = {
        "of": run.name,
        "title": regions.title,
        "group": regions.group,
        "filters": list(regions.filters),
        "pictures": sum(run.pictures[row].side == "train" for row in regions.boxes),
        "tested": len(test),
        "tested_having": int(inside.sum()),
        "accuracy": _paired(labels[test], {n: balanced_accuracy_statistic(r, labels[test]) for n, r in right.items()}),
        "agreement": _known(agreement_of(named["a"] == named["b"], labels[test])),
    }
    for name, rows in (("having", inside), ("lacking", ~inside)):
        if rows.any():
            shares = {n: mean_statistic(r[rows].astype(float)) for n, r in right.items()}
            told[name] = _paired(labels[test][rows], shares)
    for name, rows, plain, changed in (
        ("covered", tested.having, tested.whole, tested.covered),
        ("pasted", tested.lacking, tested.plain, tested.pasted),
    ):
        if len(rows):
            change = {n: mean_statistic(np.abs(changed[n] - plain[n]).mean(1)) for n in plain}
            told[name] = _paired(labels[rows], change)
    return told | {"adds": _adds(run, adds)}


def _adds(run: Run, adds: Mapping[str, np.ndarray]) -> list[dict[str, float]]:
    """Return what each part adds before and after; filters of no part are the last row, group -1."""
    before, after = adds["before"], adds["after"]
    groups = np.array([f.group for f in run.filters])
    numbers = [*range(groups.max() + 1), -1]
    return [
        {"group": n, "before": float(before[groups == n].sum()), "after": float(after[groups == n].sum())}
        for n in numbers
        if (groups == n).any()
    ]


def _paired(kinds: np.ndarray, statistics: Mapping[str, Statistic]) -> dict[str, dict[str, float]]:
    drawn = metrics.bootstrap([metrics.Sample(kinds, statistics)])
    found = {name: _known(metrics.interval(drawn[name])) for name in statistics}
    return found | {"difference": _known(metrics.difference(drawn["after"], drawn["before"]))}


def _known(interval: Interval) -> dict[str, float]:
    return {name: float(value) for name, value in asdict(interval).items() if isfinite(value)}
