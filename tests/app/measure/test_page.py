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
from app.widgets.measures.measure_lines import DASH, accuracy_words, against_twin, as_csv, as_markdown, as_tabs, lines
from icnn_engine.core.events import Operation, Progress, Warned
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.figures.tables import LINES
from icnn_engine.runs.run_folder import Run, Table, open_run, write_run
from tests.app.verdicts import none_holding, unjudged, write_unjudged

UNMEASURED = ("instability", "below")


def without_landmarks(run: Run) -> Run:
    return replace(run, table={k: v for k, v in run.table.items() if not any(word in k for word in UNMEASURED)})


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> MeasurePage:
    made = MeasurePage(context)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    made.show()
    return made


def shown(page: MeasurePage, key: str) -> list[str]:
    row = next(row for row, line in page.table.lines.items() if line.key == key)
    items = [page.table.item(row, column) for column in range(page.table.columnCount())]
    return [item.text().strip() for item in items if item is not None]


def choose(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: (str(path), ""))


def test_without_a_run_the_page_says_what_to_do(page: MeasurePage) -> None:
    assert page.is_empty


def test_a_line_shows_the_three_networks_the_baseline_and_the_difference(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)

    assert not page.is_empty
    assert shown(page, "accuracy")[1:] == ["0.955", "0.965", "0.950", "0.600", "the larger kind", "worse by 0.010"]
    assert shown(page, "equivariance")[1:] == ["0.810", "0.620", "", "0.570", "untrained filters", "better by 0.190"]
    assert shown(page, "instability")[1:] == ["0.071", "0.114", "", "0.070", "always the centre", "better by 0.043"]


def test_lost_accuracy_is_said_in_words(page: MeasurePage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)

    assert page.verdict.loss.isVisible()
    assert "1.2 points" in page.verdict.loss.text()
    assert not page.verdict.no_loss.isVisible()


def test_accuracy_that_is_not_lost_is_said_too(page: MeasurePage, context: Context, fake_run: Run) -> None:
    context.session.set_run(replace(fake_run, table=fake_run.table | {"balanced_accuracy": 0.97}))

    assert page.verdict.no_loss.isVisible()
    assert not page.verdict.loss.isVisible()


def test_a_run_without_other_pictures_says_that_accuracy_is_no_recognition(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    before = page.verdict.recognition.isVisible()
    context.session.set_run(replace(fake_run, info=fake_run.info | {"accuracy_is_recognition": False}))

    assert not before
    assert page.verdict.recognition.isVisible()
    assert "no measure of recognition" in page.verdict.recognition.text()


def test_what_needs_landmarks_is_a_dash_and_the_page_says_why(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(without_landmarks(fake_run))

    assert shown(page, "instability")[1:3] == [DASH, DASH]
    assert page.verdict.missing.isVisible()
    assert "landmarks" in page.verdict.missing.text()


def test_each_line_explains_itself(page: MeasurePage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    told = {}
    for row, line in page.table.lines.items():
        page.table.setCurrentCell(row, 0)
        told[line.key] = page.meaning.text()
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
    busy = (page.verdict.busy.isVisible(), page.choose.isEnabled())
    qtbot.waitUntil(lambda: context.session.run is not run, timeout=60_000)
    measured = context.session.run

    assert busy == (True, False)
    assert measured is not None
    assert measured.table["instability"] == open_run(run.path).table["instability"]
    assert shown(page, "instability")[1] != DASH
    assert context.session.filter == 2
    assert not page.verdict.busy.isVisible()
    assert not page.verdict.missing.isVisible()


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
    qtbot.waitUntil(lambda: not page.verdict.busy.isVisible(), timeout=60_000)

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
    page.copy_markdown.click()
    markdown = QGuiApplication.clipboard().text()

    assert tabs == as_tabs(fake_run.table)
    assert tabs.splitlines()[2].split("\t")[1:3] == ["0.955", "0.965"]
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


def test_what_was_not_had_is_neither_compared_nor_guessed() -> None:
    table: Table = {"accuracy": 0.9, "twin_accuracy": None, "equivariance": float("nan"), "twin_equivariance": 0.4}
    found = {line.key: line for line in lines(table)}

    assert against_twin(found["accuracy"]) == ""
    assert found["equivariance"].cells[0] == DASH
    assert accuracy_words(table) == (False, "")
    assert "equivariance_20" not in found


def test_the_new_measures_have_lines_of_their_own(page: MeasurePage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    found = {line.key: line for line in page.table.lines.values()}

    assert shown(page, "background_auc")[1:3] == ["0.880", "0.840"]
    assert shown(page, "background_bound")[1:] == ["0.13", "0.20", "", "", "", "better by 0.07"]
    assert found["equivariance_scale"].minor
    assert "label_accuracy" not in found  # of one category there is one yes or no


def test_of_several_categories_guessing_gets_less_and_each_published_rule_has_its_line(
    page: MeasurePage, context: Context, several_run: Run
) -> None:
    more: Table = {"label_accuracy": 0.93, "label_majority": 0.7, "instability_lowest": 0.06}
    context.session.set_run(replace(several_run, table=several_run.table | more))

    assert shown(page, "balanced_accuracy")[4:6] == ["0.333", "guessing"]
    assert shown(page, "label_accuracy")[1:] == ["0.930", DASH, DASH, "0.700", "the usual answer", ""]
    assert shown(page, "instability_lowest")[1] == "0.060"


def test_every_measure_of_the_engine_has_a_title_and_a_meaning() -> None:
    everything: Table = {line.key: 0.5 for line in LINES}
    found = lines(everything)

    assert [line.key for line in found] == [line.key for line in LINES]
    assert len({line.title for line in found}) == len(found)
    assert all(len(line.meaning) > 30 for line in found)


def test_a_run_that_was_not_judged_says_so_and_offers_to_judge_it(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    before = page.judge_bar.isVisible(), page.verdict.holds.text()
    context.session.set_run(unjudged(fake_run))

    assert before == (False, "13 of 16 filters hold a part: 3 parts.")
    assert page.judge_bar.isVisible()
    assert page.judge_bar.judge.isEnabled()
    assert not page.verdict.holds.isVisible()
    assert not page.verdict.no_part.isVisible()


def test_judging_writes_the_run_anew_and_shows_what_was_found(
    qtbot: QtBot,
    page: MeasurePage,
    context: Context,
    own_run: Run,
    monkeypatch: pytest.MonkeyPatch,
    said: list[Message],
) -> None:
    def judged(run: Run) -> Operation[Run]:
        yield Progress("Judging", 1, 2)
        new = none_holding(replace(run, filters=own_run.filters, twin_filters=own_run.twin_filters))
        write_run(new)
        return new

    monkeypatch.setattr("icnn_engine.experiment.judge_run.rejudge_run", judged)
    context.session.set_run(write_unjudged(own_run))
    context.session.set_filter(2)
    qtbot.mouseClick(page.judge_bar.judge, Qt.MouseButton.LeftButton)
    busy = page.judge_bar.bar.isVisible(), page.judge_bar.cancel.isVisible()
    qtbot.waitUntil(lambda: not context.jobs.busy and context.session.run.judged, timeout=60_000)  # type: ignore[union-attr]
    now = context.session.run

    assert busy == (True, True)
    assert now is not None
    assert {key: value for key, value in now.table.items() if value is not None} == open_run(own_run.path).table
    assert open_run(own_run.path).judged
    assert context.session.filter == 2
    assert not page.judge_bar.isVisible()
    assert page.verdict.no_part.text().startswith("No filter holds a part")
    assert said[-1].text == page.verdict.no_part.text()


def test_a_run_that_cannot_be_judged_stays_as_it_was_and_the_user_is_told_why(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, said: list[Message]
) -> None:
    old = unjudged(own_run)  # it has no weights
    context.session.set_run(old)
    page.judging.begin()
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)

    assert said[0].kind == "problem"
    assert context.session.run is old
    assert page.judge_bar.judge.isVisible()


def test_judging_can_be_cancelled_and_waits_for_other_work(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(_run: Run) -> Operation[Run]:
        yield Progress("Judging", 0, 2)
        go_on.wait(10)
        yield Progress("Judging", 1, 2)
        return own_run

    monkeypatch.setattr("icnn_engine.experiment.judge_run.rejudge_run", slow)
    old = unjudged(own_run)
    context.session.set_run(old)
    page.judging.begin()
    page.judge_bar.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)
    context.jobs.start("Training", lambda: slow(own_run))
    meanwhile = page.judge_bar.judge.isEnabled(), page.judge_bar.told.text()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)

    assert context.session.run is old
    assert meanwhile == (False, "It can start when the work under way has ended.")
    assert page.judge_bar.judge.isEnabled()


def test_the_tests_of_holding_have_lines_with_their_baselines(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    keys = [line.key for line in page.table.lines.values()]

    assert shown(page, "mirror")[1:] == ["0.740", "0.290", "", "0.100", "untrained filters", "better by 0.450"]
    assert shown(page, "slope")[6] == ""  # no side of 1 is better
    assert shown(page, "kmeans_nmi_8")[1:] == ["", "", "", "45.0", "k-means", ""]
    assert shown(page, "nmi_8")[4:6] == ["35.0", "a fixed grid"]
    assert "distinct_parts" not in keys
