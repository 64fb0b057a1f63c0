"""Exports: what each writes, its file names and command."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.export.page import ExportPage
from app.widgets.export_list import ExportState
from app.widgets.measures.measure_lines import as_csv
from icnn_engine.cli.parser import make_parser
from icnn_engine.core.events import Progress
from icnn_engine.export.export_onnx import ExportedOnnx
from icnn_engine.export.onnx_check import OnnxCheck
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.explainer import AnswerSum
from icnn_engine.inspection.look import Look, look_at
from icnn_engine.runs.run_folder import Run
from tests.app.export.test_page import export


class FakeExplainer:
    """Says that every group matters, with no network at work."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def sum_of(self, _look: Look) -> AnswerSum:
        return AnswerSum(3.0, 0.2, np.full(len(self.run.filters), 0.2))


def test_the_table_is_what_the_measure_page_shows(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    states = export(qtbot, context, page, "table")

    assert set(states) == {"table.csv", "table.md", "table.tex"}
    assert set(states.values()) == {ExportState.DONE}
    assert (tmp_path / "out" / "table.csv").read_text(encoding="utf-8") == as_csv(fake_run.table)


def test_every_figure_is_written_in_the_chosen_format(
    qtbot: QtBot,
    page: ExportPage,
    context: Context,
    fake_run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("icnn_engine.inspection.explainers.Explainer", FakeExplainer)
    context.session.set_run(fake_run)
    context.session.set_filter(3)
    context.session.set_look(look_at(fake_run, 1))
    page.form.kind.set_value("pdf")
    page.form.dpi.set_value(72)
    states = export(qtbot, context, page, "parts", "comparison", "positions", "filter", "stages", "heatmap", "answer")

    assert set(states) == {
        "parts.pdf",
        "comparison.pdf",
        "positions.pdf",
        "stages-filter-003.pdf",
        "filter-003.pdf",
        "heatmap-creature__001-filter-003.pdf",
        "explanation-creature__001.pdf",
    }
    assert set(states.values()) == {ExportState.DONE}
    assert all((tmp_path / "out" / name).read_bytes().startswith(b"%PDF") for name in states)


def test_files_of_many_filters_are_counted_and_not_written_twice(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("bulk")
    page.form.bulk.kinds["maps"].setChecked(True)
    counted = page.form.bulk.count.text()
    export(qtbot, context, page, "bulk")
    (done,) = page.list.entries.values()
    export(qtbot, context, page, "bulk")
    (again,) = page.list.entries.values()
    pictures = len(pictures_of(fake_run))
    overlays = list((tmp_path / "out" / "bulk" / "overlays").rglob("*.png"))

    assert counted == f"3 filters × {pictures} pictures: {4 * pictures + 1} files"
    assert len(overlays) == 3 * pictures
    assert f"{4 * pictures + 1} files written, 0 were there already" in done.words
    assert f"1 files written, {4 * pictures} were there already" in again.words


def test_nothing_starred_is_said_where_starred_filters_are_wanted(
    page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("bulk")
    page.form.bulk.filters.set_value("starred")
    page.form.bulk.changed.emit()

    assert "No filter is starred" in page.form.bulk.count.text()
    assert "No filter is starred" in page.form.why.text()
    assert not page.form.start.isEnabled()


def test_without_parts_the_true_reason_is_said(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(replace(fake_run, filters=tuple(replace(f, group=-1) for f in fake_run.filters)))
    page.form.choices.tick("bulk")

    assert "No filter of this run holds a part" in page.form.why.text()
    assert not page.form.start.isEnabled()


def test_without_a_kind_of_files_the_button_says_so(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("bulk")
    for box in page.form.bulk.kinds.values():
        box.setChecked(False)

    assert page.form.why.text() == "Tick at least one kind of files."


def test_the_report_is_written_in_its_language_and_the_network_with_what_made_it(
    qtbot: QtBot,
    page: ExportPage,
    context: Context,
    fake_run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(context.engine, "wait", lambda: None)
    (fake_run.path / "model.safetensors").write_bytes(b"weights")
    context.session.set_run(fake_run)
    export(qtbot, context, page, "model")
    page.form.report.write.click()
    page.form.report.question.write.click()
    qtbot.waitUntil(lambda: len(page.list.entries) == 2 and not context.exports.busy, timeout=120_000)
    states = {path.name: entry.state for path, entry in page.list.entries.items()}
    (fake_run.path / "model.safetensors").unlink()

    assert states == {"report.html": ExportState.DONE, "model": ExportState.DONE}
    assert "What this report cannot tell" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "model" / "model.safetensors").read_bytes() == b"weights"
    assert (tmp_path / "out" / "model" / "run.toml").is_file()


def test_the_network_is_exported_as_onnx_and_what_was_compared_is_said(
    qtbot: QtBot,
    page: ExportPage,
    context: Context,
    fake_run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Path] = []

    def write(_run: Run, path: Path) -> Iterator[Progress]:
        yield Progress("Exporting the network", 0, 4)
        asked.append(path)
        return ExportedOnnx(path, None, 3_200_000, OnnxCheck(9, 6, 2e-7, 3e-7, 0), None)

    monkeypatch.setattr(context.engine, "wait", lambda: None)
    monkeypatch.setattr("icnn_engine.export.export_onnx.export_onnx", write)
    context.session.set_run(fake_run)
    states = export(qtbot, context, page, "onnx")
    (entry,) = page.list.entries.values()
    words = shlex.split(entry.command)

    assert states == {"model.onnx": ExportState.DONE}
    assert asked == [entry.path] == [tmp_path / "out" / "onnx" / "model.onnx"]
    assert "3.2 MB" in entry.words
    assert "Compared with PyTorch on 9 test pictures" in entry.words
    assert make_parser(words[1:2]).parse_args(words[1:]).output == entry.path


def test_without_its_packages_the_export_as_onnx_says_what_to_install(
    page: ExportPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icnn_engine.export.onnx_files.NEEDED", ("onnx_that_nobody_has",))
    context.session.set_run(fake_run)
    box = page.form.choices.boxes["onnx"]

    assert not box.isEnabled()
    assert "pip install 'partscope[export]'" in box.toolTip()


def test_the_menu_of_an_export_offers_its_command(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    export(qtbot, context, page, "parts")
    (entry,) = page.list.entries.values()
    actions = {action.text(): action for action in page.menu_of(entry).actions()}
    actions["Copy the command that writes it"].trigger()
    words = shlex.split(QApplication.clipboard().text())

    assert words[:5] == ["partscope", "figures", str(fake_run.path), "--kind", "parts"]
    assert make_parser(words[1:2]).parse_args(words[1:]).output == tmp_path / "out"
    assert not actions["Cancel"].isEnabled()


def test_a_picture_from_elsewhere_gives_a_name_that_a_file_can_have(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    inside = look_at(fake_run, 1)
    look = replace(inside, title="my: fox?.jpg", picture=None)
    context.session.set_run(fake_run)
    context.session.set_filter(0)
    context.session.set_look(look)
    states = export(qtbot, context, page, "heatmap")

    assert states == {"heatmap-my- fox--filter-000.png": ExportState.DONE}
