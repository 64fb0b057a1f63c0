"""Reads a picture of a run to be shown large (thread-safe)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from app.widgets.qimage import to_qimage
from icnn_engine.core.receptive_field import Region
from icnn_engine.data import read_thumbnail
from icnn_engine.runs.found_objects import photograph_path, region_of
from icnn_engine.runs.run_folder import Run

LARGEST = 1600  # longest side


@dataclass(frozen=True, eq=False)
class LargePicture:
    """A picture of a run, and the region (left, top, right, bottom) that is read of it, as shares of its sides."""

    image: QImage
    region: Region


def large_picture(run: Run, index: int) -> LargePicture:
    """Return a picture of the run. Raises RunError, ChangedPictureError or PictureError if it is not there any more."""
    pixels = read_thumbnail(photograph_path(run, index), LARGEST)
    image = to_qimage(pixels).convertToFormat(QImage.Format.Format_RGB32)  # which Qt paints fastest
    return LargePicture(image, region_of(run, index))
