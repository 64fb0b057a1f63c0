"""Command that draws figures."""

from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.runs.run_folder import Run


def test_the_command_draws_the_figures_asked_for(fake_run: Run, tmp_path: Path) -> None:
    words = ["figures", str(fake_run.path), "--kind", "stages", "positions", "--filter", "6", "--column", "single"]

    status = main([*words, "--format", "svg", "--output", str(tmp_path)])

    assert status == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["positions-filter-006.svg", "stages-filter-006.svg"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--column", "single"], "A single column holds only"),
        (["--language", "xx"], "There is no language xx"),
        (["--kind", "stages", "--picture", "gone.jpg"], "has no picture gone.jpg"),
        (["--filter", "99"], "There is no filter 99"),
    ],
)
def test_the_command_says_what_it_cannot_draw(
    fake_run: Run, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    status = main(["figures", str(fake_run.path), *words])

    assert status == 1
    assert told in capsys.readouterr().err
