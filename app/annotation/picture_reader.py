"""Decoding pictures before they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.core.job_result import Failed
from app.core.lanes import Pool
from icnn_engine.core.annotations import Where
from icnn_engine.data import read_thumbnail

LARGEST = 1600  # longest side of a picture on show: 6 MB; 0.3 s to decode from a photograph of 12 million pixels
KIND = "mark"  # of a key in the pool


class PictureReader(QObject):
    """Keeps a few decoded pictures. `images`: those that are ready."""

    ready = Signal(object)  # Where
    failed = Signal(object, object)  # Where, Failed

    def __init__(self, pool: Pool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self.images: dict[Where, QImage] = {}

    def read(self, wanted: Sequence[Where]) -> None:
        """Decode these pictures, the first one first, and forget all others."""
        self.images = {where: image for where, image in self.images.items() if where in wanted}
        for where in reversed(wanted):  # the pool serves the latest request first
            if where not in self.images:
                work = partial(read_thumbnail, where, LARGEST)
                self._pool.ask((KIND, where), work, partial(self._keep, where), partial(self._fail, where))

    def _keep(self, where: Where, image: QImage) -> None:
        self.images[where] = image
        self.ready.emit(where)

    def _fail(self, where: Where, failure: Failed) -> None:
        self.failed.emit(where, failure)
