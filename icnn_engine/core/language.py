"""The language the program speaks: English in the sources, others from Qt Linguist's files. Knows no Qt.

The window and the engine share one file a language, resources/translations/partscope_<code>.ts. What is not translated
there stays English.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree

ENGLISH = "en"
NAMED = 8  # names that a sentence lists
TITLES = {ENGLISH: "English", "ko": "한국어"}  # each called as its readers call it
_chosen = ENGLISH  # of the whole program
_here: ContextVar[str | None] = ContextVar("language", default=None)  # of one figure or report


def languages() -> tuple[str, ...]:
    """Codes of the languages there are, English first."""
    found = (entry.name for entry in files("resources").joinpath("translations").iterdir())
    return (ENGLISH, *sorted(n.removeprefix("partscope_").removesuffix(".ts") for n in found if n.endswith(".ts")))


def use(code: str) -> None:
    """Speak a language from now on, in every thread; one that is not there leaves English."""
    global _chosen
    _chosen = code


def current() -> str:
    """The code of the language that is spoken here."""
    return _here.get() or _chosen


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language within a block of this thread: for one figure or report."""
    token = _here.set(code)
    try:
        yield
    finally:
        _here.reset(token)


def translate(context: str, text: str) -> str:
    """A text of the sources in the language that is spoken; itself where there is no translation."""
    code = current()
    if code == ENGLISH:
        return text
    known = _catalogue(code)
    return known.get((context, text)) or known.get(("", text)) or text  # no context: texts outside of any class


@cache
def _catalogue(code: str) -> dict[tuple[str, str], str]:
    """(context, source text) -> translation, of every finished text of a language."""
    path = files("resources").joinpath("translations", f"partscope_{code}.ts")
    if not path.is_file():
        return {}
    found = {}
    for context in ElementTree.fromstring(path.read_text(encoding="utf-8")).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            told = message.findtext("translation", "")
            if told:
                found[name, message.findtext("source", "")] = told
    return found


def short_list(names: Collection[str]) -> str:
    """Names with commas, the first few of many, and how many more there are."""
    some = ", ".join(list(names)[:NAMED])
    if len(names) <= NAMED:
        return some
    return translate("Errors", "{names} and {count} more").format(names=some, count=len(names) - NAMED)
