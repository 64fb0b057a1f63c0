from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.export.export_source import ExportSource
from app.export.page import ExportPage
from app.widgets.export_list import ExportState
from app.widgets.measures.measure_lines import as_csv
from icnn_engine.cli.parser import make_parser
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.look import Effects, GroupEffect, Look, look_at
from icnn_engine.runs.run_folder import Run


class FakeExplainer:
    """Says that every group matters, with no network at work."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def effects(self, look: Look) -> Effects:
        groups = tuple(GroupEffect(g, filters, 0.2) for g, filters in enumerate(self.run.groups()))
        return Effects(look.answer, groups, 0.1)


@pytest.fixture
def page(qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportPage:
    made = ExportPage(context)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    made.show()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    return made


def export(qtbot: QtBot, context: Context, page: ExportPage, *keys: str) -> dict[str, ExportState]:
    """Export into a folder of the test's own; the states in the end by file name."""
    page.form.choose.click()
    page.form.choices.tick(*keys)
    page.form.start.click()
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=120_000)
    return {path.name: entry.state for path, entry in page.list.entries.items()}


def test_without_a_run_the_page_says_what_to_do(page: ExportPage) -> None:
    assert page.is_empty


def test_files_go_into_the_run_unless_another_folder_is_chosen(
    page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    usual = page.form.place.toolTip()
    page.form.choose.click()

    assert usual == str(fake_run.path / "figures")
    assert page.form.place.toolTip() == str(tmp_path / "out")


def test_what_needs_a_filter_or_a_picture_is_disabled_and_says_why(
    page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    boxes = page.form.choices.boxes
    enabled = {key for key, box in boxes.items() if box.isEnabled()}

    assert enabled == {"report", "parts", "comparison", "positions", "table", "bulk", "model"}
    assert "No filter is chosen" in boxes["stages"].toolTip()
    assert "No picture" in boxes["answer"].toolTip()


def test_with_a_filter_and_a_picture_everything_can_be_had(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    context.session.set_filter(3)
    context.session.set_look(look_at(fake_run, 1))

    assert all(box.isEnabled() for box in page.form.choices.boxes.values())
    assert page.form.choices.boxes["filter"].text() == "Figure of filter 3"


def test_nothing_ticked_cannot_be_exported(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("heatmap")

    assert page.form.choices.ticked() == ()
    assert not page.form.start.isEnabled()


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
    monkeypatch.setattr("icnn_engine.inspection.explainer.Explainer", FakeExplainer)
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


def test_files_of_many_filters_are_counted_before_and_those_that_are_there_are_not_written_again(
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
    assert not page.form.start.isEnabled()


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
    states = export(qtbot, context, page, "report", "model")
    (fake_run.path / "model.safetensors").unlink()

    assert states == {"report.html": ExportState.DONE, "model": ExportState.DONE}
    assert "What this report cannot tell" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "model" / "model.safetensors").read_bytes() == b"weights"
    assert (tmp_path / "out" / "model" / "run.toml").is_file()


def test_what_somebody_is_at_is_drawn_and_can_be_copied(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.activateWindow()
    page.form.choices.boxes["positions"].setFocus()
    qtbot.waitUntil(lambda: page.preview.path is not None and page.preview.path.name == "positions.png", timeout=30_000)
    page.copy_preview.click()
    copied = QApplication.clipboard().mimeData()

    assert copied.hasImage()
    assert copied.urls()[0].toLocalFile() == str(page.preview.path)


def test_a_preview_is_drawn_anew_only_where_something_in_it_changed(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(ExportSource, "preview", lambda _self, key, folder: drawn.append(key) or folder / "none.png")
    context.session.set_run(fake_run)
    qtbot.waitUntil(lambda: drawn == ["parts"])
    for change in (page.hide, page.show, lambda: context.session.set_filter(3)):
        change()
    page.form.choices.pointed.emit("filter")
    qtbot.waitUntil(lambda: drawn[1:] == ["filter"])
    context.session.set_filter(4)
    qtbot.waitUntil(lambda: drawn[2:] == ["filter"])


def test_what_cannot_be_drawn_says_why(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    page.form.choices.pointed.emit("stages")
    without_filter = page.preview.accessibleName()
    page.form.choices.pointed.emit("table")

    assert "No filter is chosen" in without_filter
    assert "Nothing to preview" in page.preview.accessibleName()


def test_a_finished_figure_is_dragged_as_a_file_and_as_a_picture(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    export(qtbot, context, page, "parts")
    mime = page.list.mimeData([page.list.item(0)])

    assert mime.urls()[0].toLocalFile() == str(tmp_path / "out" / "parts.png")
    assert mime.hasImage()


def test_an_export_that_waits_or_is_written_can_be_cancelled_and_written_again(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    page.form.choose.click()
    page.form.choices.tick("bulk", "parts")
    page.form.bulk.filters.set_value("all")
    page.form.start.click()
    bulk, parts = tmp_path / "out" / "bulk", tmp_path / "out" / "parts.png"
    context.exports.cancel(bulk)
    waiting = context.exports.entries[bulk].state
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=60_000)
    context.exports.retry(bulk)
    qtbot.waitUntil(lambda: "of" in context.exports.entries[bulk].words, timeout=60_000)
    context.exports.cancel(bulk)
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=60_000)

    assert waiting is ExportState.CANCELLED
    assert context.exports.entries[bulk].state is ExportState.CANCELLED
    assert parts.is_file()
    assert not list(bulk.rglob("*.part"))


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


def test_choices_and_what_was_exported_are_there_when_the_page_is_made_again(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.form.kind.set_value("svg")
    page.form.report.set_value("pdf")
    export(qtbot, context, page, "parts")
    again = ExportPage(context)
    qtbot.addWidget(again)

    assert again.form.choices.ticked() == ("parts",)
    assert (again.form.kind.value(), again.form.report.value()) == ("svg", "pdf")
    assert list(again.list.entries) == list(page.list.entries)


def test_a_failure_is_told_and_the_next_export_still_comes(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    context.session.set_run(fake_run)
    context.session.set_look(look_at(fake_run, 1))
    states = export(qtbot, context, page, "answer", "parts")  # the run has no weights
    failed = next(entry for entry in page.list.entries.values() if entry.state is ExportState.FAILED)

    assert states == {"explanation-creature__001.png": ExportState.FAILED, "parts.png": ExportState.DONE}
    assert failed.words.startswith("Failed: ")
    assert [message.kind for message in said] == ["problem"]


def test_a_double_click_opens_what_is_done(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    context.session.set_run(fake_run)
    export(qtbot, context, page, "table")
    page.list.itemActivated.emit(page.list.item(0))
    page.folder.click()

    assert opened == [str(tmp_path / "out" / "table.csv"), str(tmp_path / "out")]


def test_exporting_again_replaces_the_line_and_clearing_empties_the_list(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    export(qtbot, context, page, "table")
    export(qtbot, context, page, "table")
    lines = page.list.count()
    page.clear.click()

    assert lines == 3
    assert page.list.count() == 0


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
