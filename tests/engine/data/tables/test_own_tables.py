from __future__ import annotations

import os
from pathlib import Path

import pytest

from icnn_engine.data import BOXES, LANDMARKS
from icnn_engine.data.tables.own_tables import existing_tables, own_path, table_path


@pytest.fixture
def images(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


def test_each_table_of_each_folder_has_a_file_of_its_own(images: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "images").mkdir(parents=True)
    paths = {
        own_path(folder, table)
        for folder in (images, tmp_path / "elsewhere" / "images")
        for table in (BOXES, LANDMARKS)
    }

    assert len(paths) == 4
    assert {path.parent.name for path in paths} == {"boxes", "landmarks"}
    assert all(path.name.startswith("images-") for path in paths)


def test_without_a_file_the_table_belongs_to_the_top_of_the_folder(images: Path) -> None:
    assert existing_tables(images, BOXES) == []
    assert table_path(images, BOXES) == images / BOXES


def test_the_newest_file_counts(images: Path) -> None:
    own = own_path(images, BOXES)
    own.parent.mkdir(parents=True)
    for path, time in ((images / BOXES, 1), (own, 2)):
        path.write_text("")
        os.utime(path, (time, time))

    assert existing_tables(images, BOXES) == [own, images / BOXES]
    assert table_path(images, BOXES) == own
