"""Pictures that show another category than their folder says, by the table at the top of the folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.annotations import CheckedPicture, CheckUp, Problem
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import FolderError
from icnn_engine.core.events import Event, Warned, drain
from icnn_engine.data import CORRECTIONS, boxes_of, check_folder, list_folder
from icnn_engine.data.selection import checked, select
from icnn_engine.data.tables.corrections import Correction, change_corrections, read_corrections
from tests.engine.data.files import save, touch


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Twelve pictures of one category and twelve of a background."""
    for i in range(12):
        save(tmp_path / "a" / f"{i}.png", i)
        save(tmp_path / "_background" / f"{i}.png", 100 + i)
    return tmp_path


def check(root: Path) -> CheckUp:
    return drain(check_folder(list_folder(root)))


def category_of(root: Path, name: str) -> str:
    return next(p.category for p in list_folder(root).pictures if p.name == name)


def warned(root: Path) -> str:
    events: list[Event] = []
    drain(checked(root), events.append)
    return " ".join(event.text for event in events if isinstance(event, Warned))


def test_a_corrected_picture_is_of_the_other_category_under_its_own_name(root: Path) -> None:
    touch(root / CORRECTIONS, "image,category,was,reason\n_background/0.png,a,_background,an animal\n")
    selection = drain(select(check(root), make_settings({})))
    labels = {p.name: label for p, label in zip(selection.pictures, selection.labels.tolist(), strict=True)}
    own = next(p for p in selection.pictures if p.name == "_background/0.png")

    assert labels["_background/0.png"] == 0
    assert labels["_background/1.png"] == -1
    assert (own.category, own.was, own.path) == ("a", "_background", root / "_background" / "0.png")
    assert sorted(labels.values()).count(0) == 13


def test_the_fingerprint_and_what_a_resumed_training_compares_notice_a_correction(root: Path) -> None:
    before = drain(select(check(root), make_settings({})))
    touch(root / CORRECTIONS, "image,category\na/3.png,_background\n")
    after = drain(select(check(root), make_settings({})))

    assert before.fingerprint != after.fingerprint
    assert before.exact != after.exact


def test_names_and_categories_match_whatever_their_case(root: Path) -> None:
    touch(root / "Corrections.CSV", "Image,Category\n.\\A\\3.PNG,_BACKGROUND\n")

    assert check(root).corrected == (Problem("a/3.png", "_background"),)


def test_a_row_that_agrees_with_the_folder_confirms_the_picture_and_changes_nothing(root: Path) -> None:
    before = check(root).fingerprint
    touch(root / CORRECTIONS, "image,category\na/3.png,a\n")
    checkup = check(root)

    assert (checkup.corrected, checkup.confirmed, checkup.fingerprint) == ((), 1, before)


def test_rows_of_pictures_that_are_gone_are_counted(root: Path) -> None:
    touch(root / CORRECTIONS, "image,category\na/3.png,_background\na/old.png,cats\n")

    assert check(root).table_notes == (Problem(CORRECTIONS, "1 row names a picture that is not here: a/old.png"),)
    assert "1 picture takes another category than its folder's (corrections.csv)." in warned(root)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("image,category\na/1.png,a\na/3.png,dog\n", r"line 3: there is no category 'dog'.*_background, a"),
        ("image,category\na/3.png,\n", "line 2: there is no category ''"),
        ("image,category\na/3.png,a\na/3.png,_background\n", r"line 3: a/3\.png has a second category"),
        ("image,was\na/3.png,a\n", "line 1: no column category"),
    ],
)
def test_nothing_is_trained_with_corrections_that_cannot_be_right(root: Path, rows: str, why: str) -> None:
    touch(root / CORRECTIONS, rows)

    assert category_of(root, "a/1.png") == "a"
    assert check(root).corrected == ()
    with pytest.raises(FolderError, match=rf"corrections\.csv .*{why}.*Mend the file"):
        drain(checked(root))


def test_without_a_folder_of_background_nothing_is_corrected_to_it(tmp_path: Path) -> None:
    for i in range(3):
        save(tmp_path / "a" / f"{i}.png", i)
        save(tmp_path / "b" / f"{i}.png", 100 + i)
    touch(tmp_path / CORRECTIONS, "image,category\na/1.png,_background\n")

    assert "line 2: there is no category '_background'" in check(tmp_path).tables_refused[0].reason


def test_categories_made_one_are_corrected_before(root: Path) -> None:
    touch(root / CORRECTIONS, "image,category\na/3.png,_background\n_background/0.png,a\n")
    merged = {p.name: p.category for p in list_folder(root, merged=True).pictures}

    assert merged["a/3.png"] == "_background"
    assert merged["_background/0.png"] == merged["a/1.png"] == root.name


def test_an_earlier_check_up_is_used_for_pictures_that_were_corrected_since(root: Path) -> None:
    opened: dict[str, CheckedPicture | Problem] = {}
    drain(check_folder(list_folder(root), opened))
    touch(root / CORRECTIONS, "image,category\na/3.png,_background\n")
    again = drain(check_folder(list_folder(root), opened))

    assert next(p.category for p in again.pictures if p.name == "a/3.png") == "_background"


def test_copies_in_two_categories_contradict_nothing_once_one_is_corrected(root: Path) -> None:
    save(root / "_background" / "copy.png", 3)
    before = check(root).contradictions
    touch(root / CORRECTIONS, "image,category\n_background/copy.png,a\n")

    assert before == (("_background/copy.png", "a/3.png"),)
    assert check(root).contradictions == ()


def test_the_box_of_a_corrected_picture_may_have_its_wrong_name(root: Path) -> None:
    labels = (("_background/0.png", "_background"), ("_background/1.png", "a"), ("a/0.png", "_background"))
    for name, label in labels:
        shape = {"label": label, "shape_type": "rectangle", "points": [[4, 4], [20, 20]]}
        size = {"imageWidth": 48, "imageHeight": 32, "imagePath": Path(name).name}
        touch((root / name).with_suffix(".json"), json.dumps({"version": "5", "flags": {}, "shapes": [shape], **size}))
    touch(root / CORRECTIONS, "image,category\n_background/0.png,a\n_background/1.png,a\n")

    assert set(boxes_of(root, list_folder(root).pictures) or {}) == {"_background/0.png", "_background/1.png"}


def test_check_tells_how_many_are_corrected_and_confirmed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    touch(root / CORRECTIONS, "image,category\na/3.png,_background\na/4.png,_background\na/5.png,a\n")
    main(["check", str(root)])
    told = capsys.readouterr().out
    main(["check", str(root), "--json"])
    read = json.loads(capsys.readouterr().out)

    assert "2 pictures take other categories than their folders' (corrections.csv)." in told
    assert "Pictures called right as they are (corrections.csv): 1." in told
    assert "a: 10" in told
    assert read["corrected"] == [{"path": f"a/{i}.png", "category": "_background"} for i in (3, 4)]
    assert read["confirmed"] == 1


def test_pictures_are_corrected_and_taken_back_and_other_rows_stay(root: Path) -> None:
    touch(root / CORRECTIONS, "image,category,was,reason\na/gone.png,dog,a,mine\n")
    pictures = list_folder(root).pictures
    change_corrections(root, pictures, {"a/1.png": Correction("_background", "a", "=odd")}, ())
    one = read_corrections(root, pictures).pictures
    change_corrections(root, pictures, {}, ["a/1.png"])

    assert one == {"a/1.png": Correction("_background", "a", "=odd")}
    assert (root / CORRECTIONS).read_text() == "image,category,was,reason\na/gone.png,dog,a,mine\n"


def test_the_file_goes_with_its_last_row_and_comes_with_no_unknown_category(root: Path) -> None:
    pictures = list_folder(root).pictures
    change_corrections(root, pictures, {"a/1.png": Correction("_background")}, ())
    change_corrections(root, pictures, {}, ["a/1.png"])

    with pytest.raises(FolderError, match="no category dog"):
        change_corrections(root, pictures, {"a/1.png": Correction("dog")}, ())
    assert not (root / CORRECTIONS).exists()


def test_a_damaged_file_is_not_written_over(root: Path) -> None:
    touch(root / CORRECTIONS, "image,category\na/1.png,dog\n")

    with pytest.raises(FolderError, match="cannot be changed: line 2: there is no category 'dog'"):
        change_corrections(root, list_folder(root).pictures, {"a/1.png": Correction("a")}, ())
    assert (root / CORRECTIONS).read_text() == "image,category\na/1.png,dog\n"
