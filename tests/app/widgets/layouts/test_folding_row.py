"""Two widgets that fold in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.widgets.layouts.folding_row import FoldingRow


def test_two_widgets_stand_beside_each_other_and_fold_in_a_narrow_window(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    folding = FoldingRow(first, second, first, width=300, least=700, heights=(400, 500))
    qtbot.addWidget(folding)
    folding.resize(900, 450)
    folding.show()
    qtbot.waitUntil(lambda: second.x() > first.x())
    beside = first.width(), first.height() <= 450
    folding.resize(600, 450)
    qtbot.waitUntil(lambda: second.y() > first.y())

    assert beside == (300, True)
    assert first.width() > 500
    assert (first.height() >= 400, second.height() >= 500) == (True, True)
    assert folding.verticalScrollBar().maximum() > 0
    assert folding.horizontalScrollBar().maximum() == 0


def test_where_it_is_folded_the_side_stands_below_and_is_as_wide_as_the_rest(qtbot: QtBot) -> None:
    main, side = QWidget(), QWidget()
    folding = FoldingRow(main, side, side, 200, 600)
    qtbot.addWidget(folding)
    folding.resize(900, 400)
    folding.show()
    wide = folding.is_folded, side.width()
    folding.resize(500, 400)
    qtbot.waitUntil(lambda: side.width() > 400)

    assert wide == (False, 200)
    assert folding.is_folded
    assert side.y() > main.y()
