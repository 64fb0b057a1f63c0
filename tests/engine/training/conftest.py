"""Fixtures of the training tests."""

import pytest

from icnn_engine.training.batch_sources import MapBatches
from tests.toy_batches import map_lesson


@pytest.fixture
def source() -> MapBatches:
    return map_lesson()
