"""What is said about a picture on show."""

from __future__ import annotations

from dataclasses import replace

from app.filters.scene_words import picture_words
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run


def test_of_a_picture_from_elsewhere_a_run_on_boxes_says_that_it_was_read_whole(fake_run: Run) -> None:
    run = replace(fake_run, settings=fake_run.settings.model_copy(update={"region": "boxes"}))
    own = look_at(fake_run, 0)
    elsewhere = replace(own, picture=None)

    assert "the run was trained on boxes: cut the object out first" in picture_words(run, elsewhere)[1]
    assert "it has no box: the whole picture is read" in picture_words(run, own)[1]
    assert picture_words(fake_run, elsewhere)[1] == "a picture from elsewhere"
