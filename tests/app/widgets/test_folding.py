"""Two widgets that fold in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.widgets.folding import FoldingRow


def test_two_widgets_stand_beside_each_other_and_fold_in_a_narrow_window(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    folding = FoldingRow(first, second, width=300, least=700, heights=(400, 500))
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
