"""Figures of a run, written whole or not at all, and its tables."""

import csv
import io
import logging
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from matplotlib import font_manager
from PIL import Image

from icnn_engine import figures
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName, Progress, drain
from icnn_engine.core.heatmaps import heatmap
from icnn_engine.figures import common, comparison, sheet, tables
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.look import Effects, GroupEffect, look_at
from icnn_engine.inspection.stages import stages
from icnn_engine.runs.run_folder import Run

EFFECTS = Effects(0.97, (GroupEffect(0, (0, 1, 2, 3, 4, 5), 0.31), GroupEffect(1, (6, 7, 8, 9), -0.02)), 0.05)


@pytest.fixture
def fresh_fonts() -> Iterator[None]:
    sheet.korean_font.cache_clear()
    yield
    sheet.korean_font.cache_clear()


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

    assert "13 of 16 filters hold a part; they hold 3 independent parts, all of them below." in text
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


def test_the_figure_of_a_filter_shows_each_test_with_its_mark(fake_run: Run, tmp_path: Path) -> None:
    holds = figures.filter_figure(fake_run, 0, tmp_path / "holds.svg").read_text(encoding="utf-8")
    fails = figures.filter_figure(fake_run, 13, tmp_path / "fails.svg").read_text(encoding="utf-8")

    assert "mirror .85 (.7 or more) ✓" in holds
    assert "slope .50 (.8 to 1.2) ✗" in fails
    assert "grounding not measured · fails: shift, slope, mirror, transplant, enlarged" in fails.replace("</text>", "")


@pytest.mark.parametrize("network", [NetworkName.INTERPRETABLE, NetworkName.TWIN])
def test_the_figure_of_a_filter_is_drawn_for_both_networks(fake_run: Run, tmp_path: Path, network: NetworkName) -> None:
    assert is_drawn(figures.filter_figure(fake_run, 6, tmp_path / "filter.png", network))


def test_the_figure_of_a_dead_filter_says_that_it_never_fires(fake_run: Run, tmp_path: Path) -> None:
    written = figures.filter_figure(fake_run, 15, tmp_path / "filter.svg")

    assert "fires on no picture" in written.read_text(encoding="utf-8")


def test_the_comparison_shows_both_networks_and_cam(fake_run: Run, tmp_path: Path) -> None:
    text = figures.comparison_figure(fake_run, tmp_path / "comparison.svg").read_text(encoding="utf-8")

    assert all(f">{name}</text>" in text for name in ("Interpretable", "Ordinary twin", "CAM"))
    assert "interpretable .950, twin .962, CAM network .948" in text


def test_the_comparison_chooses_filters_by_one_rule_and_pictures_by_digest(fake_run: Run) -> None:
    own = comparison.chosen_filters(fake_run.filters)
    loose = tuple(replace(f, group=-1) for f in fake_run.filters)
    pictures = [fake_run.pictures[i] for i in comparison.chosen_pictures(fake_run)]

    assert own == (0, 6, 10)
    assert comparison.chosen_filters(loose) == (0, 10, 1)
    assert [p.digest for p in pictures] == sorted(p.digest for p in pictures)
    assert all(p.positive and p.side != "train" for p in pictures)


def test_the_explanation_shows_each_groups_effect_with_its_sign(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 1)

    text = figures.explain_figure(fake_run, look, EFFECTS, tmp_path / "why.svg").read_text(encoding="utf-8")

    assert "part 1: −0.310" in text
    assert "part 2: +0.020" in text
    assert "Is this a creature? Yes, with probability 97%." in text


def test_of_several_categories_the_three_most_probable_are_named_and_rows_say_whose_they_are(
    several_run: Run, tmp_path: Path
) -> None:
    insect = next(i for i, picture in enumerate(several_run.pictures) if picture.label == 1)
    look = look_at(several_run, insect)

    why = figures.explain_figure(several_run, look, EFFECTS, tmp_path / "why.svg").read_text(encoding="utf-8")
    parts = figures.parts_figure(several_run, tmp_path / "parts.svg").read_text(encoding="utf-8")
    one = figures.filter_figure(several_run, 10, tmp_path / "one.svg").read_text(encoding="utf-8")

    assert "Most probable: insect, with probability 97%." in why
    assert "Then creature 2%." in why
    assert "creature, filter 0" in parts
    assert "insect, filter 10" in parts
    assert "insect: part 3, filter 10" in one


def test_the_best_pictures_of_a_filter_show_its_own_category(several_run: Run) -> None:
    shown = {
        several_run.pictures[b.picture].category for b in best_pictures(several_run, NetworkName.INTERPRETABLE, 10)
    }

    assert shown == {"insect"}


def test_guessing_gets_one_over_the_kinds_of_pictures(fake_run: Run, several_run: Run) -> None:
    alone = replace(several_run, info={**several_run.info, "background": "none"})

    assert (common.guessing(fake_run), common.guessing(several_run), common.guessing(alone)) == (1 / 2, 1 / 3, 1 / 2)
    assert tables.lines_of(several_run)[1] == ["Balanced accuracy", "0.950", "0.962", "0.948", "0.333", "guessing"]


def test_the_masked_map_of_the_released_variant_is_that_of_the_pooled_map(fake_run: Run, tmp_path: Path) -> None:
    released = replace(fake_run, settings=fake_run.settings.model_copy(update={"variant": "released"}))
    look = look_at(released, 1)
    found = stages(released, look, 0)
    read = common.part_map(released, look.maps[0], NetworkName.INTERPRETABLE, 0)
    kernel, _stride = released.pool

    assert found.template.shape == (6, 6)
    assert read.max() == pytest.approx(look.maps[0].max())
    assert not read[:kernel, :kernel].any() or found.masked_map[0, 0] > 0
    text = figures.filter_figure(released, 0, tmp_path / "one.svg").read_text(encoding="utf-8")
    assert "template, pooled map" in text


def test_a_picture_without_any_part_is_explained_too(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 3)
    nothing = replace(look, maps=np.zeros_like(look.maps), answer=0.02)

    text = figures.explain_figure(fake_run, nothing, EFFECTS, tmp_path / "why.svg").read_text(encoding="utf-8")

    assert "No, with probability 98%" in text


def test_korean_names_stay_text_in_svg_and_are_embedded_in_pdf(fake_run: Run, tmp_path: Path) -> None:
    korean = replace(fake_run, info={**fake_run.info, "category": "여우"})

    text = figures.parts_figure(korean, tmp_path / "여우.svg").read_text(encoding="utf-8")
    pdf = figures.parts_figure(korean, tmp_path / "여우.pdf").read_bytes()

    assert "Parts of 여우" in text
    assert pdf.startswith(b"%PDF")
    assert b"/FontFile" in pdf
    assert b"/Type3" not in pdf or figures.korean_font() is None


@pytest.mark.usefixtures("fresh_fonts")
def test_a_missing_korean_font_is_logged_and_stops_nothing(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sheet, "KOREAN_FONTS", ("No such font",))
    korean = replace(fake_run, info={**fake_run.info, "category": "여우"})

    with caplog.at_level(logging.WARNING):
        figures.filter_figure(korean, 15, tmp_path / "여우.png")

    assert figures.NO_KOREAN_FONT in caplog.text


@pytest.mark.usefixtures("fresh_fonts")
def test_a_font_installed_after_matplotlib_made_its_list_is_found_and_no_advice_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    name, fonts = "DejaVu Sans Mono", font_manager.fontManager
    file = next(Path(font.fname) for font in fonts.ttflist if font.name == name)
    new = [str(tmp_path / "broken.ttf"), shutil.copy(file, tmp_path / "new.ttf")]
    Path(new[0]).write_bytes(b"no font")
    asked: list[int] = []
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: asked.append(1) or new)
    monkeypatch.setattr(fonts, "ttflist", [font for font in fonts.ttflist if font.name != name])
    monkeypatch.setattr(sheet, "KOREAN_FONTS", (name,))

    with caplog.at_level(logging.WARNING):
        found = [sheet.korean_font() for _ in range(3)]

    assert found == [name] * 3
    assert asked == [1]
    assert not caplog.records


@pytest.mark.usefixtures("fresh_fonts")
def test_the_system_is_not_searched_for_a_font_that_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "KOREAN_FONTS", ("DejaVu Sans",))
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: pytest.fail("searched"))

    assert sheet.korean_font() == "DejaVu Sans"


def test_another_suffix_is_refused_and_nothing_is_left_behind(fake_run: Run, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"figure\.bmp.*\.png, \.svg or \.pdf"):
        figures.filter_figure(fake_run, 15, tmp_path / "figure.bmp")

    assert list(tmp_path.iterdir()) == []


def test_a_figure_of_pictures_that_are_gone_is_told_in_words(own_run: Run, tmp_path: Path) -> None:
    shutil.rmtree(own_run.images)

    with pytest.raises(RunError, match="Put the folder back"):
        figures.parts_figure(own_run, tmp_path / "parts.png")


def test_a_saved_heatmap_has_the_pixels_of_the_picture(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 1)
    figures.save_heatmap(fake_run, look, 0, tmp_path / "map.png")
    with Image.open(tmp_path / "map.png") as picture:
        saved = np.asarray(picture)
    hot = heatmap(look.maps[0], fake_run.geometry, *look.pixels.shape[:2])
    changed = np.abs(saved.astype(int) - look.pixels).sum(2)

    assert saved.shape == look.pixels.shape
    assert changed[hot > 0.8].min() > changed[hot < 0.02].max()


def test_a_heatmap_is_saved_as_a_page_too(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 1)
    for name in ("map.svg", "map.pdf"):
        figures.save_heatmap(fake_run, look, 0, tmp_path / name, NetworkName.CAM)

    assert "<image" in (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_all_held_out_pictures_of_the_category_get_a_heatmap_each(fake_run: Run, tmp_path: Path) -> None:
    events: list[object] = []
    count = drain(figures.export_heatmaps(fake_run, 6, tmp_path), events.append)

    assert count == 12 == len(list(tmp_path.glob("*-filter-006.png")))
    assert events[-1] == Progress("Heatmaps of filter 6", 12, 12)


def test_the_table_names_its_baselines_and_leaves_out_what_was_not_measured(fake_run: Run) -> None:
    rows = {row.name: row for row in tables.table_rows(fake_run.table)}
    unmarked = replace(fake_run, table={k: v for k, v in fake_run.table.items() if "instability" not in k})

    assert rows["Balanced accuracy"].values == (0.95, 0.962, 0.948, 0.5)
    assert rows["Equivariance"].values == (0.81, 0.62, None, 0.57)
    assert rows["Location instability, held-out"].values[3] == 0.07
    assert rows["Share of filters that hold a part"].values == (0.8125, 0.1875, None, 0.0)
    assert rows["NMI with 8 parts, x 100"].values == (61.0, 30.0, None, 35.0)
    assert "Location instability" not in figures.table_as_text(unmarked)
    assert "Distinct parts" not in rows


def test_what_kmeans_scores_without_training_is_a_line_of_its_own(fake_run: Run) -> None:
    rows = {row.key: row for row in tables.table_rows(fake_run.table)}
    bare = {row.key: row for row in tables.table_rows({"balanced_accuracy": 0.9})}

    assert rows["kmeans_nmi_8"].values == (None, None, None, 45.0)
    assert rows["kmeans_nmi_8"].had
    assert not bare["kmeans_nmi_8"].had
    assert ["… without training", "", "", "", "45.0", "k-means of the trunk"] in tables.lines_of(fake_run)


def test_the_table_of_a_run_that_was_not_judged_says_so_in_every_form(fake_run: Run) -> None:
    old = replace(fake_run, filters=tuple(replace(f, eligible=-1, holds=False) for f in fake_run.filters))
    forms = (figures.table_as_text, figures.table_as_csv, figures.table_as_markdown, figures.table_as_latex)

    assert all("were not tested for holding a part" in form(old) for form in forms)
    assert not any("were not tested" in form(fake_run) for form in forms)


def test_the_table_is_written_as_csv_and_as_markdown(fake_run: Run) -> None:
    read = list(csv.reader(io.StringIO(figures.table_as_csv(fake_run))))
    lines = figures.table_as_markdown(fake_run).splitlines()

    assert read[0] == ["", "interpretable", "twin", "CAM", "baseline", "which baseline"]
    assert read[1] == ["Balanced accuracy", "0.950", "0.962", "0.948", "0.500", "guessing"]
    assert len(lines) == len(read) + 1
    assert lines[2] == "| Balanced accuracy | 0.950 | 0.962 | 0.948 | 0.500 | guessing |"


def test_long_text_is_broken_and_shortened_to_the_room_it_has() -> None:
    text = "a sentence of several words, 그리고 한국어 낱말"
    lines = sheet.broken(text, 1.2, 8).split("\n")

    assert " ".join(lines) == text
    assert all(sheet.text_width(line, 8) <= 1.2 for line in lines)
    assert sheet.shortened("abcdefgh" * 9, 1.0, 8).endswith("…")
    assert sheet.shortened("short", 1.0, 8) == "short"
