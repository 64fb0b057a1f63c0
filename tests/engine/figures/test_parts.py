"""Figure of the parts of a run."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine import figures
from icnn_engine.core.errors import RunError
from icnn_engine.figures import sheet
from icnn_engine.figures.sheet import has_postscript_outlines
from icnn_engine.runs.run_folder import Run
from tests.region_fakes import with_regions


def is_drawn(path: Path) -> bool:
    """The file is a picture on which something besides white is drawn."""
    with Image.open(path) as picture:
        pixels = np.asarray(picture.convert("L"))
    return bool((pixels < 100).mean() > 0.005)


def test_the_figure_of_parts_has_a_row_for_each_group(fake_run: Run, tmp_path: Path) -> None:
    written = figures.parts_figure(fake_run, tmp_path / "deep" / "parts.png")
    few = replace(fake_run, filters=tuple(replace(f, group=min(f.group, 0)) for f in fake_run.filters))
    figures.parts_figure(few, tmp_path / "few.png")

    assert is_drawn(written)
    with Image.open(written) as all_, Image.open(tmp_path / "few.png") as one:
        assert all_.width == one.width == round(sheet.WIDTH * sheet.DPI)
        assert all_.height > one.height


def test_where_no_filter_holds_a_part_the_figure_says_so_and_names_what_each_fails(
    fake_run: Run, tmp_path: Path
) -> None:
    filters = [replace(f, group=-1, holds=False, mirror=0.1, slope=0.6) for f in fake_run.filters]
    filters[3] = replace(filters[3], slope=0.9)
    filters[4] = replace(filters[4], partner=5)
    none_holds = replace(fake_run, filters=tuple(filters))

    text = figures.parts_figure(none_holds, tmp_path / "parts.svg").read_text(encoding="utf-8")

    assert "creature: no filter holds a part" in text
    assert text.index("filter 3<") < text.index("filter 0<")
    assert "fails: mirror<" in text
    assert "fails: slope, mirror<" in text
    assert "swaps places with" in text
    assert "Part 1" not in text


def test_the_figure_of_parts_counts_filters_that_hold_and_the_parts_they_hold(fake_run: Run, tmp_path: Path) -> None:
    text = figures.parts_figure(fake_run, tmp_path / "parts.svg").read_text(encoding="utf-8")

    assert "13 of 16 filters hold a part; they hold 3 different parts, all of them below." in text
    assert "6 filters hold it" in text
    assert "A filter holds a part if" in text


def test_figures_of_a_run_that_was_not_judged_say_so_and_call_no_group_a_part(own_run: Run, tmp_path: Path) -> None:
    old = replace(own_run, filters=tuple(replace(f, eligible=-1, holds=False) for f in own_run.filters))

    parts = figures.parts_figure(old, tmp_path / "parts.svg").read_text(encoding="utf-8")
    one = figures.filter_figure(old, 0, tmp_path / "one.svg").read_text(encoding="utf-8")

    assert "not tested for holding a part" in parts
    assert "An earlier version put 13 of 16 filters into 3 groups." in parts
    assert ">Group 1</text>" in parts
    assert "grouped with 6 filters by an earlier version" in one
    assert "were not tested for holding a part" in one


def test_korean_names_stay_text_in_svg_and_are_drawn_in_pdf_as_every_viewer_can(fake_run: Run, tmp_path: Path) -> None:
    korean = replace(fake_run, info={**fake_run.info, "category": "여우"})

    text = figures.parts_figure(korean, tmp_path / "여우.svg").read_text(encoding="utf-8")
    pdf = figures.parts_figure(korean, tmp_path / "여우.pdf").read_bytes()

    assert "Parts of 여우" in text
    assert pdf.startswith(b"%PDF")
    assert (b"/Type3" in pdf) == has_postscript_outlines(figures.korean_font())
    assert b"/FontFile2" in figures.parts_figure(fake_run, tmp_path / "fox.pdf").read_bytes()


def test_a_figure_of_pictures_that_are_gone_is_told_in_words(own_run: Run, tmp_path: Path) -> None:
    shutil.rmtree(own_run.images)

    with pytest.raises(RunError, match="Put the folder back"):
        figures.parts_figure(own_run, tmp_path / "parts.png")


def test_the_figure_of_parts_frames_what_the_networks_read(fake_run: Run, own_run: Run, tmp_path: Path) -> None:
    plain = figures.parts_figure(fake_run, tmp_path / "plain.svg").read_text(encoding="utf-8")
    framed = figures.parts_figure(with_regions(own_run), tmp_path / "framed.svg").read_text(encoding="utf-8")

    assert "White frame: the region" in framed
    assert "White frame" not in plain
    assert framed.count("stroke: #ffffff") > plain.count("stroke: #ffffff")
