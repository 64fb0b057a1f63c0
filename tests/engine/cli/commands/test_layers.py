"""`layers`: the layers of a network of one's own."""

import json
from pathlib import Path

import pytest
import torch
from torchvision import models

from icnn_engine.cli import main
from tests.engine.own_networks import TINY


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    path = tmp_path / "own.py"
    path.write_text(f"{TINY}\n# {path}\n", "utf-8")
    return ["--factory", f"{path}:make", "--input-size", "64", "--resize", "72", "--trust-code"]


def test_layers_are_listed_in_their_order_and_the_suggested_one_is_marked(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["layers", *options]) == 0
    head, *rows, last = capsys.readouterr().out.splitlines()

    assert head.split() == ["layer", "kind", "channels", "cells"]
    assert [row.split()[-5] for row in rows if "x" in row][-1] == "Sequential"
    assert [row.split()[1] for row in rows if row.startswith("*")] == ["second"]
    assert last.startswith("3 answers. * second: a cell every 4 pixels, the first centred on pixel 0,")
    assert "receptive field 13 pixels of an input of 64" in last


def test_layers_are_printed_as_json(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layers", *options, "--layer", "first", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert (found["answers"], found["chosen"]) == (3, "first")
    assert {"name": "second", "kind": "Sequential", "channels": 12, "cells": 16, "layout": "channels first"} in found[
        "layers"
    ]


def test_a_layer_that_is_not_there_is_told(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layers", *options, "--layer", "third"]) != 0
    assert "The network has no layer third. Layers with spatial maps: second" in capsys.readouterr().err


def test_weights_without_an_architecture_are_told_whose_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save(models.squeezenet1_1(num_classes=3).state_dict(), tmp_path / "mine.pth")

    assert main(["layers", "--weights", str(tmp_path / "mine.pth")]) == 1
    assert "--architecture. Its keys and shapes are those of squeezenet1_1." in capsys.readouterr().err
    assert main(["layers", "--weights", "scratch"]) == 1
    assert capsys.readouterr().err.strip().endswith("--architecture.")
