"""Folders and events for the window's tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from icnn_engine.core.annotations import Folder, Picture


def make_folder(root: Path, **counts: int) -> Path:
    """A folder with so many small pictures in each category."""
    random = np.random.default_rng(0)
    for category, count in counts.items():
        (root / category).mkdir(parents=True)
        for i in range(count):
            pixels = random.integers(0, 255, (24, 32, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(root / category / f"{i:03}.png")
    return root


def listed(root: Path, **counts: int) -> Folder:
    """A folder by name only: none of its files exists."""
    pictures = tuple(
        Picture(f"{category}/{i:06}.jpg", Path(f"{root}/{category}/{i:06}.jpg"), category)
        for category, count in sorted(counts.items())
        for i in range(count)
    )
    return Folder(root, pictures, tuple(sorted(counts)), ())
