"""Tables that failed once, made for a drawn sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.datasets import check_folder, list_folder, read_landmarks
from icnn_engine.datasets.tables import unmatched_rows
from icnn_engine.errors import LandmarksError
from icnn_engine.events import drain
from icnn_engine.sample import make_sample
from tests.engine.datasets.files import NO_SHARED, SHARED

TABLES = SHARED / "faults" / "csv"
ALIKE = {"ok", "bom_crlf", "cr", "backslash", "upper_names", "extra", "swapped", "excel_quoted", "sci"}
ALIKE |= {"blank_comment"}  # blank lines between the rows, no comment in it

pytestmark = pytest.mark.skipif(not TABLES.is_dir(), reason=NO_SHARED)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, tuple[int, int]]]:
    """A drawn sample, and the sizes of its pictures by name."""
    root = drain(make_sample(tmp_path_factory.mktemp("drawn") / "sample", creatures=40, backgrounds=1))
    return root, {p.name: (p.width, p.height) for p in drain(check_folder(list_folder(root))).pictures}


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.csv")), ids=lambda path: path.stem)
def test_a_table_is_read_right_or_refused_with_its_line(
    sample: tuple[Path, dict[str, tuple[int, int]]], path: Path
) -> None:
    root, sizes = sample
    right = read_landmarks(TABLES / "ok.csv", list(sizes), root, sizes)
    if path.stem in ALIKE:
        assert read_landmarks(path, list(sizes), root, sizes) == right
        assert unmatched_rows(path, list(sizes), root) == ""
    elif path.stem == "half_absolute":
        assert set(read_landmarks(path, list(sizes), root, sizes)) == set(right)
        assert unmatched_rows(path, list(sizes), root).startswith(
            "98 of 197 rows match no picture, the first is line 3"
        )
    else:
        with pytest.raises(LandmarksError, match=r"line \d+"):
            read_landmarks(path, list(sizes), root, sizes)
