"""Pictures flow by: one at a time, a few each second, and none while nobody looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.train.picture_stream import KEPT, PictureStream
from icnn_engine.core.annotations import Where

PATHS = tuple(Path(f"/{number}.jpg") for number in range(8))


@pytest.fixture
def stream(qtbot: QtBot) -> PictureStream:
    made = PictureStream()
    qtbot.addWidget(made)
    made.resize(600, made.height())
    return made


def test_of_many_pictures_read_at_once_one_is_asked_for(qtbot: QtBot, stream: PictureStream) -> None:
    asked: list[Where] = []
    stream.wanted.connect(asked.append)
    stream.show()
    for path in PATHS:
        stream.add((path,))
    first = list(asked)
    qtbot.waitUntil(lambda: len(asked) == 2)

    assert first == [PATHS[0]]
    assert asked == [PATHS[0], PATHS[-1]]


def test_nothing_is_asked_for_while_nobody_looks(qtbot: QtBot, stream: PictureStream) -> None:
    asked: list[Where] = []
    stream.wanted.connect(asked.append)
    stream.add(PATHS)
    qtbot.wait(300)
    hidden = list(asked)
    stream.show()
    qtbot.waitUntil(lambda: bool(asked))

    assert not hidden


def test_only_so_many_are_kept(stream: PictureStream) -> None:
    for _ in range(KEPT + 5):
        stream.set_image(QImage(20, 20, QImage.Format.Format_RGB888))
    full = stream.count
    stream.clear()

    assert (full, stream.count) == (KEPT, 0)
