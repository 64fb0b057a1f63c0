"""A table that is edited by hand, with landmarks as the example: where it lies, and damaged files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.annotation import table_storage
from app.annotation.table_storage import OpenedTable, Stamp, TableStorage, open_table
from app.measure.landmarks import landmark_table
from app.measure.landmarks.landmark_table import LANDMARK_TABLE
from icnn_engine.core.annotations import Landmark
from icnn_engine.data import read_landmarks
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.data.tables.marks import Marks, as_csv
from icnn_engine.data.tables.own_tables import own_path

MARKS = Marks().with_part("head").put("fox/1.jpg", "head", (3.0, 4.0))
NAMES = ["fox/1.jpg"]


@pytest.fixture
def images(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


@pytest.fixture
def locked(images: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that cannot be written to, whoever runs the test."""
    write = table_storage._write

    def refuse(path: Path, text: str, stamp: Stamp) -> bool:
        if path.parent == images:
            raise PermissionError(13, "Permission denied")
        return write(path, text, stamp)

    monkeypatch.setattr(table_storage, "_write", refuse)
    return images


def opened_marks(images: Path) -> OpenedTable[Marks]:
    return open_table(LANDMARK_TABLE, images, NAMES)


def save_marks(images: Path, marks: Marks) -> Path:
    """Open what is there and keep other marks; the file that holds them."""
    return TableStorage(LANDMARK_TABLE, images, NAMES, opened_marks(images)).save(marks).path


def test_a_folder_without_marks_begins_with_none(images: Path) -> None:
    opened = opened_marks(images)

    assert (opened.table, opened.path, opened.damage) == (Marks(), None, "")


def test_what_the_publishers_of_a_data_set_marked_can_be_corrected(
    images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"fox/1.jpg": (Landmark("back", 1.5, 2.0), Landmark("tail", 3.0, 4.0))}
    monkeypatch.setattr(landmark_table, "landmarks_of", lambda _images, _names: known)
    opened = opened_marks(images)
    save_marks(images, opened.table.put("fox/1.jpg", "tail", (5.0, 6.0)))

    assert (opened.path, opened.table.parts) == (None, ("back", "tail"))
    assert read_landmarks(images / LANDMARKS, NAMES) == {
        "fox/1.jpg": (Landmark("back", 1.5, 2.0), Landmark("tail", 5.0, 6.0))
    }


def test_marks_are_kept_at_the_top_of_the_folder(images: Path) -> None:
    path = save_marks(images, MARKS)
    opened = opened_marks(images)

    assert path == images / LANDMARKS
    assert (opened.table.rows, opened.path) == (MARKS.rows, path)
    assert [found.name for found in images.iterdir()] == [LANDMARKS]


def test_where_the_folder_cannot_be_written_they_are_kept_elsewhere_and_found_again(locked: Path) -> None:
    path = save_marks(locked, MARKS)
    opened = opened_marks(locked)

    assert path == own_path(locked, LANDMARKS)
    assert (opened.table.rows, opened.path) == (MARKS.rows, path)
    assert list(locked.iterdir()) == []


def test_a_folder_that_is_gone_is_not_made_again(images: Path) -> None:
    images.rmdir()
    path = save_marks(images, MARKS)

    assert path == own_path(images, LANDMARKS)
    assert not images.exists()


def test_the_newer_of_both_places_is_read(images: Path) -> None:
    save_marks(images, MARKS)
    newer = own_path(images, LANDMARKS)
    assert table_storage._write(newer, as_csv(MARKS.put("fox/1.jpg", "head", None)), None)
    os.utime(images / LANDMARKS, (1, 1))

    assert opened_marks(images).path == newer


def test_a_damaged_file_is_told_and_kept_aside(images: Path) -> None:
    for text in ("no,table\n1,2\n", "neither\n"):
        (images / LANDMARKS).write_text(text)
        opened = opened_marks(images)
        save_marks(images, MARKS)

        assert opened.table == Marks()
        assert "no column" in opened.damage
    assert opened_marks(images).table.rows == MARKS.rows
    assert (images / "landmarks-damaged.csv").read_text() == "no,table\n1,2\n"
    assert (images / "landmarks-damaged1.csv").read_text() == "neither\n"
