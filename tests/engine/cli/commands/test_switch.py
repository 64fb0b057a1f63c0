"""`switch`: refusals."""

from dataclasses import replace

import pytest

from icnn_engine.cli import main
from icnn_engine.runs.run_folder import Run, write_run


def test_where_no_filter_holds_a_part_switching_parts_off_is_refused_in_words(
    own_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write_run(replace(own_run, filters=tuple(replace(f, group=-1, holds=False) for f in own_run.filters)))
    status = main(["switch", str(own_run.path), "--parts", "1"])

    assert status == 1
    assert "holds a part: name filters with --filters" in capsys.readouterr().err


def test_masks_are_not_taken_off_where_the_answer_reads_whole_maps(
    fake_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fake_run.settings.answer == "weighed"
    assert main(["switch", str(fake_run.path), "--masks"]) == 1
    assert "--answer votes" in capsys.readouterr().err
