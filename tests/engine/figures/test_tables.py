"""Table of a run in every format."""

import csv
import io
from dataclasses import replace

from icnn_engine import figures
from icnn_engine.figures import tables
from icnn_engine.runs.run_folder import Run


def test_the_table_names_its_baselines_and_leaves_out_what_was_not_measured(fake_run: Run) -> None:
    rows = {row.name: row for row in tables.table_rows(fake_run.table)}
    unmarked = replace(fake_run, table={k: v for k, v in fake_run.table.items() if "instability" not in k})

    assert rows["Balanced accuracy"].values == (0.95, 0.962, 0.948, 0.5)
    assert rows["Shift: moves with the content"].values == (0.81, 0.62, None, 0.57)
    assert rows["Location instability, test pictures"].values[3] == 0.07
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
    assert lines[2] == "| Balanced accuracy | 95.0 % | 96.2 % | 94.8 % | 50.0 % | guessing |"


def test_the_table_for_latex_escapes_what_latex_would_read(fake_run: Run) -> None:
    text = figures.table_as_latex(fake_run)

    assert text.count("\\\\\n") == len(figures.table_as_csv(fake_run).splitlines())
    assert "…" not in text
    assert r"\ldots{} enlarged & 0.700 & 0.500" in text
