from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

import app.shell
import icnn_engine
import main
from app.core import system


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the start asked of the command line (a list) and of the window ('window')."""
    heard: list[object] = []

    def command(arguments: list[str]) -> int:
        heard.append(arguments)
        return 7

    def window(paths: list[str]) -> int:
        heard.extend(["window", *paths])
        return 8

    for package, name, entry in ((icnn_engine, "cli", command), (app.shell, "application", window)):
        stand_in = ModuleType(f"{package.__name__}.{name}")
        stand_in.main = entry  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, stand_in.__name__, stand_in)
        monkeypatch.setattr(package, name, stand_in, raising=False)
    return heard


def test_a_command_runs_without_a_window(asked: list[object]) -> None:
    status = main.main(["check", "some folder"])

    assert asked == [["check", "some folder"]]
    assert status == 7


def test_no_argument_opens_the_window(asked: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_display", lambda: True)
    monkeypatch.setattr(system, "missing_packages", lambda _libraries: [])

    status = main.main([])

    assert asked == ["window"]
    assert status == 8


def test_a_path_opens_the_window_on_it_and_a_word_is_a_command(
    asked: list[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system, "has_display", lambda: True)
    monkeypatch.setattr(system, "missing_packages", lambda _libraries: [])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "train").mkdir()

    main.main([str(tmp_path)])
    main.main(["./train"])
    main.main(["train"])
    main.main(["./nowhere"])

    assert asked == ["window", str(tmp_path), "window", "./train", ["train"], ["./nowhere"]]


def test_without_a_display_it_says_so_and_runs_the_demo(
    asked: list[object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "has_display", lambda: False)

    status = main.main([])

    assert asked == [["demo"]]
    assert status == 7
    assert "no display" in capsys.readouterr().out


def test_a_missing_library_is_told_instead_of_a_crash_of_qt(
    asked: list[object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "has_display", lambda: True)
    monkeypatch.setattr(system, "missing_packages", lambda _libraries: ["libxcb-cursor0"])

    status = main.main([])

    assert asked == []
    assert status == 1
    assert "sudo apt-get install -y libxcb-cursor0" in capsys.readouterr().out


def test_the_installed_command_ends_with_the_status(asked: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["partscope", "demo"])

    with pytest.raises(SystemExit) as ended:
        main.start()

    assert ended.value.code == 7
    assert asked == [["demo"]]


def test_the_command_of_the_window_takes_every_argument_as_a_path(
    asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "has_display", lambda: True)
    monkeypatch.setattr(system, "missing_packages", lambda _libraries: [])
    monkeypatch.setattr(sys, "argv", ["partscope-window", "train"])

    with pytest.raises(SystemExit) as ended:
        main.start_window()

    assert ended.value.code == 8
    assert asked == ["window", "train"]


def test_the_command_of_the_window_needs_no_console(asked: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_display", lambda: False)
    monkeypatch.setattr(sys, "argv", ["partscope-window"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    with pytest.raises(SystemExit) as ended:
        main.start_window()
    sys.stdout.close()
    sys.stderr.close()

    assert ended.value.code == 1
    assert asked == []


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_what_the_one_folder_program_starts_does_not_load_its_libraries(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/partscope/_internal")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    system.prepare_frozen()
    untouched = os.environ["LD_LIBRARY_PATH"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    system.prepare_frozen()

    assert untouched == "/opt/partscope/_internal"
    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
