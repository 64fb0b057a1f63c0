"""Pictures that are left out, with undo, written to their folder."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from icnn_engine.data import LEFT_OUT, list_folder
from tests.app.pictures import listed, make_folder


def opened(qtbot: QtBot, context: Context, root: Path) -> Path:
    context.session.set_folder(list_folder(root))
    context.left_out.stack.setActive(True)
    qtbot.waitUntil(lambda: not context.files.busy(f"left out {root.resolve()}"))
    return root


def left_out(context: Context, root: Path) -> list[str]:
    return sorted(context.left_out.reasons(root))


def test_what_is_left_out_is_written_and_can_be_undone_and_done_again(
    qtbot: QtBot, context: Context, tmp_path: Path, said: list[Message]
) -> None:
    root = opened(qtbot, context, make_folder(tmp_path / "zoo", fox=3))
    context.left_out.leave_out(root, {"fox/000.png": "a dog", "fox/001.png": ""})
    qtbot.waitUntil(lambda: len(left_out(context, root)) == 2)
    written = (root / LEFT_OUT).read_text()
    context.undo.activeStack().undo()
    qtbot.waitUntil(lambda: not left_out(context, root))
    undone = (root / LEFT_OUT).exists()
    context.undo.activeStack().redo()
    qtbot.waitUntil(lambda: len(left_out(context, root)) == 2)

    assert written == "image,reason\nfox/000.png,a dog\nfox/001.png,\n"
    assert not undone
    assert (root / LEFT_OUT).read_text() == written
    assert said[0].text == "2 pictures are left out. Their files stay where they are."


def test_many_steps_in_a_row_are_all_written(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    root = opened(qtbot, context, make_folder(tmp_path / "zoo", fox=9))
    for number in range(9):
        context.left_out.leave_out(root, {f"fox/{number:03}.png": ""})
    qtbot.waitUntil(lambda: len(left_out(context, root)) == 9)

    assert context.left_out.stack.count() == 9
    assert len((root / LEFT_OUT).read_text().splitlines()) == 10


def test_what_a_folder_leaves_out_is_known_when_it_is_opened(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=3)
    (root / LEFT_OUT).write_text("image,reason\nFOX/001.PNG,blurred\n")
    opened(qtbot, context, root)

    assert context.left_out.reasons(root) == {"fox/001.png": "blurred"}


def test_a_file_that_cannot_be_read_stays_and_there_is_nothing_to_undo(
    qtbot: QtBot, context: Context, tmp_path: Path, said: list[Message]
) -> None:
    root = make_folder(tmp_path / "zoo", fox=3)
    (root / LEFT_OUT).write_text("picture\nfox/001.png\n")
    opened(qtbot, context, root)
    context.left_out.leave_out(root, {"fox/000.png": ""})
    qtbot.waitUntil(lambda: bool(said))

    assert "cannot be changed: line 1: no column image" in said[0].text
    assert context.left_out.stack.count() == 0
    assert left_out(context, root) == []


def test_pictures_of_a_folder_that_is_gone_cannot_be_left_out(
    qtbot: QtBot, context: Context, tmp_path: Path, said: list[Message]
) -> None:
    (tmp_path / "file").write_text("")
    folder = listed(tmp_path / "file", fox=3)
    context.session.set_folder(folder)
    context.left_out.leave_out(folder.root, {folder.pictures[0].name: ""})
    qtbot.waitUntil(lambda: bool(said))

    assert "Allow writing in the folder" in said[0].text


def test_a_folder_that_is_named_by_a_link_is_the_same_folder(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=3)
    (tmp_path / "link").symlink_to(root)
    opened(qtbot, context, tmp_path / "link")
    context.left_out.follow(root, ["fox/000.png"])
    context.left_out.leave_out(root, {"fox/000.png": ""})
    qtbot.waitUntil(lambda: left_out(context, tmp_path / "link") == ["fox/000.png"])

    assert (root / LEFT_OUT).is_file()
