"""Figure of accuracy against coverage."""

from pathlib import Path

import pytest

from icnn_engine import figures
from icnn_engine.audit.novelty import abstention
from icnn_engine.core.errors import RunError
from icnn_engine.core.number_words import percent
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run


@pytest.fixture(scope="module")
def large_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """120 pictures; leave it as it is."""
    return make_fake_run(tmp_path_factory.mktemp("large"), pictures=120)


def test_the_curves_and_what_they_say_are_drawn(large_run: Run, tmp_path: Path) -> None:
    known = percent(found.known_share) if (found := abstention(large_run)) else ""
    page = figures.coverage_figure(large_run, tmp_path / "coverage.svg").read_text(encoding="utf-8")

    assert "most unlike pictures left out first" in page
    assert "least probable answers left out first" in page
    assert f"On 30 test pictures. Line: {known} of them count as known." in page


def test_too_few_pictures_are_refused_in_words(own_run: Run, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="too few training or test pictures"):
        figures.coverage_figure(own_run, tmp_path / "coverage.png")


def test_the_curves_for_a_page_are_pixels(large_run: Run) -> None:
    found = abstention(large_run)
    assert found is not None
    pixels = figures.coverage_pixels(found, width=3.0, dpi=50)

    assert pixels.shape[1:] == (150, 3)
    assert pixels.min() < 100
