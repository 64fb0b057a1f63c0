from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from app.core.settings import MANY, Settings, runs_folder


def test_recents_are_kept_latest_first_without_repeats(store: QSettings) -> None:
    settings = Settings(store)
    for i in range(MANY + 3):
        settings.add_folder(Path(f"/pictures/{i}"))
    settings.add_folder(Path("/pictures/5"))
    settings.save()
    again = Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))

    assert again.recent_folders()[:2] == (Path("/pictures/5"), Path(f"/pictures/{MANY + 2}"))
    assert len(again.recent_folders()) == MANY


def test_runs_are_kept_where_the_user_wants_them(store: QSettings, tmp_path: Path) -> None:
    usual = Settings(store) and runs_folder()
    Settings(store).set_runs_folder(tmp_path / "runs")
    chosen = runs_folder()
    again = Settings(store) and runs_folder()
    Settings(QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat))

    assert chosen == again == tmp_path / "runs"
    assert runs_folder() == usual
    assert usual.parts[-2:] == ("Partscope", "runs")
