"""What each part adds to an answer."""

from dataclasses import replace

import pytest
from scipy.special import expit

from icnn_engine.core.config import make_settings
from icnn_engine.core.events import drain
from icnn_engine.data import read_picture
from icnn_engine.experiment.training_run import run_training
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.part_shares import part_shares
from tests.engine.conftest import TINY


@pytest.fixture(scope="module")
def explained(trained_run):
    explainer = Explainer(trained_run)
    return explainer, explainer.explain(read_picture(trained_run.picture_path(0)), "one")


def test_the_part_shares_parts_and_the_rest_sum_to_the_log_odds_of_the_answer(explained):
    explainer, look = explained
    shares = part_shares(explainer, look)

    assert shares.is_sum
    assert sum(part.adds for part in shares.parts) + shares.rest == pytest.approx(shares.log_odds, abs=1e-5)
    assert shares.rest == pytest.approx(explainer.log_odds_of(look, range(6))[0], abs=1e-4)
    assert expit(shares.log_odds) == pytest.approx(look.answer, abs=1e-5)
    assert sorted(f for part in shares.parts for f in part.filters) == list(range(6))
    assert [part.adds for part in shares.parts] == sorted((part.adds for part in shares.parts), reverse=True)


def test_the_share_of_a_part_is_what_the_log_odds_lose_without_it(explained):
    explainer, look = explained
    shares = part_shares(explainer, look)
    for part in shares.parts:
        fall = explainer.log_odds_of(look)[0] - explainer.log_odds_of(look, part.filters)[0]

        assert part.adds == pytest.approx(fall, abs=1e-4)


def test_a_sure_answer_still_has_shares(explained):
    explainer, look = explained
    shares = part_shares(explainer, replace(look, maps=look.maps * 1e6))

    assert max(abs(part.adds) for part in shares.parts) > 1


def test_without_a_sum_each_share_is_the_change_without_the_part(drawn_sample, tmp_path):
    run = drain(run_training(drawn_sample, make_settings(TINY | {"answer": "layers", "epochs": 1}), tmp_path))
    explainer = Explainer(run)
    look = explainer.explain(read_picture(run.picture_path(0)), "one")
    shares = part_shares(explainer, look)
    whole = explainer.log_odds_of(look)[0]

    assert not shares.is_sum
    assert expit(shares.log_odds) == pytest.approx(look.answer, abs=1e-4)
    for part in shares.parts:
        assert part.adds == pytest.approx(whole - explainer.log_odds_of(look, part.filters)[0], abs=1e-5)
    assert sum(part.adds for part in shares.parts) + shares.rest == pytest.approx(shares.log_odds, abs=1e-5)
