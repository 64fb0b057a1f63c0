"""The exported network of a trained run: its numbers, its example, and what is refused."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from icnn_engine.core.errors import ExportError
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.data import read_picture, read_square
from icnn_engine.export import export_onnx as exporting
from icnn_engine.export import onnx_files
from icnn_engine.export.export_onnx import export_onnx, read_test_pictures
from icnn_engine.export.metadata import parts_of
from icnn_engine.export.onnx_check import NOISE, check_onnx, run_onnx
from icnn_engine.export.words import export_words
from icnn_engine.inspection.best_pictures import peak_point, side_rows
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.models.backbones import make_backbone
from icnn_engine.runs.notes import Notes

EXAMPLE = "example.py"


@pytest.fixture(scope="module")
def explainer(export):
    return Explainer(export.run)


def test_pictures_of_the_run_are_answered_as_in_pytorch(export, explainer):
    model = (export.folder / "model.onnx").read_bytes()
    squares = np.stack([read_square(export.run.picture_path(i), 224) for i in range(0, 32, 4)])
    wanted = explainer.answers(NetworkName.INTERPRETABLE, squares)
    together, alone = run_onnx(model, squares)[0], run_onnx(model, squares[:1])[0]

    assert np.ptp(wanted) > 0.1
    np.testing.assert_allclose(together, wanted, atol=1e-4)
    np.testing.assert_allclose(alone, wanted[:1], atol=1e-4)


def test_peaks_lie_in_a_picture_where_an_explanation_says(export, explainer):
    index = next(i for i, p in enumerate(export.run.pictures) if p.positive)
    pixels = read_picture(export.run.picture_path(index))
    look = explainer.explain(pixels, "one")
    square = read_square(export.run.picture_path(index), 224)
    _, peaks, strengths = run_onnx((export.folder / "model.onnx").read_bytes(), square[None])
    height, width = pixels.shape[:2]
    cells = [divmod(int(one.argmax()), look.geometry.cells) for one in look.maps]
    points = [peak_point(look.geometry, cell, width, height) for cell in cells]

    np.testing.assert_allclose(peaks[0] * (width, height) / 224, points, atol=1e-3)
    np.testing.assert_allclose(strengths[0], look.maps.max((1, 2)), atol=1e-4 * look.maps.max())


def test_the_check_says_what_it_compared(export):
    exported = export.exported
    tested = sum(picture.side == "test" for picture in export.run.pictures)

    assert exported.bytes == (export.folder / "model.onnx").stat().st_size
    assert (exported.check.pictures, exported.check.noise) == (tested, NOISE)
    assert 0 < exported.check.answers < 1e-4
    assert 0 < exported.check.peaks < 1e-4
    assert exported.check.off == 0
    assert exported.resizing.pictures == tested
    assert 0 < exported.resizing.mean <= exported.resizing.greatest < 1


def test_the_example_prints_answers_and_parts_by_itself(export, explainer):
    path = export.run.picture_path(next(i for i, p in enumerate(export.run.pictures) if p.positive))
    answer = explainer.explain(read_picture(path), "one").answer
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, "-W", "error", EXAMPLE, "model.onnx", str(path)]
    done = subprocess.run(command, cwd=export.folder, env=environment, capture_output=True, text=True, check=False)
    first, *others = done.stdout.splitlines()

    assert done.stderr == ""
    assert first == f"creature: {answer:.1%}"
    assert len(others) == len(parts_of(export.run, Notes()))
    assert all("strength" in line for line in others)


def test_the_example_reads_a_region_if_a_box_is_given(export, explainer):
    path = export.run.picture_path(0)
    region = explainer.explain(read_picture(path)[20:120, 10:110], "region").answer
    command = [sys.executable, EXAMPLE, "model.onnx", str(path), "10", "20", "110", "120"]
    done = subprocess.run(command, cwd=export.folder, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[0] == f"creature: {region:.1%}"


def test_a_file_of_somebody_else_stays_and_one_of_ours_is_replaced(trained_run, export, tmp_path):
    other, ours = tmp_path / "other.onnx", tmp_path / "ours.onnx"
    other.write_bytes(b"of somebody else")
    shutil.copy(export.folder / "model.onnx", ours)
    onnx_files.ensure_replaceable(ours)

    with pytest.raises(ExportError, match="was not written by Partscope, so it stays"):
        drain(export_onnx(trained_run, other))
    with pytest.raises(ExportError, match=r"does not end with \.onnx"):
        drain(export_onnx(trained_run, tmp_path / "model.png"))
    assert other.read_bytes() == b"of somebody else"


def test_an_example_that_was_changed_stays(tmp_path):
    written = onnx_files.write_example(tmp_path / EXAMPLE)
    again = onnx_files.write_example(tmp_path / EXAMPLE)
    (tmp_path / EXAMPLE).write_text("print('my own')")
    changed = onnx_files.write_example(tmp_path / EXAMPLE)

    assert written == again == tmp_path / EXAMPLE
    assert changed is None
    assert (tmp_path / EXAMPLE).read_text() == "print('my own')"


def test_without_the_extra_the_command_that_installs_it_is_said(trained_run, tmp_path, monkeypatch):
    monkeypatch.setattr(onnx_files, "NEEDED", ("onnx_that_nobody_has",))

    with pytest.raises(ExportError, match=r"needs onnx_that_nobody_has.*pip install 'partscope\[export\]'"):
        drain(export_onnx(trained_run, tmp_path / "model.onnx"))


def test_a_network_that_differs_from_pytorch_is_refused(export, explainer):
    """As if the export had lost the trained filters: the same trunk with random weights."""
    model = (export.folder / "model.onnx").read_bytes()
    backbones = {NetworkName.INTERPRETABLE: make_backbone(export.run.settings.backbone)}
    other = Explainer(export.run)
    other.backbones = explainer.backbones | backbones

    with pytest.raises(ExportError, match="Nothing was written"):
        check_onnx(model, other, np.zeros((0, 224, 224, 3), np.uint8))


def test_nothing_is_written_if_the_check_fails(trained_run, tmp_path, monkeypatch):
    def refuse(*_args):
        raise ExportError("differs")

    monkeypatch.setattr(exporting, "onnx_bytes", lambda *_args: b"network")
    monkeypatch.setattr(exporting, "check_onnx", refuse)
    with pytest.raises(ExportError, match="differs"):
        drain(export_onnx(trained_run, tmp_path / "model.onnx"))

    assert list(tmp_path.iterdir()) == []


def test_without_onnxruntime_or_pictures_the_file_is_written_and_it_is_said(trained_run, tmp_path, monkeypatch):
    gone = replace(trained_run, info=trained_run.info | {"data": {"folder": str(tmp_path / "gone")}})
    monkeypatch.setattr(exporting, "onnx_bytes", lambda *_args: b"network")
    monkeypatch.setattr(exporting, "has_onnxruntime", lambda: False)
    exported = drain(export_onnx(gone, tmp_path / "model.onnx"))
    said = " ".join(export_words(gone, exported))

    assert exported.resizing is None
    assert "Not compared with PyTorch" in said
    assert (tmp_path / "model.onnx").read_bytes() == b"network"


def test_the_words_name_the_differences_and_the_region(export):
    boxes = replace(export.run, settings=export.run.settings.model_copy(update={"region": "boxes"}))
    plain, of_region = export_words(export.run, export.exported), export_words(boxes, export.exported)
    none = export_words(export.run, replace(export.exported, example=None))

    assert "224 x 224 pixels" in plain[0]
    assert "Compared with PyTorch" in plain[1]
    assert "Resize pictures with antialiasing" in plain[2]
    assert len(plain) == 3
    assert "not whole pictures" in of_region[3]
    assert "Another example.py" in none[3]


def test_only_test_pictures_are_compared(trained_run):
    wheres, squares = read_test_pictures(trained_run)

    assert wheres == [trained_run.picture_path(int(i)) for i in side_rows(trained_run, "test")]
    assert squares.shape == (len(wheres), 224, 224, 3)
