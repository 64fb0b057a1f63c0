"""The table of a run as rows, as CSV and as Markdown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import isfinite

from icnn_engine.core import table_formats
from icnn_engine.core.escaping import latex, markdown
from icnn_engine.core.number_words import decimal, measured_value
from icnn_engine.inspection.run_verdict import guessing
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.network_words import is_converted, is_own
from icnn_engine.runs.run_folder import Run, Table

COLUMNS = ("interpretable", "twin", "CAM", "baseline")
OWN_COLUMNS = ("your network", "random weights", "Grad-CAM", "baseline")  # of a network of the user's own
CONVERTED_COLUMNS = ("converted", "original", "Grad-CAM", "baseline")  # of one that was converted
ALIGN = "lrrrrl"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what is measured, one value a column of `COLUMNS` (None: not had), what the baseline is,
    which way is better ('high', 'low' or ''), how many digits are printed. `section`: one of `SECTIONS`; `minor`: a
    detail of a line above; `always`: worth a line even where it was not had; `alone`: only the baseline has a value."""

    key: str
    name: str
    section: str
    values: tuple[float | None, float | None, float | None, float | None]
    baseline: str = ""
    better: str = ""
    digits: int = 3
    minor: bool = False
    always: bool = False
    alone: bool = False

    @property
    def had(self) -> bool:
        """Whether anything was measured: of a network, or of the baseline where the line is the baseline's alone."""
        return any(value is not None for value in (self.values if self.alone else self.values[:3]))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row without its values; `floor`: the key of the baseline's."""

    section: str
    key: str
    name: str
    baseline: str = ""
    floor: str = ""
    better: str = ""
    digits: int = 3
    minor: bool = False
    always: bool = False
    alone: bool = False


def _detail(
    section: str, key: str, name: str, baseline: str = "", floor: str = "", better: str = "", digits: int = 3
) -> _Line:
    """A detail of the line above."""
    return _Line(section, key, name, baseline, floor, better, digits, minor=True)


def _untrained(
    section: str, key: str, name: str, better: str = "high", digits: int = 3, minor: bool = False, always: bool = False
) -> _Line:
    """A line whose baseline is what untrained filters reach."""
    return _Line(section, key, name, UNTRAINED, f"untrained_{key}", better, digits, minor, always)


def _kmeans(key: str, better: str) -> _Line:
    """What k-means of the trunk's cells scores without any training, in a line of its own."""
    return _Line(
        "landmarks", f"kmeans_{key}", "… without training", KMEANS, f"kmeans_{key}", better, 1, True, alone=True
    )


SECTIONS = ("answers", "following", "holding", "background", "staying", "boxes", "landmarks")
GUESSING = "guessing"  # a floor that depends on how many kinds of pictures there are
CENTRE, UNTRAINED, GRID = "always the centre", "untrained filters", "a fixed grid"
RANDOM, KMEANS = "as many random crops", "k-means of the trunk"
ANY_CELL, ONE_CELL = "a random cell", "one cell, the best on the val side"
LINES = (
    _Line("answers", "balanced_accuracy", "Balanced accuracy", "guessing", GUESSING, "high", always=True),
    _Line("answers", "accuracy", "Accuracy", "the larger category always", "majority_accuracy", "high", always=True),
    _Line("answers", "label_accuracy", "Accuracy of each yes or no", "always the usual one", "label_majority", "high"),
    _untrained("following", "keeping", "Keeps to one place (the lowest of shift, mirror, transplant)"),
    _untrained("following", "equivariance", "Shift: moves with the content", always=True),
    _untrained("following", "equivariance_scale", "… enlarged", minor=True),
    _untrained("following", "slope", "Slope (1: goes with the content)", better=""),
    _untrained("following", "mirror", "Mirror: on the mirrored content", always=True),
    _untrained("following", "transplant", "Transplant: follows its pasted place", always=True),
    _untrained("holding", "grounding", "Grounding (strength kept by the crop alone)", digits=2),
    _untrained("holding", "holding", "Share of filters that hold a part", digits=2, always=True),
    _untrained("holding", "independent_parts", "Evenness of the parts (not their number)", digits=1, always=True),
    _untrained("holding", "mirror_pairs", "Pairs that swap places under the mirror", better="", digits=0),
    _Line("background", "background_auc", "AUC of peaks, category against background", better="high"),
    _Line("background", "background_bound", "Share of filters with an AUC under 0.7", better="low", digits=2),
    _Line(
        "staying",
        "instability",
        "Location instability, test pictures",
        CENTRE,
        "instability_centre",
        "low",
        always=True,
    ),
    _Line(
        "staying",
        "instability_all_pictures",
        "Location instability, all pictures",
        CENTRE,
        "instability_centre_all_pictures",
        "low",
        always=True,
    ),
    _detail("staying", "instability_lowest", "… by the paper's rule for several", better="low"),
    _detail("staying", "instability_favourite", "… by the release's rule for several", better="low"),
    _detail("staying", "instability_centre", "… always the centre, each network's pictures"),
    _detail("staying", "instability_random", "… a random cell, each network's pictures"),
    _Line("staying", "share_below_centre", "Share of filters better than the centre", better="high", always=True),
    _Line("staying", "part_interpretability", "Part interpretability", better="high"),
    _Line("boxes", "box_found", "Box found by one filter, within a cell", ANY_CELL, "box_found_random", "high", 2),
    _Line(
        "boxes", "box_found_constant", "… without looking", ONE_CELL, "box_found_constant", "high", 2, True, alone=True
    ),
    _detail("boxes", "box_found_low", "… 95 % interval, from", digits=2),
    _detail("boxes", "box_found_high", "… to", digits=2),
    _detail("boxes", "box_found_firing", "… found, and the filter fires", better="high", digits=2),
    _Line("boxes", "box_fires_elsewhere", "That filter fires on other pictures", better="low", digits=2),
    _Line("boxes", "box_in_crop", "Whole box in that filter's crop", ANY_CELL, "box_in_crop_random", "high", 2),
    _detail("boxes", "box_filter", "… number of the filter", digits=0),
    _Line("landmarks", "coverage", "Coverage of the object by the parts", RANDOM, "coverage_random", "high", 2),
    _Line("landmarks", "peaks_in_box", "Peaks in the box of the object", CENTRE, "peaks_in_box_centre", "high", 2),
    _Line("landmarks", "nmi_8", "NMI with 8 parts, x 100", GRID, "grid_nmi_8", "high", 1),
    _detail("landmarks", "parts_8", "… how many parts there were", digits=0),
    _kmeans("nmi_8", "high"),
    _detail("landmarks", "nmi_8_all_filters", "… of all filters", UNTRAINED, "untrained_nmi_8", "high", 1),
    _Line("landmarks", "ari_8", "ARI with 8 parts, x 100", GRID, "grid_ari_8", "high", 1),
    _kmeans("ari_8", "high"),
    _detail("landmarks", "ari_8_all_filters", "… of all filters", UNTRAINED, "untrained_ari_8", "high", 1),
    _Line(
        "landmarks",
        "keypoint_regression",
        "Keypoint regression, x 100 of the box",
        CENTRE,
        "centre_keypoint_regression",
        "low",
        1,
    ),
    _kmeans("keypoint_regression", "low"),
    _detail(
        "landmarks",
        "keypoint_regression_all_filters",
        "… of all filters",
        UNTRAINED,
        "untrained_keypoint_regression",
        "low",
        1,
    ),
    _Line(
        "landmarks", "prototype_consistency", "Prototype consistency", CENTRE, "centre_prototype_consistency", "high", 2
    ),
    _detail("landmarks", "consistent_prototypes", "… share of consistent filters", better="high", digits=2),
    _Line("landmarks", "prototype_stability", "Prototype stability under noise", better="high", digits=2),
)


def table_rows(table: Table, guess: float = 0.5) -> tuple[Row, ...]:
    """The table for people, in the order in which it is read. `guess`: balanced accuracy of guessing."""
    return tuple(_row(table, line, guess) for line in LINES)


def _row(table: Table, line: _Line, guess: float) -> Row:
    prefixes = ("", "twin_", "cam_")
    own, twin, cam = (None if line.alone else _known(table.get(f"{prefix}{line.key}")) for prefix in prefixes)
    floor = guess if line.floor == GUESSING else _known(table.get(line.floor))
    return Row(
        line.key,
        line.name,
        line.section,
        (own, twin, cam, floor),
        line.baseline,
        line.better,
        line.digits,
        line.minor,
        line.always,
        line.alone,
    )


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _columns(run: Run) -> tuple[str, ...]:
    if is_converted(run):
        return CONVERTED_COLUMNS
    return OWN_COLUMNS if is_own(run) else COLUMNS


def lines_of(run: Run, plain: bool = False, keys: Collection[str] = ()) -> list[list[str]]:
    """The table as text, its heading first. `plain`: accuracies stay fractions, for a file that is computed with;
    `keys`: only these rows."""

    def printed(row: Row, value: float | None) -> str:
        if value is None:
            return ""
        return decimal(value, row.digits) if plain else measured_value(row.key, value, row.digits)

    rows = [["", *_columns(run), "which baseline"]]
    rows += [
        [row.name, *(printed(row, value) for value in row.values), row.baseline if row.values[3] is not None else ""]
        for row in table_rows(run.table, guessing(run))
        if row.had and (not keys or row.key in keys)
    ]
    return rows


def table_as_csv(run: Run) -> str:
    """The table for a spreadsheet; every value with all its digits is in the run's table.toml."""
    rows = lines_of(run, plain=True)
    return table_formats.as_csv([*rows, *([note, *[""] * (len(rows[0]) - 1)] for note in not_judged(run))])


def table_as_markdown(run: Run) -> str:
    """The table for a document."""
    table = table_formats.as_markdown(lines_of(run), ALIGN)
    return table + "".join(f"\n{markdown(note)}\n" for note in not_judged(run))


def table_as_latex(run: Run) -> str:
    """The table for a paper: a tabular with the rules of the package booktabs."""
    rows = [[latex(cell) for cell in row] for row in lines_of(run)]
    return table_formats.as_latex(rows, ALIGN, [latex(note) for note in not_judged(run)], indent="  ")


def table_as_text(run: Run) -> str:
    """The table for a terminal, in columns."""
    return table_formats.as_text(lines_of(run), ALIGN) + "".join(f"{note}\n" for note in not_judged(run))
