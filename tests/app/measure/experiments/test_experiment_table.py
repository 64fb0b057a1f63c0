from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.measure.experiments.experiment_model import ExperimentModel
from app.measure.page import MeasurePage
from icnn_engine.experiment.experiment_folder import Experiment
from icnn_engine.experiment.experiment_table import experiment_rows
from tests.app.measure.experiments.fake_runner import shown

NETWORK, ACCURACY = 2, 3  # columns


def column(page: MeasurePage, place: int) -> list[str]:
    return [line[place] for line in page.experiments.panel.table.texts()]


def test_a_figure_stands_with_its_interval_a_star_and_what_it_means(
    qtbot: QtBot, page: MeasurePage, study: Experiment
) -> None:
    table = shown(qtbot, page, study.path).panel.table
    row = next(row for row in experiment_rows(study) if row.network == "partscope")
    figure = row.figures["equivariance"]
    place = next(i for i, c in enumerate(table.model.columns) if c.key == "equivariance") + NETWORK + 1
    line = column(page, NETWORK).index("Partscope")
    cell = table.model.index(line, place)
    told = cell.data(Qt.ItemDataRole.ToolTipRole)

    assert figure.differs
    assert cell.data() == f"{figure.value.mean:.3f}*"
    assert f"95 % interval {figure.against.low:+.3f} – {figure.against.high:+.3f}: a difference" in told
    assert "Share of peaks" in table.model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert table.figures.isColumnHidden(NETWORK)
    assert table.names.isColumnHidden(place)


def test_the_table_is_sorted_by_any_column_and_what_was_not_measured_stays_last(
    qtbot: QtBot, page: MeasurePage, study: Experiment
) -> None:
    table = shown(qtbot, page, study.path).panel.table
    usual = column(page, NETWORK)
    header = table.figures.horizontalHeader()
    header.setSortIndicator(ACCURACY, Qt.SortOrder.DescendingOrder)
    falling = column(page, ACCURACY)
    header.setSortIndicator(ACCURACY, Qt.SortOrder.AscendingOrder)
    rising = column(page, ACCURACY)
    table.names.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    measured = [float(text.rstrip("*").removesuffix(" %")) for text in falling if text]

    without = ["k-means, no training", "Without learning"]
    assert usual[:6] == ["Ordinary", "Paper (eq. 1)", "Partscope", "CAM network", *without]
    assert measured == sorted(measured, reverse=True)
    assert [text for text in rising if text] == [text for text in reversed(falling) if text]
    assert falling[-4:] == rising[-4:] == [""] * 4
    assert column(page, NETWORK) == usual


def test_every_title_stands_alone(study: Experiment) -> None:
    model = ExperimentModel()
    model.set_rows(experiment_rows(study))
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]

    assert "Location instability of the centre" in titles
    assert len(set(titles)) == len(titles)
    assert not any("…" in title for title in titles)
