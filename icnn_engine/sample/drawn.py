"""A drawn picture with its truth."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from icnn_engine.core.annotations import Box, Landmark


@dataclass(frozen=True, eq=False)
class Drawn:
    """An RGB picture, its visible landmarks, and the boxes of its objects, in pixels of the picture. Where faults are
    planted: the category that it `shows`, and the box of its `mark`, if it has one."""

    image: Image.Image
    landmarks: tuple[Landmark, ...] = ()
    boxes: tuple[Box, ...] = ()
    shows: str = ""
    mark: Box | None = None
