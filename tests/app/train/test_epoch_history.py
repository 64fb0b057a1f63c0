"""Pinned pictures through the epochs: of a training under way, of an open run; slider, keys and menu."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.training_operations import CropSource
from app.train.epoch_history import EpochHistoryController
from app.train.epoch_slider import GAP, MOST, PINNED, SIDE, EpochSlider
from icnn_engine.core.events import FilterSnapshot
from icnn_engine.runs.epoch_history import write_history
from icnn_engine.runs.notes import filter_subject
from icnn_engine.runs.run_folder import Run

PICTURES = tuple(range(10))


def seen_after(epoch: int, run: Run, pictures: tuple[int, ...] = PICTURES) -> tuple[FilterSnapshot, ...]:
    """One bright cell, that goes a cell further with each epoch."""
    maps = np.zeros((run.geometry.cells, run.geometry.cells), np.float16)
    maps[6, epoch] = 1
    return tuple(FilterSnapshot(picture, (picture + epoch) % 16, maps) for picture in pictures)


@pytest.fixture
def own_run(fake_run: Run, tmp_path: Path) -> Run:
    """The run in a folder that may be written to."""
    write_history(tmp_path / "run", [seen_after(epoch, fake_run) for epoch in (1, 2, 3)])
    return replace(fake_run, path=tmp_path / "run")


@pytest.fixture
def scrubbing(qtbot: QtBot, context: Context) -> Iterator[EpochHistoryController]:
    parent = QObject()
    made = EpochHistoryController(context, parent)
    qtbot.addWidget(made.panel)
    made.panel.resize(900, 240)
    yield made
    parent.deleteLater()


def opened(qtbot: QtBot, context: Context, scrubbing: EpochHistoryController, run: Run) -> EpochSlider:
    context.session.set_run(run)
    qtbot.waitUntil(scrubbing.panel.isVisible)
    return scrubbing.panel


def test_the_epochs_of_an_open_run_are_gone_through_with_the_arrow_keys(
    qtbot: QtBot, context: Context, scrubbing: EpochHistoryController, own_run: Run
) -> None:
    panel = opened(qtbot, context, scrubbing, own_run)
    newest = panel.epoch
    qtbot.waitUntil(lambda: all(panel.tiles.has(one) for one in panel.tiles.seen))
    before = panel.tiles.grab().toImage()
    qtbot.keyClick(panel.slider, Qt.Key.Key_Left)
    second = panel.epoch_label.text()
    qtbot.keyClick(panel.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: all(panel.tiles.has(one) for one in panel.tiles.seen))

    assert newest == 3
    assert second == "epoch 2 of 3"
    assert panel.epoch == 1
    assert panel.tiles.grab().toImage() != before
    assert len(panel.tiles.seen) == PINNED


def test_a_picture_is_captioned_by_the_filter_of_its_epoch_as_the_user_named_it(
    qtbot: QtBot, context: Context, scrubbing: EpochHistoryController, own_run: Run
) -> None:
    panel = opened(qtbot, context, scrubbing, own_run)
    unnamed = panel.tiles.seen[0].caption
    context.notes.name(filter_subject(own_run.filters[3]), "snout")

    assert "filter 3" in unnamed
    assert panel.tiles.seen[0].caption == "snout, filter 3"
    assert "snout" in panel.tiles.accessibleDescription()


def test_pictures_are_pinned_and_unpinned_in_the_menu_up_to_as_many_as_fit(
    qtbot: QtBot, context: Context, scrubbing: EpochHistoryController, own_run: Run
) -> None:
    panel = opened(qtbot, context, scrubbing, own_run)
    actions = panel.menu.actions()
    for action in actions[PINNED:MOST]:
        action.trigger()
    most, full = panel.pinned, [action.isEnabled() for action in actions[MOST:]]
    for action in actions[1:MOST]:
        action.trigger()

    assert most == PICTURES[:MOST]
    assert full == [False, False]
    assert [one.picture for one in panel.tiles.seen] == [0]
    assert not actions[0].isEnabled()
    assert actions[9].isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)", extend=True)
def test_the_name_of_a_picture_is_its_hint(
    qtbot: QtBot, context: Context, scrubbing: EpochHistoryController, own_run: Run
) -> None:
    panel = opened(qtbot, context, scrubbing, own_run)
    second = QPoint(SIDE + GAP + 5, 10)
    QApplication.sendEvent(panel.tiles, QHelpEvent(QEvent.Type.ToolTip, second, panel.tiles.mapToGlobal(second)))

    assert QToolTip.text() == Path(own_run.pictures[1].name).name


def test_a_training_adds_its_epochs_and_the_slider_follows_until_it_is_moved(
    qtbot: QtBot, scrubbing: EpochHistoryController, fake_run: Run
) -> None:
    paths = tuple(picture.where(fake_run.images) for picture in fake_run.pictures)
    scrubbing.begin(CropSource(paths, fake_run.geometry))
    hidden = scrubbing.panel.isVisible()
    shown = []
    for epoch in (1, 2, 3, 4):
        if epoch == 4:
            qtbot.keyClick(scrubbing.panel.slider, Qt.Key.Key_Left)
        scrubbing.add(seen_after(epoch, fake_run))
        shown.append(scrubbing.panel.epoch)

    assert not hidden
    assert shown == [1, 2, 3, 2]
    assert scrubbing.panel.epoch_label.text() == "epoch 2 of 4"
    assert scrubbing.panel.tiles.seen[0].caption == "Filter 2"


def test_a_run_without_a_history_shows_none(
    qtbot: QtBot, context: Context, scrubbing: EpochHistoryController, own_run: Run, tmp_path: Path
) -> None:
    panel = opened(qtbot, context, scrubbing, own_run)
    context.session.set_run(replace(own_run, path=tmp_path / "older"))
    qtbot.waitUntil(lambda: not context.files.busy("history"))

    assert not panel.isVisible()
