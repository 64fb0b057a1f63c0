from __future__ import annotations

import csv
import shlex
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.messages import Message
from app.measure.experiments.experiment_files import experiment_command
from app.measure.page import MeasurePage
from icnn_engine.core.experiment_settings import make_experiment_settings
from icnn_engine.experiment.experiment_folder import Experiment
from icnn_engine.experiment.experiment_table import experiment_rows
from icnn_engine.experiment.table_text import table_as_csv, table_as_markdown
from tests.app.measure.experiments.fake_runner import shown


@pytest.mark.parametrize("name", ["table.csv", "table.md", "table.tex", "table.svg"])
def test_the_table_is_exported_as_its_suffix_says(
    qtbot: QtBot,
    page: MeasurePage,
    study: Experiment,
    said: list[Message],
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    controller = shown(qtbot, page, study.path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    qtbot.mouseClick(controller.panel.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    text, rows = (tmp_path / name).read_text(encoding="utf-8"), experiment_rows(study)
    wanted = {
        "table.csv": table_as_csv(rows),
        "table.md": table_as_markdown(study, rows),
        "table.tex": "\\begin{tabular}",
        "table.svg": "Networks compared on zoo",
    }

    assert said[0].kind == "note"
    assert wanted[name] in text
    assert name != "table.csv" or len(list(csv.reader(text.splitlines()))) == 13


def test_another_suffix_is_refused_in_words(
    qtbot: QtBot, page: MeasurePage, study: Experiment, said: list[Message], tmp_path: Path
) -> None:
    shown(qtbot, page, study.path).export(tmp_path / "table.docx")
    qtbot.waitUntil(lambda: bool(said))

    assert said[0].kind == "problem"
    assert ".csv, .md, .tex" in said[0].text


def test_the_command_line_says_what_the_parser_understands(page: MeasurePage) -> None:
    from icnn_engine.cli.parser import make_parser

    values: dict[str, Any] = {
        "categories": ("fox", "cat"),
        "alone": False,
        "together": ("logistic",),
        "seeds": (0, 4),
        "training": {"epochs": 3, "hidden": (32, 16), "background": "others"},
    }
    words = shlex.split(experiment_command(Path("/my pictures"), make_experiment_settings(values), Path("/runs/one")))
    found = vars(make_parser(words[1:]).parse_args(words[1:]))
    page.experiments.panel.copy.click()

    assert (found["categories"], found["seeds"], found["together"]) == (["fox", "cat"], [0, 4], ["logistic"])
    assert (found["alone"], found["epochs"], found["hidden"]) == (False, 3, [32, 16])
    assert (found["background"], found["output"]) == ("others", Path("/runs/one"))
    assert QGuiApplication.clipboard().text().startswith("partscope experiment /pictures/zoo --categories cat fox")
