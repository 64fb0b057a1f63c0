from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError
from icnn_engine.data import read_landmarks
from tests.engine.data.files import touch

NAMES = ("cat/1.jpg", "cat/2.jpg", "여우/사진.jpg")


def test_landmarks_that_can_be_seen_are_read(tmp_path: Path) -> None:
    rows = ("cat/1.jpg,head,1.5,2,1", "cat/1.jpg,tail,,,0", "cat/2.jpg,head,0,0,0", "dog/9.jpg,head,1,1,1")
    table = touch(tmp_path / "landmarks.csv", "\n".join(("image,part,x,y,visible", *rows)))

    assert read_landmarks(table, NAMES) == {"cat/1.jpg": (Landmark("head", 1.5, 2.0),)}


def test_the_column_visible_may_be_absent_and_columns_in_any_order(tmp_path: Path) -> None:
    table = touch(tmp_path / "l.csv", "\ufeffX,Y,Part,Image\r\n3,4,head,cat\\1.jpg\r\n\r\n")

    assert read_landmarks(table, NAMES) == {"cat/1.jpg": (Landmark("head", 3.0, 4.0),)}


def test_names_match_whatever_way_their_letters_are_composed(tmp_path: Path) -> None:
    table = touch(tmp_path / "l.csv", unicodedata.normalize("NFD", "image,part,x,y\n여우/사진.jpg,head,3,4\n"))

    assert list(read_landmarks(table, NAMES)) == ["여우/사진.jpg"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("image,part,x\n", "line 1: no column y"),
        ("image,part,x,y\ncat/1.jpg,head,1,2\ncat/2.jpg,head,one,2\n", "line 3: x is 'one'"),
        ("image,part,x,y\ncat/1.jpg,head,1,nan\n", "line 2: y is 'nan'"),
        ("image,part,x,y\ncat/1.jpg,head\n", "line 2: 2 values"),
        ("image,part,x,y\ncat/1.jpg, ,1,2\n", "line 2: the part has no name"),
        ("image,part,x,y,visible\ncat/1.jpg,head,1,2,maybe\n", "line 2: visible is 'maybe'"),
        ("image,part,x,y\ncat/1.jpg,leg,1,2\ncat/1.jpg,leg,3,4\n", "line 3: cat/1.jpg has a second 'leg'"),
        ("image,part,x,y\n", "holds no landmark"),
        (
            "image,part,x,y\n1.jpg,head,1,2\n",
            r"1 of 1 rows match no picture, .* line 2 \(1\.jpg\).* such as cat/1\.jpg",
        ),
        ("image,part,x,y,visible\ncat/1.jpg,head,1,2,0\n", "None of the 1 landmarks .* is visible"),
    ],
)
def test_a_wrong_table_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LandmarksError, match=message):
        read_landmarks(touch(tmp_path / "l.csv", text), NAMES)


def test_a_table_that_is_not_text_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_bytes("image,part,x,y\n여우,h,1,2".encode("utf-16"))

    with pytest.raises(LandmarksError, match="not UTF-8"):
        read_landmarks(tmp_path / "l.csv", NAMES)
    with pytest.raises(LandmarksError, match="cannot be read"):
        read_landmarks(tmp_path / "none.csv", NAMES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("image,part,x,y\ncat/1.jpg,head,1,2,77\n", "line 2: 5 values, but 4 columns"),
        ("image,part,x,y,x\ncat/1.jpg,head,1,2,5\n", "line 1: the column x is there twice"),
        ("Image,part,x,y,image\n", "line 1: the column image is there twice"),
        ("image;part;x;y\n", "line 1: no column image, part, x, y; .* commas .* where the file has ;"),
        ("image\tpart\tx\ty\n", "line 1: no column .* where the file has tabs"),
        ("# made by a tool\nimage,part,x,y\n", "line 1: no column image"),
        ("image,part,x,y,visibility\ncat/1.jpg,head,1,2,0\n", "line 1: the column visibility is not read; call it"),
        ('image,part,x,y\ncat/1.jpg,head,"1,5",2\n', "line 2: x is '1,5'; write a point"),
        ("image,part,x,y\ncat/1.jpg,head,2_7,2\n", "line 2: x is '2_7', which is not a number"),
        ("image,part,x,y\ncat/1.jpg,head,٣,2\n", "line 2: x is '٣', which is not a number"),
        ("image,part,x,y\ncat/1.jpg,Head,5,2\ncat/2.jpg,head ,9,2\n", "line 3: 'head' is written 'Head' in line 2"),
        ("image,part,x,y\ncat/1.jpg,head,-1,-1\ncat/2.jpg,head,-1,-1\n", r"line 2: .* outside .* \(2 such"),
        ("image,part,x,y\ncat/1.jpg,head,9,9\ncat/2.jpg,head,0,0\n", r"line 3: the point \(0, 0\) is the corner"),
    ],
)  # fmt: skip
def test_what_would_be_read_as_something_else_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LandmarksError, match=message):
        read_landmarks(touch(tmp_path / "l.csv", text), NAMES)


@pytest.mark.parametrize(("place", "encoding", "line"), [(2, "cp949", 3), (0, "utf-16", 1), (4, "latin-1", 5)], ids=str)
def test_the_line_is_told_that_is_not_utf8(tmp_path: Path, place: int, encoding: str, line: int) -> None:
    text = ["image,part,x,y", *("cat/1.jpg,head,1,2" for _ in range(5))]
    text[place] += {"cp949": "머리", "utf-16": "", "latin-1": "é"}[encoding]
    (tmp_path / "l.csv").write_bytes("\n".join(text).encode(encoding))

    with pytest.raises(LandmarksError, match=f"line {line}: this is not UTF-8 text"):
        read_landmarks(tmp_path / "l.csv", NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffimage,part,x,y,visible\r\ncat/1.jpg,head,27.5,114.25,1\r\n",
        "image,part,x,y\rcat/1.jpg,head,27.5,114.25\r",
        '"image","part","x","y"\n"cat/1.jpg","head","27.5","114.25"\n',
        "note,image,part,x,y,who\nhello,cat/1.jpg,head,27.5,114.25,me\n",
        "image,part,y,x\ncat/1.jpg,head,114.25,27.5\n",
        "image,part,x,y\ncat/1.jpg,head,2.75e+01,.11425E3\n",
        "image,part,x,y,,\n\ncat/1.jpg,head,27.5,114.25,,\n,,,,,\n",
        "\ufeff\ufeffimage,part,x,y\ncat/1.jpg,head,27.5,114.25\n",
        ",image,part,x,y\n0,cat/1.jpg,head, 27.5 ,+114.25\n",
    ],
)
def test_what_other_programs_write_is_read_alike(tmp_path: Path, text: str) -> None:
    (tmp_path / "l.csv").write_bytes(text.encode())

    assert read_landmarks(tmp_path / "l.csv", NAMES) == {"cat/1.jpg": (Landmark("head", 27.5, 114.25),)}


def test_a_part_is_one_however_its_letters_are_composed(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "머리")
    table = touch(tmp_path / "l.csv", f"image,part,x,y\ncat/1.jpg,머리,5,6\ncat/2.jpg,{decomposed},7,8\n")

    assert {mark.part for marks in read_landmarks(table, NAMES).values() for mark in marks} == {"머리"}
