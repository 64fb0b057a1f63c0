"""Writes a step of the lecture as a figure: PNG, SVG or PDF, in the light colours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from app.learn.drawing.items import Step
from app.learn.drawing.slide import paint_slide
from app.style.theme import LIGHT
from icnn_engine.core.atomic_files import atomic_path

SLIDE = QSize(1600, 900)
SHARP = 2  # pixels of a PNG per point
DPI = 200  # of a PDF, whose page is 8 inches wide


def step_bytes(step: Step, family: QFont, kind: str) -> bytes:
    """Return a step as a file. `kind`: "png", "svg" or "pdf"."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    {"png": _png, "svg": _svg, "pdf": _pdf}[kind](buffer, step, family)
    buffer.close()
    return bytes(data.data())


def save_step(path: Path, step: Step, family: QFont) -> None:
    """Write a step in the format of the file's ending. Raises StorageError."""
    data = step_bytes(step, family, path.suffix.lower().removeprefix("."))
    with atomic_path(path) as part:
        part.write_bytes(data)


def _png(buffer: QBuffer, step: Step, family: QFont) -> None:
    image = QImage(SLIDE * SHARP, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    painter.scale(SHARP, SHARP)
    _paint(painter, step, family)
    painter.end()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, which Qt refuses


def _svg(buffer: QBuffer, step: Step, family: QFont) -> None:
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(SLIDE)
    made.setViewBox(QRectF(0, 0, SLIDE.width(), SLIDE.height()))
    made.setTitle(step.title)
    made.setDescription(step.text)
    painter = QPainter(made)
    _paint(painter, step, family)
    painter.end()


def _pdf(buffer: QBuffer, step: Step, family: QFont) -> None:
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(step.title)
    page = QSizeF(SLIDE.width() / DPI, SLIDE.height() / DPI)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Inch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    _paint(painter, step, family)
    painter.end()


def _paint(painter: QPainter, step: Step, family: QFont) -> None:
    paint_slide(painter, QRectF(0, 0, SLIDE.width(), SLIDE.height()), step, LIGHT, family)
