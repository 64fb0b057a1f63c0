"""What a conversion changed, in sentences. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import percent
from icnn_engine.runs.run_folder import Run

WEIGHTS = "converted.safetensors"  # in the run folder


def conversion_lines(run: Run) -> tuple[str, ...]:
    """Return the paired table of a converted network in sentences, each figure with its 95 % interval: agreement,
    accuracy, holding filters, independent parts, and whether the answer needs masks; then how many filters fell
    silent, if any did. Nothing of another run."""
    told = (run.own_network or {}).get("conversion")
    if told is None:
        return ()
    count = len(run.filters)
    silent, before = (sum(one.dead for one in filters) for filters in (run.filters, run.twin_filters))
    lost = tr("Filters that never fire, of {count}: original {original}, converted {converted}.")
    return (
        tr(
            "It names the same category as the original for {share} of the held-out pictures, and gives the very same "
            "answer for {answer}."
        ).format(share=_share(told["agreement"]), answer=_share(told["agreement_same_answer"])),
        tr("Balanced accuracy: original {original}, converted {converted}.").format(**_sides(told["accuracy"], _share)),
        tr(
            "Filters that hold a part, of {count}: original {original}, converted {converted}; difference {difference}."
        ).format(count=count, **_sides(told["holding"], lambda one: _number(one, count))),
        tr("Independent parts: original {original}, converted {converted}.").format(**_sides(told["parts"], _number)),
        tr(
            "With masks it names the same category as the original for {converted}, the original with masks for "
            "{original}: masks served its learning, and the weights are used without them."
        ).format(converted=_share(told["agreement_masked"]), original=_share(told["agreement_original_masked"])),
        *([lost.format(count=count, original=before, converted=silent)] if silent > before else []),
    )


def tr(text: str) -> str:
    return translate("Conversion", text)


def _sides(pair: Mapping[str, Any], words: Any) -> dict[str, str]:
    return {side: words(values) for side, values in pair.items()}


def _share(values: Mapping[str, float]) -> str:
    if "mean" not in values:
        return "?"
    if "low" not in values:
        return percent(values["mean"])
    return f"{percent(values['mean'])} [{percent(values['low'])}, {percent(values['high'])}]"


def _number(values: Mapping[str, float], times: float = 1) -> str:
    mean, low, high = (values.get(name, float("nan")) * times for name in ("mean", "low", "high"))
    return f"{mean:.1f} [{low:.1f}, {high:.1f}]"
