from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.data.boxes.json_files import items_of, parsed, read_bytes_of
from icnn_engine.data.tables.csv_tables import TableError


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parsed(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a":\n 1', "line 2: this is not JSON"),
        (b'{\n"a": "\xff"}', "line 2: this is not UTF-8"),
        (b"[" * 100_000, "this is not JSON"),
        (b"[1" + b"0" * 5000 + b"]", "this is not JSON"),
        (b"", "line 1: this is not JSON"),
    ],
)
def test_what_is_no_json_is_told(data: bytes, message: str) -> None:
    with pytest.raises(TableError, match=message):
        parsed(data)


def test_lists_of_objects_are_checked_and_missing_files_told(tmp_path: Path) -> None:
    assert items_of({"a": [{"b": 1}]}, "a") == [{"b": 1}]
    with pytest.raises(TableError, match="entry 2 of a is 3"):
        items_of({"a": [{}, 3]}, "a")
    with pytest.raises(TableError, match="no list a"):
        items_of([], "a")
    with pytest.raises(TableError, match="cannot be read"):
        read_bytes_of(tmp_path)
