"""How well a text answers to what was typed."""

from __future__ import annotations

import re

WORDS = re.compile(r"\w+")
WHOLE, BEGIN, INSIDE, LETTERS = 8.0, 5.0, 3.0, 1.0  # a whole word, its beginning, letters within, letters in order


def fit(sought: str, text: str) -> float:
    """How well `text` answers to what was typed, larger is better; 0 where it does not.

    Each word that was typed must be there: as a word, at the beginning of one, within one, or letter by letter in
    order from the beginning of a word on. Of equals the shorter text is the better one. Case does not matter.
    """
    low = text.casefold()
    words = WORDS.findall(low)
    total = 0.0
    for part in sought.casefold().split():
        got = _fit_part(part, low, words)
        if got == 0:
            return 0.0
        total += got
    return total + 1 / (1 + len(low))


def _fit_part(part: str, text: str, words: list[str]) -> float:
    if part in text:
        if part in words:
            return WHOLE
        return BEGIN if any(word.startswith(part) for word in words) else INSIDE
    return LETTERS if any(_in_order(part, text[m.start() :]) for m in WORDS.finditer(text)) else 0.0


def _in_order(letters: str, text: str) -> bool:
    """Whether a text begins with the first letter and holds the others in their order."""
    if not text.startswith(letters[0]):
        return False
    rest = iter(text)
    return all(letter in rest for letter in letters)
