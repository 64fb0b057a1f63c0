"""The language of the program: English in the sources, others from Qt Linguist's files. No Qt.

The window and the engine share one file a language, resources/translations/partscope_<code>.ts. A text that is not
translated there stays English.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.particles import Sentence, with_particles

ENGLISH = "en"
KOREAN = "ko"
NAMED = 8  # names that a sentence lists
TITLES = {ENGLISH: "English", KOREAN: "한국어"}  # each called as its readers call it
_program_language = ENGLISH  # of the whole program
_block_language: ContextVar[str | None] = ContextVar("language", default=None)  # of one figure or report


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first."""
    names = (entry.name for entry in files("resources").joinpath("translations").iterdir())
    return (ENGLISH, *sorted(n.removeprefix("partscope_").removesuffix(".ts") for n in names if n.endswith(".ts")))


def checked_language(code: str | None) -> str:
    """Return the language, English by default. Raises SettingsError for a language that does not exist."""
    if code is not None and code not in languages():
        raise SettingsError(
            translate("Errors", "There is no language {code}. Choose one of: {languages}.").format(
                code=code, languages=", ".join(languages())
            )
        )
    return code or ENGLISH


def use(code: str) -> None:
    """Set the language of the whole program; a text of an unknown language stays English."""
    global _program_language
    _program_language = code


def current() -> str:
    """Return the code of the current language."""
    return _block_language.get() or _program_language


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Set another language within a block of this thread: for one figure or report."""
    token = _block_language.set(code)
    try:
        yield
    finally:
        _block_language.reset(token)


def translate(context: str, text: str) -> str:
    """Return a text of the sources in the current language; itself where there is no translation."""
    code = current()
    if code == ENGLISH:
        return text
    known = _catalogue(code)
    found = known.get((context, text)) or known.get(("", text)) or text  # no context: texts outside of any class
    return Sentence(found) if code == KOREAN else found


def resolved(text: str) -> str:
    """Return a filled text as it is read: in Korean, with each particle chosen by the word before it."""
    return with_particles(text) if current() == KOREAN else text


@cache
def _catalogue(code: str) -> dict[tuple[str, str], str]:
    """Return (context, source text) -> translation, of every finished text of a language."""
    path = files("resources").joinpath("translations", f"partscope_{code}.ts")
    if not path.is_file():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ElementTree.fromstring(path.read_text(encoding="utf-8")).iter("context")
        for message in context.iter("message")
        if message.findtext("translation", "")
    }


def short_list(names: Collection[str]) -> str:
    """Return names with commas, the first few of many, and how many more there are."""
    some = ", ".join(list(names)[:NAMED])
    if len(names) <= NAMED:
        return some
    return translate("Errors", "{names} and {count} more").format(names=some, count=len(names) - NAMED)
