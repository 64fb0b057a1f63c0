"""Figure that explains one answer."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from icnn_engine import figures
from icnn_engine.inspection.look import Effects, GroupEffect, look_at
from icnn_engine.runs.run_folder import Run

EFFECTS = Effects(0.97, (GroupEffect(0, (0, 1, 2, 3, 4, 5), 0.31), GroupEffect(1, (6, 7, 8, 9), -0.02)), 0.05)


def test_the_explanation_shows_each_groups_effect_with_its_sign(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 1)

    text = figures.explain_figure(fake_run, look, EFFECTS, tmp_path / "why.svg").read_text(encoding="utf-8")

    assert "part 1: −0.310" in text
    assert "part 2: +0.020" in text
    assert "Is this a creature? Yes, with probability 97 %." in text


def test_of_several_categories_the_three_most_probable_are_named(several_run: Run, tmp_path: Path) -> None:
    insect = next(i for i, picture in enumerate(several_run.pictures) if picture.label == 1)
    look = look_at(several_run, insect)

    why = figures.explain_figure(several_run, look, EFFECTS, tmp_path / "why.svg").read_text(encoding="utf-8")
    parts = figures.parts_figure(several_run, tmp_path / "parts.svg").read_text(encoding="utf-8")
    one = figures.filter_figure(several_run, 10, tmp_path / "one.svg").read_text(encoding="utf-8")

    assert "Most probable: insect, with probability 97 %." in why
    assert "Then creature 2 %." in why
    assert "creature, filter 0" in parts
    assert "insect, filter 10" in parts
    assert "insect: part 3, filter 10" in one


def test_a_picture_without_any_part_is_explained_too(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 3)
    nothing = replace(look, maps=np.zeros_like(look.maps), answer=0.02)

    text = figures.explain_figure(fake_run, nothing, EFFECTS, tmp_path / "why.svg").read_text(encoding="utf-8")

    assert "No, with probability 98 %" in text
