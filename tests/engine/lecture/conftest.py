"""The subject of the lecture on a run that was really trained."""

import pytest

from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.subject import Subject, clear_pictures, first_filter, subject_of
from icnn_engine.runs.run_folder import Run


@pytest.fixture(scope="session")
def networks(trained_run: Run) -> LectureNetworks:
    return LectureNetworks(trained_run)


@pytest.fixture
def subject(trained_run: Run) -> Subject:
    chosen = first_filter(trained_run)
    return subject_of(trained_run, clear_pictures(trained_run, chosen)[0], chosen)
