"""An empty page in a low window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.widgets.common import Button
from app.widgets.empty_state import EmptyState
from app.widgets.layouts.containers import scroll_area


def test_an_empty_page_does_without_its_icon_where_it_would_have_to_scroll(qtbot: QtBot) -> None:
    empty = EmptyState("run", "No runs yet", "Every training leaves a run. They are listed here.", Button("Open run…"))
    area = scroll_area(empty)
    qtbot.addWidget(area)
    shown = []
    area.show()
    for height in (500, 200, 500):
        area.resize(560, height)
        qtbot.wait(20)
        shown.append((empty.medallion.isVisible(), area.verticalScrollBar().maximum()))

    assert shown == [(True, 0), (False, 0), (True, 0)]
