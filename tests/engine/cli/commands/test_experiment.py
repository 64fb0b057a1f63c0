"""The settings of an experiment on the command line."""

from __future__ import annotations

from icnn_engine.cli import main


def test_the_settings_of_an_experiment_are_read_and_a_manifest_is_repeated(tmp_path):
    from icnn_engine.cli.commands.experiment import experiment_settings
    from icnn_engine.cli.parser import make_parser
    from icnn_engine.core.config import to_toml

    line = ["experiment", "PHOTOS", "--categories", "fox", "cat", "--seeds", "3", "4", "--no-alone"]
    line += ["--together", "softmax", "--epochs", "2", "--hidden", "32", "16"]
    found = experiment_settings(make_parser(line).parse_args(line))
    manifest = tmp_path / "study.toml"
    manifest.write_text(to_toml({"settings": found.model_dump()}))
    again = ["experiment", "PHOTOS", "--repeat", str(manifest), "--seeds", "5"]
    repeated = experiment_settings(make_parser(again).parse_args(again))

    assert (found.categories, found.seeds, found.alone, found.together) == (("fox", "cat"), (3, 4), False, ("softmax",))
    assert (found.training.epochs, found.training.hidden) == (2, (32, 16))
    assert repeated == found.model_copy(update={"seeds": (5,)})


def test_a_manifest_that_is_none_is_told(tmp_path, capsys):
    (tmp_path / "study.toml").write_text("nothing = 1\n")

    assert main(["experiment", str(tmp_path), "--repeat", str(tmp_path / "study.toml")]) == 1
    assert "no manifest of an experiment" in capsys.readouterr().err
