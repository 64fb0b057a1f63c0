from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.context import Context
from app.messages import Message
from app.pages.export import ExportPage
from app.widgets.export_list import State
from app.widgets.measure_lines import as_csv
from icnn_engine.inspection import Effects, GroupEffect, Look, look_at, pictures_of
from icnn_engine.model_file import Run


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


def export(qtbot: QtBot, page: ExportPage, *keys: str) -> dict[str, State]:
    """Export into a folder of the test's own; the states in the end by file name."""
    page.choose.click()
    page.choices.tick(*keys)
    page.start.click()
    qtbot.waitUntil(lambda: not page.queue.busy, timeout=120_000)
    return {path.name: entry.state for path, entry in page.list.entries.items()}


def test_without_a_run_the_page_says_what_to_do(page: ExportPage) -> None:
    assert page.is_empty


def test_files_go_into_the_run_unless_another_folder_is_chosen(
    page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    usual = page.place.toolTip()
    page.choose.click()

    assert usual == str(fake_run.path / "figures")
    assert page.place.toolTip() == str(tmp_path / "out")


def test_what_needs_a_filter_or_a_picture_is_disabled_and_says_why(
    page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    boxes = page.choices.boxes
    enabled = {key for key, box in boxes.items() if box.isEnabled()}

    assert enabled == {"parts", "comparison", "table"}
    assert "No filter is chosen" in boxes["heatmaps"].toolTip()
    assert "No picture" in boxes["answer"].toolTip()


def test_with_a_filter_and_a_picture_everything_can_be_had(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    context.session.set_filter(3)
    context.session.set_look(look_at(fake_run, 1))

    assert all(box.isEnabled() for box in page.choices.boxes.values())
    assert page.choices.boxes["filter"].text() == "Figure of filter 3"


def test_nothing_ticked_cannot_be_exported(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    page.choices.tick("heatmap")

    assert page.choices.ticked() == ()
    assert not page.start.isEnabled()


def test_the_table_is_what_the_measure_page_shows(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    states = export(qtbot, page, "table")

    assert states == {"table.csv": State.DONE}
    assert (tmp_path / "out" / "table.csv").read_text(encoding="utf-8") == as_csv(fake_run.table)


def test_every_figure_is_written_in_the_chosen_format(
    qtbot: QtBot,
    page: ExportPage,
    context: Context,
    fake_run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("icnn_engine.explanation.Explainer", FakeExplainer)
    context.session.set_run(fake_run)
    context.session.set_filter(3)
    context.session.set_look(look_at(fake_run, 1))
    page.kind.set_value("pdf")
    page.dpi.set_value(72)
    states = export(qtbot, page, "parts", "comparison", "filter", "heatmap", "answer")

    assert set(states) == {
        "parts.pdf",
        "comparison.pdf",
        "filter-003.pdf",
        "heatmap-creature__001-filter-003.pdf",
        "explanation-creature__001.pdf",
    }
    assert set(states.values()) == {State.DONE}
    assert all((tmp_path / "out" / name).read_bytes().startswith(b"%PDF") for name in states)


def test_all_heatmaps_of_a_filter_fill_a_folder(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    context.session.set_filter(3)
    states = export(qtbot, page, "heatmaps")
    written = list((tmp_path / "out" / "heatmaps-filter-003").glob("*.png"))

    assert states == {"heatmaps-filter-003": State.DONE}
    assert len(written) == len(pictures_of(fake_run))


def test_a_failure_is_told_and_the_next_export_still_comes(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    context.session.set_run(fake_run)
    context.session.set_look(look_at(fake_run, 1))
    states = export(qtbot, page, "answer", "table")  # the run has no weights
    failed = next(entry for entry in page.list.entries.values() if entry.state is State.FAILED)

    assert states == {"explanation-creature__001.png": State.FAILED, "table.csv": State.DONE}
    assert failed.words.startswith("Failed: ")
    assert [message.kind for message in said] == ["problem"]


def test_a_click_opens_what_is_done(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    context.session.set_run(fake_run)
    export(qtbot, page, "table")
    page.list.itemClicked.emit(page.list.item(0))
    page.folder.click()

    assert opened == [str(tmp_path / "out" / "table.csv"), str(tmp_path / "out")]


def test_exporting_again_replaces_the_line_and_clearing_empties_the_list(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    export(qtbot, page, "table")
    export(qtbot, page, "table")
    lines = page.list.count()
    page.clear.click()

    assert lines == 1
    assert page.list.count() == 0


def test_a_picture_from_elsewhere_gives_a_name_that_a_file_can_have(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    inside = look_at(fake_run, 1)
    look = replace(inside, title="my: fox?.jpg", picture=None)
    context.session.set_run(fake_run)
    context.session.set_filter(0)
    context.session.set_look(look)
    states = export(qtbot, page, "heatmap")

    assert states == {"heatmap-my- fox--filter-000.png": State.DONE}
