from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.shell.frame.page_area import PageArea
from app.shell.main_window import MainWindow


@pytest.mark.parametrize("size", [(800, 480), (1092, 614), (1280, 720)])
def test_the_window_can_be_as_small_as_a_small_laptop(full_window: MainWindow, size: tuple[int, int]) -> None:
    full_window.resize(*size)
    for page in ("images", "train", "filters", "measure", "review", "export", "runs"):
        full_window.show_page(page)
        QApplication.processEvents()

        assert (full_window.width(), full_window.height()) == size


def test_a_small_window_shows_icons_without_words(full_window: MainWindow) -> None:
    full_window.resize(1400, 900)
    roomy = full_window.rail.width()
    full_window.resize(800, 480)
    texts = full_window.rail.buttons["filters"].toolButtonStyle()

    assert full_window.rail.width() < roomy
    assert texts is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert full_window.rail.buttons["filters"].toolTip() == "Filters"


def test_the_wheel_scrolls_the_page_and_changes_no_field_on_the_way(qtbot: QtBot) -> None:
    page = QWidget()
    box = QComboBox()
    box.addItems(["one", "two", "three"])
    layout = QVBoxLayout(page)
    layout.addWidget(QLineEdit())  # has the keyboard
    layout.addWidget(box)
    layout.addWidget(QLabel("\n" * 200))
    area = PageArea(page)
    qtbot.addWidget(area)
    area.resize(200, 200)
    area.show()
    qtbot.waitExposed(area)
    QTest.wheelEvent(area.windowHandle(), QPointF(box.mapTo(area, box.rect().center())), QPoint(0, -120))

    assert box.currentIndex() == 0
    assert area.verticalScrollBar().value() > 0
