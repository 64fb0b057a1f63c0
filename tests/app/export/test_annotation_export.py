"""Positions of parts, exported from the window."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.export.page import ExportPage
from app.widgets.export_list import ExportState
from icnn_engine.cli import main
from icnn_engine.runs.run_folder import Run
from tests.app.export.test_page import export


def test_positions_of_the_parts_are_written_for_labelling_tools_as_the_command_writes_them(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("annotations")
    for box in page.form.annotations.formats.values():
        box.setChecked(True)
    counted = page.form.annotations.count.text()
    export(qtbot, context, page, "annotations")
    (done,) = page.list.entries.values()
    place, again = tmp_path / "out" / "annotations", tmp_path / "command"
    status = main([*shlex.split(done.command)[1:-1], str(again)])
    written, same = (sorted(p.relative_to(top) for p in top.rglob("*") if p.is_file()) for top in (place, again))
    count = len(written) - 1  # without the stamp

    assert (done.path, done.state) == (place, ExportState.DONE)
    assert counted == f"24 pictures: {count} files"
    assert f"{count} files written, 0 were there already" in done.words
    assert (status, same) == (0, written)
    assert (again / "coco.json").read_bytes() == (place / "coco.json").read_bytes()


def test_only_the_chosen_pictures_and_formats_are_written(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    page.form.annotations.side.set_value("test")
    page.form.annotations.formats["cvat"].setChecked(False)
    export(qtbot, context, page, "annotations")
    place = tmp_path / "out" / "annotations"
    images = json.loads((place / "coco.json").read_text(encoding="utf-8"))["images"]

    assert {path.name for path in place.iterdir()} == {"README.txt", "coco.json", "export.toml"}
    assert {one["subset"] for one in images} == {"test"}


def test_of_several_categories_one_can_be_chosen(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, several_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    page.form.choices.tick("annotations")
    alone = page.form.annotations.category.isVisibleTo(page)
    context.session.set_run(several_run)
    offered = page.form.annotations.category.isVisibleTo(page)
    page.form.annotations.category.set_value("insect")
    export(qtbot, context, page, "annotations")
    (done,) = page.list.entries.values()
    images = json.loads((tmp_path / "out" / "annotations" / "coco.json").read_text(encoding="utf-8"))["images"]

    assert (alone, offered) == (False, True)
    assert {one["file_name"].split("/")[0] for one in images} == {"insect"}
    assert "--category insect" in done.command


def test_corrected_annotations_are_not_replaced_and_it_is_told(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path, said: list[Message]
) -> None:
    context.session.set_run(fake_run)
    export(qtbot, context, page, "annotations")
    corrected = tmp_path / "out" / "annotations" / "coco.json"
    corrected.write_text("corrected", encoding="utf-8")
    states = export(qtbot, context, page, "annotations")

    assert states == {"annotations": ExportState.FAILED}
    assert corrected.read_text(encoding="utf-8") == "corrected"
    assert "Choose an empty folder" in said[-1].text


@pytest.mark.parametrize("parts", [True, False])
def test_why_no_positions_can_be_written_is_said(
    page: ExportPage, context: Context, fake_run: Run, parts: bool
) -> None:
    kept = fake_run.filters if parts else tuple(replace(one, group=-1) for one in fake_run.filters)
    context.session.set_run(replace(fake_run, filters=kept))
    page.form.choices.tick("annotations")
    for box in page.form.annotations.formats.values():
        box.setChecked(False)
    why = "Tick at least one format." if parts else "No filter of this run holds a part"

    assert page.form.why.text().startswith(why)
    assert page.form.annotations.count.text().startswith(why)
    assert not page.form.start.isEnabled()
