from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from app.images.findings import Finding, findings
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder
from tests.app.pictures import make_folder


def found_in(root: Path) -> dict[str, Finding]:
    folder = list_folder(root)
    return {finding.kind: finding for finding in findings(folder, drain(check_folder(folder)))}


def picture(path: Path, width: int = 120, height: int = 90, kind: str | None = None, seed: int = 0) -> None:
    pixels = np.random.default_rng(seed).integers(0, 255, (height, width, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path, format=kind)


def test_each_kind_of_problem_names_what_it_concerns(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=1, cat=1)
    picture(root / "fox" / "whole.png", seed=1)
    (root / "fox" / "again.png").write_bytes((root / "fox" / "whole.png").read_bytes())
    picture(root / "fox" / "wrong.jpg", kind="PNG", seed=2)
    (root / "fox" / "broken.jpg").write_bytes(b"not a picture")
    (root / "fox" / "notes.txt").write_text("words")
    picture(root / "loose.png", seed=3)
    found = found_in(root)

    assert found["unused"].pictures == {"fox/broken.jpg"}
    assert found["copies"].pictures == {"fox/again.png", "fox/whole.png"}
    assert found["ending"].notes == (("fox/wrong.jpg", "It is a PNG picture."),)
    assert found["tiny"].pictures == {"cat/000.png", "fox/000.png"}
    assert [name for name, _text in found["beside"].notes] == ["loose.png"]
    assert [name for name, _text in found["others"].notes] == ["fox/notes.txt"]
    assert {name for name, _text in found["few"].notes} == {"cat", "fox"}
    assert "one" not in found
    assert all(finding.meaning and finding.title for finding in found.values())


def test_what_is_wrong_with_the_tables_of_a_folder_stands_apart(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=2, cat=2)
    (root / "Groups.csv").write_text("image;source\nfox/000.png;a\n")
    (root / "boxes.csv").write_text("image,x,y,width,height\nfox/000.png,1,1,9,9\nfox/7.png,1,1,9,9\n")
    tables = found_in(root)["tables"]

    assert [(name, text[:44]) for name, text in tables.notes] == [
        ("Groups.csv", "not used: line 1: no column image, source; t"),
        ("boxes.csv", "1 of 2 rows match no picture, the first is l"),
    ]
    assert "others" not in found_in(root)


def test_a_folder_of_one_category_is_told_what_it_is_compared_with(tmp_path: Path) -> None:
    found = found_in(make_folder(tmp_path / "zoo", fox=2))

    assert "_background" in found["one"].meaning
    assert found["one"].pictures == frozenset()


def test_a_picture_named_as_it_is_has_no_wrong_ending(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=1)
    for number, name in enumerate(("a.JPG", "b.jpeg", "c.tif", "d.bmp", "e.webp", "f.gif")):
        picture(root / "fox" / name, seed=number)

    assert "ending" not in found_in(root)


def test_the_brightness_of_deep_pictures_is_told(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=2)
    for name, top in (("a.png", 200), ("b.tif", 4095)):
        Image.fromarray(np.linspace(0, top, 120 * 90).reshape(90, 120).astype(np.uint16)).save(root / "fox" / name)
    found = found_in(root)["brightness"]

    assert found.pictures == {"fox/a.png", "fox/b.tif"}
    assert "0 is read as black and 4095 as white" in found.notes[0][1]
    assert "fox/a.png" in found.notes[0][1]
    assert "brightness" not in found_in(make_folder(tmp_path / "usual", fox=2))


def test_what_was_understood_and_what_contradicts_itself_comes_first(tmp_path: Path) -> None:
    for number, name in enumerate(("cat/0.png", "cat/1.png", "dog/2.png", "dog/0.png")):
        path = tmp_path / "zoo" / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        picture(path, seed=number % 3)
    found = found_in(tmp_path / "zoo")

    assert list(found)[:2] == ["understood", "contradictions"]
    assert found["understood"].notes == (("archive", "The categories were found in the folder archive."),)
    assert found["contradictions"].pictures == {"cat/0.png", "dog/0.png"}
