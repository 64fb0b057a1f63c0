"""Folders of links to pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.core.errors import SettingsError
from icnn_engine.runs.picture_links import link_pictures
from icnn_engine.runs.run_folder import Run


def test_links_lead_to_the_pictures_also_outside_of_their_folder(own_run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside" / "000.jpg"
    outside.parent.mkdir()
    outside.write_bytes(b"picture")
    run = replace(own_run, pictures=(replace(own_run.pictures[0], name=str(outside)), *own_run.pictures[1:]))
    done = link_pictures(run, [0, 1], tmp_path / "links")

    assert (done.links, done.copies, done.missing) == (2, 0, ())
    assert (tmp_path / "links" / "outside-000.jpg").read_bytes() == b"picture"


def test_files_of_one_name_are_told_apart(own_run: Run, tmp_path: Path) -> None:
    names = [tmp_path / place / "fox" / "1.JPG" for place in "ab"]
    for name in names:
        name.parent.mkdir(parents=True)
        name.write_text(str(name), encoding="utf-8")
    pictures = tuple(replace(own_run.pictures[0], name=str(name)) for name in names)
    link_pictures(replace(own_run, pictures=pictures), [0, 1], tmp_path / "links")
    texts = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "links").iterdir()}

    assert texts == {"fox-1.JPG": str(names[0]), "fox-1 (2).JPG": str(names[1])}


def test_where_links_are_refused_files_are_copied(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError("a required privilege is not held")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    done = link_pictures(own_run, [0], tmp_path / "links")
    (copy,) = (tmp_path / "links").iterdir()

    assert (done.links, done.copies) == (0, 1)
    assert copy.read_bytes() == (own_run.images / own_run.pictures[0].name).read_bytes()


def test_nothing_that_is_there_is_replaced_and_missing_files_are_named(own_run: Run, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "mine.txt").touch()
    with pytest.raises(SettingsError, match="is there already"):
        link_pictures(own_run, [0], tmp_path / "links")
    gone = replace(own_run, pictures=(replace(own_run.pictures[0], name="fox/gone.jpg"),))

    assert link_pictures(gone, [0], tmp_path / "new").missing == ("gone.jpg",)
