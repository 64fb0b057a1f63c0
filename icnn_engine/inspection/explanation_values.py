"""The explanation of one picture as plain values: what `explain --json` prints and a script computes with."""

from __future__ import annotations

from typing import Any

from icnn_engine.core.escaping import visible
from icnn_engine.inspection.best_pictures import crop_box, firing_threshold, peak_point
from icnn_engine.inspection.explainers import AnyExplainer
from icnn_engine.inspection.look import AnswerShares, Look
from icnn_engine.inspection.part_shares import part_shares
from icnn_engine.runs.run_folder import Run


def explanation_values(explainer: AnyExplainer, look: Look, name: str) -> dict[str, Any]:
    r"""Return the explanation of one picture as plain values, fit for JSON.

    `name`: its name or path, a byte that is not UTF-8 as `\xff`. `answer`: probability of the category `asked`. If the
    answer is a sum over filters, its `logit` is `bias` + the sum of their `adds`; else `bias` and `adds` are None.

    `width`, `height`: of the picture. `region`: left, top, right, bottom of what the networks read of it, in pixels:
    the object if the run finds objects, else the whole picture.

    For each filter: `part`, its number from 1 (null: none); `x`, `y`, the middle of its peak, and `crop`,
    [x, y, width, height], in pixels of the upright picture from its top left corner; `strength`, its highest
    activation; `threshold`, the median of that on held-out pictures of its category, from which it counts as present.
    `shares`: the answer's `log_odds` as a sum of what each part `adds` and a `rest` (see `AnswerShares`).
    """
    run, answer = explainer.run, explainer.sum_of(look)
    names = [*run.categories, run.info.get("background") or "background"]
    return {
        "name": visible(name),
        "width": look.pixels.shape[1],
        "height": look.pixels.shape[0],
        "region": list(look.region),
        "asked": look.asked,
        "answer": look.answer,
        "answers": {str(category): float(value) for category, value in zip(names, look.answers, strict=False)},
        "logit": answer.logit,
        "bias": answer.bias,
        "filters": [
            _filter_values(run, look, f, None if answer.adds is None else float(answer.adds[f]))
            for f in range(len(run.filters))
        ],
        "shares": _shares_values(part_shares(explainer, look)),
    }


def _shares_values(shares: AnswerShares) -> dict[str, Any]:
    parts = [
        {"part": part.group + 1 if part.group >= 0 else None, "filters": list(part.filters), "adds": part.adds}
        for part in shares.parts
    ]
    return {"log_odds": shares.log_odds, "parts": parts, "rest": shares.rest, "is_sum": shares.is_sum}


def _filter_values(run: Run, look: Look, filter: int, adds: float | None) -> dict[str, Any]:
    run_filter, feature_map = run.filters[filter], look.maps[filter]
    row, column = divmod(int(feature_map.argmax()), run.geometry.cells)
    height, width = look.pixels.shape[:2]
    x, y = peak_point(look.geometry, (row, column), width, height)
    crop = crop_box(look.geometry, (row, column), width, height)
    return {
        "filter": filter,
        "part": run_filter.group + 1 if run_filter.group >= 0 else None,
        "holds": run_filter.holds,
        "x": x,
        "y": y,
        "strength": float(feature_map.max()),
        "crop": list(crop),
        "threshold": firing_threshold(run, filter),
        "adds": adds,
    }
