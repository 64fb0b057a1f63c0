from __future__ import annotations

from app.widgets.measures.measure_lines import DASH, accuracy_words, against_twin, lines
from icnn_engine.figures.tables import LINES
from icnn_engine.runs.run_folder import Table


def test_what_was_not_had_is_neither_compared_nor_guessed() -> None:
    table: Table = {"accuracy": 0.9, "twin_accuracy": None, "equivariance": float("nan"), "twin_equivariance": 0.4}
    found = {line.key: line for line in lines(table)}

    assert against_twin(found["accuracy"]) == ""
    assert found["equivariance"].cells[0] == DASH
    assert accuracy_words(table) == (False, "")
    assert "equivariance_20" not in found


def test_every_measure_of_the_engine_has_a_title_and_a_meaning() -> None:
    everything: Table = {line.key: 0.5 for line in LINES}
    found = lines(everything)

    assert [line.key for line in found] == [line.key for line in LINES]
    assert len({line.title for line in found}) == len(found)
    assert all(len(line.meaning) > 30 for line in found)
