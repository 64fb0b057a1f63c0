"""Dragging files over the window: a hint says what dropping them will do, and dropping opens them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.core.context import Context
from app.shell.frame.drop_hint import DropHint
from app.shell.opening import kind_of
from app.shell.translator import tr


@dataclass(frozen=True, slots=True)
class Drop:
    """What dropping would open, None if nothing, and in words what will happen or why nothing will."""

    path: Path | None
    words: str


class DropTarget(QObject):
    """Lets files be dropped on a window."""

    def __init__(self, window: QWidget, context: Context, open_: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._context, self._open, self._hint = context, open_, DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802
        match event:
            case QDragEnterEvent():
                self._enter(event)
            case QDragMoveEvent():
                event.setAccepted(self._hint.is_welcome)
            case QDragLeaveEvent():
                self._hint.hide()
            case QDropEvent():
                self._drop(event)
            case _:
                return False
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        drop = drop_of(event.mimeData(), self._context.session.run is not None)
        if drop is not None:
            # Accepted even if it cannot be opened: else the hint could not say why, nor hide when the mouse leaves.
            event.acceptProposedAction()
            self._hint.show_text(drop.words, drop.path is not None)

    def _drop(self, event: QDropEvent) -> None:
        self._hint.hide()
        drop = drop_of(event.mimeData(), self._context.session.run is not None)
        if drop is not None and drop.path is not None:
            event.acceptProposedAction()
            self._open(drop.path)
        elif drop is not None:
            self._context.messages.problem(drop.words)


def drop_of(data: QMimeData, has_run: bool) -> Drop | None:
    """Return what dropping this would do, None if it holds no files. Of several, the first usable file is opened."""
    if not data.hasUrls():
        return None
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not paths:
        return Drop(None, tr("Only files and folders of this machine can be opened."))
    path = next((path for path in paths if kind_of(path) != "nothing"), None)
    if path is None:
        text = tr(
            "{name} cannot be opened: drop a folder of pictures, a picture, a run, an experiment or a file of weights."
        )
        return Drop(None, text.format(name=paths[0].name))
    if kind_of(path) == "picture" and not has_run:
        return Drop(None, tr("Open a run first: then any picture dropped here is explained."))
    texts = {
        "folder": tr("Drop to open this folder of images"),
        "run": tr("Drop to open this run"),
        "study": tr("Drop to open this experiment"),
        "picture": tr("Drop to have this picture explained"),
        "network": tr("Drop to look inside this network"),
    }
    words = texts[kind_of(path)]
    if len(paths) > 1:
        more = tr("Only {name} is opened, the other {count} are not.")
        words = f"{words}\n{more.format(name=path.name, count=len(paths) - 1)}"
    return Drop(path, words)
