"""Icons: drawn in one colour from the files in `resources/icons`, sharp at every scale of the screen."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SCALES = (1.0, 2.0)


@cache
def folder() -> Path:
    """Where the files of icons are; stylesheets know it as `icons:`."""
    found = Path(str(resources.files("resources") / "icons"))
    QDir.setSearchPaths("icons", [str(found)])
    return found


@cache
def _drawing(name: str) -> str:
    return (folder() / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` points, in a colour."""
    made = QPixmap(round(size * scale), round(size * scale))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    drawing = _drawing(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made


def icon(name: str, colour: str, size: int = 18, checked: str | None = None) -> QIcon:
    """An icon of `size` points in a colour; in another where its button is checked."""
    made = QIcon()
    for state, wanted in ((QIcon.State.Off, colour), (QIcon.State.On, checked or colour)):
        for scale in SCALES:
            made.addPixmap(pixmap(name, wanted, size, scale), QIcon.Mode.Normal, state)
    return made


def brand() -> QIcon:
    """The program's own icon."""
    return QIcon(str(folder() / "partscope.svg"))
