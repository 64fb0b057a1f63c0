"""Export page: choices, the report, and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.export.page import FORM, ExportPage
from app.widgets.export_list import ExportState
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import speaking
from icnn_engine.inspection.look import look_at
from icnn_engine.report import ReportFrame, read_frame, write_frame
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.app.export.exporting import export


def test_without_a_run_the_page_says_what_to_do(page: ExportPage) -> None:
    assert page.is_empty


def test_files_go_into_the_run_unless_another_folder_is_chosen(
    page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    usual = page.form.folder
    page.form.choose.click()

    assert usual == fake_run.path / "figures"
    assert page.form.folder == tmp_path / "out"


def test_exports_that_need_a_filter_or_a_picture_are_disabled_and_say_why(
    page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    boxes = page.form.choices.boxes
    enabled = {key for key, box in boxes.items() if box.isEnabled()}

    assert enabled == {"parts", "comparison", "positions", "table", "annotations", "bulk", "model", "onnx"}
    assert "No filter is chosen" in boxes["stages"].toolTip()
    assert "No picture" in boxes["answer"].toolTip()


def test_with_a_filter_and_a_picture_every_export_is_enabled(page: ExportPage, context: Context, fake_run: Run) -> None:
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
    assert page.form.why.text() == "Tick what to export first."


def test_the_button_says_how_many_files_it_writes(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("parts")
    one = page.form.start.accessibleName()
    page.form.choices.tick("parts", "table")
    four = page.form.start.accessibleName()
    page.form.choices.tick("table", "bulk")
    wanted = page.source().many(page.form.bulk.choice).wanted()
    overlays, bulk = len(wanted.filters) * len(wanted.pictures), page.form.start.accessibleName()

    assert (one, four) == ("Export 1 file", "Export 4 files")
    assert bulk == f"Export {3 + overlays + 1} files"
    assert not page.form.why.isVisible()


def test_ticks_at_many_or_large_files_are_not_remembered(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("table", "annotations", "bulk", "model")
    page.form.bulk.filters.set_value("all")
    context.settings.set_text(FORM, page.form.to_json())
    again = ExportPage(context)
    qtbot.addWidget(again)

    assert again.form.choices.ticked() == ("table",)
    assert again.form.bulk.choice.filters == "parts"


def test_the_report_follows_the_language_of_the_window_unless_one_is_chosen(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    with speaking("ko"):
        followed = page.source().language
    page.form.report.language.set_value("en")
    with speaking("ko"):
        chosen = page.source().language
    context.settings.set_text(FORM, page.form.to_json())
    again = ExportPage(context)
    qtbot.addWidget(again)

    assert (followed, chosen) == ("ko", "en")
    assert again.form.report.language.value() == "en"


def test_missing_names_are_asked_for_once_before_the_report_is_written(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    asked: list[str] = []
    context.requests.page.connect(asked.append)
    context.requests.name_parts.connect(lambda: asked.append("name"))
    context.session.set_run(fake_run)
    page.form.choose.click()
    page.form.report.write.click()
    question = page.form.report.question
    words, name, written = question.words.text(), question.name.accessibleName(), list(page.list.entries)
    question.name.click()
    hidden = not question.isVisible()
    page.form.report.write.click()
    qtbot.waitUntil(lambda: len(page.list.entries) == 1 and not context.exports.busy, timeout=120_000)

    assert words.startswith("3 parts have no name")
    assert name == "Name them first"
    assert written == []
    assert asked == ["filters", "name"]
    assert hidden
    assert not question.isVisible()


def test_the_question_and_the_button_below_it_are_in_sight_and_the_preview_stays(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.resize(1150, 480)
    qtbot.waitExposed(page)
    height = page.preview.height()
    page.form.report.write.click()
    question = page.form.report.question
    qtbot.waitUntil(question.name.hasFocus)

    for shown in (question.words, question.name, page.form.report.write):
        assert shown.visibleRegion().boundingRect() == shown.rect()
    assert page.preview.height() == height


def test_the_report_has_its_own_button_and_is_chosen_in_the_list(
    qtbot: QtBot, page: ExportPage, context: Context, own_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(context.engine, "wait", lambda: None)
    names = {(NetworkName.INTERPRETABLE, "part", group): Note(f"name {group}") for group in range(3)}
    write_notes(own_run.path, Notes(names))
    context.session.set_run(own_run)
    qtbot.waitUntil(lambda: bool(context.notes.remarks.by_subject))
    page.form.choose.click()
    page.form.report.write.click()
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=120_000)

    assert not page.form.report.question.isVisible()
    assert [path.name for path in page.list.entries] == ["report.html"]
    assert page.list.entry is not None
    assert page.list.entry.state is ExportState.DONE
    assert opened == []


def test_title_and_note_of_the_report_are_kept_with_their_run(
    qtbot: QtBot, page: ExportPage, context: Context, own_run: Run, fake_run: Run
) -> None:
    write_frame(own_run.path, ReportFrame("Kept", "as it was"))
    context.session.set_run(own_run)
    qtbot.waitUntil(lambda: page.form.report.title.text() == "Kept")
    note = page.form.report.note.toPlainText()
    page.form.report.note.setPlainText("Another")
    context.session.set_run(fake_run)
    qtbot.waitUntil(lambda: read_frame(own_run.path).note == "Another")

    assert note == "as it was"
    assert page.form.report.note.toPlainText() == ""
    assert not (fake_run.path / "report.toml").exists()


def test_what_was_typed_last_is_kept_when_the_window_is_closed(
    page: ExportPage, context: Context, own_run: Run
) -> None:
    context.session.set_run(own_run)
    page.form.report.title.setText("Typed just now")
    page.hide()
    context.files.shut_down()

    assert read_frame(own_run.path).title == "Typed just now"


def test_choices_and_what_was_exported_are_there_when_the_page_is_made_again(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.form.kind.set_value("svg")
    page.form.report.format.set_value("pdf")
    export(qtbot, context, page, "parts")
    again = ExportPage(context)
    qtbot.addWidget(again)

    assert again.form.choices.ticked() == ("parts",)
    assert (again.form.kind.value(), again.form.report.format.value()) == ("svg", "pdf")
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
