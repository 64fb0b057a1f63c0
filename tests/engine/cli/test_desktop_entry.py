"""The desktop entry: its text, and that files of others are never touched. The desktop's own programs are stood in."""

from __future__ import annotations

import re
import shutil
import subprocess
from configparser import ConfigParser
from importlib.resources import files
from pathlib import Path

import pytest

from icnn_engine.cli.desktop_entry import data_home, entry_text, install, remove
from icnn_engine.core.errors import StorageError

COMMAND = ["/opt/Partscope 1/partscope"]
PNG = "icons/hicolor/48x48/apps/partscope.png"

needs_links = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell, so this is no Linux desktop")


def parsed(text: str) -> dict[str, str]:
    """The keys of an entry, read as a desktop does: one group, keys with capitals, texts unescaped."""
    reader = ConfigParser(interpolation=None, delimiters="=", comment_prefixes="#", strict=True)
    reader.optionxform = str  # type: ignore[assignment, method-assign]
    reader.read_string(text)
    letters = {"\\\\": "\\", "\\n": "\n", "\\t": "\t", "\\r": "\r", "\\s": " "}
    unescape = re.compile(r"\\[\\ntrs]")
    return {key: unescape.sub(lambda m: letters[m[0]], value) for key, value in reader["Desktop Entry"].items()}


def words(command: str) -> list[str]:
    """The words of an `Exec`, each in quotes or without any, as the specification reads them."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', command, flags=re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL).replace("%%", "%") or plain for quoted, plain in found]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop without a default for folders: it opens them with Partscope, once its entry offers it."""
    tools = tmp_path / "tools"
    tools.mkdir()
    place = tmp_path / "data"
    _write_script(tools / "update-desktop-database", f'echo "$1" >> {tmp_path}/registered')
    _write_script(
        tools / "xdg-mime",
        f"grep -qs MimeType=inode/directory {place}/applications/partscope.desktop && echo partscope.desktop || true",
    )
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    return place


def _write_script(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def file_manager(desktop: Path) -> Path:
    """A desktop whose folders stay with its file manager."""
    _write_script(desktop.parent / "tools" / "xdg-mime", "echo org.gnome.Nautilus.desktop")
    return desktop


@pytest.mark.parametrize(
    "path",
    [
        "/usr/bin/partscope",
        "/home/a b/partscope",
        '/home/"q" $HOME `x` \\ back/partscope',
        "/home/50% of it/partscope",
        "/home/두 번째/partscope",
        "/home/line\nbreak/partscope",
    ],
)
def test_any_path_of_the_program_comes_back_from_the_entry(path: str) -> None:
    keys = parsed(entry_text([path, "/opt/main.py"], opens_folders=True))

    assert words(keys["Exec"]) == [path, "/opt/main.py", "%f"]
    assert keys["TryExec"] == path


def test_the_entry_opens_folders_in_a_window_with_its_icon() -> None:
    keys = parsed(entry_text(COMMAND, opens_folders=True))

    assert keys["Type"] == "Application"
    assert keys["Name"] == "Partscope"
    assert keys["Icon"] == "partscope"
    assert keys["Terminal"] == "false"
    assert keys["MimeType"] == "inode/directory;"
    assert "MimeType" not in parsed(entry_text(COMMAND, opens_folders=False))


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
@pytest.mark.parametrize("opens_folders", [True, False])
def test_the_validator_of_the_desktop_finds_nothing(tmp_path: Path, opens_folders: bool) -> None:
    entry = tmp_path / "partscope.desktop"
    entry.write_text(entry_text(['/a "b" %/partscope'], opens_folders), encoding="utf-8")
    ended = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)

    assert (ended.stdout, ended.stderr, ended.returncode) == ("", "", 0)


def test_the_data_folder_is_the_users_choice_if_it_is_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    chosen = data_home()
    monkeypatch.setenv("XDG_DATA_HOME", "relative")

    assert chosen == tmp_path
    assert data_home() == Path.home() / ".local" / "share"


@needs_links
def test_entry_and_icons_are_written_registered_and_removed_again(file_manager: Path) -> None:
    written = install(COMMAND, file_manager)
    there = {path for path in file_manager.rglob("*") if path.is_file()}
    registered = (file_manager.parent / "registered").read_text(encoding="utf-8")
    removed = remove(file_manager)

    assert there == set(written.done)
    assert len(there) == 4
    assert written.opens_folders
    assert registered == f"{file_manager / 'applications'}\n"
    assert set(removed.done) == there
    assert not [path for path in file_manager.rglob("*") if path.is_file()]
    assert not remove(file_manager).done


@needs_links
def test_a_desktop_that_would_open_every_folder_with_it_is_not_offered_that(desktop: Path) -> None:
    written = install(COMMAND, desktop)

    assert not written.opens_folders
    assert "MimeType" not in written.done[0].read_text(encoding="utf-8")
    assert (desktop.parent / "registered").read_text(encoding="utf-8").count("\n") == 2


@needs_links
def test_a_second_call_replaces_its_own_entry(file_manager: Path) -> None:
    install(["/old/partscope"], file_manager)
    again = install(COMMAND, file_manager)

    assert parsed(again.done[0].read_text(encoding="utf-8"))["TryExec"] == COMMAND[0]


@needs_links
@pytest.mark.parametrize("change", ["[Desktop Entry]\nName=Mine\n", "{ours}Hidden=true\n", "\udcff"])
def test_an_entry_of_somebody_else_stays_and_nothing_is_written(file_manager: Path, change: str) -> None:
    entry = file_manager / "applications" / "partscope.desktop"
    entry.parent.mkdir(parents=True)
    theirs = change.format(ours=entry_text(COMMAND, True)).encode("utf-8", "surrogateescape")
    entry.write_bytes(theirs)
    for action in (lambda: install(COMMAND, file_manager), lambda: remove(file_manager)):
        with pytest.raises(StorageError, match="Move it away first"):
            action()

    assert [path for path in file_manager.rglob("*") if path.is_file()] == [entry]
    assert entry.read_bytes() == theirs


@needs_links
def test_an_icon_of_somebody_else_stays_when_the_entry_is_written_and_removed(file_manager: Path) -> None:
    icon = file_manager / PNG
    icon.parent.mkdir(parents=True)
    icon.write_bytes(b"another program's")
    written = install(COMMAND, file_manager)
    removed = remove(file_manager)

    assert written.kept == removed.kept == (icon,)
    assert icon.read_bytes() == b"another program's"
    assert [path for path in file_manager.rglob("*") if path.is_file()] == [icon]


@needs_links
def test_without_the_programs_of_a_desktop_the_entry_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    written = install(COMMAND, tmp_path / "data")

    assert written.opens_folders
    assert (tmp_path / "data" / PNG).read_bytes() == files("resources").joinpath("icons/partscope-48.png").read_bytes()
