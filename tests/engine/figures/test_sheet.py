"""Pages of figures: width, fonts, formats, lines of text."""

import logging
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import matplotlib
import pytest
from matplotlib import font_manager
from PIL import Image

from icnn_engine import figures
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.figures import sheet
from icnn_engine.figures.sheet import WIDTHS
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def fresh_fonts() -> Iterator[None]:
    sheet.korean_font.cache_clear()
    yield
    sheet.korean_font.cache_clear()


def draw(run: Run, kind: str, path: Path, column: figures.ColumnWidth = "double") -> Path:
    if kind == "positions":
        return figures.positions_figure(run, path, (0,), column=column)
    look = look_at(run, best_pictures(run, OWN, 0, 1)[0].picture)
    return figures.stages_figure(run, look, 0, path, column=column)


@pytest.mark.parametrize("kind", ["stages", "positions"])
@pytest.mark.parametrize("column", ["single", "double"])
def test_a_figure_is_as_wide_as_its_column(
    fake_run: Run, tmp_path: Path, kind: str, column: figures.ColumnWidth
) -> None:
    with Image.open(draw(fake_run, kind, tmp_path / "a.png", column)) as picture:
        pixels = picture.width
    pdf = draw(fake_run, kind, tmp_path / "a.pdf", column).read_bytes()
    points = re.search(rb"/MediaBox \[ 0 0 ([0-9.]+)", pdf)

    assert points is not None
    assert float(points[1]) == pytest.approx(72 * WIDTHS[column])
    assert pixels == pytest.approx(200 * WIDTHS[column], abs=1)


@pytest.mark.parametrize("kind", ["stages", "positions"])
def test_a_name_the_user_gave_is_text_in_the_figure(own_run: Run, tmp_path: Path, kind: str) -> None:
    write_notes(own_run.path, Notes().having((OWN, "part", 0), Note("여우의 머리")))

    text = draw(own_run, kind, tmp_path / "a.svg").read_text(encoding="utf-8")

    assert "여우의 머리, filter 0" in text
    assert f"Run {own_run.name}" in text


@pytest.mark.skipif(
    figures.korean_font() is None or sheet.has_postscript_outlines(figures.korean_font()),
    reason="no Korean font with TrueType outlines is installed; of others only the shapes of letters are kept",
)
def test_a_korean_name_can_be_searched_for_in_a_pdf(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notes(own_run.path, Notes().having((OWN, "part", 0), Note("머리")))
    monkeypatch.setitem(matplotlib.rcParams, "pdf.compression", 0)

    pdf = draw(own_run, "stages", tmp_path / "a.pdf").read_bytes().upper()

    assert b"/FONTFILE" in pdf
    assert b"LASTRESORT" not in pdf
    assert all(f"<{ord(letter):04X}>".encode() in pdf for letter in "머리")


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
def test_a_font_installed_after_matplotlib_made_its_list_is_found(
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


def test_long_text_is_broken_and_shortened_to_the_room_it_has() -> None:
    text = "a sentence of several words, 그리고 한국어 낱말"
    lines = sheet.broken(text, 1.2, 8).split("\n")

    assert " ".join(lines) == text
    assert all(sheet.text_width(line, 8) <= 1.2 for line in lines)
    assert sheet.shortened("abcdefgh" * 9, 1.0, 8).endswith("…")
    assert sheet.shortened("short", 1.0, 8) == "short"
