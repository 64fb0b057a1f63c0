"""The pages of the guide: there, in every language, with links and pictures that lead somewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from app.shell.help.guide_window import FALLBACK, PAGES
from app.shell.help.help_center import TOPICS as HELP_TOPICS
from app.widgets.training_settings.settings_form import TOPICS
from icnn_engine.core.language import languages

ROOT = Path(__file__).parents[4]
GUIDE = ROOT / "resources" / "guide"
TRANSLATED = ROOT / "resources" / "translations" / "partscope_ko.ts"
CODES = sorted({FALLBACK, *languages()})
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]*)\)")
NAMED = re.compile(r"\*\*([^*]+)\*\*")  # what the window shows, or a key
KEY = re.compile(r"(?:Ctrl\+.|F\d+|Space|Enter|Esc|Tab|Up|Delete|[A-Z]|[?↑])")
MOST_WORDS = 400
MOST_BYTES = 1_500_000


def read(code: str, name: str) -> str:
    """Return the text of a page."""
    return (GUIDE / code / f"{name}.md").read_text(encoding="utf-8")


def links(code: str, name: str, pictures: bool) -> list[Path]:
    """Return where the links of a page lead, or its pictures."""
    found = LINK.findall(read(code, name))
    return [(GUIDE / code / target).resolve() for mark, _words, target in found if bool(mark) is pictures]


def window_texts() -> list[tuple[str, str]]:
    """Return (English, Korean) of every text of the program."""
    messages = ElementTree.parse(TRANSLATED).getroot().iter("message")
    return [(m.findtext("source", ""), m.findtext("translation", "")) for m in messages]


pages = pytest.mark.parametrize(("code", "name"), [(code, name) for code in CODES for name in PAGES])


@pages
def test_a_page_begins_with_a_title_and_is_short(code: str, name: str) -> None:
    text = read(code, name)

    assert re.match(r"# \S", text)
    assert len(text.split()) <= MOST_WORDS


@pages
def test_links_and_pictures_of_a_page_lead_somewhere(code: str, name: str) -> None:
    listed = {(GUIDE / code / f"{page}.md").resolve() for page in PAGES}

    assert set(links(code, name, pictures=False)) <= listed
    assert not [path for path in links(code, name, pictures=True) if QImage(str(path)).isNull()]


@pages
def test_a_page_is_read_without_marks_of_markdown(qapp: QApplication, code: str, name: str) -> None:  # noqa: ARG001
    document = QTextDocument()
    document.setMarkdown(read(code, name))

    assert not re.findall(r"\*|\]\(|`", document.toPlainText())


@pages
def test_pictures_of_a_page_say_what_they_show(code: str, name: str) -> None:
    assert all(words for mark, words, _target in LINK.findall(read(code, name)) if mark)


@pages
def test_a_page_calls_what_the_window_shows_by_its_name(code: str, name: str) -> None:
    if name == "words":
        return  # its headwords are set in the same way
    shown = {english if code == FALLBACK else korean for english, korean in window_texts()}
    named = {" ".join(words.split()) for words in NAMED.findall(read(code, name))}

    assert not [words for words in named if words not in shown and not KEY.fullmatch(words)]


def test_no_page_and_no_picture_is_left_over() -> None:
    used = {path for code in CODES for name in PAGES for path in links(code, name, pictures=True)}

    assert {path.resolve() for path in (GUIDE / "pictures").rglob("*.*")} == used
    assert {path.stem for code in CODES for path in (GUIDE / code).iterdir()} == set(PAGES)


def test_every_language_has_the_same_pictures_and_links() -> None:
    def told(code: str) -> list[tuple[str, set[str]]]:
        return [(name, {path.name for path in (*links(code, name, True), *links(code, name, False))}) for name in PAGES]

    assert all(told(code) == told(FALLBACK) for code in CODES)


def test_all_pictures_together_are_small() -> None:
    assert sum(path.stat().st_size for path in (GUIDE / "pictures").rglob("*.*")) <= MOST_BYTES


def test_the_guide_is_among_the_documents_as_well() -> None:
    assert (ROOT / "docs" / "guide").resolve() == GUIDE.resolve()


def topics_in(path: Path) -> set[str]:
    """Return the pages that the question marks of a module open."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    marks = [call for call in calls if getattr(call.func, "id", "") in ("GuideButton", "explained")]
    return {call.args[-1].value for call in marks if isinstance(call.args[-1], ast.Constant)}


def test_every_question_mark_of_the_window_has_its_page() -> None:
    asked = set().union(*(topics_in(path) for path in (ROOT / "app").rglob("*.py")))

    assert {"parts", "measure", "words"} <= asked <= set(PAGES)
    assert set(TOPICS.values()) | set(HELP_TOPICS.values()) <= set(PAGES)
