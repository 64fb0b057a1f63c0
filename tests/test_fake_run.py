"""The run that other tests use is a whole one."""

import numpy as np

from icnn_engine.runs.run_folder import Run, open_run
from tests.fake_run import true_parts


def test_the_fake_run_opens_again_as_it_was(fake_run: Run) -> None:
    opened = open_run(fake_run.path)

    assert opened.pictures == fake_run.pictures
    assert opened.settings == fake_run.settings
    assert repr(opened.filters) == repr(fake_run.filters)  # nan is what was not measured
    assert opened.table == fake_run.table
    assert opened.groups() == fake_run.groups()


def test_the_filters_of_the_fake_run_peak_at_the_drawn_parts(fake_run: Run) -> None:
    geometry, truth = fake_run.geometry, true_parts(fake_run)
    flat = np.asarray(fake_run.maps()).reshape(40, 16, -1)
    rows, columns = np.unravel_index(flat.argmax(2), (geometry.cells, geometry.cells))
    apart = [
        abs(geometry.centre(columns[i, 0]) - truth[p.name]["head"][0] * geometry.input_size / p.width)
        + abs(geometry.centre(rows[i, 0]) - truth[p.name]["head"][1] * geometry.input_size / p.height)
        for i, p in enumerate(fake_run.pictures)
        if p.positive
    ]

    assert len(apart) == 24
    assert max(apart) <= geometry.stride + 1
