"""Pictures inside an HTML text, with nothing to load."""

from __future__ import annotations

import base64
import io
from html import escape

import numpy as np

QUALITY = 88  # JPEG


def image_tag(pixels: np.ndarray, words: str, attributes: str = "", quality: int = QUALITY) -> str:
    """Return pixels (H, W, 3) uint8 as an <img> that holds them, with `words` as its alternative text."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality)
    data = base64.b64encode(file.getvalue()).decode("ascii")
    own = f" {attributes}" if attributes else ""
    return f'<img{own} src="data:image/jpeg;base64,{data}" alt="{escape(words)}">'
