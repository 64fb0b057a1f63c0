"""Slices as a line of text that people read and write: `part 1 absent and category fox or head elsewhere`. No torch.

    slice      conditions joined by `and`, groups of them by `or`; `and` binds stronger, there are no brackets
    condition  PART STATE, category NAME, right, wrong, train, choose, test, held-out
    PART       part 1 (counted from 1), or the name that the user gave it
    STATE      present, absent, weak, elsewhere, doubled

A name in double quotes may hold the words `and` and `or`. Capital and small letters are alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.audit.slices import (
    NONE_OF_THEM,
    SIDES,
    AnswerIs,
    CategoryIs,
    Condition,
    PartIs,
    SideIs,
    Slice,
    categories_of,
    slice_rows,
)
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import short_list, translate
from icnn_engine.runs.notes import Notes, notes_or_none
from icnn_engine.runs.run_folder import Run

_WORDS = re.compile(r'"[^"]*"|\S+')
_NUMBERED = re.compile(r"part (\d+)", re.IGNORECASE)
STATES = tuple(str(state) for state in PartState)
ANSWERS = {"right": True, "wrong": False}


def parse_slice(run: Run, text: str) -> Slice:
    """Return the slice that a text means in a run.

    Raises SettingsError, which names the words that are not understood and what is possible, also where the run has no
    such part or category.
    """
    words = _WORDS.findall(text)
    if not words:
        raise SettingsError(translate("Errors", "The slice is empty. {possible}").format(possible=_possible(run)))
    either = tuple(
        tuple(_condition(run, one) for one in _split(together, "and", text)) for together in _split(words, "or", text)
    )
    slice_rows(run, found := Slice(either))  # refuses what the run does not have
    return found


def slice_text(slice: Slice, notes: Notes | None = None) -> str:
    """Return the text of a slice. `notes`: parts that have a name are called by it; None: all by their numbers, which
    stay when a part gets another name."""
    return " or ".join(" and ".join(_text(one, notes) for one in together) for together in slice.either)


def _split(words: Sequence[str], at: str, text: str) -> list[list[str]]:
    """Return the runs of words between each `and`, or each `or`. Raises SettingsError where one is empty."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word.lower() == at:
            parts.append([])
        else:
            parts[-1].append(word)
    if not all(parts):
        raise SettingsError(
            translate("Errors", "“{text}”: a condition is missing before or after “{word}”.").format(text=text, word=at)
        )
    return parts


def _condition(run: Run, words: Sequence[str]) -> Condition:
    *first, last = words
    name = " ".join(word.strip('"') for word in words[1:])
    if words[0].lower() == "category" and name:
        return CategoryIs(_category(run, name))
    if not first and last.lower() in ANSWERS:
        return AnswerIs(ANSWERS[last.lower()])
    if not first and last.lower() in SIDES:
        return SideIs(next(side for side in SIDES if side == last.lower()))
    if first and last.lower() in STATES:
        return PartIs(_part(run, " ".join(word.strip('"') for word in first)), PartState(last.lower()))
    words_ = translate("Errors", "“{condition}” is not understood. {possible}")
    raise SettingsError(words_.format(condition=" ".join(words), possible=_possible(run)))


def _category(run: Run, name: str) -> str:
    """Return a category as the run writes it; `slice_rows` refuses one that it does not have."""
    known = (*categories_of(run), NONE_OF_THEM)
    return name if name in known else next((one for one in known if one.casefold() == name.casefold()), name)


def _part(run: Run, name: str) -> int:
    """Return the number from 0 of a part, by number from 1 or by name. Raises SettingsError."""
    if numbered := _NUMBERED.fullmatch(name):
        return int(numbered[1]) - 1
    names = _names(run)
    found = [group for group, own in names.items() if own.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        words = translate("Errors", "Several parts are called {name}. Say which by number: {numbers}.")
        numbers = short_list([f"part {group + 1}" for group in found])
        raise SettingsError(words.format(name=name, numbers=numbers))
    words = translate("Errors", "There is no part called {name}. The parts are: {parts}.")
    parts = [f"part {group + 1}" + (f" ({names[group]})" if group in names else "") for group in _groups(run)]
    raise SettingsError(words.format(name=name, parts=short_list(parts)))


def _groups(run: Run) -> tuple[int, ...]:
    return part_states(run).groups


def _names(run: Run) -> dict[int, str]:
    """Return the names that the user gave to parts."""
    notes = notes_or_none(run.path)
    names = {group: notes.part_name(NetworkName.INTERPRETABLE, group) for group in _groups(run)}
    return {group: name for group, name in names.items() if name}


def _possible(run: Run) -> str:
    """Return a sentence on the conditions that there are."""
    words = translate(
        "Errors",
        "Conditions are: a part and its state ({example}; states: {states}), category and a name ({names}), right, "
        "wrong, {sides}. Join them with “and” and “or”.",
    )
    names = short_list((*categories_of(run), NONE_OF_THEM))
    return words.format(example="part 1 absent", states=", ".join(STATES), names=names, sides=", ".join(SIDES))


def _text(condition: Condition, notes: Notes | None) -> str:
    if isinstance(condition, PartIs):
        name = notes.part_name(NetworkName.INTERPRETABLE, condition.group) if notes else ""
        return f"{_quoted(name) if name else f'part {condition.group + 1}'} {condition.state}"
    if isinstance(condition, CategoryIs):
        return f"category {_quoted(condition.name)}"
    if isinstance(condition, AnswerIs):
        return "right" if condition.right else "wrong"
    return condition.side


def _quoted(name: str) -> str:
    """Return a name, in quotes if it holds a word that joins conditions."""
    return f'"{name}"' if {"and", "or"} & set(name.lower().split()) else name
