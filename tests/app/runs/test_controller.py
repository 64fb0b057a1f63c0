"""Comparison of two runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.runs.page import ALL, TWO, RunsPage
from icnn_engine.runs.run_folder import Run, write_run
from tests.app.runs.test_page import choose
from tests.forbidden_runs import without_part_2
from tests.own_network import as_own


def test_two_runs_are_compared_in_settings_figures_and_parts(
    qtbot: QtBot, page: RunsPage, run: Run, other: Path
) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    choose(qtbot, page, other, run.path)
    qtbot.mouseClick(page.both, Qt.MouseButton.LeftButton)
    compare = page.compare
    qtbot.waitUntil(lambda: compare.figures.rowCount() > 5)
    settings = [[compare.settings.item(r, c).text() for c in range(3)] for r in range(compare.settings.rowCount())]
    qtbot.waitUntil(lambda: all(not image.pixmap().isNull() for image in compare.images.values()))
    on_show = page.stack.currentIndex()
    qtbot.mouseClick(compare.back, Qt.MouseButton.LeftButton)

    assert on_show == TWO
    assert settings == [["Seed", "0", "7"]]
    assert "another seed" in compare.verdict.text()
    assert set(compare.images) == {(place, part[0]) for place in range(2) for part in run.groups()[:5]}
    assert page.stack.currentIndex() == ALL


def test_the_network_and_layer_of_ones_own_are_listed_where_they_differ(
    qtbot: QtBot, page: RunsPage, run: Run, other: Path
) -> None:
    write_run(as_own(run))
    page.refresh()
    choose(qtbot, page, other, run.path)
    qtbot.mouseClick(page.both, Qt.MouseButton.LeftButton)
    table = page.compare.settings
    qtbot.waitUntil(lambda: table.rowCount() > 2)
    rows = {table.item(r, 0).text(): {table.item(r, c).text() for c in (1, 2)} for r in range(table.rowCount())}

    assert rows["Network of your own"] == {"–", "resnet18"}
    assert rows["Layer"] == {"–", "layer3"}
    assert rows["Converted"] == {"–", "no"}


def test_what_one_of_the_runs_does_without_is_listed(qtbot: QtBot, page: RunsPage, run: Run) -> None:
    without = without_part_2(run)
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    choose(qtbot, page, without.path, run.path)
    qtbot.mouseClick(page.both, Qt.MouseButton.LeftButton)
    compare = page.compare
    qtbot.waitUntil(lambda: compare.figures.rowCount() > 5)
    settings = [[compare.settings.item(r, c).text() for c in range(3)] for r in range(compare.settings.rowCount())]
    hints = [page.table.item(line, 0).toolTip() for line in range(2)]

    assert settings in ([["Not allowed", "–", "Part 2"]], [["Not allowed", "Part 2", "–"]])
    assert sum(hint.startswith("Part 2 is not allowed in this run\n") for hint in hints) == 1
