"""Figures for a paper: as wide as a column, their words searchable, in the user's words."""

import re
from pathlib import Path

import matplotlib
import pytest
from PIL import Image

from icnn_engine import figures
from icnn_engine.cli import main
from icnn_engine.core.events import NetworkName
from icnn_engine.figures.sheet import WIDTHS
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE


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


@pytest.mark.skipif(figures.korean_font() is None, reason="no Korean font is installed")
def test_a_korean_name_can_be_searched_for_in_a_pdf(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notes(own_run.path, Notes().having((OWN, "part", 0), Note("머리")))
    monkeypatch.setitem(matplotlib.rcParams, "pdf.compression", 0)

    pdf = draw(own_run, "stages", tmp_path / "a.pdf").read_bytes().upper()

    assert b"/FONTFILE" in pdf
    assert b"LASTRESORT" not in pdf
    assert all(f"<{ord(letter):04X}>".encode() in pdf for letter in "머리")


def test_the_twins_filters_stand_at_the_same_ranks(fake_run: Run) -> None:
    twins = figures.twins_of(fake_run, (0, 6, 10))

    assert len(set(twins)) == 3
    assert not any(fake_run.twin_filters[f].dead for f in twins)


def test_the_table_for_latex_escapes_what_latex_would_read(fake_run: Run) -> None:
    text = figures.table_as_latex(fake_run)

    assert text.count("\\\\\n") == len(figures.table_as_csv(fake_run).splitlines())
    assert "…" not in text
    assert r"\ldots{} enlarged & 0.700 & 0.500" in text


def test_the_command_draws_the_figures_asked_for(fake_run: Run, tmp_path: Path) -> None:
    words = ["figures", str(fake_run.path), "--kind", "stages", "positions", "--filter", "6", "--column", "single"]

    status = main([*words, "--format", "svg", "--output", str(tmp_path)])

    assert status == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["positions-filter-006.svg", "stages-filter-006.svg"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--column", "single"], "A single column holds only"),
        (["--language", "xx"], "There is no language xx"),
        (["--kind", "stages", "--picture", "gone.jpg"], "has no picture gone.jpg"),
        (["--filter", "99"], "There is no filter 99"),
    ],
)
def test_the_command_says_what_it_cannot_draw(
    fake_run: Run, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    status = main(["figures", str(fake_run.path), *words])

    assert status == 1
    assert told in capsys.readouterr().err
