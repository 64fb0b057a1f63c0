"""Reads pictures of the open folder for the Images page, in the threads of the pool."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from icnn_engine.core.annotations import Picture, Where, WithBrightness, location_of


class PictureLoader:
    """Reads pictures with the brightness of their folder, once its check-up has found it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._uses: set[str] = set()

    def location(self, picture: Picture) -> Where:
        """Return where a picture is, with the brightness of its folder."""
        checkup = self._context.session.checkup
        if checkup is None or not checkup.brightness:
            return picture.path
        return WithBrightness(location_of(picture.path), checkup.brightness)

    def size(self, name: str) -> tuple[int, int] | None:
        """Return width and height of a picture's file in pixels; None if the check-up has not seen it."""
        checkup = self._context.session.checkup
        pictures = checkup.pictures if checkup is not None else ()
        return next(((picture.width, picture.height) for picture in pictures if picture.name == name), None)

    def forget(self) -> None:
        """Drop what was not read yet."""
        self._context.pool.forget(*self._uses)

    def load(
        self,
        use: str,
        picture: Picture,
        side: int,
        done: Callable[[str, QImage], None],
        failed: Callable[[str, Failed], None] | None = None,
    ) -> None:
        """Read a picture, then call `done` with its name and image, or `failed` with its name and the error.

        The longer side of the image has at most `side` pixels. For each `use` a picture is read once at a time.
        """
        self._uses.add(use)
        work = partial(_read, self.location(picture), side)
        missed = partial(failed, picture.name) if failed is not None else None
        self._context.pool.ask((use, picture.name), work, partial(done, picture.name), missed)


def _read(location: Where, side: int) -> np.ndarray:
    from icnn_engine.data import read_thumbnail

    return read_thumbnail(location, side)
