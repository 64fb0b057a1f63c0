from __future__ import annotations

from app.widgets.measures.measure_lines import DASH, against_twin, as_csv, as_tabs, lines
from icnn_engine.figures.tables import LINES
from icnn_engine.runs.run_folder import Table


def test_what_was_not_had_is_neither_compared_nor_guessed() -> None:
    table: Table = {"accuracy": 0.9, "twin_accuracy": None, "equivariance": float("nan"), "twin_equivariance": 0.4}
    found = {line.key: line for line in lines(table)}

    assert against_twin(found["accuracy"]) == ""
    assert found["equivariance"].cells[0] == DASH
    assert "keeping" not in found


def test_accuracies_are_per_cent_to_read_and_fractions_to_compute_with() -> None:
    table: Table = {"balanced_accuracy": 0.98, "twin_balanced_accuracy": 0.99, "mirror": 0.9, "twin_mirror": 0.2}

    assert as_tabs(table).splitlines()[1].split("\t")[1:] == [
        "98.0 %",
        "99.0 %",
        DASH,
        "50.0 %",
        "guessing",
        "−1.0 points",
    ]
    assert as_csv(table).splitlines()[1].split(",")[1:] == ["0.980", "0.990", "", "0.500", "guessing", "-0.010"]
    assert "+0.700" in as_tabs(table)


def test_a_run_of_an_earlier_version_shows_no_measures_that_nobody_needs_any_more() -> None:
    old: Table = {"equivariance": 0.9, "equivariance_20": 0.9, "equivariance_28": 0.9, "equivariance_mirror": 0.9}

    assert not {"equivariance_20", "equivariance_28", "equivariance_mirror"} & {line.key for line in lines(old)}


def test_every_measure_of_the_engine_has_a_title_and_a_meaning() -> None:
    everything: Table = {line.key: 0.5 for line in LINES}
    found = lines(everything)

    assert [line.key for line in found] == [line.key for line in LINES]
    assert len({line.title for line in found}) == len(found)
    assert all(len(line.meaning) > 30 for line in found)
