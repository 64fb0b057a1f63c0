"""`explain`: figures and JSON."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.cli import main
from icnn_engine.core.config import make_settings
from icnn_engine.core.events import drain
from icnn_engine.experiment.training_run import run_training
from icnn_engine.inspection.look import Look
from icnn_engine.runs.run_folder import Run
from tests.engine.conftest import TINY
from tests.fake_explainer import FakeExplainer


def test_explain_answers_for_each_picture_and_goes_on_after_one_that_cannot_be_read(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("icnn_engine.cli.commands.explain.explainer_of", FakeExplainer)
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    good = str(fake_run.picture_path(1))
    status = main(["explain", str(fake_run.path), good, str(bad), good, "--output", str(tmp_path / "why")])
    told = capsys.readouterr()

    assert status == 1
    assert "This is a creature: 97 %" in told.out
    assert "part 1 (6 filters): +2.50, for creature\n" in told.out
    assert "filters without a part (" in told.out
    assert "part 3 (3 filters): −0.20, against creature\n" in told.out
    assert "before any part speaks: +0.70\n  all together: +4.00, which stands for creature 98 %" in told.out
    assert "partscope: " in told.err
    assert "bad.jpg" in told.err
    assert {p.name for p in (tmp_path / "why").iterdir()} == {"explain-001.png", "explain-001-2.png"}


class StrangeExplainer(FakeExplainer):
    """Sees in every picture maps that no picture of the run has."""

    def explain(self, pixels: np.ndarray, title: str, **read: object) -> Look:
        look = super().explain(pixels, title, **read)
        return replace(look, picture=None, maps=look.maps[::-1] * 9, twin_maps=look.twin_maps[::-1] * 9)


def test_explain_says_that_a_picture_is_unlike_the_training_pictures(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("icnn_engine.cli.commands.explain.explainer_of", StrangeExplainer)
    words = ["explain", str(fake_run.path), str(fake_run.picture_path(1))]
    main([*words, "--output", str(tmp_path), "--format", "svg"])
    told = capsys.readouterr().out
    main([*words, "--json"])
    (one,) = json.loads(capsys.readouterr().out)["pictures"]

    assert "unlike those that the network was trained on: its answer should not be trusted. Of 100" in told
    assert "unlike those that the network was trained on" in (tmp_path / "explain-001.svg").read_text("utf-8")
    assert one["novelty"]["unlike"] is True
    assert set(one["novelty"]) == {"unlike", "as_unlike", "as_unsure", "as_far", "coverage"}


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
def test_names_that_are_too_long_or_not_utf8_are_explained_too(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("icnn_engine.cli.commands.explain.explainer_of", FakeExplainer)
    long = [tmp_path / f"{'a' * 249}{letter}.jpg" for letter in "bc"]
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe$.jpg"))
    for path in (*long, odd):
        path.write_bytes(Path(str(fake_run.picture_path(1))).read_bytes())
    words = ["explain", str(fake_run.path), *map(str, (odd, *long))]

    drawn = main([*words, "--output", str(tmp_path / "why"), "--format", "svg"])
    told = capsys.readouterr()
    status = main([*words, "--json"])
    objects = json.loads(capsys.readouterr().out)["pictures"]

    names = sorted(path.name for path in (tmp_path / "why").iterdir())
    assert (drawn, status, told.err) == (0, 0, "")
    assert [name[:20] for name in names] == ["explain-_xff_xfe$.sv", *["explain-aaaaaaaaaaaa"] * 2]
    assert all(len(name) <= 125 for name in names)
    assert [Path(one["name"]).name for one in objects] == [r"\xff\xfe$.jpg", *(path.name for path in long)]
    assert r"\xff\xfe$.jpg" in (tmp_path / "why" / names[0]).read_text(encoding="utf-8")


def test_explain_prints_one_object_whose_sums_and_places_can_be_checked(trained_run, tmp_path, capsys):
    picture = next(i for i, p in enumerate(trained_run.pictures) if p.positive)
    where = trained_run.picture_path(picture)
    with Image.open(where) as opened:
        opened.convert("RGB").transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(tmp_path / "mirrored.png")
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    status = main(["explain", str(trained_run.path), str(where), str(bad), str(tmp_path / "mirrored.png"), "--json"])
    told = capsys.readouterr()
    found = json.loads(told.out)["pictures"]
    width, height = trained_run.pictures[picture].width, trained_run.pictures[picture].height

    assert status == 1
    assert "bad.jpg" in told.err
    assert [Path(one["name"]).name for one in found] == [where.name, "mirrored.png"]
    for one in found:
        assert one["logit"] == pytest.approx(one["bias"] + sum(f["adds"] for f in one["filters"]), abs=1e-4)
        assert one["answer"] == pytest.approx(1 / (1 + np.exp(-one["logit"])), abs=1e-5)
        assert one["answers"][one["asked"]] == one["answer"]
        shares = one["shares"]
        total = shares["rest"] + sum(part["adds"] for part in shares["parts"])
        assert shares["is_sum"]
        assert shares["log_odds"] == pytest.approx(one["logit"], abs=1e-4) == pytest.approx(total, abs=1e-4)
    first = found[0]["filters"]
    assert (found[0]["width"], found[0]["height"]) == (width, height)
    assert [f["filter"] for f in first] == list(range(6))
    for f, own in zip(first, trained_run.filters, strict=True):
        x, y, wide, high = f["crop"]
        assert 0 <= x <= f["x"] <= x + wide <= width
        assert 0 <= y <= f["y"] <= y + high <= height
        assert f["part"] == (own.group + 1 if own.group >= 0 else None)
        assert f["threshold"] >= 0
        assert f["strength"] >= 0
    row, column = divmod(int(np.asarray(trained_run.maps()[picture, 0]).argmax()), trained_run.geometry.cells)
    left, top, right, bottom = trained_run.geometry.box((row, column), 0.0, width, height)
    assert (first[0]["x"], first[0]["y"]) == pytest.approx(((left + right) / 2, (top + bottom) / 2), abs=0.01)


def test_where_the_answer_has_hidden_layers_it_is_no_sum_and_explain_says_null(drawn_sample, tmp_path, capsys):
    run = drain(run_training(drawn_sample, make_settings(TINY | {"variant": "paper", "epochs": 1}), tmp_path))
    main(["explain", str(run.path), str(run.picture_path(0)), "--json"])
    one = json.loads(capsys.readouterr().out)["pictures"][0]

    assert one["bias"] is None
    assert all(f["adds"] is None for f in one["filters"])
    assert one["answer"] == pytest.approx(1 / (1 + np.exp(-one["logit"])), abs=1e-5)
