"""A run of several categories without a background that is worse than its twin: every place says the same loss."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.learn.chapters.cost import _right_answers
from app.measure.verdict_card import VerdictCard
from app.runs.run_cells import cells_of
from app.widgets.measures.measure_lines import against_twin, lines
from icnn_engine.core.number_words import percent, printed_difference
from icnn_engine.inspection.predictions import answered
from icnn_engine.inspection.run_verdict import guessing, run_verdict
from icnn_engine.report.facts import ReportFacts
from icnn_engine.report.words import report_text
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_list import summary_of
from tests.fake_run import make_shuffled_run


@pytest.fixture(scope="module")
def worse(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return make_shuffled_run(tmp_path_factory.mktemp("worse"), wrong=20)


def test_the_summary_warns_of_the_loss(qtbot: QtBot, worse: Run) -> None:
    card, accuracy = VerdictCard(), run_verdict(worse).accuracy
    qtbot.addWidget(card)
    card.show_verdict(run_verdict(worse))

    assert not card.loss.isHidden()
    assert card.loss.property("role") == "warning"
    assert card.price.isHidden()
    for share in (accuracy.own.mean, accuracy.twin.mean):
        assert percent(share) in card.loss.text().replace("\u00a0", " ")


def test_the_table_and_the_list_of_runs_have_the_same_numbers(worse: Run) -> None:
    accuracy, listed = run_verdict(worse).accuracy, summary_of(worse.path)
    own, twin = percent(accuracy.own.mean), percent(accuracy.twin.mean)
    line = next(line for line in lines(worse.table, guessing(worse)) if line.key == "balanced_accuracy")

    assert listed is not None
    assert line.cells[:2] == (own, twin) == tuple(cell.text for cell in cells_of(listed)[3:5])
    assert against_twin(line) == printed_difference("accuracy", accuracy.twin.mean, accuracy.own.mean)
    assert against_twin(line).startswith("−")


def test_the_answers_and_the_lecture_count_the_same_pictures(worse: Run) -> None:
    verdict = run_verdict(worse)
    step = _right_answers(verdict)

    assert sum(answer.right for answer in answered(worse, side="test")) == verdict.accuracy.right
    assert any("accuracy is lost" in sentence for sentence in step.sentences)


def test_the_report_says_the_loss_in_its_summary_and_in_its_bars(worse: Run) -> None:
    told = report_text(ReportFacts(worse, run_verdict(worse), 0, (), ()))

    assert any("accuracy is lost" in sentence for sentence in told.short)
    assert [bar.value for bar in told.bars][:2] == pytest.approx(
        [run_verdict(worse).accuracy.own.mean, run_verdict(worse).accuracy.twin.mean]
    )
    assert "not tested" not in told.right
