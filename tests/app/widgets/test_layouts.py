"""Two widgets beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.widgets.layouts import TwoColumns


def test_where_it_is_narrow_the_side_stands_below_and_is_as_wide_as_the_rest(qtbot: QtBot) -> None:
    main, side = QWidget(), QWidget()
    columns = TwoColumns(main, side, side, 200, 600, (0, 0, 0, 0))
    qtbot.addWidget(columns)
    columns.resize(900, 400)
    columns.show()
    wide = columns.is_narrow, side.width()
    columns.resize(500, 400)
    qtbot.waitUntil(lambda: side.width() > 400)

    assert wide == (False, 200)
    assert columns.is_narrow
    assert side.y() > main.y()
