from __future__ import annotations

from dataclasses import replace

from app.core.context import Context
from app.measure.page import MeasurePage
from app.widgets.measures.measure_lines import DASH
from icnn_engine.runs.run_folder import Run, Table


def shown(page: MeasurePage, key: str) -> list[str]:
    row = next(row for row, line in page.table.lines.items() if line.key == key)
    items = [page.table.item(row, column) for column in range(page.table.columnCount())]
    return [item.text().strip() for item in items if item is not None]


def test_a_line_shows_the_three_networks_the_baseline_and_the_difference(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)

    assert not page.is_empty
    assert shown(page, "accuracy")[1:] == ["95.5 %", "96.5 %", "95.0 %", "60.0 %", "the larger kind", "−1.0 points"]
    assert shown(page, "equivariance")[1:] == ["0.810", "0.620", "", "0.570", "untrained filters", "+0.190"]
    assert shown(page, "instability")[1:] == ["0.071", "0.114", "", "0.070", "always the centre", "+0.043"]


def test_the_new_measures_have_lines_of_their_own(page: MeasurePage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    found = {line.key: line for line in page.table.lines.values()}

    assert shown(page, "background_auc")[1:3] == ["0.880", "0.840"]
    assert shown(page, "background_bound")[1:] == ["0.13", "0.20", "", "", "", "+0.07"]
    assert found["equivariance_scale"].minor
    assert "label_accuracy" not in found  # of one category there is one yes or no


def test_of_several_categories_guessing_gets_less_and_each_published_rule_has_its_line(
    page: MeasurePage, context: Context, several_run: Run
) -> None:
    more: Table = {"label_accuracy": 0.93, "label_majority": 0.7, "instability_lowest": 0.06}
    context.session.set_run(replace(several_run, table=several_run.table | more))

    assert shown(page, "balanced_accuracy")[4:6] == ["33.3 %", "guessing"]
    assert shown(page, "label_accuracy")[1:] == ["93.0 %", DASH, DASH, "70.0 %", "the usual answer", ""]
    assert shown(page, "instability_lowest")[1] == "0.060"


def test_the_tests_of_holding_have_lines_with_their_baselines(
    page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    keys = [line.key for line in page.table.lines.values()]

    assert shown(page, "mirror")[1:] == ["0.740", "0.290", "", "0.100", "untrained filters", "+0.450"]
    assert shown(page, "slope")[6] == ""  # no side of 1 is better
    assert shown(page, "kmeans_nmi_8")[1:] == ["", "", "", "45.0", "k-means", ""]
    assert shown(page, "nmi_8")[4:6] == ["35.0", "a fixed grid"]
    assert "distinct_parts" not in keys
