"""The desktop entry of the program on Linux: what `partscope install-desktop` writes and takes away.

A file that this command did not write as it is now is neither replaced nor removed. The formats are freedesktop.org's:
Desktop Entry Specification 1.5, Icon Theme Specification, XDG Base Directory Specification.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from icnn_engine.core.atomic_files import atomic_path
from icnn_engine.core.errors import StorageError
from icnn_engine.core.language import ENGLISH, languages, speaking, translate

NAME = "partscope.desktop"
FOLDER_TYPE = "inode/directory"
DIGEST = "X-Partscope-Digest="  # of all lines before it
ICONS = {  # file in resources/icons -> place below the theme hicolor
    "partscope.svg": "scalable/apps/partscope.svg",
    "partscope-48.png": "48x48/apps/partscope.png",
    "partscope-256.png": "256x256/apps/partscope.png",
}
PATIENCE = 20  # seconds, for the programs of the desktop that register the entry


@dataclass(frozen=True, slots=True)
class Installed:
    """What was done: files written or removed, files of others that stay, and whether folders open with the entry."""

    done: tuple[Path, ...]
    kept: tuple[Path, ...]
    opens_folders: bool = False


def data_home() -> Path:
    """Return the folder of the user's data: XDG_DATA_HOME, where it is absolute, else ~/.local/share."""
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".local" / "share"


def install(command: Sequence[str], place: Path) -> Installed:
    """Write the entry that starts `command`, and its icons, below `place`. Raises StorageError for another's entry.

    A desktop without a default for folders would open every folder with the newest entry that offers it. Where that
    happens, the entry is written again without the offer.
    """
    entry = _own_entry(place)
    icons = dict(_icons(place))
    for icon, content in icons.items():
        if not icon.exists():
            _write(icon, content)
    before = _opener_of_folders()
    _write(entry, _encoded(entry_text(command, opens_folders=True)))
    _register(entry)
    opens_folders = before == NAME or _opener_of_folders() != NAME
    if not opens_folders:
        _write(entry, _encoded(entry_text(command, opens_folders=False)))
        _register(entry)
    ours = [icon for icon, content in icons.items() if icon.read_bytes() == content]
    return Installed((entry, *ours), tuple(icon for icon in icons if icon not in ours), opens_folders)


def remove(place: Path) -> Installed:
    """Remove the entry and its icons below `place`. Raises StorageError for another's entry."""
    entry = _own_entry(place)
    there = {icon: content for icon, content in _icons(place) if icon.exists()}
    ours = [icon for icon, content in there.items() if icon.read_bytes() == content]
    done = [path for path in (entry, *ours) if path.exists()]
    for path in done:
        path.unlink()
    if done:
        _register(entry)
    return Installed(tuple(done), tuple(icon for icon in there if icon not in ours))


def entry_text(command: Sequence[str], opens_folders: bool) -> str:
    """Return the text of the entry that starts `command` (its first word is an absolute path)."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Partscope",
        *_comments(),
        f"Exec={' '.join(map(_quoted, command))} %f",
        f"TryExec={_escaped(command[0])}",
        "Icon=partscope",
        "Terminal=false",
        "StartupWMClass=Partscope",
        "Categories=Science;ArtificialIntelligence;",
    ]
    if opens_folders:
        lines.append(f"MimeType={FOLDER_TYPE};")
    return _signed("".join(f"{line}\n" for line in lines))


def _comments() -> Iterator[str]:
    english = ""
    for code in languages():
        with speaking(code):
            text = str(translate("Desktop", "Find the parts that a neural network has learned in your photographs"))
        if code == ENGLISH:
            english = text
            yield f"Comment={text}"
        elif text != english:
            yield f"Comment[{code}]={text}"


def _quoted(word: str) -> str:
    """Return a word of `Exec`: quoted as for a shell, % doubled, then escaped as every text of the file."""
    for letter in '\\"`$':
        word = word.replace(letter, f"\\{letter}")
    return _escaped(f'"{word}"'.replace("%", "%%"))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _signed(text: str) -> str:
    return f"{text}{DIGEST}{hashlib.sha256(_encoded(text)).hexdigest()}\n"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")  # a path may have bytes that are not UTF-8


def _write(path: Path, content: bytes) -> None:
    with atomic_path(path) as part:
        part.write_bytes(content)


def _own_entry(place: Path) -> Path:
    """Return the path of the entry. Raises StorageError where a file is there that this command did not write."""
    entry = place / "applications" / NAME
    if entry.exists() or entry.is_symlink():
        text = entry.read_bytes().decode("utf-8", "surrogateescape") if entry.is_file() else ""
        if text != _signed(text.partition(DIGEST)[0]):
            words = translate(
                "Errors",
                "{path} was written or changed by somebody else, so it stays as it is. Move it away first, then run "
                "this command again.",
            )
            raise StorageError(words.format(path=entry))
    return entry


def _icons(place: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the path below `place` and the content of each icon."""
    for name, below in ICONS.items():
        yield place / "icons" / "hicolor" / below, files("resources").joinpath("icons", name).read_bytes()


def _register(entry: Path) -> None:
    """Let the desktop know that its folders have changed; it does so itself, later, where this is not possible."""
    _output("update-desktop-database", str(entry.parent))
    hicolor = entry.parents[1] / "icons" / "hicolor"
    if hicolor.is_dir():
        os.utime(hicolor)  # a cache that is older than the folder is not used


def _opener_of_folders() -> str:
    """Return the name of the entry with which the desktop opens folders; '' if it does not say."""
    return _output("xdg-mime", "query", "default", FOLDER_TYPE)


def _output(program: str, *arguments: str) -> str:
    """Return what a program of the desktop prints; '' where it is missing or fails."""
    found = shutil.which(program)
    if found is None:
        return ""
    try:
        return subprocess.run([found, *arguments], capture_output=True, text=True, timeout=PATIENCE).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
