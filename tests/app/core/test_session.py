from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.core.messages import error_text
from app.core.session import NO_FILTER, Session
from app.core.settings import MANY, Settings
from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.errors import RunError


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


def test_recents_are_kept_latest_first_without_repeats(store: QSettings) -> None:
    settings = Settings(store)
    for i in range(MANY + 3):
        settings.add_folder(Path(f"/pictures/{i}"))
    settings.add_folder(Path("/pictures/5"))
    settings.save()
    again = Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))

    assert again.recent_folders()[:2] == (Path("/pictures/5"), Path(f"/pictures/{MANY + 2}"))
    assert len(again.recent_folders()) == MANY


def test_an_error_raised_on_purpose_is_said_as_it_is_and_others_are_explained() -> None:
    purpose = error_text(RunError("Choose another place."))
    surprise = error_text(ValueError("bad shape"))

    assert purpose == "Choose another place."
    assert "unexpected" in surprise
    assert "bad shape" in surprise
