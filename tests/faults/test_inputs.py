"""The tables and folders that were once taken for something else, where they are there; pictures, layouts and changed
files that failed have their tests beside the code that reads them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from icnn_engine.core.annotations import CheckUp
from icnn_engine.core.errors import FolderError, LandmarksError
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder, read_landmarks, split_pictures
from icnn_engine.data.selection import SHARES, checked
from icnn_engine.data.tables.csv_tables import unmatched_rows
from icnn_engine.sample import make_sample
from tests.engine.data.files import NO_SHARED, SHARED

FAULTS = SHARED / "faults"
pytestmark = pytest.mark.skipif(not FAULTS.is_dir(), reason=NO_SHARED)
ALIKE = ("ok", "bom_crlf", "cr", "backslash", "upper_names", "extra", "swapped", "excel_quoted", "sci", "blank_comment")
REFUSED = {
    "absolute": "197 of 197 rows match no picture",
    "basename": "197 of 197 rows match no picture",
    "coco_v2": "line 2: visible is '2'",
    "comment": "line 1: no column",
    "cp949": "line 2: this is not UTF-8 text",
    "decimal_quoted": "line 2: x is '274,3'",
    "dup_conflict": "line 199: creature/0001.jpg has a second 'head'",
    "dup_exact": "line 199: creature/0001.jpg has a second 'head'",
    "dup_header": "line 1: the column x is there twice",
    "empty_xy": "line 2: x is ''",
    "minus1": r"line 2: the point \(-1, -1\) lies outside",
    "nan": "line 2: x is 'nan'",
    "normalised": "197 points lie within 0 and 1",
    "outside": r"line 2: the point \(99999, 99999\) lies outside",
    "percent": "all 197 points lie within 0 and 100",
    "rowlonger": "line 2: 5 values, but 4 columns",
    "semicolon": "put commas between the values where the file has ;",
    "semicolon_decimal": "put commas between the values where the file has ;",
    "tab": "put commas between the values where the file has tabs",
    "thousands": "line 2: x is '1,274'",
    "trail_space_case": "line 7: 'Head' is written 'head' in line 2",
    "underscore": "line 2: x is '27_4'",
    "utf16": "line 1: this is not UTF-8 text",
    "zero": r"line 2: the point \(0, 0\) is the corner",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures that the tables speak of."""
    return drain(make_sample(tmp_path_factory.mktemp("drawn") / "sample", creatures=40, backgrounds=4))


@pytest.fixture(scope="module")
def sizes(sample: Path) -> dict[str, tuple[int, int]]:
    checkup = drain(check_folder(list_folder(sample)))
    return {picture.name: (picture.width, picture.height) for picture in checkup.pictures}


def read(name: str, sample: Path, sizes: dict[str, tuple[int, int]]) -> object:
    return read_landmarks(FAULTS / "csv" / f"{name}.csv", list(sizes), sample, sizes)


@pytest.mark.parametrize("name", ALIKE)
def test_a_table_is_read_alike_however_it_is_written(name: str, sample: Path, sizes, tried: Counter[str]) -> None:
    tried["tables that are read alike"] += 1

    assert read(name, sample, sizes) == read("ok", sample, sizes)


@pytest.mark.parametrize("name", REFUSED)
def test_a_table_is_refused_with_its_line_and_the_reason(name: str, sample: Path, sizes, tried: Counter[str]) -> None:
    tried["tables that are refused"] += 1

    with pytest.raises(LandmarksError, match=REFUSED[name]):
        read(name, sample, sizes)


def test_rows_of_other_pictures_are_counted(sample: Path, sizes) -> None:
    assert unmatched_rows(FAULTS / "csv/half_absolute.csv", list(sizes), sample).startswith(
        "98 of 197 rows match no picture"
    )


def test_every_table_that_failed_is_tried() -> None:
    assert {path.stem for path in (FAULTS / "csv").iterdir()} == {*ALIKE, *REFUSED, "half_absolute"}


def checked_up(name: str) -> CheckUp:
    return drain(check_folder(list_folder(FAULTS / name)))


def is_copy(one: str, other: str) -> bool:
    return Path(other).with_suffix("") == Path(one).with_name(f"{Path(one).stem}_copy")


@pytest.mark.parametrize("name", ["product_png_meta", "product_jpg90"])
@pytest.mark.parametrize("seed", range(5))
def test_copies_on_plain_ground_stay_on_one_side(name: str, seed: int, tried: Counter[str]) -> None:
    checkup = checked_up(f"leak/{name}")
    sides = dict(zip((p.name for p in checkup.pictures), split_pictures(checkup.pictures, SHARES, seed), strict=True))
    pairs = [(one, other) for one in sides for other in sides if is_copy(one, other)]
    tried["pairs of copies on one side"] += len(pairs)

    assert len(pairs) == 8
    assert all(sides[one] == sides[other] for one, other in pairs)


def test_pictures_in_two_categories_are_told(tried: Counter[str]) -> None:
    groups = checked_up("sets/identical_categories").contradictions
    tried["pictures in two categories"] += len(groups)

    assert groups == tuple((f"a/{Path(name).name}", name) for _, name in groups)
    assert len(groups) == 12


def test_sources_that_would_not_tie_what_they_should_stop_a_training(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match=r"put commas between the values where the file has ;"):
        drain(checked(FAULTS / "groups/session_set", "a"))
    for picture in (FAULTS / "groups/session_set").rglob("*.jpg"):
        copy = tmp_path / picture.relative_to(FAULTS / "groups/session_set")
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(picture.read_bytes())
    (tmp_path / "groups.csv").write_bytes((FAULTS / "groups/groups_mostly_unmatched.csv").read_bytes())
    with pytest.raises(FolderError, match=r"\d+ of \d+ rows match no picture"):
        drain(checked(tmp_path, "a"))
