"""Icons, drawn in one colour from the files in `resources/icons` for every scale of the screen."""

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
    """Return the folder of the icons. Stylesheets find it as `icons:` after the first call."""
    icons = Path(str(resources.files("resources") / "icons"))
    QDir.setSearchPaths("icons", [str(icons)])
    return icons


@cache
def _svg(name: str) -> str:
    return (folder() / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """Return an icon of `size` points in a colour, for a scale of the screen."""
    image = QPixmap(round(size * scale), round(size * scale))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg = _svg(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(scale)
    return image


def icon(name: str, colour: str, size: int = 18, checked: str | None = None) -> QIcon:
    """Return an icon of `size` points in a colour, and in another one for a checked button."""
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(pixmap(name, colour, size, scale), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, checked or colour, size, scale), QIcon.Mode.Normal, QIcon.State.On)
    return made


def brand() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(folder() / "partscope.svg"))
