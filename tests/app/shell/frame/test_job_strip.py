"""The job in the status bar: of a training the whole, as on the Train page."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.frame.job_strip import JobStrip
from icnn_engine.core.events import Progress


def shown(strip: JobStrip) -> tuple[list[str], int]:
    return [one.text() for one in strip.findChildren(QLabel)], strip.findChildren(QProgressBar)[0].value()


def test_of_a_training_the_whole_time_is_told_and_not_that_of_a_stage(qtbot: QtBot, context: Context) -> None:
    strip = JobStrip(context.jobs, context.training)
    qtbot.addWidget(strip)
    context.training.title = "Training fox"
    context.training.progressed.emit(0.4, "Testing the parts", "About 3 min left in all")
    context.jobs.told.emit(Progress("Measuring receptive fields", 9, 10))

    assert shown(strip) == (["Testing the parts", "About 3 min left in all"], 400)


def test_of_another_job_the_stage_is_told(qtbot: QtBot, context: Context) -> None:
    strip = JobStrip(context.jobs, context.training)
    qtbot.addWidget(strip)
    context.jobs.told.emit(Progress("Measuring", 9, 10))

    assert shown(strip) == (["Measuring", ""], 9)
