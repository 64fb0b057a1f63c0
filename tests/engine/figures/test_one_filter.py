"""Figure of one filter."""

from pathlib import Path

import pytest

from icnn_engine import figures
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.runs.run_folder import Run
from tests.engine.figures.test_parts import is_drawn
from tests.region_fakes import with_regions


def test_the_figure_of_a_filter_shows_each_test_with_its_mark(fake_run: Run, tmp_path: Path) -> None:
    holds = figures.filter_figure(fake_run, 0, tmp_path / "holds.svg").read_text(encoding="utf-8")
    fails = figures.filter_figure(fake_run, 13, tmp_path / "fails.svg").read_text(encoding="utf-8")

    assert "mirror 0.85 (0.7 or more) ✓" in holds
    assert "slope 0.50 (0.8 to 1.2) ✗" in fails
    assert "grounding not measured · fails: shift, slope, mirror, transplant, enlarged" in fails.replace("</text>", "")


@pytest.mark.parametrize("network", [NetworkName.INTERPRETABLE, NetworkName.TWIN])
def test_the_figure_of_a_filter_is_drawn_for_both_networks(fake_run: Run, tmp_path: Path, network: NetworkName) -> None:
    assert is_drawn(figures.filter_figure(fake_run, 6, tmp_path / "filter.png", network))


def test_the_figure_of_a_dead_filter_says_that_it_never_fires(fake_run: Run, tmp_path: Path) -> None:
    written = figures.filter_figure(fake_run, 15, tmp_path / "filter.svg")

    assert "fires on no picture" in written.read_text(encoding="utf-8")


def test_the_best_pictures_of_a_filter_show_its_own_category(several_run: Run) -> None:
    shown = {
        several_run.pictures[b.picture].category for b in best_pictures(several_run, NetworkName.INTERPRETABLE, 10)
    }

    assert shown == {"insect"}


def test_the_figure_of_a_filter_frames_what_the_networks_read(fake_run: Run, own_run: Run, tmp_path: Path) -> None:
    plain = figures.filter_figure(fake_run, 0, tmp_path / "plain.svg").read_text(encoding="utf-8")
    framed = figures.filter_figure(with_regions(own_run), 0, tmp_path / "framed.svg").read_text(encoding="utf-8")

    assert "White frame: the region" in framed
    assert "White frame" not in plain
