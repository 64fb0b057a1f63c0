from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.data.files import save


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Pictures of 48 x 32 pixels: three foxes and three zebras."""
    for number, name in enumerate(("fox/1.jpg", "fox/2.jpg", "fox/3.jpg", "zebra/1.jpg", "zebra/8.jpg", "zebra/9.jpg")):
        save(tmp_path / "photos" / name, number)
    return tmp_path / "photos"
