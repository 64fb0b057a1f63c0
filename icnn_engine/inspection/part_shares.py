"""What each part adds to the answer about a picture: its share of the log-odds."""

from __future__ import annotations

from icnn_engine.inspection.explainer import groups_and_rest
from icnn_engine.inspection.explainers import AnyExplainer
from icnn_engine.inspection.look import AnswerShares, Look, PartShare


def part_shares(explainer: AnyExplainer, look: Look) -> AnswerShares:
    """Return the share of each part in the answer about a picture.

    Parameters
    ----------
    explainer
        The trained networks of a run, or the user's own.
    look
        A picture as the networks of this run see it.

    Returns
    -------
    AnswerShares
        Exact from the weights where the log-odds are a sum over filters, which they are if a linear layer weighs the
        filters' votes and each category is answered by itself.
    """
    groups, answer = groups_and_rest(explainer.run), explainer.sum_of(look)
    is_sum = answer.adds is not None and explainer.run.settings.loss == "logistic"
    if answer.adds is not None and is_sum:
        seen = answer.adds - answer.silent  # the same as the log-odds lose when the filters are switched off
        whole, adds = answer.logit, [float(seen[list(filters)].sum()) for filters in groups.values()]
    else:
        whole = _log_odds(explainer, look)
        adds = [whole - _log_odds(explainer, look, filters) for filters in groups.values()]
    parts = [PartShare(*group, share) for group, share in zip(groups.items(), adds, strict=True)]
    return AnswerShares(whole, tuple(sorted(parts, key=lambda part: -part.adds)), whole - sum(adds), is_sum)


def _log_odds(explainer: AnyExplainer, look: Look, off: tuple[int, ...] = ()) -> float:
    asked = explainer.run.categories.index(look.asked)
    return float(explainer.log_odds_of(look, off)[asked])
