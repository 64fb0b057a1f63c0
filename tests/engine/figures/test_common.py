"""Maps and baselines that figures share."""

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine import figures
from icnn_engine.core.events import NetworkName
from icnn_engine.figures import common, tables
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.run_verdict import guessing
from icnn_engine.inspection.stages import stages
from icnn_engine.runs.run_folder import Run


def test_guessing_gets_one_over_the_kinds_of_pictures(fake_run: Run, several_run: Run) -> None:
    alone = replace(several_run, info={**several_run.info, "background": "none"})

    assert (guessing(fake_run), guessing(several_run), guessing(alone)) == (1 / 2, 1 / 3, 1 / 2)
    assert tables.lines_of(several_run)[1] == ["Balanced accuracy", "95.0 %", "96.2 %", "94.8 %", "33.3 %", "guessing"]


def test_the_masked_map_of_the_released_variant_is_that_of_the_pooled_map(fake_run: Run, tmp_path: Path) -> None:
    released = replace(fake_run, settings=fake_run.settings.model_copy(update={"variant": "released"}))
    look = look_at(released, 1)
    found = stages(released, look, 0)
    read = common.part_map(released, look.maps[0], NetworkName.INTERPRETABLE, 0)
    kernel, _stride = released.pool

    assert found.template.shape == (6, 6)
    assert read.max() == pytest.approx(look.maps[0].max())
    assert not read[:kernel, :kernel].any() or found.masked_map[0, 0] > 0
    text = figures.filter_figure(released, 0, tmp_path / "one.svg").read_text(encoding="utf-8")
    assert "template, pooled map" in text
