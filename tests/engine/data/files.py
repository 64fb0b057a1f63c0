"""Folders and picture files for tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.core.annotations import Folder
from icnn_engine.core.errors import PictureError
from icnn_engine.data import list_folder, read_picture

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


def reason(path: Path) -> str:
    """Why a picture cannot be read."""
    with pytest.raises(PictureError) as caught:
        read_picture(path)
    return str(caught.value)


def touch(path: Path, text: str = "x") -> Path:
    """A small text file under any name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def fill(root: Path, *folders: str) -> Folder:
    """List a folder with a picture (by name only) in each of these folders."""
    for number, folder in enumerate(folders):
        touch(root / folder / f"{number}.jpg")
    return list_folder(root)


def kinds(folder: Folder) -> set[tuple[str, str | None]]:
    """Return the pairs of category and side of a folder's pictures."""
    return {(p.category, p.side) for p in folder.pictures}
