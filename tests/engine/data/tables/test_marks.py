from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.errors import LandmarksError
from icnn_engine.data import read_landmarks
from icnn_engine.data.tables.marks import MACHINE_COLUMN, Mark, Marks, as_csv, read_marks

HEAD = "image,part,x,y,visible\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "landmarks.csv"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_come_back_as_they_were_written(path: Path) -> None:
    marks = Marks().with_part("Kopf").with_part("다리").with_part("unused")
    marks = (
        marks.put("fox/ü.jpg", "Kopf", (12.3, 0.0)).put("fox/ü.jpg", "다리", None).put("fox/a.jpg", "다리", (5, 6.25))
    )
    written(path, as_csv(marks))
    again = read_marks(path, ["fox/a.jpg", "fox/ü.jpg"])

    assert again.rows == marks.rows
    assert set(again.parts) == {"Kopf", "다리"}


def test_the_file_is_one_that_measuring_reads(path: Path) -> None:
    marks = Marks().with_part("head").put("a.jpg", "head", (1.5, 2)).put("b.jpg", "head", None)
    written(path, as_csv(marks))
    found = read_landmarks(path, ["a.jpg", "b.jpg"])

    assert path.read_text(encoding="utf-8") == HEAD + "a.jpg,head,1.5,2,1\nb.jpg,head,,,0\n"
    assert {name: [(one.part, one.x, one.y) for one in some] for name, some in found.items()} == {
        "a.jpg": [("head", 1.5, 2.0)]
    }


def test_a_guess_of_a_machine_is_none_once_it_is_put_by_hand(path: Path) -> None:
    written(path, f"image,part,x,y,visible,{MACHINE_COLUMN},who\na.jpg,head,1,2,1,0.7,me\na.jpg,legs,3,4,1,0.6,me\n")
    marks = read_marks(path, ["a.jpg"]).put("a.jpg", "head", (5, 6))
    written(path, as_csv(marks))

    assert path.read_text(encoding="utf-8").splitlines()[1:] == ["a.jpg,head,5,6,1,,me", "a.jpg,legs,3,4,1,0.6,me"]


def test_names_that_look_like_formulas_get_an_apostrophe_and_come_back(path: Path) -> None:
    other = "'@c.jpg,'-d,3,4,1,'=note\n"
    written(path, f"image,part,x,y,visible,who\n{other}")
    marks = read_marks(path, ["=1+1.jpg"]).with_part("=head").put("=1+1.jpg", "=head", (-0.5, 2))
    written(path, as_csv(marks))

    assert path.read_text(encoding="utf-8").splitlines() == [
        "image,part,x,y,visible,who", "'=1+1.jpg,'=head,-0.5,2,1,", other.strip()
    ]  # fmt: skip
    assert read_marks(path, ["=1+1.jpg"]).rows == {"=1+1.jpg": {"=head": Mark((-0.5, 2.0), {"who": ""})}}
    assert [one.part for one in read_landmarks(path, ["=1+1.jpg"])["=1+1.jpg"]] == ["=head"]


def test_rows_and_columns_that_are_not_edited_stay(path: Path) -> None:
    before = "image,part,x,y,visible,who\ncat/1.jpg,paw,1.50,02,yes,Ann\na.jpg,head,3,4,1,Bob\na.jpg,tail,0,0,0,Eve\n"
    marks = read_marks(written(path, before), ["a.jpg"]).put("a.jpg", "head", (9, 8))

    assert as_csv(marks).splitlines() == [
        "image,part,x,y,visible,who",
        "a.jpg,head,9,8,1,Bob",
        "a.jpg,tail,,,0,Eve",
        "cat/1.jpg,paw,1.50,02,yes,Ann",
    ]


def test_a_file_without_the_column_visible_gets_one(path: Path) -> None:
    marks = read_marks(written(path, "part,image,x,y\nhead,a.jpg,3,4\n"), ["a.jpg"])

    assert as_csv(marks.put("a.jpg", "head", None)) == "part,image,x,y,visible\nhead,a.jpg,,,0\n"


@pytest.mark.parametrize("name", ["fo\u0308x/1.jpg", "./föx/1.jpg", "föx\\1.jpg"])
def test_a_picture_is_known_however_its_name_is_written(path: Path, name: str) -> None:
    marks = read_marks(written(path, f"{HEAD}{name},head,1,2,1\n"), ["föx/1.jpg"])

    assert marks.rows == {"föx/1.jpg": {"head": Mark((1.0, 2.0))}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no column image"),
        ("image,part,x\na,b,1\n", "no column y"),
        (f"{HEAD}a.jpg,head,one,2,1\n", "line 2: x is 'one'"),
        (f"{HEAD}a.jpg,head,1,2,1\na.jpg,head,3,4,1\n", "line 3: a.jpg has a second 'head'"),
        (f"{HEAD}a.jpg,head,1\n", "line 2: 3 values"),
    ],
)
def test_a_damaged_file_is_told_with_its_line(path: Path, text: str, told: str) -> None:
    with pytest.raises(LandmarksError, match=told):
        read_marks(written(path, text), ["a.jpg"])


def test_a_part_can_be_renamed_and_removed_and_nothing_else_changes() -> None:
    marks = Marks().with_part("head").with_part("tail").put("a", "head", (1, 2)).put("a", "tail", (3, 4))
    marks = marks.put("b", "head", None)
    renamed, removed = marks.renamed("head", "  my   face "), marks.without_part("head")

    assert renamed.parts == ("my face", "tail")
    assert renamed.of("a") == {"my face": Mark((1, 2)), "tail": Mark((3, 4))}
    assert removed.parts == ("tail",)
    assert removed.rows == {"a": {"tail": Mark((3, 4))}}
    assert marks.of("a")["head"] == Mark((1, 2))


def test_a_mark_can_be_taken_off_again() -> None:
    marks = Marks().with_part("head")

    assert marks.put("a", "head", (1, 2)).taken("a", "head") == marks


@pytest.mark.parametrize("name", ["", "  ", "head", " head "])
def test_a_part_has_a_name_of_its_own(name: str) -> None:
    marks = Marks().with_part("head").with_part("tail")

    with pytest.raises(LandmarksError):
        marks.with_part(name)
    with pytest.raises(LandmarksError):
        marks.renamed("tail", name)


def test_pictures_are_counted_in_which_a_part_is_seen() -> None:
    marks = Marks().with_part("head").with_part("tail").put("a", "head", (0, 0)).put("b", "head", None)
    marks = marks.put("b", "tail", (1, 1)).put("c", "tail", None)

    assert (marks.seen("head"), marks.seen("tail"), marks.seen()) == (1, 1, 2)


def test_a_column_of_another_program_stays_the_same_however_often_it_is_saved(path: Path) -> None:
    written(path, "image,part,x,y,-note\na.jpg,head,1,2,=1\n")
    for _ in range(3):
        written(path, as_csv(read_marks(path, ["a.jpg"])))

    assert "-note" in read_marks(path, ["a.jpg"]).columns
    assert path.read_text(encoding="utf-8").count("'") == 2


def test_a_part_that_differs_by_capital_letters_only_is_no_new_one(path: Path) -> None:
    marks = read_marks(written(path, "image,part,x,y\na.jpg,Eye,1,2\n"), ["a.jpg"])

    with pytest.raises(LandmarksError, match="There is a part called eye already"):
        marks.with_part("eye")
