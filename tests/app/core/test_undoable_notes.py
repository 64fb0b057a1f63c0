"""Names, notes and stars in the window: undoable, written as they are made."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.shell.main_window import MainWindow
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import FILE, Note, Subject, read_notes
from tests.fake_run import make_fake_run

HEAD: Subject = (NetworkName.INTERPRETABLE, "part", 0)


def test_each_step_is_kept_and_can_be_undone_and_redone(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    context.session.set_run(run)
    notes = context.notes
    notes.name(HEAD, "head")
    notes.star(HEAD, True)
    notes.star(HEAD, True)
    steps = notes.stack.count()
    context.undo.undo()
    undone = notes.remarks.of(HEAD)
    context.undo.redo()
    qtbot.waitUntil(lambda: read_notes(run.path).of(HEAD) == Note("head", starred=True))

    assert steps == 2
    assert undone == Note("head")


def test_another_run_has_its_own_names_and_no_steps_to_undo(context: Context, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = make_fake_run(tmp_path / "a"), make_fake_run(tmp_path / "b")
    context.session.set_run(first)
    context.notes.name(HEAD, "head")
    context.session.set_run(second)
    other = context.notes.remarks.of(HEAD)
    qtbot.waitUntil(lambda: (first.path / FILE).is_file())
    context.session.set_run(first)

    assert other == Note()
    assert not context.notes.stack.canUndo()
    assert context.notes.remarks.of(HEAD) == Note("head")


def test_damaged_names_are_told_and_the_run_opens(context: Context, said: list[Message], tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    (run.path / FILE).write_text("nonsense [")
    context.session.set_run(run)

    assert "the run itself is whole" in said[0].text
    assert context.session.run is run


def test_edit_undo_says_what_it_takes_back_and_leaves_the_keys_to_marking(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    context.session.set_run(make_fake_run(tmp_path))
    context.notes.name(HEAD, "head")
    undo = window.actions_.undo
    told, could = undo.text(), undo.isEnabled()
    window.show()
    window.actions_.mark_parts.trigger()
    marking = undo.isEnabled()
    window.show_page("filters")

    assert (told, could, marking, undo.isEnabled()) == ("Undo Name 'head'", True, False, True)
