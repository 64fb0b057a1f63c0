"""A network of the user's own, from its file of weights to its report, in the real window and engine."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file
from torchvision import models

from app.core.context import Context
from app.shell.main_window import MainWindow
from icnn_engine.core.events import drain
from icnn_engine.report import write_report
from icnn_engine.sample import make_sample

LONG = 240_000  # ms; the machine may be busy


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return drain(make_sample(tmp_path / "sample", creatures=14, backgrounds=14))


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    path = tmp_path / "squeezenet1_1-mine.safetensors"
    save_file(models.squeezenet1_1(weights=None).state_dict(), path)
    return path


@pytest.fixture
def window(qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr("app.networks.controller.runs_folder", lambda: tmp_path / "runs")
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.jobs.shut_down())
    with qtbot.waitSignal(made.painted):
        made.show()
    made.start()
    return made


def test_a_file_of_weights_becomes_a_wall_of_its_channels_and_a_report(
    qtbot: QtBot, window: MainWindow, context: Context, sample: Path, weights: Path, tmp_path: Path
) -> None:
    session = context.session
    window.opener.open(sample)
    qtbot.waitUntil(lambda: session.checkup is not None, timeout=LONG)
    window.opener.open(weights)
    dialog = window.networks.dialog
    qtbot.waitUntil(lambda: dialog.source.architecture.currentText() == "squeezenet1_1", timeout=LONG)
    qtbot.mouseClick(dialog.source.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.look.isEnabled, timeout=LONG)
    ticked = dialog.form.answers.chosen()
    dialog.form.filters.set_value(4)
    qtbot.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.run is not None, timeout=LONG)
    run = session.run
    qtbot.waitUntil(lambda: session.look is not None, timeout=LONG)
    page = window.pages["filters"]
    words = [label.text().lower() for label in page.findChildren(QLabel)]
    report = write_report(run, tmp_path / "report.html").read_text(encoding="utf-8")

    assert ticked == ("creature",)
    assert window.current == "filters"
    assert len(run.filters) == 4
    assert page.panel.networks[0].text() == "Yours"
    assert not [text for text in words if "twin" in text]
    assert "nothing was trained" in report
    assert "twin" not in report
    assert dialog.isHidden()
