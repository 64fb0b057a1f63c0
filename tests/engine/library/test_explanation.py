"""One picture explained: numbers, arrays, the card, the figure."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import icnn_engine as partscope
from icnn_engine.core.errors import SettingsError
from icnn_engine.data import read_picture
from icnn_engine.library.explanation import Explanation
from icnn_engine.runs.run_folder import Run
from tests.fake_explainer import FakeExplainer
from tests.fake_run import true_parts


@pytest.fixture
def explained(fake_run: Run) -> Explanation:
    return Explanation.of(FakeExplainer(fake_run), read_picture(fake_run.picture_path(1)), "1.jpg")


def test_parts_lie_where_they_were_drawn_in_pixels_and_their_shares_add_up(
    fake_run: Run, explained: Explanation
) -> None:
    truth = true_parts(fake_run)[fake_run.pictures[1].name]
    cell = max(explained.pixels.shape) / fake_run.geometry.cells
    places = {part.number: (part.x, part.y) for part in explained.parts}
    shares = explained.shares

    for number, name in enumerate(("head", "tail", "body"), 1):
        assert np.hypot(*np.subtract(places[number], truth[name])) < 1.5 * cell
    assert [part.adds for part in explained.parts] == sorted((part.adds for part in explained.parts), reverse=True)
    total = sum(part.adds for part in explained.parts) + shares.of_no_part + shares.rest
    assert total == pytest.approx(shares.log_odds)


def test_the_heat_of_all_parts_is_brightest_at_one_of_them_and_leaves_the_picture_alone(explained: Explanation) -> None:
    before, heat = explained.pixels.copy(), explained.heatmap()
    row, column = np.unravel_index(heat.argmax(), heat.shape)

    assert heat.shape == explained.pixels.shape[:2]
    assert heat.max() <= 1
    assert min(np.hypot(part.x - column, part.y - row) for part in explained.parts) < 12
    assert explained.overlay().shape == explained.shown_pixels().shape == explained.pixels.shape
    assert np.array_equal(explained.pixels, before)


def test_it_prints_draws_itself_and_becomes_json(explained: Explanation) -> None:
    card = explained._repr_html_()

    assert repr(explained).startswith("1.jpg: This is a creature: ")
    assert "Part 1" in repr(explained)
    assert explained.answer in card
    assert set(re.findall(r'src="(.{10})', card)) == {"data:image"}
    assert json.loads(json.dumps(explained.as_dict()))["name"] == "1.jpg"
    assert explained.warning == ""


def test_a_picture_unlike_the_training_pictures_is_said_to_be_so(explained: Explanation) -> None:
    look = explained.looked
    strange = replace(look, picture=None, maps=look.maps[::-1] * 9, twin_maps=look.twin_maps[::-1] * 9)
    found = Explanation(explained.explainer, strange, explained.shares)

    assert found.as_dict()["novelty"]["unlike"] is True
    assert "its answer should not be trusted" in found.warning
    assert found.warning in repr(found)
    assert found.warning in found._repr_html_()


def test_its_figure_is_written_by_suffix(explained: Explanation, tmp_path: Path) -> None:
    written = explained.save(tmp_path / "why.png", dpi=50)
    with Image.open(written) as image:
        kind = image.format

    assert kind == "PNG"
    assert "data:image" in written._repr_html_()
    with pytest.raises(SettingsError, match=r"\.png, \.svg or \.pdf"):
        explained.save(tmp_path / "why.gif")


def test_a_trained_run_explains_an_array_as_it_does_the_file(trained_run: Run) -> None:
    run, name = partscope.open(trained_run.path), trained_run.pictures[0].name
    by_name, by_array = run.look(name), run.look(read_picture(trained_run.picture_path(0)))

    assert by_name.probability == by_array.probability == pytest.approx(trained_run.pictures[0].answer, abs=1e-3)
    assert by_array.title == "array"
    assert by_name._repr_html_().count("<img") >= 2
