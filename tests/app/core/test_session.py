from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.session import NO_FILTER, Session
from icnn_engine.core.annotations import CheckUp, Folder


def folder(name: str) -> Folder:
    return Folder(Path(name), (), ("fox",), ())


def test_a_setter_is_silent_when_nothing_changed(qtbot: QtBot) -> None:
    session = Session()
    session.set_filter(3)

    with qtbot.assertNotEmitted(session.filter_changed):
        session.set_filter(3)


def test_a_new_folder_forgets_the_check_up_of_the_old_one(qtbot: QtBot) -> None:
    session = Session()
    session.set_folder(folder("a"))
    session.set_checkup(CheckUp(Path("a"), (), (), (), (), (), ""))
    with qtbot.waitSignals([session.checkup_changed, session.folder_changed]):
        session.set_folder(folder("b"))

    assert session.checkup is None


def test_a_new_run_forgets_the_filter_of_the_old_one() -> None:
    session = Session()
    session.set_run(object())  # type: ignore[arg-type]
    session.set_filter(3)
    session.set_run(object())  # type: ignore[arg-type]

    assert session.filter == NO_FILTER
