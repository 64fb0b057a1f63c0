"""Whether a filter holds a part, and which tests it fails, in words. No torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from icnn_engine.core.language import translate
from icnn_engine.metrics import PartTests, holding
from icnn_engine.runs.run_folder import Run, RunFilter

TESTS = ("eligible", "shift", "slope", "mirror", "transplant", "scale", "grounding")


@dataclass(frozen=True, slots=True)
class Reached:
    """Result of a filter in one test: name of the test, value (nan: not measured), threshold in words, whether the
    filter passed (None: not measured)."""

    test: str
    value: float
    mark: str
    passed: bool | None


def not_judged(run: Run) -> tuple[str, ...]:
    """Return a sentence for a run of an earlier version, whose filters were never tested; nothing for another run."""
    if run.judged:
        return ()
    text = translate(
        "Verdicts",
        "The filters of this run were not tested for holding a part and are grouped as an earlier version did: "
        "“partscope measure {run}” tests them.",
    )
    return (text.format(run=run.name),)


def holding_means() -> str:
    """Return a sentence that defines holding a part."""
    return translate(
        "Verdicts",
        "A filter holds a part if its peak stays on the same content when the picture is moved, mirrored or enlarged "
        "and when the crop around it is pasted into another picture, and if that crop alone keeps its strength.",
    )


def tests_of(filters: Sequence[RunFilter]) -> PartTests:
    """Return the results of filters in the tests, (F,) each."""
    numbers = {name: np.array([getattr(f, name) for f in filters], int) for name in ("eligible", "partner")}
    shares = ("slope", "mirror", "transplant", "scale", "kept", "remaining", "random_kept")
    results = {name: np.array([getattr(f, name) for f in filters], float) for name in shares}
    return PartTests(shift=np.array([f.equivariance for f in filters], float), **numbers, **results)


def failed_tests(filter: RunFilter) -> tuple[str, ...]:
    """Return the names in `TESTS` of the tests a filter fails; none for one that holds a part, or was not tested.

    Grounding is measured for some filters only: where it was not, it is named only if the filter passes the rest.
    """
    if filter.holds or filter.eligible < 0:
        return ()
    passed = {name: bool(each[0]) for name, each in tests_of((filter,)).passed().items()}
    low, high = holding.SLOPE
    passed |= {"shift": filter.equivariance >= holding.SHIFT, "slope": low <= filter.slope <= high}
    failed = tuple(name for name in TESTS if not passed[name])
    unknown = failed[-1:] == TESTS[-1:] and len(failed) > 1 and not isfinite(filter.kept)
    return failed[:-1] if unknown else failed


def closest_filters(filters: Sequence[RunFilter]) -> tuple[int, ...]:
    """Return the filters that ever fire: those first that fail the fewest tests, then those that follow best."""

    def rank(filter: RunFilter) -> tuple[float, ...]:
        return len(failed_tests(filter)), -filter.following if isfinite(filter.following) else 1.0, filter.index

    return tuple(f.index for f in sorted(filters, key=rank) if not f.dead)


def verdict(filter: RunFilter) -> str:
    """Return why a filter holds no part, in a few words; empty for one that holds a part, or was not tested."""
    if filter.dead:
        return translate("Verdicts", "never fires")
    failed = failed_tests(filter)
    if not failed:
        return ""
    if "eligible" in failed:
        return translate("Verdicts", "too few pictures")
    if filter.partner >= 0:
        return translate("Verdicts", "swaps places with filter {partner}").format(partner=filter.partner)
    names = _test_names()
    return translate("Verdicts", "fails: {tests}").format(tests=", ".join(names[name] for name in failed))


def reached(filter: RunFilter) -> tuple[Reached, ...]:
    """Return the results of a filter in the tests, with the thresholds; nothing for a filter that was not tested."""
    if filter.eligible < 0:
        return ()
    (low, high), names = holding.SLOPE, _test_names()
    between = translate("Verdicts", "{low} to {high}").format(low=_mark(low), high=_mark(high))
    most = translate("Verdicts", "{mark} or less").format(mark=_mark(holding.REMAINING))
    less = translate("Verdicts", "less than {mark}").format(mark=_mark(holding.RANDOM_KEPT))
    kept, remaining, random_kept = (
        translate("Verdicts", "kept by the crop"),
        translate("Verdicts", "left without it"),
        translate("Verdicts", "kept by a random crop"),
    )
    mirrored = filter.mirror >= holding.MIRROR and filter.partner < 0
    rows = (
        (names["shift"], filter.equivariance, _least(holding.SHIFT), filter.equivariance >= holding.SHIFT),
        (names["slope"], filter.slope, between, low <= filter.slope <= high),
        (names["mirror"], filter.mirror, _least(holding.MIRROR), mirrored),
        (names["transplant"], filter.transplant, _least(holding.TRANSPLANT), filter.transplant >= holding.TRANSPLANT),
        (names["scale"], filter.scale, _least(holding.SCALE), filter.scale >= holding.SCALE),
        (kept, filter.kept, _least(holding.KEPT), filter.kept >= holding.KEPT),
        (remaining, filter.remaining, most, filter.remaining <= holding.REMAINING),
        (random_kept, filter.random_kept, less, filter.random_kept < holding.RANDOM_KEPT),
    )
    return tuple(Reached(name, value, mark, good if isfinite(value) else None) for name, value, mark, good in rows)


def _least(mark: float) -> str:
    return translate("Verdicts", "{mark} or more").format(mark=_mark(mark))


def _mark(value: float) -> str:
    """Return '0.8' or '1.2'."""
    return f"{value:g}"


def _test_names() -> dict[str, str]:
    return {
        "shift": translate("Verdicts", "shift"),
        "slope": translate("Verdicts", "slope"),
        "mirror": translate("Verdicts", "mirror"),
        "transplant": translate("Verdicts", "transplant"),
        "scale": translate("Verdicts", "enlarged"),
        "grounding": translate("Verdicts", "grounding"),
    }
