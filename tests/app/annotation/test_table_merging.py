"""Marks that another program writes into the same file while they are edited here."""

from __future__ import annotations

import csv
import threading
from pathlib import Path

import pytest

from app.annotation import table_storage
from app.annotation.table_storage import Stamp, TableStorage, open_table
from app.measure.landmarks.landmark_table import LANDMARK_TABLE
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.data.tables.marks import Mark, Marks, read_marks

NAMES = [f"fox/{number}.jpg" for number in range(60)]
FIRST = Marks().with_part("head").put(NAMES[0], "head", (3.0, 4.0)).put(NAMES[1], "head", (5.0, 6.0))


@pytest.fixture
def images(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two marks."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    (tmp_path / "images").mkdir()
    storage(tmp_path / "images").save(FIRST)
    return tmp_path / "images"


def storage(images: Path) -> TableStorage[Marks]:
    return TableStorage(LANDMARK_TABLE, images, NAMES, open_table(LANDMARK_TABLE, images, NAMES))


def in_file(images: Path) -> Marks:
    return read_marks(images / LANDMARKS, NAMES)


def add_row(images: Path, *values: object) -> None:
    """Another program adds a row in its own way."""
    with (images / LANDMARKS).open("a", newline="", encoding="utf-8") as file:
        csv.writer(file).writerow(values)


def test_rows_that_another_program_has_added_stay(images: Path) -> None:
    ours = storage(images)
    add_row(images, NAMES[2], "head", 7, 8, 1)
    add_row(images, "elsewhere/1.jpg", "tail", 1, 2, 1)
    kept = ours.save(FIRST.put(NAMES[3], "head", None))

    assert in_file(images).rows == {
        NAMES[0]: {"head": Mark((3.0, 4.0))},
        NAMES[1]: {"head": Mark((5.0, 6.0))},
        NAMES[2]: {"head": Mark((7.0, 8.0))},
        NAMES[3]: {"head": Mark(None)},
    }
    assert [row["image"] for row in in_file(images).others] == ["elsewhere/1.jpg"]
    assert kept.table.rows == in_file(images).rows
    assert kept.warning == ""


def test_they_stay_also_when_the_marks_are_saved_that_do_not_know_of_them(images: Path) -> None:
    ours = storage(images)
    add_row(images, NAMES[2], "head", 7, 8, 1)
    later = FIRST.put(NAMES[3], "head", (1.0, 1.0))
    ours.save(later)
    ours.save(later.put(NAMES[3], "head", (2.0, 2.0)))

    assert in_file(images).of(NAMES[2]) == {"head": Mark((7.0, 8.0))}
    assert in_file(images).of(NAMES[3]) == {"head": Mark((2.0, 2.0))}


def test_a_mark_of_theirs_can_be_removed_once_it_is_known(images: Path) -> None:
    ours = storage(images)
    add_row(images, NAMES[2], "head", 7, 8, 1)
    kept = ours.save(FIRST.put(NAMES[3], "head", None))
    ours.save(kept.table.taken(NAMES[2], "head"), kept)

    assert set(in_file(images).rows) == {NAMES[0], NAMES[1], NAMES[3]}


def test_what_another_program_has_removed_or_moved_is_not_brought_back(images: Path) -> None:
    ours, theirs = storage(images), storage(images)
    theirs.save(FIRST.taken(NAMES[0], "head").put(NAMES[1], "head", (9.0, 9.0)))
    ours.save(FIRST.put(NAMES[2], "head", (1.0, 1.0)))

    assert in_file(images).rows == {NAMES[1]: {"head": Mark((9.0, 9.0))}, NAMES[2]: {"head": Mark((1.0, 1.0))}}


def test_a_conflict_is_told_and_both_sides_are_kept(images: Path) -> None:
    ours, theirs = storage(images), storage(images)
    theirs.save(FIRST.put(NAMES[0], "head", (8.0, 8.0)).put(NAMES[1], "head", None))
    kept = ours.save(FIRST.put(NAMES[0], "head", (9.0, 9.0)).taken(NAMES[1], "head"))
    again = ours.save(kept.table.put(NAMES[5], "head", (1.0, 1.0)), kept)
    aside = images / "landmarks-conflicts.csv"

    assert in_file(images).of(NAMES[0]) == {"head": Mark((9.0, 9.0))}
    assert in_file(images).of(NAMES[1]) == {"head": Mark(None)}
    assert aside.read_text(encoding="utf-8") == f"image,part,x,y,visible\n{NAMES[0]},head,8,8,1\n"
    assert "changed 2 of the marks" in kept.warning
    assert str(aside) in kept.warning
    assert again.warning == kept.warning


def test_later_conflicts_are_added_to_the_same_file(images: Path) -> None:
    ours, theirs, marks = storage(images), storage(images), FIRST
    for number in (1, 2):
        theirs.save(in_file(images).put(NAMES[number], "head", (number, 40.0)))
        marks = marks.put(NAMES[number], "head", (number, 50.0))
        kept = ours.save(marks)
    lines = (images / "landmarks-conflicts.csv").read_text(encoding="utf-8").splitlines()

    assert lines == ["image,part,x,y,visible", f"{NAMES[1]},head,1,40,1", f"{NAMES[2]},head,2,40,1"]
    assert len(kept.conflicts) == 2


def test_a_write_between_reading_and_writing_is_noticed(images: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, write, tries = storage(images), table_storage._write, []

    def late(path: Path, text: str, stamp: Stamp) -> bool:
        if not tries:
            add_row(images, NAMES[2], "head", 7, 8, 1)
        tries.append(write(path, text, stamp))
        return tries[-1]

    monkeypatch.setattr(table_storage, "_write", late)
    ours.save(FIRST.put(NAMES[3], "head", (1.0, 1.0)))

    assert tries == [False, True]
    assert set(in_file(images).rows) == {NAMES[0], NAMES[1], NAMES[2], NAMES[3]}


def test_two_windows_at_once_lose_nothing(images: Path) -> None:
    def mark(names: list[str]) -> None:
        marks, own = open_table(LANDMARK_TABLE, images, NAMES).table, storage(images)
        for name in names:
            marks = marks.put(name, "head", (1.5, 2.5))
            own.save(marks)

    writers = [threading.Thread(target=mark, args=(NAMES[start::2],)) for start in (2, 3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert set(in_file(images).rows) == set(NAMES)


def test_a_file_that_another_program_has_damaged_is_put_aside_and_told(images: Path) -> None:
    ours = storage(images)
    add_row(images, NAMES[0], "head", 7, 8, 1)  # a second head
    damaged = (images / LANDMARKS).read_text(encoding="utf-8")
    kept = ours.save(FIRST.put(NAMES[3], "head", None))

    assert in_file(images).rows == kept.table.rows
    assert (images / "landmarks-damaged.csv").read_text(encoding="utf-8") == damaged
    assert str(images / "landmarks-damaged.csv") in kept.warning


def test_a_file_that_is_removed_meanwhile_is_written_whole(images: Path) -> None:
    ours = storage(images)
    (images / LANDMARKS).unlink()
    ours.save(marks := FIRST.put(NAMES[3], "head", None))

    assert in_file(images).rows == marks.rows


def test_a_table_named_in_other_capitals_is_the_one_that_is_written(images: Path) -> None:
    (images / LANDMARKS).rename(images / "Landmarks.CSV")
    path = storage(images).save(FIRST.put(NAMES[3], "head", None)).path

    assert path.name == "Landmarks.CSV"
    assert [one.name for one in images.iterdir()] == ["Landmarks.CSV"]
