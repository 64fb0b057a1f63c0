"""Whoever cannot see well, or has no mouse: contrast, names for screen readers, a way with the keyboard."""

from __future__ import annotations

from dataclasses import astuple, fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.shell.frame.header import Header
from app.shell.help.keys_sheet import KeysSheet
from app.shell.main_window import MainWindow
from app.style import theme
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed

TEXTS = {
    "text": ("window", "rail", "surface", "raised", "accent_soft", "danger_soft", "warning_soft"),
    "muted": ("window", "rail", "surface", "raised", "accent_soft"),
    "accent_text": ("window", "rail", "surface", "raised", "accent_soft"),
    "danger": ("window", "surface", "raised", "danger_soft"),
    "warning": ("window", "surface", "warning_soft"),
    "good": ("window", "surface"),
    "on_accent": ("accent", "accent_hover"),
    "surface": ("text",),  # tool tips
}
LINES = {
    "edge": ("window", "rail", "surface", "raised"),
    "accent": ("window", "rail", "surface", "raised", "accent_soft"),  # also the ring of the focus
    "text": ("window", "surface", "accent_soft"),  # the ring on what is coloured itself
    "interpretable": ("window", "surface"),
    "twin": ("window", "surface"),
    "cam": ("window", "surface"),
}
# Grounds, quiet lines and what only the pointer brings about need not stand out.
GROUNDS = {"window", "rail", "surface", "raised", "line", "accent_soft", "accent_hover", "danger_soft", "warning_soft"}


@pytest.fixture
def window(qtbot: QtBot, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.shut_down())
    made.show()
    context.session.set_run(fake_run)
    context.session.set_folder(listed(fake_run.path, fox=3))
    return made


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda c: c.name)
@pytest.mark.parametrize(("pairs", "least"), [(TEXTS, 4.5), (LINES, 3.0)], ids=["texts", "lines"])
def test_texts_and_lines_stand_out_from_what_is_behind_them(
    colours: theme.Colours, pairs: dict[str, tuple[str, ...]], least: float
) -> None:
    every = [(ink, ground) for ink, grounds in pairs.items() for ground in grounds]
    found = {pair: contrast(*(getattr(colours, name) for name in pair)) for pair in every}

    assert {pair: round(value, 2) for pair, value in found.items() if value < least} == {}


def test_no_colour_is_left_out_of_the_test_of_contrast() -> None:
    names = {field.name for field in fields(theme.Colours)} - {"name"}

    assert names - GROUNDS - set(TEXTS) - set(LINES) == set()
    assert len(astuple(theme.LIGHT)) == len(names) + 1


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def reachable(page: QWidget) -> list[QWidget]:
    """What on a page the keyboard can reach, seen or not; areas that only scroll and lists that only pop up aside."""
    every = [w for w in page.findChildren(QWidget) if w.window() is page.window() and not isinstance(w, QScrollArea)]
    return [w for w in every if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.focusProxy()]


@pytest.mark.parametrize("name", ["images", "train", "filters", "measure", "review", "export", "learn"])
def test_whatever_the_keyboard_can_reach_has_a_name(window: MainWindow, name: str) -> None:
    window.show_page(name)
    nameless = []
    for widget in reachable(window.pages[name]):
        face = QAccessible.queryAccessibleInterface(widget)
        if not (face and face.text(QAccessible.Text.Name).strip()):
            nameless.append((type(widget).__name__, widget.objectName(), type(widget.parentWidget()).__name__))

    assert reachable(window.pages[name])
    assert nameless == []


def test_whatever_of_the_frame_the_keyboard_can_reach_has_a_name(window: MainWindow) -> None:
    window.show_palette()
    window.banner.show_message(Message("problem", "Something went wrong.", "details"))
    places = [window.rail, window.banner, window.command_palette, KeysSheet(window.keys_by_place(), window)]
    places += window.findChildren(Header)
    reached = [widget for place in places for widget in reachable(place)]
    faces = [QAccessible.queryAccessibleInterface(widget) for widget in reached]

    assert len(reached) >= 12
    assert [type(w).__name__ for w, f in zip(reached, faces, strict=True) if not f.text(QAccessible.Text.Name)] == []


@pytest.mark.parametrize("name", ["images", "train", "filters", "measure", "review", "export", "learn"])
def test_the_tabulator_goes_round_a_page_and_gets_stuck_nowhere(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.show_page(name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.rail.buttons[name].setFocus()
    visited: list[QWidget] = []
    for _ in range(400):
        now = QApplication.focusWidget()
        if now is None or now in visited:
            break
        visited.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is visited[0]
    assert any(window.pages[name].isAncestorOf(widget) for widget in visited)
