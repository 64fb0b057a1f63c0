"""Every text has its Korean, and nothing in the window is left in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.shell.page_list import page_titles
from app.shell.program import Program
from app.shell.translator import LANGUAGE
from icnn_engine.core import language
from icnn_engine.core.particles import PARTICLES
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed

ROOT = Path(__file__).parents[2]
KOREAN = ROOT / "resources" / "translations" / "partscope_ko.ts"
HOLES = re.compile(r"\{[^{}]*\}")
# A sentence in English: three words of letters alone, the first of them not a name of a file or a command.
ENGLISH = re.compile(r"(?:\b[A-Za-z]{2,}\b[ ,]+){2}\b[a-z]{2,}\b")
OPEN = re.compile("|".join(map(re.escape, PARTICLES)))  # particles that depend on the word before them
STAYS = ("partscope ", "/", "Caffe", "English")  # beginnings of texts that no language changes


def texts_of(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) -> translation of a translators' file."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = message.findtext("translation", "")
    return found


def called(node: ast.Call) -> str:
    """The last word of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def texts_in(node: ast.AST, owner: str = "") -> Iterator[tuple[str, str]]:
    """(context, text) of every text that the code below a node wants translated; `owner`: the class around it."""
    if isinstance(node, ast.ClassDef):
        owner = node.name
    if isinstance(node, ast.Call):
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if called(node) == "tr" and len(words) == 1:
            yield owner, words[0]
        elif called(node) == "translate" and len(words) == 2:
            yield words[0], words[1]
    for child in ast.iter_child_nodes(node):
        yield from texts_in(child, owner)


@pytest.fixture(scope="module")
def wanted() -> set[tuple[str, str]]:
    """Every text in the sources with its context."""
    files = [*(ROOT / "app").rglob("*.py"), *(ROOT / "icnn_engine").rglob("*.py")]
    return {text for path in files for text in texts_in(ast.parse(path.read_text(encoding="utf-8")))}


def test_every_text_of_the_sources_is_translated(wanted: set[tuple[str, str]]) -> None:
    """As `icnn_engine.core.language` looks it up: by its context, else among texts without one."""
    korean = texts_of(KOREAN)
    missing = {key for key in wanted if not (korean.get(key) or korean.get(("", key[1])))}

    assert len(wanted) > 1000
    assert missing == set()


def test_nothing_is_translated_that_nobody_says_any_more(wanted: set[tuple[str, str]]) -> None:
    assert {source for _context, source in texts_of(KOREAN)} - {source for _context, source in wanted} == set()


def test_translations_fill_the_same_holes_and_break_lines_alike() -> None:
    korean = texts_of(KOREAN)
    wrong = [
        source
        for (_context, source), told in korean.items()
        if sorted(HOLES.findall(source)) != sorted(HOLES.findall(told)) or source.count("\n") != told.count("\n")
    ]

    assert wrong == []


def test_no_text_hides_where_the_translators_tool_does_not_look() -> None:
    """It does not look into the braces of f-strings."""
    hidden = re.compile(r"""\bf["'].*\{[^}]*\btr\(""")
    files = [*(ROOT / "app").rglob("*.py"), *(ROOT / "icnn_engine").rglob("*.py")]
    found = [
        (path.name, line)
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if hidden.search(line)
    ]

    assert found == []


def test_no_text_that_qt_hands_out_plain_waits_for_its_particle() -> None:
    """`language.translate` chooses the particle when a text is filled; a text of Qt's keeps it open."""
    waiting = {source for (_context, source), told in texts_of(KOREAN).items() if OPEN.search(told)}
    files = {path: path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py")}
    plain = {path.name: ast.parse(text) for path, text in files.items() if "QCoreApplication.translate" in text}
    found = [(name, text) for name, tree in plain.items() for _owner, text in texts_in(tree) if text in waiting]

    assert len(waiting) > 40
    assert found == []


def test_menus_keep_a_letter_to_reach_them_by() -> None:
    menus = {source: told for (_context, source), told in texts_of(KOREAN).items() if source.startswith("&")}

    assert menus
    assert all(re.search(r"\(&[A-Z]\)$", told) for told in menus.values())


@pytest.fixture
def program(qtbot: QtBot, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(context.engine, "load", lambda: None)
    context.settings.set_text(LANGUAGE, "ko")
    context.session.set_run(fake_run)
    context.session.set_folder(listed(fake_run.path, fox=3))
    owner = QObject()
    made = Program(context, owner)
    made.open()
    qtbot.waitUntil(lambda: len(made.window.pages) == len(page_titles()), timeout=20_000)
    qtbot.wait(50)
    yield made
    made.window.retire()
    language.use("en")
    for installed in (made.language_switch.own, made.language_switch.of_qt):
        QCoreApplication.removeTranslator(installed)


def said_by(widget: QWidget) -> Iterator[str]:
    """Every text that a widget shows or would show."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(i) for i in range(widget.count()))
        case QMenu():
            yield from (action.text() for action in widget.actions())


def test_no_sentence_in_the_window_is_english(qtbot: QtBot, program: Program) -> None:
    window = program.window
    for name in window.pages:
        window.show_page(name)
        qtbot.wait(100)
    for place in FilterView:
        window.pages["filters"].views.show_view(place)
        qtbot.wait(300)
    widgets = [window, *window.findChildren(QWidget)]
    texts = {text.strip() for widget in widgets for text in said_by(widget)}
    for keys in window.keys_by_place().values():
        texts |= {words for _key, words in keys}
    english = sorted(text for text in texts if ENGLISH.search(text) and not text.startswith(STAYS))

    assert len(texts) > 300
    assert english == []
