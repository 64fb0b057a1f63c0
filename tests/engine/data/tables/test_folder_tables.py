from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.annotations import CheckUp
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import FolderError, TrainingError
from icnn_engine.core.events import Event, Warned, drain
from icnn_engine.data import check_folder, list_folder, split_pictures
from icnn_engine.data.selection import checked, select
from icnn_engine.data.tables.csv_tables import TableError
from icnn_engine.data.tables.folder_tables import read_groups
from tests.engine.data.files import NO_SHARED, SHARED, save, touch

NAMES = ("cat/1.jpg", "cat/2.jpg")
SHARES = (0.6, 0.15, 0.25)
SESSIONS = "".join(f"a/{i}.png,session{i % 3}\n" for i in range(12))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Twelve pictures of one category and twelve of a background."""
    for i in range(12):
        save(tmp_path / "a" / f"{i}.png", i)
        save(tmp_path / "_background" / f"{i}.png", 100 + i)
    return tmp_path


def check(root: Path) -> CheckUp:
    return drain(check_folder(list_folder(root)))


def refused(root: Path) -> str:
    with pytest.raises(FolderError) as told:
        drain(checked(root))
    return str(told.value)


def warned(root: Path) -> list[str]:
    events: list[Event] = []
    drain(checked(root), events.append)
    return [event.text for event in events if isinstance(event, Warned)]


@pytest.mark.parametrize("name", ["groups.csv", "Groups.csv", "GROUPS.CSV"])
def test_sources_are_read_in_whatever_case_their_file_is_named(root: Path, name: str) -> None:
    touch(root / name, f"image,source\n{SESSIONS}")
    found = check(root)
    sides = split_pictures(found.pictures, SHARES, 0)
    of_session = {p.source: {s for q, s in zip(found.pictures, sides, strict=True) if q.source == p.source}
                  for p in found.pictures if p.source}  # fmt: skip

    assert found.problems == ()
    assert set(of_session) == {"session0", "session1", "session2"}
    assert all(len(sides) == 1 for sides in of_session.values())
    assert warned(root) == []


def test_a_second_file_of_another_case_is_told(root: Path) -> None:
    touch(root / "groups.csv", f"image,source\n{SESSIONS}")
    if (root / "Groups.csv").exists():
        pytest.skip("this system takes both names for one")
    touch(root / "Groups.csv", "image,source\na/1.png,else\n")

    assert warned(root) == ["Groups.csv: not read, for groups.csv is there too."]
    assert {p.source for p in check(root).pictures} == {"session0", "session1", "session2", ""}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"image;source\n{SESSIONS.replace(',', ';')}", "line 1: no column image, source"),
        (f"image\tsource\n{SESSIONS.replace(',', chr(9))}", "line 1: no column image, source"),
        ("image,source\n" + SESSIONS.replace("a/", "/data/a/"), "12 of 12 rows match no picture, the first is line 2"),
        ("image,source\n" + SESSIONS[:16] + SESSIONS[16:].replace("a/", "b/"), "11 of 12 rows match no picture"),
        ("image,source\n", "it names no source of a picture"),
        ("image,source\na/1.png,x\na/1.png,y\n", "line 3: a/1.png has a second source"),
    ],
)
def test_a_training_does_not_start_without_the_sources_it_was_given(root: Path, text: str, reason: str) -> None:
    touch(root / "groups.csv", text)

    assert [(p.path, reason in p.reason) for p in check(root).problems] == [("groups.csv", True)]
    assert reason in refused(root)


def test_a_file_of_sources_that_is_none_is_not_passed_over(root: Path) -> None:
    (root / "groups.csv").mkdir()

    assert "groups.csv" in refused(root)


def test_rows_that_match_no_picture_are_counted_before_a_training(root: Path) -> None:
    touch(root / "groups.csv", "image,source\n" + SESSIONS.replace("a/1", "b/1"))

    told = "3 of 12 rows match no picture, the first is line 3 (b/1.png)"
    assert told in check(root).problems[0].reason
    assert warned(root)[0].startswith(f"groups.csv: {told}")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("landmarks.csv", "image,part,x,y\na/1.png,eye,5,6\na/2.png,eye,50,6\n", "line 3: the point (50, 6) lies"),
        ("landmarks.csv", "image,part,x,y\na/1.png,eye,.5,.6\na/2.png,eye,.1,.6\n", "points lie within 0 and 1"),
        ("boxes.csv", "image,x,y,width,height\na/1.png,20,5,46,20\n", "line 2: the box lies outside of a/1.png"),
        ("Boxes.CSV", "image,x,y,width,height\na/1.png,2,5,6\n", "line 2: 4 values, but 5 columns"),
    ],
)  # fmt: skip
def test_what_could_not_be_measured_with_is_told_before_and_not_after_a_training(
    root: Path, name: str, text: str, reason: str
) -> None:
    touch(root / name, text)

    assert [p.path for p in check(root).problems] == [name]
    assert reason in refused(root)


def test_of_a_background_elsewhere_only_the_sources_are_needed(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "a"  # a flat folder of its own
    found, settings = check(root), make_settings({"background": str(other), "category": "_background"})
    touch(other / "landmarks.csv", "of no use")
    drain(select(found, settings))
    touch(other / "Groups.csv", "image;source\n")

    with pytest.raises(FolderError, match=r"Groups\.csv.*no column image, source"):
        drain(select(found, settings))


def test_a_training_tells_on_the_command_line_why_it_does_not_start(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    touch(root / "groups.csv", "image;source\na/1.png;x\n")
    status = main(["train", str(root), "--output", str(tmp_path / "runs")])

    assert status == 1
    assert "groups.csv" in (told := capsys.readouterr().err)
    assert "put commas between the values where the file has ;" in told


@pytest.mark.skipif(not (SHARED / "faults" / "groups").is_dir(), reason=NO_SHARED)
def test_the_sets_of_sources_that_failed_once_are_refused(tmp_path: Path) -> None:
    given = SHARED / "faults" / "groups"
    for place in ("a", "_background"):
        (tmp_path / place).symlink_to(given / "session_set" / place)
    touch(tmp_path / "groups.csv", (given / "groups_mostly_unmatched.csv").read_text(encoding="utf-8"))

    assert "11 of 12 rows match no picture" in refused(tmp_path)
    assert "no column image, source" in refused(given / "session_set")


def test_pictures_without_a_source_beside_others_that_have_one_are_counted(root: Path) -> None:
    touch(root / "groups.csv", f"image,source\n{''.join(SESSIONS.splitlines(keepends=True)[:7])}")

    assert warned(root) == [
        "groups.csv: 5 of 12 pictures have no source, such as a/10.png: nothing ties them to others."
    ]


def test_a_side_without_pictures_is_told_with_what_keeps_them_together(root: Path) -> None:
    touch(root / "groups.csv", "image,source\n" + "".join(f"a/{i}.png,one\n" for i in range(12)))

    with pytest.raises(TrainingError, match=r"12 of 12 are kept together, as copies or by groups\.csv"):
        drain(select(check(root), make_settings({"category": "a"})))


def test_groups_name_the_source_of_pictures(tmp_path: Path) -> None:
    table = touch(tmp_path / "groups.csv", "image,source\ncat/1.jpg,a\ndog/1.jpg,b\ncat/2.jpg,\n")

    assert read_groups(table, NAMES) == {"cat/1.jpg": "a"}


def test_groups_of_other_pictures_are_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"1 of 1 rows match no picture, the first is line 2 \(1.jpg\)"):
        read_groups(touch(tmp_path / "groups.csv", "image,source\n1.jpg,a\n"), NAMES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("image;source\ncat/1.jpg;a\n", "line 1: no column image, source; .* where the file has ;"),
        ("image,source\n", "names no source"),
        ("image,source\ncat/1.jpg, \n", "names no source"),
        ("image,source\ncat/1.jpg,a\ncat/2.jpg,a\ncat/1.jpg,b\n", "line 4: cat/1.jpg has a second source"),
        ("image,source\ncat/1.jpg,a,b\n", "line 2: 3 values, but 2 columns"),
    ],
)
def test_sources_that_would_tie_nothing_are_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_groups(touch(tmp_path / "groups.csv", text), NAMES)
