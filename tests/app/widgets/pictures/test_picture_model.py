"""Items whose images are made later: what the model keeps and what the delegate asks for."""

from __future__ import annotations

from operator import attrgetter
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from app.widgets.pictures.picture_model import KEPT, Index, PictureDelegate, PictureModel, set_up_view


class PlainDelegate(PictureDelegate):
    """Paints an item as its image and nothing else."""

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if (image := self.image(index)) is not None:
            painter.drawImage(option.rect, image)


@pytest.fixture
def model() -> PictureModel:
    made = PictureModel(attrgetter("key"), lambda item: f"picture {item.key} <b>")
    made.set_items([SimpleNamespace(key=key) for key in range(6)], columns=3)
    return made


def picture() -> QImage:
    made = QImage(4, 4, QImage.Format.Format_RGB888)
    made.fill(Qt.GlobalColor.red)
    return made


def test_items_stand_in_rows_of_columns_and_are_found_by_their_keys(model: PictureModel) -> None:
    index = model.index_of(4)

    assert (model.rowCount(), model.columnCount()) == (2, 3)
    assert (index.row(), index.column()) == (1, 1)
    assert model.item(index).key == 4
    assert not model.index_of(9).isValid()


def test_images_stay_with_their_keys_when_other_items_are_shown(model: PictureModel) -> None:
    model.set_image(4, picture())
    model.set_items([SimpleNamespace(key=4)])
    kept = model.image_of(4)
    model.forget_images()

    assert kept is not None
    assert model.image_of(4) is None


def test_an_image_that_cannot_be_made_is_null_and_not_missing(model: PictureModel) -> None:
    model.set_image(1, None)

    assert model.image_of(1).isNull()
    assert model.image_of(2) is None


def test_only_the_latest_images_are_kept(model: PictureModel) -> None:
    for key in range(KEPT + 1):
        model.set_image(key, picture())

    assert model.image_of(0) is None
    assert model.image_of(KEPT) is not None


def test_words_are_shown_letter_for_letter(model: PictureModel) -> None:
    index = model.index_of(2)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "picture 2 <b>"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_missing_images_in_sight_are_asked_for_until_they_are_there(qtbot: QtBot, model: PictureModel) -> None:
    view, asked = QTableView(), []
    qtbot.addWidget(view)
    delegate = PlainDelegate(view)
    delegate.wanted.connect(asked.append)
    set_up_view(view, model, delegate, "Pictures")
    view.resize(500, 300)
    view.show()
    qtbot.waitUntil(lambda: set(asked) == set(range(6)))
    for key in range(6):
        model.set_image(key, picture())
    asked.clear()
    view.viewport().repaint()

    assert asked == []
