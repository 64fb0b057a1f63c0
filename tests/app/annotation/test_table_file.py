"""The marking table while another program marks pictures of the same folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.landmarks.controller import LandmarkController
from icnn_engine.core.atomic_files import write_text
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.data.tables.marks import Mark, Marks, as_csv, read_marks
from icnn_engine.runs.run_folder import Run


@pytest.fixture
def names(own_run: Run) -> list[str]:
    return [picture.name for picture in own_run.pictures if picture.positive]


@pytest.fixture
def landmarks(
    qtbot: QtBot, context: Context, own_run: Run, names: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> LandmarkController:
    """The marking table of a run with one marked picture."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    first = Marks().with_part("head").put(names[0], "head", (3.0, 4.0))
    write_text(own_run.images / LANDMARKS, as_csv(first))
    made = LandmarkController(context)
    made.setParent(made.panel)  # its timer ends with the panel
    qtbot.addWidget(made.panel)
    made.begin(own_run)
    qtbot.waitUntil(lambda: made.session is not None)
    return made


@pytest.fixture
def in_file(own_run: Run, names: list[str]) -> Callable[[], Marks]:
    return lambda: read_marks(own_run.images / LANDMARKS, names)


@pytest.fixture
def other_program(own_run: Run, in_file: Callable[[], Marks]) -> Callable[[str, tuple[float, float]], None]:
    """Marks the head in a picture, in the file as it is now."""
    return lambda name, point: write_text(own_run.images / LANDMARKS, as_csv(in_file().put(name, "head", point)))


def marks_of(landmarks: LandmarkController) -> Marks:
    assert landmarks.session is not None
    return landmarks.session.marks


def test_marks_of_another_program_are_shown_and_outlive_undo_and_redo(
    qtbot: QtBot, landmarks: LandmarkController, names: list[str], in_file: Callable, other_program: Callable
) -> None:
    before = landmarks.session
    assert before is not None
    here = before.picture.name
    there = next(name for name in names[1:] if name != here)
    other_program(there, (7.0, 8.0))
    landmarks.place(0.5, 0.5)
    qtbot.waitUntil(lambda: marks_of(landmarks).of(there) == {"head": Mark((7.0, 8.0))})
    landmarks.undo_stack.undo()
    qtbot.waitUntil(lambda: here not in in_file().rows)
    undone = in_file().rows
    landmarks.undo_stack.redo()
    qtbot.waitUntil(lambda: here in in_file().rows)

    assert undone == {names[0]: {"head": Mark((3.0, 4.0))}, there: {"head": Mark((7.0, 8.0))}}
    assert in_file().rows == {**undone, here: marks_of(landmarks).of(here)}
    assert landmarks.panel.problem.text() == ""


def test_a_conflict_is_told_and_neither_mark_is_lost(
    qtbot: QtBot, landmarks: LandmarkController, own_run: Run, in_file: Callable, other_program: Callable
) -> None:
    assert landmarks.session is not None
    here = landmarks.session.picture.name
    other_program(here, (7.0, 8.0))
    landmarks.place(0.5, 0.5)
    qtbot.waitUntil(lambda: "Another program has changed 1 of the marks" in landmarks.panel.problem.text())
    aside = own_run.images / "landmarks-conflicts.csv"

    assert in_file().of(here) == marks_of(landmarks).of(here) != {"head": Mark((7.0, 8.0))}
    assert f"{here},head,7,8,1" in aside.read_text(encoding="utf-8")
    assert str(aside) in landmarks.panel.problem.text()
