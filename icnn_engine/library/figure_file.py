"""A figure that was written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine.library import html
from icnn_engine.library.showing import Showing
from icnn_engine.report.html_image import image_tag

WIDTH, QUALITY = 900, 80  # of a figure in a notebook: pixels, and JPEG's quality, at which letters stay sharp


@dataclass(frozen=True)
class FigureFile(Showing):
    """A figure in a file; `path` has the figure as it is printed. A notebook shows PNG files smaller."""

    path: Path

    def __fspath__(self) -> str:
        return str(self.path)

    def shown_pixels(self) -> np.ndarray:
        """Return the pixels (H, W, 3) uint8 of a PNG file."""
        from PIL import Image

        with Image.open(self.path) as image:
            return np.asarray(image.convert("RGB"))

    def _repr_html_(self) -> str:
        if self.path.suffix.lower() != ".png":
            return html.words(str(self.path))
        from PIL import Image

        small = Image.fromarray(self.shown_pixels())
        small.thumbnail((WIDTH, 4 * WIDTH), Image.Resampling.LANCZOS)
        return image_tag(np.asarray(small), self.path.name, 'style="max-width:100%"', QUALITY)
