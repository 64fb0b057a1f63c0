"""Texts on what each part adds to an answer."""

from __future__ import annotations

from collections.abc import Mapping

from app.filters.ablation.effect_bars import MOST, EffectRow, EffectWords
from app.filters.scene_words import part_name
from icnn_engine.core import language
from icnn_engine.core.config import answers_through_masks
from icnn_engine.core.number_words import chance_of, signed
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.look import AnswerShares, Look
from icnn_engine.runs.notes import Notes
from icnn_engine.runs.run_folder import Run


def tr(text: str) -> str:
    """Return a text about the parts' shares in the user's language. Filled, it has its Korean particles chosen."""
    return language.translate("EffectWords", text)


def effect_words(run: Run, look: Look, shares: AnswerShares, notes: Notes) -> tuple[list[EffectRow], EffectWords]:
    """Return a row for each group of filters, and the words around the rows."""
    groups, asked = groups_of(run.filters), {"category": look.asked}
    rows = [
        EffectRow(
            part.group,
            part_name(run, part.group, notes),
            groups[part.group][0] if 0 <= part.group < len(groups) else part.filters[0],
            part.adds,
            _hint(shares, part.adds, len(part.filters)),
        )
        for part in shares.parts
    ]
    words = EffectWords(
        _strongest(rows, shares, asked),
        tr("against {category}").format(**asked),
        tr("for {category}").format(**asked),
        _reading(run, rows, shares, asked),
    )
    return rows, words


def _strongest(rows: list[EffectRow], shares: AnswerShares, asked: Mapping[str, str]) -> str:
    """Return what would change without the part that counts most."""
    if not rows:
        return ""
    most = max(rows, key=lambda row: abs(row.adds))
    whole, without = chance_of(shares.log_odds), chance_of(shares.log_odds - most.adds)
    words = tr("{part} speaks most strongly for {category}: without it the answer would be {without}, not {whole}.")
    if most.adds < 0:
        words = tr(
            "{part} speaks most strongly against {category}: without it the answer would be {without}, not {whole}."
        )
    if without == whole:
        words = tr("{part} counts most, but the others alone would give the same answer: {category} {whole}.")
    return words.format(part=most.name, without=without, whole=whole, **asked)


def _reading(run: Run, rows: list[EffectRow], shares: AnswerShares, asked: Mapping[str, str]) -> str:
    """Return how the numbers add up to the answer."""
    loose = [part for part in shares.parts if part.group < 0]
    if shares.is_sum and loose:
        words = tr(
            "The answer is a sum: {rest} before any part speaks, {parts} from the parts and {loose} from filters "
            "without a part make {sum}, which stands for {category} {chance}. A sum above 0 speaks for {category}."
        )
    elif shares.is_sum:
        words = tr(
            "The answer is a sum: {rest} before any part speaks and {parts} from the parts make {sum}, which stands "
            "for {category} {chance}. A sum above 0 speaks for {category}."
        )
    elif loose:
        words = tr(
            "Each number: how far the answer falls without that part. The answer is {sum}, which stands for "
            "{category} {chance}; the parts explain {parts} of it, filters without a part {loose}, all else {rest}. "
            "Above 0 speaks for {category}."
        )
    else:
        words = tr(
            "Each number: how far the answer falls without that part. The answer is {sum}, which stands for "
            "{category} {chance}; the parts explain {parts} of it, all else {rest}. Above 0 speaks for {category}."
        )
    numbers = {"rest": shares.rest, "parts": shares.of_parts, "loose": shares.of_no_part, "sum": shares.log_odds}
    told = {name: signed(value) for name, value in numbers.items()}
    text = words.format(chance=chance_of(shares.log_odds), **told, **asked)
    weaker = sorted(rows, key=lambda row: -abs(row.adds))[MOST:]
    if len(weaker) == 1:
        text += " " + tr("One weaker part, not shown, adds {value}.").format(value=signed(weaker[0].adds))
    elif weaker:
        words = tr("{count} weaker parts, not shown, add {value} together.")
        text += " " + words.format(count=len(weaker), value=signed(sum(row.adds for row in weaker)))
    if not answers_through_masks(run.settings):
        text += " " + tr("The answer counts all that a filter sees, not only its part, which the heatmap shows.")
    return text


def _hint(shares: AnswerShares, adds: float, count: int) -> str:
    before, after = chance_of(shares.log_odds), chance_of(shares.log_odds - adds)
    words = tr("Without its {count} filters the answer goes from {before} to {after}. Click: look at its filter")
    if count == 1:
        words = tr("Without its filter the answer goes from {before} to {after}. Click: look at its filter")
    return words.format(count=count, before=before, after=after)
