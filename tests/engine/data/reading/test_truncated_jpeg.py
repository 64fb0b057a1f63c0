"""JPEG files that lack their end."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.data import read_picture, read_thumbnail
from tests.engine.data.files import noise, reason


def jpeg(**options: object) -> bytes:
    file = io.BytesIO()
    noise(2, 120, 80).save(file, "JPEG", **options)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"quality": 30}, {"subsampling": 0}, {"optimize": True}]
)
def test_a_jpeg_that_lacks_no_more_than_its_end_is_read(tmp_path: Path, options: dict[str, object]) -> None:
    whole = jpeg(**options)
    (tmp_path / "x.jpg").write_bytes(whole)
    for cut in (1, 2):
        (tmp_path / f"{cut}.jpg").write_bytes(whole[:-cut])

        assert np.array_equal(read_picture(tmp_path / f"{cut}.jpg"), read_picture(tmp_path / "x.jpg"))
        assert read_thumbnail(tmp_path / f"{cut}.jpg", 32).shape == (21, 32, 3)


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
@pytest.mark.parametrize("lacking", [6, 12, 100, 400])
def test_a_jpeg_that_lacks_pixels_is_reason(tmp_path: Path, options: dict[str, object], lacking: int) -> None:
    (tmp_path / "x.jpg").write_bytes(jpeg(**options)[:-lacking])

    assert reason(tmp_path / "x.jpg") == "the picture is damaged: the file ends too early"
