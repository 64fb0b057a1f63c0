"""The live gallery changes seldom, and says which crops it is missing."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.train.live_gallery import LiveGallery
from icnn_engine.core.events import BestPicture, GalleryFilter


def filters_on(*pictures: int) -> tuple[GalleryFilter, ...]:
    """Return one filter that fires on these pictures."""
    return (GalleryFilter(3, tuple(BestPicture(picture, (1, 2), 0.5) for picture in pictures)),)


def test_filters_that_come_soon_after_others_wait_for_the_next_exchange(qtbot: QtBot) -> None:
    gallery, asked = LiveGallery(), []
    qtbot.addWidget(gallery)
    gallery.wanted.connect(asked.append)
    gallery.resize(500, 300)
    gallery.show()
    gallery.set_filters(filters_on(0, 1))
    gallery.set_filters(filters_on(2))
    gallery.set_filters(filters_on(1, 4))
    before = gallery.places
    gallery.show_latest()

    assert before == [(0, (1, 2)), (1, (1, 2))]
    assert gallery.places == [(1, (1, 2)), (4, (1, 2))]
    assert {picture for picture, _cell in asked} == {0, 1, 4}


def test_the_next_exchange_comes_by_itself(qtbot: QtBot) -> None:
    gallery = LiveGallery()
    qtbot.addWidget(gallery)
    gallery.set_filters(filters_on(0))
    gallery._clock.setInterval(1)
    gallery.set_filters(filters_on(5))
    gallery._clock.start()

    qtbot.waitUntil(lambda: gallery.places == [(5, (1, 2))])


def test_a_cleared_gallery_shows_what_comes_next_at_once(qtbot: QtBot) -> None:
    gallery = LiveGallery()
    qtbot.addWidget(gallery)
    gallery.set_filters(filters_on(0))
    gallery.set_crop((0, (1, 2)), QImage(8, 8, QImage.Format.Format_RGB32))
    gallery.clear()
    gallery.set_filters(filters_on(7))

    assert gallery.places == [(7, (1, 2))]
    assert gallery.crop_of((0, (1, 2))) is None
