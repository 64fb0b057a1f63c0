"""How well a text answers to what was typed."""

from __future__ import annotations

WHOLE, BEGIN, INSIDE, LETTERS = 8.0, 5.0, 3.0, 1.0  # a whole word, its beginning, letters within, letters in order


def fit(sought: str, text: str) -> float:
    """How well `text` answers to what was typed, larger is better; 0 where it does not.

    Each word that was typed must be there: as a word, at the beginning of one, within one, or letter by letter in
    order from the beginning of a word on. Of equals the shorter text is the better one. Case does not matter.
    """
    low = text.casefold()
    total = 0.0
    for part in sought.casefold().split():
        got = _fit_part(part, low)
        if got == 0:
            return 0.0
        total += got
    return total + 1 / (1 + len(low))


def _fit_part(part: str, text: str) -> float:
    best, at = 0.0, text.find(part)
    while at >= 0 and best < WHOLE:
        end = at + len(part)
        whole = end == len(text) or not text[end].isalnum()
        got = INSIDE if not _begins(text, at) else WHOLE if whole else BEGIN
        best, at = max(best, got), text.find(part, at + 1)
    return best or (LETTERS if _in_order(part, text) else 0.0)


def _begins(text: str, at: int) -> bool:
    """Whether a word begins there."""
    return at == 0 or not text[at - 1].isalnum()


def _in_order(letters: str, text: str) -> bool:
    """Whether a word begins with the first letter, and the others follow in their order."""
    at = text.find(letters[0])
    while at >= 0 and not _begins(text, at):
        at = text.find(letters[0], at + 1)
    for letter in letters if at >= 0 else ():
        at = text.find(letter, at) + 1
        if at == 0:
            return False
    return at > 0
