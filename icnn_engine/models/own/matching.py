"""Which answers of a network stand for which category of a folder."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import short_list, translate


class MatchedBy(StrEnum):
    """How answers were found for a category."""

    GIVEN = "given"  # by the user
    NAME = "name"  # of the same name
    WORD = "word"  # that ends with the category's name: 'red fox' for fox, but not 'fox terrier'
    USE = "use"  # given most often about the category's pictures


@dataclass(frozen=True, slots=True)
class Match:
    """The answers (numbers from 0) that stand for a category."""

    answers: tuple[int, ...]
    by: MatchedBy


def matches(names: Sequence[str], categories: Sequence[str], given: Mapping[str, str]) -> dict[str, Match]:
    """Return the answers of each category that are known by name, without those that are not.

    Parameters
    ----------
    names
        Of the network's answers.
    categories
    given
        Answers by category, several separated by '|', by name or number.

    Raises
    ------
    SettingsError
        A given answer or category does not exist, or an answer stands for two categories.
    """
    if unknown := [category for category in given if category not in categories]:
        words = translate("Errors", "There is no category {name} to give answers for. There are: {known}.")
        raise SettingsError(words.format(name=unknown[0], known=", ".join(categories)))
    found = {}
    for category in categories:
        if category in given:
            numbers = tuple(_number(text.strip(), names) for text in given[category].split("|"))
            found[category] = Match(numbers, MatchedBy.GIVEN)
        elif same := tuple(number for number, name in enumerate(names) if _plain(name) == _plain(category)):
            found[category] = Match(same, MatchedBy.NAME)
    taken = {number for match in found.values() for number in match.answers}  # 'red fox' is not fox's if it is its own
    for category in categories:
        if category not in found and (numbers := _by_last_words(names, category, taken)):
            found[category] = Match(numbers, MatchedBy.WORD)
    _ensure_distinct(found, names)
    return {category: found[category] for category in categories if category in found}


def by_use(answers: np.ndarray, labels: np.ndarray, category: int, taken: Sequence[int]) -> Match:
    """Return the answer that is given most often about a category's pictures, but those taken; answers: (N, A) logits.
    Raises SettingsError where all are taken."""
    if len(set(taken)) == answers.shape[1]:
        words = translate("Errors", "Each answer of the network stands for another category already: choose fewer.")
        raise SettingsError(words)
    named = answers[labels == category].argmax(1)
    counts = np.bincount(named, minlength=answers.shape[1])
    counts[list(taken)] = -1
    return Match((int(counts.argmax()),), MatchedBy.USE)


def is_whole(found: Mapping[str, Match], answers: int) -> bool:
    """Return whether each answer stands for a category by itself: then the network answers one among all."""
    numbers = [number for match in found.values() for number in match.answers]
    return answers > 1 and len(numbers) == answers == len(found)


def _by_last_words(names: Sequence[str], category: str, taken: Container[int]) -> tuple[int, ...]:
    """Return the answers, but those taken, whose name ends with the category's."""
    end = f" {_plain(category)}"
    return tuple(n for n, name in enumerate(names) if n not in taken and f" {_plain(name)}".endswith(end))


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _number(text: str, names: Sequence[str]) -> int:
    """Return the number of an answer given by name or number. Raises SettingsError."""
    if text in names:
        return names.index(text)
    if text.isdecimal() and int(text) < len(names):
        return int(text)
    words = translate("Errors", "The network has no answer '{text}'. Its answers: {known}, numbered from 0 to {last}.")
    raise SettingsError(words.format(text=text, known=short_list(names), last=len(names) - 1))


def _ensure_distinct(found: Mapping[str, Match], names: Sequence[str]) -> None:
    owner: dict[int, str] = {}
    for category, match in found.items():
        for number in match.answers:
            if number in owner:
                words = translate("Errors", "The answer '{name}' cannot stand for both {first} and {second}.")
                raise SettingsError(words.format(name=names[number], first=owner[number], second=category))
            owner[number] = category
