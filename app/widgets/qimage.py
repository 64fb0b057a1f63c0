"""NumPy arrays of pixels as Qt images."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}


def to_qimage(array: np.ndarray) -> QImage:
    """Return a QImage that owns its pixels, from (H, W) grey, (H, W, 3) RGB or (H, W, 4) RGBA uint8 (thread-safe).

    Raises TypeError for arrays of another shape or type.
    """
    channels = 1 if array.ndim == 2 else array.shape[2]
    if array.dtype != np.uint8 or channels not in FORMATS:
        raise TypeError(f"not a picture: {array.dtype} {array.shape}")
    pixels = np.ascontiguousarray(array)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, width * channels, FORMATS[channels]).copy()
