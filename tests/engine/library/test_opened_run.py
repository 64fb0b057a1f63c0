"""An opened run: its tables, parts, card, figures and report."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import icnn_engine as partscope
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.library.opened_run import OpenedRun
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.fake_run import true_parts

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def run(fake_run: Run) -> OpenedRun:
    return OpenedRun(fake_run)


def test_it_prints_its_folder_its_verdict_and_its_parts(run: OpenedRun) -> None:
    lines = repr(run).splitlines()

    assert lines[0] == str(run.path)
    assert lines[1] == run.headline
    assert [line.split(":")[0].strip() for line in lines[2:]] == ["Part 1", "Part 2", "Part 3"]


def test_its_card_stands_alone_and_names_of_parts_cannot_break_it(own_run: Run) -> None:
    write_notes(own_run.path, Notes({(OWN, "part", 0): Note("<script>alert(1)</script>")}))
    card = partscope.open(own_run.path)._repr_html_()

    assert "<script" not in card
    assert "&lt;script&gt;" in card
    assert set(re.findall(r'src="(.{10})', card)) == {"data:image"}
    assert card.count("<img") >= 3 * 3


def test_without_its_pictures_the_card_says_so_and_a_part_raises(own_run: Run) -> None:
    shutil.rmtree(own_run.images)
    run = partscope.open(own_run.path)

    assert "is no longer in" in run._repr_html_()
    with pytest.raises(RunError, match="is no longer in"):
        run.parts[0].crops()


def test_a_run_without_parts_has_none_and_shows_the_closest_filters(fake_run: Run) -> None:
    filters = tuple(replace(one, group=-1, holds=False, mirror=0.1) for one in fake_run.filters)
    run = OpenedRun(replace(fake_run, filters=filters))

    assert run.parts == ()
    assert len(run.closest) == 3
    assert "not a part of creature (fails: mirror)" in repr(run.closest[0])
    assert "No filter holds a part" in run._repr_html_()


def test_positions_of_a_part_are_pixels_where_it_was_drawn(run: OpenedRun) -> None:
    truth, rows = true_parts(run.stored), run.parts[0].positions()
    sizes = {picture.name: max(picture.width, picture.height) for picture in run.pictures}
    apart = [np.hypot(row.x - truth[row.picture]["head"][0], row.y - truth[row.picture]["head"][1]) for row in rows]
    cells = [sizes[row.picture] / run.stored.geometry.cells for row in rows]

    assert len(rows) >= 8
    assert np.median(np.array(apart) / cells) < 1
    assert set(rows.as_dict()) == {"picture", "side", "x", "y", "strength"}


def test_tables_have_a_row_each_and_become_arrays(run: OpenedRun) -> None:
    table = run.filters.as_dict()

    assert len(run.pictures) == len(run.stored.pictures)
    assert run.filters[3].index == 3
    assert table["holds"].dtype == bool
    assert table["equivariance"].shape == (len(run.stored.filters),)
    assert "… and 4 more rows" in repr(run.filters)
    assert len(run.filters[:2]) == 2


def test_figures_go_where_they_are_asked_to_or_into_the_run(own_run: Run, tmp_path: Path) -> None:
    run = OpenedRun(own_run)

    assert run.figure().path == own_run.path / "figures" / "parts.png"
    assert run.figure("positions", tmp_path / "where.svg").path.read_text(encoding="utf-8").startswith("<?xml")
    with pytest.raises(SettingsError, match="no figure walls"):
        run.figure("walls")
    with pytest.raises(SettingsError, match="no filter 99"):
        run.figure("filter", filter=99)


def test_the_report_is_written_and_an_unknown_language_is_refused(own_run: Run) -> None:
    run = OpenedRun(own_run)

    assert run.report().read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(SettingsError, match="no language xx"):
        run.report(language="xx")


def test_measuring_keeps_the_values_and_saves_the_table(own_run: Run, tmp_path: Path) -> None:
    measures = OpenedRun(own_run).measure(progress=False)

    assert (
        measures["instability"] == partscope.open(own_run.path).measures["instability"] != own_run.table["instability"]
    )
    assert measures.save(tmp_path / "table.tex").read_text(encoding="utf-8").startswith("\\begin{tabular}")
    assert "Shift: moves with the content" in repr(measures)
    assert "<table" in measures._repr_html_()
    with pytest.raises(SettingsError, match=r"\.csv, \.md or \.tex"):
        measures.save(tmp_path / "table.xlsx")


def test_outside_of_a_notebook_show_opens_the_viewer(run: OpenedRun, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[int, int]] = []
    monkeypatch.setattr("PIL.Image.Image.show", lambda image: shown.append(image.size))
    run.parts[0].show()

    assert shown == [(6 * 160, 160)]


def test_parts_of_several_categories_say_which_one_they_are_of(several_run: Run) -> None:
    run = OpenedRun(several_run)
    told = {part.category for part in run.parts}

    assert told == {"creature", "insect"}
    assert all(f"test pictures of {part.category}" in repr(part) for part in run.parts)
    assert run._repr_html_().count("of insect;") == sum(part.category == "insect" for part in run.parts)
