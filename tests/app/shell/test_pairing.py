from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.shell.main_window import MainWindow
from app.shell.pairing import belong_together
from icnn_engine.core.annotations import Folder, Picture
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed, make_folder


def test_opening_other_pictures_closes_the_run(
    window: MainWindow, context: Context, fake_run: Run, said: list[Message], tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    context.session.set_folder(listed(tmp_path / "zoo", fox=3))

    assert window.isVisible()
    assert context.session.run is None
    assert any("trained on other pictures" in message.text for message in said)


def test_opening_a_run_opens_its_pictures(
    qtbot: QtBot, window: MainWindow, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    own = make_folder(tmp_path / "own", creature=2)
    context.session.set_folder(listed(tmp_path / "zoo", fox=3))
    context.session.set_run(replace(fake_run, info={**fake_run.info, "data": {"folder": str(own)}}))
    qtbot.waitUntil(lambda: context.session.folder is not None and context.session.folder.root == own)

    assert window.current == "images"
    assert context.session.run is not None


def test_a_run_whose_pictures_are_gone_stands_beside_no_folder(
    window: MainWindow, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_folder(listed(tmp_path / "zoo", fox=3))
    context.session.set_run(replace(fake_run, info={**fake_run.info, "data": {"folder": str(tmp_path / "gone")}}))

    assert window.isVisible()
    assert context.session.folder is None


def test_a_copy_of_the_folder_belongs_to_the_run(fake_run: Run, tmp_path: Path) -> None:
    def folder(names: list[str]) -> Folder:
        pictures = tuple(Picture(name, tmp_path / name, "creature") for name in names)
        return Folder(tmp_path, pictures, ("creature",), ())

    names = [picture.name for picture in fake_run.pictures]
    moved = replace(fake_run, info={**fake_run.info, "data": {"folder": str(tmp_path / "gone")}})

    assert belong_together(folder(names), moved)
    assert not belong_together(folder(names[: len(names) // 4]), moved)
    assert not belong_together(folder([]), moved)


def test_another_folder_with_pictures_of_the_same_names_does_not_belong_to_the_run(
    fake_run: Run, tmp_path: Path
) -> None:
    pictures = tuple(Picture(picture.name, tmp_path / picture.name, "creature") for picture in fake_run.pictures)

    assert fake_run.images.is_dir()
    assert not belong_together(Folder(tmp_path, pictures, ("creature",), ()), fake_run)


def test_a_run_on_several_objects_of_a_photograph_belongs_to_the_photographs(fake_run: Run, tmp_path: Path) -> None:
    objects = tuple(replace(p, name=f"{p.name}#{n}", box="0,0,9,9") for p in fake_run.pictures for n in (1, 2))
    gone = {**fake_run.info, "data": {"folder": str(tmp_path / "gone")}}
    run = replace(fake_run, pictures=objects, info=gone)
    photographs = tuple(Picture(p.name, tmp_path, p.category) for p in fake_run.pictures)

    assert belong_together(Folder(tmp_path, photographs, ("fox",), ()), run)
    assert not belong_together(Folder(tmp_path, photographs[:1], ("fox",), ()), run)


def test_opening_the_pictures_of_an_earlier_run_opens_that_run(
    qtbot: QtBot, window: MainWindow, context: Context, own_run: Run, fake_run: Run
) -> None:
    context.settings.add_run(own_run.path)
    context.settings.add_run(fake_run.path)
    window.opener.open_folder(own_run.images)
    qtbot.waitUntil(lambda: context.session.run is not None)

    assert context.session.run is not None
    assert context.session.run.path == own_run.path
    assert window.current == "images"
