"""Escape a user's text for every kind of output, so that nothing in a name acts as a command. No Qt, no torch.

HTML has `html.escape`, figures have `Sheet`, which turns mathematics off; the window has
`app.widgets.wording.plain_text`.
"""

from __future__ import annotations

import re

# Control letters, what turns the direction of writing, halves of surrogates (a byte of a name that is not UTF-8), and
# what XML forbids.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_FORMULA = re.compile("[' ]*[=+\\-@\t\r\n＝＋－＠]")  # where a spreadsheet begins to compute; guards may stand before
_FIRST = frozenset("' =+-@\t\r\n＝＋－＠")  # its first letters: of most cells no more is looked at
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|[+-]?(nan|inf)", re.IGNORECASE)
_LATEX = {letter: f"\\{letter}" for letter in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "[": "{[}",  # else an argument of the line break before it
    "]": "{]}",
    "*": "{*}",
    "…": r"\ldots{}",
    "−": "$-$",
}
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)|(?<=[?!])(?=\\textasciigrave)")
_MARKDOWN = re.compile(r"([\\`*_^\[\]<>#|~&$])")


def visible(text: str, lines: bool = False) -> str:
    r"""Return the text with every letter visible and fit for any file: a control letter, a letter that turns the
    direction of writing, or a byte of a name that is not UTF-8 as an escape such as `\x07`; with `lines` line breaks
    stay."""
    return _HIDDEN.sub(lambda match: _escape(match[0], lines), text)


def _escape(letter: str, lines: bool) -> str:
    if letter == "\n" and lines:
        return letter
    if "\udc80" <= letter <= "\udcff":  # how Python keeps a byte that it could not decode
        return f"\\x{ord(letter) - 0xDC00:02x}"
    return letter.encode("unicode_escape").decode("ascii")


def latex(text: str) -> str:
    """Return the text so that LaTeX prints it letter for letter, in a table, a caption or a paragraph."""
    escaped = "".join(_LATEX.get(letter, letter) for letter in visible(text))
    return _LIGATURES.sub("{}", escaped).replace("  ", r" \ ")


def markdown(text: str) -> str:
    """Return the text so that Markdown shows it letter for letter, in a cell of a table, a heading or a paragraph."""
    return _MARKDOWN.sub(r"\\\1", visible(text))


def csv_cell(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: a text that begins as one gets an apostrophe in front,
    which spreadsheets show as it is or leave out. Numbers stay, also as text. `csv_value` turns it back."""
    if isinstance(cell, str) and cell[:1] in _FIRST and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def csv_value(cell: str) -> str:
    """Undo `csv_cell`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
