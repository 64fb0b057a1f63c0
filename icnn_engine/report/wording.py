"""What the sentences of a report are made of: its translations, lists, shares."""

from __future__ import annotations

from collections.abc import Sequence

from icnn_engine.core.language import translate


def tr(text: str) -> str:
    """A text of the report in the language that is spoken."""
    return translate("Report", text)


def listing_text(names: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'; of many only the first four."""
    if len(names) > 5:
        first = ", ".join(names[:4])
        return tr("{first} and {count} others").format(first=first, count=len(names) - 4)
    if len(names) < 2:
        return "".join(names)
    return tr("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def percent(value: float) -> str:
    """'96.3 %'."""
    return tr("{value:.1f} %").format(value=100 * value)


def out_of_hundred(value: float) -> str:
    """A share of 0..1 as so many of 100; a dash where it is not known."""
    return "–" if value != value else f"{100 * value:.0f}"
