from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from app.core.network_operations import guessed_architecture, network_command
from icnn_engine.cli.commands.inspect import settings_of
from icnn_engine.cli.network_source import source_of
from icnn_engine.cli.parser import make_parser
from icnn_engine.core.config import make_settings
from icnn_engine.core.network_source import NetworkSource

NAMES = ("resnet18", "resnet50", "resnext50_32x4d", "vgg16", "vgg16_bn", "squeezenet1_1", "timm/convnext_tiny")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("/a/resnet50-0676ba61.pth", "resnet50"),
        ("C:\\mine\\VGG16-BN_best.safetensors", "vgg16_bn"),
        ("my squeezenet1_1 of May.pt", "squeezenet1_1"),
        ("convnext_tiny.in12k.safetensors", "timm/convnext_tiny"),
        ("resnet501.pth", ""),
        ("/resnet50/model.pth", ""),
    ],
)
def test_the_architecture_is_guessed_from_the_file_s_own_name(file: str, name: str) -> None:
    assert guessed_architecture(file, NAMES) == name


def test_the_command_names_the_same_network_and_settings(tmp_path: Path) -> None:
    source = NetworkSource(
        architecture="resnet18",
        weights="my weights.pth",
        layer="layer3",
        matching={"fox": "red fox|kit fox"},
        input_size=256,
        mean=(0.5, 0.4, 0.3),
    )
    settings = make_settings({"categories": ("fox", "cat"), "filters": 24, "max_pictures": 60})
    words = shlex.split(network_command(tmp_path, source, settings, tmp_path / "runs"))
    options = make_parser(words[1:]).parse_args(words[1:])

    assert source_of(options) == source
    assert options.filters == 24
    assert tuple(options.categories) == ("fox", "cat")
    assert options.max_pictures == 60
    assert options.folder == tmp_path


def test_the_command_confirms_the_code_that_the_window_has_asked_about(tmp_path: Path) -> None:
    source = NetworkSource(factory="mine.py:make")

    assert "--trust-code" in network_command(tmp_path, source, make_settings({"category": "fox"}), tmp_path)


def test_the_command_of_a_conversion_names_what_it_learns_with(tmp_path: Path) -> None:
    source = NetworkSource(architecture="resnet18", weights="mine.pth", layer="layer3")
    settings = make_settings({"category": "fox", "epochs": 12, "batch": 16, "learning_rate": 0.001, "strength": 0.05})
    words = shlex.split(network_command(tmp_path, source, settings, tmp_path, is_conversion=True))
    options = make_parser(words[1:]).parse_args(words[1:])

    assert words[1] == "convert"
    assert settings_of(options).model_dump() == settings.model_dump()
