"""Figure that compares the three networks."""

from dataclasses import replace
from pathlib import Path

from icnn_engine import figures
from icnn_engine.figures import comparison
from icnn_engine.runs.run_folder import Run


def test_the_comparison_shows_both_networks_and_cam(fake_run: Run, tmp_path: Path) -> None:
    text = figures.comparison_figure(fake_run, tmp_path / "comparison.svg").read_text(encoding="utf-8")

    assert all(f">{name}</text>" in text for name in ("Interpretable", "Ordinary twin", "CAM"))
    assert "keep to one place of the object 71 times in 100" in text


def test_the_comparison_chooses_filters_by_one_rule_and_pictures_by_digest(fake_run: Run) -> None:
    own = comparison.chosen_filters(fake_run.filters)
    loose = tuple(replace(f, group=-1) for f in fake_run.filters)
    pictures = [fake_run.pictures[i] for i in comparison.chosen_pictures(fake_run)]

    assert own == (0, 6, 10)
    assert comparison.chosen_filters(loose) == (0, 10, 1)
    assert [p.digest for p in pictures] == sorted(p.digest for p in pictures)
    assert all(p.positive and p.side != "train" for p in pictures)
