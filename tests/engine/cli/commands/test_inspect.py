"""`inspect`, and the other commands on the run that it leaves."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.cli import main
from icnn_engine.runs.run_folder import open_run
from tests.engine.own_networks import TINY


@pytest.fixture(scope="module")
def own_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "own.py"
    path.write_text(f"{TINY}\n# {path}\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def run_path(drawn_sample: Path, own_file: Path) -> Path:
    output = own_file.parent / "runs"
    network = ["--factory", f"{own_file}:make", "--input-size", "64", "--resize", "72", "--trust-code"]
    few = ["--answers", "creature=answer 2|0", "--filters", "6", "--device", "cpu", "--name", "looked"]
    assert main(["inspect", str(drawn_sample), *network, *few, "--output", str(output)]) == 0
    return next(output.iterdir())


def test_inspect_says_which_answers_were_meant_and_prints_the_table(
    drawn_sample: Path, tmp_path: Path, own_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = ["--factory", f"{own_file}:make", "--input-size", "64", "--resize", "72", "--trust-code"]
    code = main(["inspect", str(drawn_sample), *network, "--filters", "4", "--output", str(tmp_path / "runs")])
    said = capsys.readouterr().out

    assert code == 0
    assert "own.py:make, layer second: 12 channels of 16 x 16" in said
    assert "(as the answer that its pictures get most often)" in said
    assert "accuracy" in said.lower()


def test_the_run_has_the_answers_that_were_given_and_its_figures(run_path: Path) -> None:
    run = open_run(run_path)

    assert run.own_network is not None
    assert run.own_network["matched"]["creature"] == {
        "answers": [2, 0], "names": ["answer 2", "answer 0"], "by": "given"
    }  # fmt: skip
    assert len(run.filters) == 6
    assert list(run_path.rglob("*.png"))


def test_without_the_confirmation_the_file_is_not_run(
    drawn_sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.py"
    path.write_text(f"open({str(tmp_path / 'BOOM')!r}, 'w')\n{TINY}", "utf-8")
    code = main(["inspect", str(drawn_sample), "--factory", f"{path}:make", "--output", str(tmp_path / "runs")])

    assert code != 0
    assert "--trust-code" in capsys.readouterr().err
    assert not (tmp_path / "BOOM").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "give either the name of an architecture or a factory"),
        (["--architecture", "resnet18"], "give the file of the network's weights"),
        (["--architecture", "resnet81", "--weights", "scratch"], "no architecture called 'resnet81'"),
        (["--architecture", "resnet18", "--weights", "gone.pth"], "no file of weights at gone.pth"),
        (["--architecture", "resnet18", "--weights", "scratch", "--answers", "creature"], "is not CATEGORY=ANSWER"),
        (["--architecture", "resnet18", "--weights", "scratch", "--answers", "creature="], "is not CATEGORY=ANSWER"),
        (["--architecture", "resnet18", "--weights", "scratch", "--answers", "bird=fox"], "There is no category bird"),
        (["--architecture", "resnet18", "--weights", "scratch", "--input-size", "8"], "input"),
        (
            ["--architecture", "resnet18", "--weights", "scratch", "--answers", "creature=unicorn"],
            "no answer 'unicorn'",
        ),
    ],
)
def test_options_that_do_not_fit_are_told(
    drawn_sample: Path, tmp_path: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["inspect", str(drawn_sample), *options, "--output", str(tmp_path / "runs")])

    assert code != 0
    assert said in capsys.readouterr().err
    assert not any((tmp_path / "runs").glob("*/*"))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(0).integers(0, 256, (90, 140, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "any.png")
    return tmp_path / "any.png"


def test_the_other_commands_know_the_run(
    run_path: Path, picture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = str(run_path)
    for command in (
        ["filters", run],
        ["measure", run],
        ["switch", run],
        ["explain", run, str(picture), "--output", str(tmp_path / "explained")],
        ["report", run, "--output", str(tmp_path / "report.html")],
        ["figures", run, "--output", str(tmp_path / "figures")],
        ["export", run, "--output", str(tmp_path / "export")],
        ["runs", str(run_path.parent)],
    ):
        assert main(command) == 0, (command, capsys.readouterr().err)
        capsys.readouterr()
