from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.style import icons


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    return np.asarray(image.constBits()).reshape(image.height(), image.width(), 4).astype(int)


def test_the_window_has_the_icon_of_the_program() -> None:
    icon = icons.brand()

    assert not icon.isNull()
    assert pixels(icon.pixmap(64, 64).toImage())[32, 32].tolist() == [255, 200, 87, 255]  # the yellow peak


@pytest.mark.parametrize("size", [48, 256])
def test_the_icons_of_the_menu_look_like_that_of_the_window(size: int) -> None:
    drawn = QImage(str(icons.folder() / f"partscope-{size}.png"))
    expected = pixels(icons.pixmap("partscope", "", size).toImage())

    assert (drawn.width(), drawn.height()) == (size, size)
    assert np.abs(pixels(drawn) - expected).mean() < 1
