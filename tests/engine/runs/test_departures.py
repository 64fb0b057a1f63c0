"""Departures of runs from the paper."""

from __future__ import annotations

from dataclasses import replace

from icnn_engine.core.language import ENGLISH, speaking
from icnn_engine.runs.departures import departures, departures_of, stored_departures
from icnn_engine.runs.run_folder import Run


def test_files_note_departures_in_english(fake_run: Run) -> None:
    with speaking(ENGLISH):
        english = departures(fake_run.settings)
    with speaking("ko"):
        assert stored_departures(fake_run.settings) == english


def test_departures_are_read_in_the_current_language(fake_run: Run) -> None:
    run = replace(fake_run, info={**fake_run.info, "departures": stored_departures(fake_run.settings)})
    with speaking("ko"):
        assert list(departures_of(run)) == departures(run.settings)


def test_a_departure_that_only_the_file_knows_is_read_as_it_is_stored(fake_run: Run) -> None:
    run = replace(fake_run, info={**fake_run.info, "departures": ["random weights"]})
    with speaking("ko"):
        assert departures_of(run) == ("random weights",)
