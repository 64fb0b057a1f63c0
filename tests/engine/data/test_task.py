"""Trainings that cannot be are refused before they start, in the window and by the engine alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.config import NONE, SHUFFLED, make_settings
from icnn_engine.data import everything_of
from icnn_engine.data.task import refusal
from tests.app.pictures import listed


def why_not(counts: dict[str, int], **values: object) -> str:
    return refusal(listed(Path("/pictures"), **counts), make_settings(values))


ZOO = {"fox": 30, "cat": 20, "owl": 3}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"category": "owl"}, "3 of owl; at least 8"),
        ({"category": "fox", "background": "owl"}, "3 of the background"),
        ({"category": "fox", "background": "fox"}, "cannot be its own background"),
        ({"category": "fox", "background": NONE}, "told from something"),
        ({"category": "fox", "background": "/nowhere"}, "neither a category"),
        ({"category": "fox", "background": SHUFFLED, "training": "full"}, "choose a background"),
        ({"category": "dog"}, "no category dog"),
        ({"categories": ("fox", "owl")}, "3 of owl"),
        ({}, "Choose the category"),
    ],
)
def test_what_is_in_the_way_is_said(values: dict[str, object], words: str) -> None:
    assert words in why_not(ZOO, **values)


def test_an_empty_folder_is_refused() -> None:
    assert "no pictures" in why_not({})


@pytest.mark.parametrize("values", [{"category": "fox"}, {"category": "fox", "background": "cat"}])
def test_nothing_is_in_the_way_of_a_usual_training(values: dict[str, object]) -> None:
    assert why_not(ZOO, **values) == ""


def test_too_few_others_are_no_background() -> None:
    assert "3 of the background" in why_not({"fox": 30, "owl": 3}, category="fox")


def test_all_pictures_as_one_category_are_counted_together() -> None:
    whole = everything_of(Path("/pictures"))

    assert why_not({"auk": 5, "gull": 6}, category=whole, background=SHUFFLED) == ""
    assert "at least 8" in why_not({"auk": 2, "gull": 3}, category=whole, background=SHUFFLED)
