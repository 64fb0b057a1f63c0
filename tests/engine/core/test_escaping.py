"""A user's text goes out letter for letter: no mathematics, no markup, no formula, no letter that cannot be written."""

import csv
import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest

from icnn_engine import figures
from icnn_engine.core import escaping, table_formats
from icnn_engine.experiment.experiment_table import experiment_rows
from icnn_engine.experiment.table_text import table_as_csv, table_as_latex, table_as_markdown
from icnn_engine.figures import bulk
from icnn_engine.figures.sheet import Sheet
from icnn_engine.inspection.look import look_at
from icnn_engine.report import write_report
from icnn_engine.runs.run_folder import Run, open_run, write_run
from tests.engine.figures.test_answer import SHARES
from tests.fake_experiment import fake_settings, make_fake_study

# What each program would read as a command: mathematics that is whole, open, wrong; TeX; markup; an entity.
NAMES = (
    "cost $5 to $9",
    r"$x^2$",
    r"$\frac{",
    "a_b^c#1 & 50% {x} ~y\\z",
    "<b>fox</b> &amp; <script>alert(1)</script>",
    "*fox* [a](b) | `c`",
)


def texts_of(svg: Path) -> list[str]:
    """Every text of a figure, as it is read."""
    return ["".join(text.itertext()) for text in ElementTree.parse(svg).iter("{http://www.w3.org/2000/svg}text")]


def called(run: Run, name: str) -> Run:
    """The run as if its category had this name."""
    pictures = tuple(replace(p, category=name) if p.positive else p for p in run.pictures)
    return replace(run, info={**run.info, "category": name, "categories": [name]}, pictures=pictures)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_draws_a_name_as_it_is(fake_run: Run, tmp_path: Path, name: str) -> None:
    run = called(fake_run, name)
    look = replace(look_at(run, 1), asked=name, title=name)

    figures.parts_figure(run, tmp_path / "parts.svg")
    figures.explain_figure(run, look, SHARES, tmp_path / "why.svg")
    figures.filter_figure(run, 0, tmp_path / "filter.svg")
    figures.stages_figure(run, look, 0, tmp_path / "stages.pdf")

    for drawn in ("parts", "why"):
        assert any(name in text for text in texts_of(tmp_path / f"{drawn}.svg")), drawn


def test_a_text_is_drawn_as_it_is_whatever_matplotlib_is_set_to(tmp_path: Path) -> None:
    with mpl.rc_context({"text.usetex": True, "text.parse_math": True}):
        sheet = Sheet(1.0)
        axes = sheet.axes(0.1, 0.1, 1, 0.5)
        axes.annotate("$a_1$", (0, 0))
        axes.set_xlabel("50% $b$")
        sheet.words(0.1, 0.8, r"c\$ bell\x07 \x07" + "\x07\udcff\ud83d\ufeff")
        sheet.save(tmp_path / "sheet.svg")
        sheet.save(tmp_path / "sheet.pdf")

    assert {"$a_1$", "50% $b$", r"c\$ bell\x07 \x07\x07\xff\ud83d\ufeff"} <= set(texts_of(tmp_path / "sheet.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_a_report_says_a_name_as_it_is(fake_run: Run, tmp_path: Path, name: str) -> None:
    run = called(fake_run, name)

    page = write_report(run, tmp_path / "report.html").read_text(encoding="utf-8")
    write_report(run, tmp_path / "report.pdf")

    heading = re.search("<h1>(.*?)</h1>", page)
    assert heading is not None
    assert unescape(heading[1]) == f"What the network looks at: {name}"
    assert "<script" not in page


@pytest.mark.parametrize("name", NAMES)
def test_tables_of_an_experiment_hold_a_category_as_it_is(tmp_path: Path, name: str) -> None:
    study = make_fake_study(tmp_path, fake_settings([name], [0]))
    rows = experiment_rows(study)

    head, first, *_ = csv.reader(io.StringIO(table_as_csv(rows)))
    latex, markdown = table_as_latex(study, rows), table_as_markdown(study, rows)

    assert first[head.index("task")] == name
    assert f"{escaping.latex(name)} (squeezenet1\\_1" in latex
    assert f"### {escaping.markdown(name)} (squeezenet1\\_1" in markdown
    assert latex.count("{") - latex.count(r"\{") == latex.count("}") - latex.count(r"\}")


@pytest.mark.parametrize(
    ("text", "latex", "markdown"),
    [
        ("100% & #1_a", r"100\% \& \#1\_a", r"100% \& \#1\_a"),
        ("$5 {x}^2 ~ \\", r"\$5 \{x\}\textasciicircum{}2 \textasciitilde{} \textbackslash{}", "\\$5 {x}\\^2 \\~ \\\\"),
        ("<a|b>", r"\textless{}a\textbar{}b\textgreater{}", r"\<a\|b\>"),
        ("[x]* --- `", r"{[}x{]}{*} -{}-{}- \textasciigrave{}", r"\[x\]\* --- \`"),
        ("a  b\x1b\n", r"a \ b\textbackslash{}x1b\textbackslash{}n", "a  b\\\\x1b\\\\n"),
        ("여우 é", "여우 é", "여우 é"),
    ],
)
def test_what_latex_and_markdown_read_is_escaped_and_nothing_else(text: str, latex: str, markdown: str) -> None:
    assert escaping.latex(text) == latex
    assert escaping.markdown(text) == markdown


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("' =1", "'' =1"),
        ("-0.25", "-0.25"),
        ("+1e-3", "+1e-3"),
        ("-nan", "-nan"),
        ("fox=1", "fox=1"),
        ("'fox'", "'fox'"),
        ("", ""),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str, written: str) -> None:
    (row,) = csv.reader(io.StringIO(table_formats.as_csv([[cell, -0.25, None]]), newline=""))

    assert row == [written, "-0.25", ""]
    assert escaping.csv_value(row[0]) == cell


@pytest.mark.parametrize("name", ["=1+1/a.png", "@a/-b.png", "'=x/a.png", "cat/a\rb.png", "cat/a\nb\t.png"])
def test_a_run_reads_the_names_of_its_pictures_back_as_they_were(own_run: Run, name: str) -> None:
    pictures = (replace(own_run.pictures[0], name=name, category=name[:2]), *own_run.pictures[1:])
    write_run(replace(own_run, pictures=pictures))

    assert open_run(own_run.path).pictures == pictures
    first = (own_run.path / "pictures.csv").read_bytes().decode().split("\n")[1]
    assert first[0] not in "=@+-"


def test_the_peaks_of_a_bulk_export_hold_no_formula_and_their_numbers_stay(own_run: Run) -> None:
    pictures = tuple(replace(p, name=f"=HYPERLINK(1){p.name}") for p in own_run.pictures)
    run = replace(own_run, pictures=pictures)

    rows = list(csv.DictReader(io.StringIO(bulk.peaks_as_csv(run, figures.Wanted((0,), (0, 1), ("peaks",))))))

    assert [row["picture"] for row in rows] == ["0", "1"]
    assert [escaping.csv_value(row["file"]) for row in rows] == [p.name for p in pictures[:2]]
    assert all(row["file"].startswith("'=") for row in rows)
    assert all(float(row["value"]) >= 0 for row in rows)


def test_letters_that_cannot_be_seen_or_written_are_shown_as_escapes() -> None:
    assert escaping.visible("a\x00\x1b[31m\u202egnp.exe\udcff\ud800") == r"a\x00\x1b[31m\u202egnp.exe\xff\ud800"
    assert escaping.visible("a\nb\rc", lines=True) == "a\nb\\rc"
    assert escaping.visible("여우 é שלום 😀 $\\") == "여우 é שלום 😀 $\\"
