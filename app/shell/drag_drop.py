"""What is dragged over the window, and what dropping it would do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

from app.shell.opening import kind_of


@dataclass(frozen=True, slots=True)
class Drop:
    """What would be opened, None where nothing can be; in words, what will happen or why nothing will."""

    path: Path | None
    words: str


def tr(text: str) -> str:
    """A text about what is dropped, in the user's language."""
    return QCoreApplication.translate("Dropping", text)


def drop_of(data: QMimeData, has_run: bool) -> Drop | None:
    """What dropping this would do; None where it holds no files at all. Of several files it is the first that can be
    opened."""
    if not data.hasUrls():
        return None
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not paths:
        return Drop(None, tr("Only files and folders of this machine can be opened."))
    usable = [path for path in paths if kind_of(path) != "nothing"]
    if not usable:
        text = tr("{name} cannot be opened: drop a folder of pictures, a picture, a run or an experiment.")
        return Drop(None, text.format(name=paths[0].name))
    path = usable[0]
    if kind_of(path) == "picture" and not has_run:
        return Drop(None, tr("Open a run first: then any picture dropped here is explained."))
    words = _words(path)
    if len(paths) > 1:
        more = tr("Only {name} is opened, the other {count} are not.")
        words = f"{words}\n{more.format(name=path.name, count=len(paths) - 1)}"
    return Drop(path, words)


def _words(path: Path) -> str:
    texts = {
        "folder": tr("Drop to open this folder of images"),
        "run": tr("Drop to open this run"),
        "study": tr("Drop to open this experiment"),
        "picture": tr("Drop to have this picture explained"),
    }
    return texts[kind_of(path)]
