"""Rows of text as CSV, tab-separated text, plain text, Markdown and LaTeX."""

from icnn_engine.core.table_formats import as_csv, as_latex, as_markdown, as_tabs, as_text

ROWS = [["", "value"], ["equivariance", ".8"], ["slope", "1.00"]]


def test_csv_quotes_cells_and_ends_lines_with_a_line_feed() -> None:
    assert as_csv([["a,b", 1], ['say "c"', None]]) == '"a,b",1\n"say ""c""",\n'


def test_tabs_separate_the_cells_of_a_row() -> None:
    assert as_tabs(ROWS) == "\tvalue\nequivariance\t.8\nslope\t1.00\n"


def test_plain_text_aligns_columns_and_escapes_control_characters() -> None:
    assert as_text(ROWS, "lr") == "              value\nequivariance     .8\nslope          1.00\n"
    assert as_text([["a\x07", "b"]], "ll") == "a\\x07  b\n"


def test_markdown_aligns_columns_by_the_rule_below_the_heading() -> None:
    assert as_markdown(ROWS[:2], "lr") == "|  | value |\n| :-- | --: |\n| equivariance | .8 |\n"


def test_latex_puts_notes_across_all_columns_below_the_table() -> None:
    assert as_latex(ROWS[:2], "lr", ["none"], indent=" ").splitlines() == [
        r"\begin{tabular}{lr}",
        r" \toprule",
        r"  & value \\",
        r" \midrule",
        r" equivariance & .8 \\",
        r" \bottomrule",
        r" \multicolumn{2}{l}{none} \\",
        r"\end{tabular}",
    ]
