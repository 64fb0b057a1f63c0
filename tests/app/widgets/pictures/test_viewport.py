from __future__ import annotations

from PySide6.QtCore import QSizeF

from app.widgets.pictures.viewport import Viewport, placed


def test_a_picture_of_another_shape_is_laid_into_the_view_without_distortion() -> None:
    wide = placed(Viewport(), QSizeF(200, 100), QSizeF(300, 300))
    tall = placed(Viewport(), QSizeF(100, 200), QSizeF(300, 300))

    assert (wide.x(), wide.y(), wide.width(), wide.height()) == (0, 75, 300, 150)
    assert (tall.x(), tall.y(), tall.width(), tall.height()) == (75, 0, 150, 300)
