from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.measure.page import MeasurePage
from app.widgets.measures.measure_lines import DASH, as_csv, as_markdown, as_tabs, lines
from icnn_engine.core.events import Operation, Progress, Warned
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.metrics import Interval
from icnn_engine.runs.run_folder import Run, Table, open_run
from tests.app.measure.test_measure_table import shown
from tests.own_network import as_converted

UNMEASURED = ("instability", "below")


def without_landmarks(run: Run) -> Run:
    return replace(run, table={k: v for k, v in run.table.items() if not any(word in k for word in UNMEASURED)})


def choose(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: (str(path), ""))


def test_without_a_run_the_page_says_what_to_do(page: MeasurePage) -> None:
    assert page.is_empty


def told(page: MeasurePage) -> list[str]:
    """Every sentence of the card that is on show."""
    card = page.verdict
    sentences = (card.gain, card.price, card.loss, card.parts, card.no_part)
    return [sentence.text().replace("\u00a0", " ") for sentence in sentences if sentence.isVisible()]


def test_the_card_says_gain_price_and_parts_in_the_words_of_the_report(
    qtbot: QtBot, page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    qtbot.waitUntil(lambda: bool(told(page)), timeout=20_000)
    sentences = verdict_sentences(run_verdict(fake_run))

    assert told(page) == [sentences.gain, sentences.price, sentences.parts]
    assert sentences.means in page.reading.means.text()


def test_a_loss_is_a_warning(page: MeasurePage, fake_run: Run) -> None:
    verdict = run_verdict(fake_run)
    accuracy = replace(verdict.accuracy, difference=Interval(-0.1, -0.2, -0.05), fewest=40)
    page.verdict.show_verdict(replace(verdict, accuracy=accuracy))

    assert not page.verdict.loss.isHidden()
    assert "accuracy is lost" in page.verdict.loss.text()
    assert page.verdict.price.isHidden()


def test_another_run_never_stands_beside_the_verdict_on_the_last(
    qtbot: QtBot, page: MeasurePage, context: Context, fake_run: Run, several_run: Run
) -> None:
    context.session.set_run(fake_run)
    qtbot.waitUntil(lambda: bool(told(page)), timeout=20_000)
    context.session.set_run(several_run)

    assert told(page) == []


def test_a_run_without_other_pictures_says_that_recognition_was_not_tested(
    qtbot: QtBot, page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(replace(fake_run, info=fake_run.info | {"accuracy_is_recognition": False}))
    qtbot.waitUntil(lambda: bool(told(page)), timeout=20_000)

    assert "was not tested: there were no other pictures" in told(page)[1]


def test_what_needs_landmarks_is_a_dash_and_the_page_says_why(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(without_landmarks(fake_run))

    assert shown(page, "instability")[1:3] == [DASH, DASH]
    assert page.reading.missing.isVisible()
    assert "landmarks" in page.reading.missing.text()


def test_each_line_explains_itself(page: MeasurePage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    told = {}
    for row, line in page.table.lines.items():
        page.table.setCurrentCell(row, 0)
        told[line.key] = page.reading.meaning.text()
    tips = [item.toolTip() for row in page.table.lines if (item := page.table.item(row, 0))]

    assert told == {line.key: line.meaning for line in lines(fake_run.table)}
    assert all(told.values())
    assert all(tips)


def test_landmarks_are_measured_and_the_table_is_shown_anew(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = without_landmarks(own_run)
    context.session.set_run(run)
    context.session.set_filter(2)
    choose(monkeypatch, "getOpenFileName", run.images / LANDMARKS)
    page.choose.click()
    busy = (page.reading.busy.isVisible(), page.choose.isEnabled())
    qtbot.waitUntil(lambda: context.session.run is not run, timeout=60_000)
    measured = context.session.run

    assert busy == (True, False)
    assert measured is not None
    assert measured.table["instability"] == open_run(run.path).table["instability"]
    assert shown(page, "instability")[1] != DASH
    assert context.session.filter == 2
    assert not page.reading.busy.isVisible()
    assert not page.reading.missing.isVisible()


def test_landmarks_that_cannot_be_read_are_told(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, tmp_path: Path, said: list[Message]
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("nothing,of,use\n1,2,3\n")
    context.session.set_run(own_run)
    page.measure(bad)
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)

    assert said[0].kind == "problem"
    assert page.choose.isEnabled()
    assert context.session.run is own_run


def test_another_run_opened_meanwhile_stays_open(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def measured(_run: Run, _landmarks: Path) -> Operation[Table]:
        yield Progress("Measuring", 0, 1)
        go_on.wait(10)
        return {}

    monkeypatch.setattr("icnn_engine.evaluation.measure.measure", measured)
    context.session.set_run(own_run)
    page.measure(Path("landmarks.csv"))
    context.session.set_run(fake_run)
    go_on.set()
    qtbot.waitUntil(lambda: not page.reading.busy.isVisible(), timeout=60_000)

    assert context.session.run is fake_run


def test_what_measuring_warns_of_is_told_with_the_new_figures(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measured(_run: Run, _landmarks: Path) -> Operation[Table]:
        yield Progress("Measuring", 0, 1)
        yield Warned("landmarks.csv: 98 of 197 rows match no picture.")
        return {}

    monkeypatch.setattr("icnn_engine.evaluation.measure.measure", measured)
    context.session.set_run(own_run)
    with qtbot.waitSignal(context.messages.said, timeout=60_000) as said:
        page.measure(Path("landmarks.csv"))

    assert "98 of 197 rows match no picture" in said.args[0].text


def test_the_table_is_copied_for_spreadsheets_and_for_documents(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.copy.click()
    tabs = QGuiApplication.clipboard().text()
    markdown = bytes(QGuiApplication.clipboard().mimeData().data("text/markdown").data()).decode()

    assert tabs == as_tabs(fake_run.table)
    assert tabs.splitlines()[2].split("\t")[1:3] == ["95.5 %", "96.5 %"]
    assert markdown == as_markdown(fake_run.table)
    assert markdown.splitlines()[1].startswith("| :-- | --:")


def test_the_table_is_saved_as_csv(
    qtbot: QtBot,
    page: MeasurePage,
    context: Context,
    fake_run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: list[Message],
) -> None:
    context.session.set_run(fake_run)
    choose(monkeypatch, "getSaveFileName", tmp_path / "mine")
    page.save.click()
    qtbot.waitUntil(lambda: bool(said))

    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == as_csv(fake_run.table)


def test_regions_can_be_checked_if_the_run_has_read_some(
    qtbot: QtBot, page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    whole = page.regions.isVisible()
    settings = fake_run.settings.model_copy(update={"region": "object"})
    context.session.set_run(replace(fake_run, settings=settings))
    pages = []
    context.requests.page.connect(pages.append)
    with qtbot.waitSignal(context.requests.check_regions):
        qtbot.mouseClick(page.regions, Qt.MouseButton.LeftButton)

    assert not whole
    assert pages == ["images"]


def test_what_a_conversion_changed_is_said_of_a_converted_run_alone(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    before = page.conversion.isVisible()
    context.session.set_run(as_converted(fake_run))
    titles = [page.table.horizontalHeaderItem(column).text() for column in (1, 2, 3)]

    assert not before
    assert page.conversion.isVisible()
    assert "the same category as the original" in page.conversion.told.text()
    assert "converted.safetensors" in page.conversion.told.text()
    assert titles == ["Converted", "Original", "Grad-CAM"]
