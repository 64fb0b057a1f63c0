"""How much is tried: a little in the usual tests, much more by `make faults`, which says how much."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from icnn_engine.runs.notes import Note, Notes, filter_subject, write_notes
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run

FULL = os.environ.get("PARTSCOPE_FAULTS") == "full"
TRIED: Counter[str] = Counter()

settings.register_profile(
    "faults",
    max_examples=500 if FULL else 15,
    deadline=None,
    derandomize=not FULL,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("faults")


@pytest.fixture(scope="session")
def tried() -> Counter[str]:
    """Counts what was tried, by kind."""
    return TRIED


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    """How often something that takes seconds is tried: (short, full) of the test's mark `rounds`."""
    short, full = request.node.get_closest_marker("rounds").args
    return full if FULL else short


def handles() -> int:
    """Files that this process has open; 0 where the system does not tell."""
    place = Path("/proc/self/fd")
    return len(list(place.iterdir())) if place.is_dir() else 0


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for kind, count in sorted(TRIED.items()):
        terminalreporter.write_line(f"{kind}: {count}")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A whole run, with names of filters and a history."""
    run = make_fake_run(tmp_path_factory.mktemp("hostile"), pictures=20, filters=16)
    write_notes(run.path, Notes({filter_subject(run.filters[0]): Note("snout", "seen often", True)}))
    return run
