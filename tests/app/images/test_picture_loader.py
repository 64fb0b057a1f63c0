from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.page import ImagesPage
from app.shell.opening import Opener
from tests.app.pictures import make_folder


def test_deep_pictures_take_the_brightness_of_their_folder_once_it_is_known(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    root = make_folder(tmp_path / "zoo", fox=1)
    for name, top in (("dark", 200), ("light", 4095)):
        Image.fromarray(np.full((24, 32), top, np.uint16)).save(root / "fox" / f"{name}.png")

    def grey() -> int:
        image = page.grid.model_.thumbnail("fox/dark.png")
        return -1 if image is None else image.pixelColor(2, 2).red()

    Opener(context, context.session).open_folder(root)
    qtbot.waitUntil(lambda: context.session.checkup is not None)

    qtbot.waitUntil(lambda: grey() == round(200 / 4095 * 255))
