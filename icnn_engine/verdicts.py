"""Tell in words whether a filter holds a part, and which tests it fails. No torch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from icnn_engine.language import translate
from icnn_engine.metrics import ELIGIBLE, PartTests
from icnn_engine.model_file import Run, RunFilter

TESTS = ("eligible", "shift", "mirror", "transplant", "scale", "grounding")  # grounding last: it needs the others


def not_judged(run: Run) -> tuple[str, ...]:
    """A sentence for a run of an earlier version, whose filters were never tested; nothing for any other run."""
    if run.judged:
        return ()
    text = translate(
        "Verdicts",
        "The filters of this run were not tested for holding a part: they are grouped as an earlier version did. "
        "Test them with: partscope measure {run}",
    )
    return (text.format(run=run.name),)


def tests_of(filters: Sequence[RunFilter]) -> PartTests:
    """What the filters reached in each test, (F,) each."""
    numbers = {name: np.array([getattr(one, name) for one in filters], int) for name in ("eligible", "partner")}
    shares = ("slope", "mirror", "transplant", "scale", "kept", "remaining", "random_kept")
    reached = {name: np.array([getattr(one, name) for one in filters], float) for name in shares}
    return PartTests(shift=np.array([one.equivariance for one in filters], float), **numbers, **reached)


def failed_tests(one: RunFilter) -> tuple[str, ...]:
    """The names in `TESTS` of what a filter fails; nothing for a filter that holds a part, or was not judged.

    Grounding is measured only of filters that pass the rest: of others it is not named.
    """
    if one.holds or one.eligible < 0:
        return ()
    passed = tests_of((one,)).passed()
    before = tuple(name for name in TESTS[:-1] if not passed[name][0])
    return before or TESTS[-1:]


def tests_passed(one: RunFilter) -> int:
    """How many tests a filter passes."""
    return sum(bool(passed[0]) for passed in tests_of((one,)).passed().values())


def closest_filters(filters: Sequence[RunFilter]) -> tuple[int, ...]:
    """Filters that ever fire, those that pass the most tests first, then those that follow best."""
    living = [one for one in filters if not one.dead]
    ranked = sorted(living, key=lambda one: (-tests_passed(one), -np.nan_to_num(one.following), one.index))
    return tuple(one.index for one in ranked)


def verdict(one: RunFilter) -> str:
    """Why a filter holds no part, in a few words; empty for one that holds a part, or was not judged."""
    if one.dead:
        return translate("Verdicts", "never fires")
    if one.holds or one.eligible < 0:
        return ""
    failed = failed_tests(one)
    if "eligible" in failed:
        return translate("Verdicts", "too few pictures ({count} of {least})").format(count=one.eligible, least=ELIGIBLE)
    if one.partner >= 0:
        return translate("Verdicts", "swaps places with filter {partner}").format(partner=one.partner)
    names = _test_names()
    return translate("Verdicts", "fails: {tests}").format(tests=", ".join(names[name] for name in failed))


def _test_names() -> dict[str, str]:
    return {
        "eligible": translate("Verdicts", "number of pictures"),
        "shift": translate("Verdicts", "shift"),
        "mirror": translate("Verdicts", "mirror"),
        "transplant": translate("Verdicts", "transplant"),
        "scale": translate("Verdicts", "enlarged"),
        "grounding": translate("Verdicts", "grounding"),
    }
