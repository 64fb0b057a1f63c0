"""A sentence on the part that misled the network in a wrong answer, from what each part adds to it."""

from __future__ import annotations

from icnn_engine.core import language
from icnn_engine.core.events import NetworkName
from icnn_engine.core.number_words import percent
from icnn_engine.inspection.look import AnswerShares
from icnn_engine.inspection.predictions import Answered, parts_seen
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run

AS_STRONGLY, HARDLY = 0.8, 0.34  # of its usual strength: seen as in its category, and hardly seen


def tr(text: str) -> str:
    """Return a text about a wrong answer in the user's language. Filled, it has its Korean particles chosen."""
    return language.translate("MisledWords", text)


def asked_about(answer: Answered) -> int:
    """Return the category that a wrong answer is explained by: the one named, or the one that was missed."""
    return answer.named if answer.named != BACKGROUND else answer.shown


def misled_words(run: Run, answer: Answered, shares: AnswerShares, notes: Notes) -> str:
    """Return which part misled the network, or that no part explains the answer. `shares`: in the answer about the
    category of `asked_about`."""
    strengths = {part.group: part.share for part in parts_seen(run, answer.picture)}
    category = run.categories[asked_about(answer)]
    if answer.named != BACKGROUND:
        return _spoke_for(shares, strengths, category, notes)
    return _missed(run, answer, shares, strengths, notes)


def _spoke_for(shares: AnswerShares, strengths: dict[int, float], category: str, notes: Notes) -> str:
    """Return the part that spoke most for a category that the picture does not show."""
    most = max(shares.parts, key=lambda part: part.adds, default=None)
    if most is None or most.adds <= 0 or most.group < 0:
        words = tr("No part explains this answer: what speaks most for {category} are filters without a part.")
        return words.format(category=category)
    strength = strengths.get(most.group, 0.0)
    words = tr("{part} is seen here ({strength} of its usual strength): it speaks most for {category}.")
    if strength < HARDLY:
        words = tr(
            "{part} speaks most for {category}, though it is hardly seen here ({strength} of its usual strength)."
        )
    elif strength >= AS_STRONGLY:
        words = tr("{part} is seen here as strongly as in pictures of {category}: it speaks most for {category}.")
    return words.format(part=_name(most.group, notes), category=category, strength=percent(strength, 0))


def _missed(run: Run, answer: Answered, shares: AnswerShares, strengths: dict[int, float], notes: Notes) -> str:
    """Return the part that spoke against the category that the picture shows, or that was not seen."""
    category = run.categories[answer.shown]
    own = {part.group for part in parts_seen(run, answer.picture, answer.shown)}
    least = min((part for part in shares.parts if part.group >= 0), key=lambda part: part.adds, default=None)
    weakest = min(own, key=lambda group: strengths[group], default=None)
    if weakest is not None and strengths[weakest] < HARDLY:
        words = tr("{part} is hardly seen here, so it does not speak for {category}.")
        return words.format(part=_name(weakest, notes), category=category)
    if least is not None and least.adds < 0:
        return tr("{part} speaks against {category} here.").format(part=_name(least.group, notes), category=category)
    words = tr("No part explains this answer: all parts of {category} are seen, and none speaks against it.")
    return words.format(category=category)


def _name(group: int, notes: Notes) -> str:
    return part_title(NetworkName.INTERPRETABLE, group, notes)
