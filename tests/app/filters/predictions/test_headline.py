"""The answer about a picture as a headline."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.filters.predictions.headline import Headline, headline
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run


def told(run: Run, own: list[float], twin: list[float]) -> Headline:
    return headline(run, replace(look_at(run, 0), answers=np.array(own), twin_answers=np.array(twin)))


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (0.97, "This is a creature: 97 %"),
        (0.99999, "This is a creature: over 99.9 %"),
        (0.03, "Not a creature (creature: 3 %)"),
        (0.55, "Unsure: creature 55 %"),
    ],
)
def test_the_headline_is_a_plain_sentence(fake_run: Run, probability: float, text: str) -> None:
    assert told(fake_run, [probability], [0.9]).text == text


def test_the_headline_says_whether_the_twin_agrees(fake_run: Run) -> None:
    apart, alike = told(fake_run, [0.03], [0.81]), told(fake_run, [0.97], [0.81])

    assert apart.disagree
    assert apart.twin == "The ordinary twin says creature: 81 %; they disagree."
    assert not alike.disagree
    assert alike.twin == "The ordinary twin says creature: 81 %; they agree."


def test_an_unsure_network_neither_agrees_nor_disagrees(fake_run: Run) -> None:
    twin, own = told(fake_run, [0.03], [0.52]), told(fake_run, [0.45], [0.81])

    assert twin.twin == "The ordinary twin is unsure: creature 52 %."
    assert own.twin == "The ordinary twin says creature: 81 %."
    assert not twin.disagree
    assert not own.disagree


def test_of_several_categories_the_headline_names_the_top_one_or_none(several_run: Run) -> None:
    insect, none = told(several_run, [0.1, 0.9], [0.8, 0.1]), told(several_run, [0.02, 0.1], [0.0, 0.1])
    unsure = told(several_run, [0.8, 0.7], [0.0, 0.1])

    assert insect.text == "This is an insect: 90 %"
    assert insect.twin == "The ordinary twin says creature: 80 %; they disagree."
    assert none.text == "None of them (most likely insect: 10 %)"
    assert none.twin == "The ordinary twin says none of them: 90 %; they agree."
    assert unsure.text == "Unsure: creature 80 %"
