from __future__ import annotations

from dataclasses import replace

from icnn_engine.report.facts import gather_facts
from icnn_engine.report.words import report_text
from icnn_engine.runs.run_folder import Run
from tests.own_network import as_converted, as_own


def test_the_report_on_ones_own_network_speaks_of_no_training_here_and_of_no_twin(fake_run: Run) -> None:
    text = report_text(replace(gather_facts(as_own(fake_run)), changed=()))
    words = str(text)

    assert "twin" not in words
    assert text.trained_heading == "What was looked at"
    assert "nothing was trained" in text.trained
    assert "red creature" in text.trained
    assert "Random weights" in [bar.name for bar in text.bars]
    assert "resnet18, layer layer3" in text.repeat


def test_the_report_on_a_conversion_says_what_learned_and_what_that_changed(fake_run: Run) -> None:
    text = report_text(replace(gather_facts(as_converted(fake_run)), changed=()))

    assert "twin" not in str(text)
    assert "with the network's own answers as the target" in text.trained
    assert "It names the same category as the original for 50.0 %" in text.trained
    assert [bar.name for bar in text.bars][:2] == ["This network", "Original"]
    assert text.below.startswith("A report on the conversion")


def test_landmarks_that_are_too_few_to_measure_by_are_not_denied(fake_run: Run) -> None:
    own = as_own(fake_run)
    for value, denied in ((0.1, False), (None, True)):
        table = {**own.table, "instability": None, "instability_all_pictures": value}
        text = report_text(replace(gather_facts(replace(own, table=table)), changed=()))

        assert ("Nobody has marked" in str(text)) is denied
        assert "Nobody marked" not in str(text)
