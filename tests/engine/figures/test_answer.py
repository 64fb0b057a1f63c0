"""Figure that explains one answer."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from icnn_engine import figures
from icnn_engine.inspection.look import AnswerShares, PartShare, look_at
from icnn_engine.runs.run_folder import Run

SHARES = AnswerShares(
    5.5, (PartShare(0, (0, 1, 2, 3, 4, 5), 3.1), PartShare(-1, (13,), 1.9), PartShare(1, (6, 7, 8, 9), -0.2)), 0.7, True
)


def test_the_explanation_shows_each_part_s_share_with_its_sign(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 1)

    text = figures.explain_figure(fake_run, look, SHARES, tmp_path / "why.svg").read_text(encoding="utf-8")

    assert "part 1: +3.10" in text
    assert "part 2: −0.20" in text
    assert "no part: +1.90" in text
    assert "This is a creature: 97 %" in text


def test_of_several_categories_the_three_most_probable_are_named(several_run: Run, tmp_path: Path) -> None:
    insect = next(i for i, picture in enumerate(several_run.pictures) if picture.label == 1)
    look = look_at(several_run, insect)

    why = figures.explain_figure(several_run, look, SHARES, tmp_path / "why.svg").read_text(encoding="utf-8")
    parts = figures.parts_figure(several_run, tmp_path / "parts.svg").read_text(encoding="utf-8")
    one = figures.filter_figure(several_run, 10, tmp_path / "one.svg").read_text(encoding="utf-8")

    assert "This is an insect: 97 %" in why
    assert "Then creature 2 %" in why
    assert "creature, filter 0" in parts
    assert "insect, filter 10" in parts
    assert "insect: part 3, filter 10" in one


def test_a_picture_without_any_part_is_explained_too(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 3)
    nothing = replace(look, maps=np.zeros_like(look.maps), answer=0.02, answers=np.array([0.02]))

    text = figures.explain_figure(fake_run, nothing, SHARES, tmp_path / "why.svg").read_text(encoding="utf-8")

    assert "Not a creature (creature: 2 %)" in text


def test_the_numbers_below_the_explanation_add_up(fake_run: Run, tmp_path: Path) -> None:
    text = figures.explain_figure(fake_run, look_at(fake_run, 1), SHARES, tmp_path / "why.svg").read_text("utf-8")
    caption = " ".join(re.sub(r"<[^>]*>", " ", text).split())

    assert "+0.70 before any part speaks, +2.90 from the parts and +1.90 from filters without a part" in caption
    assert "make +5.50" in caption
