"""Picture files that tests write."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

SHARED = Path(__file__).parents[4] / "shared" / "data"
NO_SHARED = "the real pictures are not there: ../shared/data beside the repository"


def noise(seed: int, width: int = 48, height: int = 32) -> Image.Image:
    """A smooth coloured picture of its own for each seed."""
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)


def save(path: Path, seed: int = 0, **options: object) -> Path:
    """A picture of this seed, saved at the path (its folders are made)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    noise(seed).save(path, **options)  # type: ignore[arg-type]
    return path


def touch(path: Path, text: str = "x") -> Path:
    """A small text file under any name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
