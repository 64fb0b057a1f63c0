"""Lists, shares and translations in the sentences of a report."""

from __future__ import annotations

from collections.abc import Sequence

from icnn_engine.core.language import translate


def tr(text: str) -> str:
    """Return a text of the report in the current language."""
    return translate("Report", text)


def listing_text(names: Sequence[str]) -> str:
    """Return 'a', 'a and b', or 'a, b and c'; of many names only the first four."""
    if len(names) > 5:
        return tr("{first} and {count} others").format(first=", ".join(names[:4]), count=len(names) - 4)
    if len(names) < 2:
        return "".join(names)
    return tr("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def percent(value: float) -> str:
    """Return a share of 0..1 as '96.3 %'."""
    return tr("{value:.1f} %").format(value=100 * value)


def out_of_hundred(value: float) -> str:
    """Return a share of 0..1 as a number out of 100; a dash if it is nan."""
    return "–" if value != value else f"{100 * value:.0f}"
