from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.widgets import file_manager


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders that the desktop was asked to open, on a Linux without a file manager on its bus."""
    asked: list[Path] = []

    def ask(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(file_manager.sys, "platform", "linux")
    monkeypatch.setattr(file_manager, "_select", lambda _path: False)
    monkeypatch.setattr(QDesktopServices, "openUrl", ask)
    return asked


def test_a_file_is_shown_in_its_folder(opened: list[Path], tmp_path: Path) -> None:
    (tmp_path / "여우 1.png").touch()

    assert file_manager.reveal(tmp_path / "여우 1.png")
    assert opened == [tmp_path]


def test_of_what_is_gone_the_nearest_folder_is_shown(opened: list[Path], tmp_path: Path) -> None:
    assert file_manager.reveal(tmp_path / "fox" / "gone.png")
    assert opened == [tmp_path]
