"""Figure of the positions of parts."""

from icnn_engine import figures
from icnn_engine.runs.run_folder import Run


def test_the_twins_filters_stand_at_the_same_ranks(fake_run: Run) -> None:
    twins = figures.twins_of(fake_run, (0, 6, 10))

    assert len(set(twins)) == 3
    assert not any(fake_run.twin_filters[f].dead for f in twins)
