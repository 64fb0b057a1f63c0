"""Bootstrap intervals on invented data, and statistics by weights against the measures on repeated pictures."""

import numpy as np
import pytest

from icnn_engine import metrics

SIZE, GRID = 224, np.arange(15, 208, 16.0)


def mean_of(values):
    return lambda weights: weights @ values / weights.sum(1)


def samples_of(seeds, shift=0.0, pictures=80):
    """Seeds with two networks: the second is better by `shift` on the very same pictures, both vary much over them."""
    random = np.random.default_rng(5)
    samples = []
    for _ in range(seeds):
        hard = random.normal(0, 1, pictures)
        second = hard + shift + random.normal(0, 0.05, pictures)
        samples.append(metrics.Sample(np.zeros(pictures, int), {"a": mean_of(hard), "b": mean_of(second)}))
    return samples


def test_the_interval_of_a_mean_is_as_wide_as_theory_says():
    values = np.random.default_rng(0).normal(3, 2, 400)
    found = metrics.interval(
        metrics.bootstrap([metrics.Sample(np.zeros(400, int), {"mean": mean_of(values)})], 4000)["mean"]
    )

    assert found.mean == pytest.approx(values.mean())
    assert found.low == pytest.approx(values.mean() - 1.96 * values.std() / 20, abs=0.02)
    assert found.high == pytest.approx(values.mean() + 1.96 * values.std() / 20, abs=0.02)


def test_a_paired_difference_is_seen_where_the_single_intervals_overlap():
    figures = metrics.bootstrap(samples_of(3, 0.06))
    single, other = metrics.interval(figures["a"]), metrics.interval(figures["b"])
    found = metrics.difference(figures["b"], figures["a"])

    assert other.low < single.high
    assert found.is_difference
    assert found.low < 0.06 < found.high


def test_networks_that_differ_by_luck_only_are_not_called_different():
    figures = metrics.bootstrap(samples_of(3))

    assert not metrics.difference(figures["b"], figures["a"]).is_difference


@pytest.mark.parametrize("seed", range(8))
def test_one_mistake_among_44_pictures_is_no_difference(seed):
    labels = np.repeat([0, 1], 22)
    right = {"a": np.arange(44) != 7, "b": np.ones(44, bool)}
    statistics = {name: metrics.balanced_accuracy_statistic(good, labels) for name, good in right.items()}
    figures = metrics.bootstrap([metrics.Sample(labels, statistics)], seed=seed)
    found = metrics.difference(figures["a"], figures["b"])

    assert found.low < found.mean < 0
    assert not found.is_difference


def test_what_differs_from_seed_to_seed_widens_the_interval():
    spread = [metrics.Sample(np.zeros(50, int), {"a": mean_of(np.full(50, float(seed)))}) for seed in range(3)]
    found = metrics.interval(metrics.bootstrap(spread)["a"])

    assert found.mean == 1
    assert (found.low, found.high) == pytest.approx((0, 2), abs=0.1)  # moved by the bias of the draws


def test_an_interval_lies_around_its_figure_though_resamples_are_biased():
    values = np.random.default_rng(0).normal(size=12)

    def spread(weights):
        mean = weights @ values / 12
        return np.sqrt(weights @ values**2 / 12 - mean**2)  # smaller where pictures come twice

    draws = metrics.bootstrap([metrics.Sample(np.zeros(12, int), {"sd": spread})])["sd"]
    found = metrics.interval(draws)

    assert draws.draws.mean() < draws.value
    assert found.low < found.mean < found.high
    assert (found.low + found.high) / 2 == pytest.approx(found.mean, abs=0.1)


def test_one_value_a_seed_has_the_interval_of_student_s_t():
    found = metrics.interval_of_seeds(np.array([1.0, 2.0, 3.0, np.nan]))

    assert (found.mean, found.low, found.high) == pytest.approx(
        (2, 2 - 4.30265 / 3**0.5, 2 + 4.30265 / 3**0.5), rel=1e-4
    )
    assert np.isnan(metrics.interval_of_seeds(np.array([1.0])).low)


def test_every_kind_keeps_its_number_of_pictures():
    kinds = np.repeat([0, 1], [30, 5])
    weights = metrics.uncertainty.resampled(kinds, 50, np.random.default_rng(0))

    assert (weights[:, :30].sum(1) == 30).all()
    assert (weights[:, 30:].sum(1) == 5).all()
    assert weights.max() > 1


def test_a_figure_that_cannot_be_measured_has_no_interval():
    nothing = metrics.Sample(np.zeros(5, int), {"a": lambda weights: np.full(len(weights), np.nan)})
    found = metrics.interval(metrics.bootstrap([nothing], 20)["a"])

    assert np.isnan([found.mean, found.low, found.high]).all()
    assert not found.is_difference


def test_the_same_seed_draws_the_same():
    first, second = (metrics.bootstrap(samples_of(2), 50, seed=3)["a"].draws for _ in range(2))

    np.testing.assert_array_equal(first, second)


@pytest.fixture
def seen():
    """Figures of 150 invented pictures and how often each counts in six resamples, the first of them once each."""
    random = np.random.default_rng(1)
    weights = np.concatenate([np.ones((1, 150)), random.multinomial(150, np.full(150, 1 / 150), size=5)])
    places = random.integers(3, 10, (150, 3, 2))
    cells = np.clip(places[:, [0, 0, 0, 1, 1, 2]] + random.integers(0, 2, (150, 6, 2)), 0, 12)
    landmarks = random.normal(110, 30, (150, 2, 2))
    landmarks[::3, 1] = np.nan
    strengths = random.random((150, 6))
    wrong = random.random((150, 6, 1)) < np.linspace(0.05, 0.3, 6)[:, None]
    moved = [metrics.Moved(cells - 1.5, cells - 2 + 4 * wrong, cells)]
    return weights.astype(float), cells, strengths, landmarks, metrics.followed(moved, strengths, 13)


def repeated(weights):
    return np.repeat(np.arange(len(weights)), weights.astype(int))


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_weighted_instability_is_that_of_repeated_pictures(seen, share):
    weights, cells, strengths, landmarks, _ = seen
    positions = cells * 16.0 + 15
    found = metrics.instability_statistic(positions, strengths, landmarks, SIZE, share)(weights)
    middle = np.broadcast_to(metrics.centre_positions(150, SIZE), positions.shape)
    centre = metrics.instability_statistic(middle, strengths, landmarks, SIZE, share)(weights)

    for r, rows in enumerate(map(repeated, weights)):
        plain = metrics.location_instability(positions[rows], strengths[rows], landmarks[rows], SIZE, GRID, share)

        assert found[r] == pytest.approx(plain.mean())
        assert centre[r] == pytest.approx(plain.centre.mean())


def test_weighted_equivariance_is_that_of_repeated_pictures(seen):
    weights, _, _, _, followed = seen
    share = metrics.equivariance_statistic(followed)(weights)

    for r, rows in enumerate(map(repeated, weights)):
        own = followed.hits[rows].sum(0) / followed.counted[rows].sum(0)

        assert share[r] == pytest.approx(own.mean())
    assert len(set(share.round(6))) > 1


def test_weighted_balanced_accuracy_is_that_of_repeated_pictures(seen):
    weights = seen[0]
    answers, positive = np.random.default_rng(0).random(150), np.arange(150) < 40
    right = (answers >= 0.5) == positive
    found = metrics.balanced_accuracy_statistic(right, positive)(weights)
    plain = metrics.balanced_accuracy_statistic(right, np.zeros(150))(weights)

    for r, rows in enumerate(map(repeated, weights)):
        own, shows = right[rows], positive[rows]

        assert found[r] == pytest.approx((own[shows].mean() + own[~shows].mean()) / 2)
        assert plain[r] == pytest.approx(own.mean())


def test_a_statistic_of_some_pictures_sees_their_weights_only():
    statistic = metrics.on_rows(mean_of(np.array([1.0, 5.0])), np.array([3, 0]))

    assert statistic(np.array([[1.0, 9, 9, 3]])).tolist() == [2.0]


def test_a_landmark_that_nobody_marked_has_no_weighted_instability():
    nowhere = np.full((9, 1, 2), np.nan)
    found = metrics.instability_statistic(np.zeros((9, 2, 2)), np.ones((9, 2)), nowhere, SIZE)(np.ones((3, 9)))

    assert np.isnan(found).all()
