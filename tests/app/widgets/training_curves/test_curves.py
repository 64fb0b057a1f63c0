"""The curves of a training: read at an epoch in all plots at once, by mouse and keys, and summed up in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.train.page import TrainPage
from app.widgets.training_curves.curve_words import settled, summary
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import Run
from tests.app.train.train_page import FakeTraining, click, epoch_done, open_page, pretend


@pytest.fixture
def fake(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> FakeTraining:
    return pretend(fake_run, monkeypatch)


@pytest.fixture
def page(qtbot: QtBot, context: Context, fake: FakeTraining) -> TrainPage:
    assert not fake.closed
    return open_page(qtbot, context)


def test_pointing_at_an_epoch_in_one_plot_reads_all_of_them(qtbot: QtBot, page: TrainPage) -> None:
    page.form.fields["epochs"].set_value(2)
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    page.live.curves_section.button.click()
    filters, answers = page.curves["filter"], page.curves["class"]
    qtbot.waitUntil(lambda: filters.plot.isVisible() and filters.plot.viewport().width() > 120)
    qtbot.wait(50)  # until what was unfolded is laid out
    middle = filters.plot.viewport().rect().center()
    qtbot.mouseMove(filters.plot.viewport(), middle - QPoint(30, 0))
    qtbot.mouseMove(filters.plot.viewport(), middle)
    qtbot.waitUntil(lambda: "At epoch" in answers.accessibleDescription())
    pointed = set(answers.reading())
    QApplication.sendEvent(filters.plot, QEvent(QEvent.Type.Leave))

    assert pointed == {"interpretable", "twin", "cam"}
    assert answers.accessibleDescription().startswith("Latest values")


def test_the_arrow_keys_read_the_plots_epoch_by_epoch(qtbot: QtBot, page: TrainPage) -> None:
    page.form.fields["epochs"].set_value(2)
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: page.curves["entropy"].points("position") == [1.5] if page.curves else False)
    plot = page.curves["class"]
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    last = plot.accessibleDescription()
    entropies = page.curves["entropy"].accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    first = plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Escape)

    assert last.startswith("At epoch 1.0: interpretable 0.7")
    assert "over positions 1.500" in entropies
    assert first.startswith("At epoch 0.0")
    assert plot.accessibleDescription().startswith("Latest values")


def test_at_the_end_the_training_is_summed_up_in_words(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    fake.go_on.set()
    page.form.fields["epochs"].set_value(4)
    with qtbot.waitSignal(context.jobs.ended, timeout=20000):
        click(qtbot)(page.start)
        before = page.live.summary.isVisibleTo(page.live.curves_section.content)

    assert not before
    assert page.live.summary.isVisibleTo(page.live.curves_section.content)
    assert "no closer to one part" in page.live.summary.text()  # the filter loss of these epochs never changes


@pytest.mark.parametrize(
    ("values", "epoch"), [((3, 2, 1, 1.0, 1.1), 3), ((3, 2, 1), 3), ((1, 1, 2), 0), ((2, 1, 1), 2)]
)
def test_a_curve_is_settled_where_it_is_about_as_low_as_it_gets(values: tuple[float, ...], epoch: int) -> None:
    assert settled(values) == epoch


def test_a_curve_that_still_falls_asks_for_more_epochs() -> None:
    falling = [
        replace(epoch_done(NetworkName.INTERPRETABLE, i, 4), filter_loss=4.0 - i, class_loss=1 / i) for i in (1, 2, 3)
    ]

    assert "still coming closer" in summary(falling)
    assert summary(falling[:2]) == ""
