"""Lists and translations in the sentences of a report."""

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
