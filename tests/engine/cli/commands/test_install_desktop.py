"""`install-desktop`: which program the entry starts, and what is printed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.cli.commands.install_desktop import program_command
from icnn_engine.core.errors import PartscopeError

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only other systems have desktop entries")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command `partscope` that this process was started as; a home, and none of the desktop's programs."""
    path = tmp_path / "bin" / "partscope"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(path), "install-desktop"])
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return path


def test_the_entry_starts_the_command_that_wrote_it(
    program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["install-desktop"])
    entry = tmp_path / "data" / "applications" / "partscope.desktop"

    assert status == 0
    assert f'Exec="{program}" %f' in entry.read_text(encoding="utf-8")
    assert f"Written:  {entry}\n" in capsys.readouterr().out


@pytest.mark.usefixtures("program")
def test_remove_takes_it_away_and_says_when_there_is_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["install-desktop"])
    main(["install-desktop", "--remove"])
    told = capsys.readouterr().out
    status = main(["install-desktop", "--remove"])

    assert "Removed:" in told
    assert not list((tmp_path / "data" / "applications").iterdir())
    assert status == 0
    assert "no desktop entry of Partscope to remove" in capsys.readouterr().out


def test_a_link_is_not_followed_for_it_stays_when_the_program_is_upgraded(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "partscope"
    link.symlink_to(program)
    monkeypatch.setattr(sys, "argv", [str(link)])

    assert program_command() == [str(link)]


def test_a_checkout_starts_its_python_with_main_py(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "main.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["main.py"])

    assert program_command() == [sys.executable, str(tmp_path / "main.py")]


def test_the_one_folder_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/partscope/partscope")

    assert program_command() == ["/opt/partscope/partscope"]


def test_a_start_of_the_command_line_alone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "__main__.py"
    module.write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", [str(module)])

    with pytest.raises(PartscopeError, match=r"python main\.py install-desktop"):
        program_command()


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_told_what_to_do(
    tmp_path: Path, platform: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    status = main(["install-desktop"])

    assert status == 1
    assert "partscope-window" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
