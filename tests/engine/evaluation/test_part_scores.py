"""Parts against landmarks and boxes: NMI, ARI, keypoint regression, prototypes, coverage, each on what is known."""

import numpy as np
import pytest

from icnn_engine import metrics
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.evaluation.part_scores import NetworkParts, Truth, network_scores, shared_floors, truth_of
from icnn_engine.evaluation.tables import needs_landmarks
from tests.part_fakes import drawn

GEOMETRY = MapGeometry(224, 13, 16, 15.0, 239)
PICTURES, LANDMARKS = 40, 4


def places(random=0):
    """(N, 4, 2) landmarks of which each keeps a corner of the object, the object anywhere."""
    middle = np.random.default_rng(random).uniform(80, 144, (PICTURES, 1, 2))
    return middle + np.array([[-40, -40], [-40, 40], [40, -40], [40, 40]])


def truth(points, boxes=None):
    test = np.arange(PICTURES) % 2 == 0
    boxes = np.full((PICTURES, 1, 4), np.nan) if boxes is None else boxes
    return Truth(points, boxes, ~test, test, GEOMETRY)


def parts(points, groups=None):
    """A network with a filter at each point."""
    maps, count = drawn(points, GEOMETRY), points.shape[1]
    groups = np.arange(count) if groups is None else groups
    distances = 1.0 - np.eye(count)
    shows = np.ones(maps.shape[:2], bool)
    cells, strengths = metrics.peaks(maps)
    return NetworkParts(maps, strengths.mean(0), groups, distances, shows, cells.astype(float), np.arange(count))


def test_parts_that_own_a_landmark_each_agree_with_them_wholly():
    points = places()
    table = network_scores(parts(points), truth(points))

    assert table["nmi_8"] == pytest.approx(100)
    assert table["ari_8"] == pytest.approx(100)
    assert table["parts_8"] == 4  # fewer than asked for: the actual number is told
    assert table["parts_16"] == 4
    assert table["prototype_consistency"] == 1
    assert table["consistent_prototypes"] == 1
    assert table["prototype_stability"] == 1
    assert table["keypoint_regression"] < 4


def test_a_network_that_holds_nothing_scores_nothing_though_all_its_filters_may():
    points = places()
    table = network_scores(parts(points, np.full(4, -1)), truth(points))
    floors = shared_floors(truth(points))

    assert (table["nmi_8"], table["ari_8"], table["parts_8"], table["coverage"]) == (0, 0, 0, 0)
    assert table["nmi_8_all_filters"] == pytest.approx(100)
    assert table["keypoint_regression"] == pytest.approx(floors["centre_keypoint_regression"])
    assert table["keypoint_regression_all_filters"] < 4


def test_a_grid_of_four_knows_the_corners_of_an_object_in_the_middle_only():
    still = np.broadcast_to(places().mean(0), (PICTURES, LANDMARKS, 2))

    assert shared_floors(truth(still))["grid_nmi_4"] == pytest.approx(100)
    assert (
        shared_floors(truth(places() + np.random.default_rng(1).uniform(-60, 60, (PICTURES, 1, 2))))["grid_nmi_4"] < 80
    )


def test_one_part_for_all_landmarks_tells_nothing():
    points = places()
    one = parts(points.mean(1, keepdims=True) + np.zeros((1, 1, 2)))

    assert network_scores(one, truth(points))["nmi_8"] == pytest.approx(0, abs=20)
    assert metrics.agreement(np.zeros((3, 4), int), np.ones((3, 4), bool)).nmi == pytest.approx(0)
    assert np.isnan(metrics.agreement(np.zeros((3, 1), int), np.ones((3, 1), bool)).nmi)


def test_keypoint_regression_finds_a_linear_map_and_counts_in_units_of_the_box():
    random = np.random.default_rng(0)
    centres = random.uniform(0, 12, (60, 2, 2))
    points = 20 + 8 * centres.sum(1, keepdims=True)
    train = np.arange(60) < 40
    exact = metrics.keypoint_regression(centres, points, np.full((60, 2), 100.0), train, ~train)
    constant = metrics.keypoint_regression(centres[:, :0], points, np.full((60, 2), 100.0), train, ~train)
    far = metrics.keypoint_regression(centres[:, :0], points, np.full((60, 2), 50.0), train, ~train)

    assert exact == pytest.approx(0, abs=1e-6)
    assert constant > 20
    assert far == pytest.approx(2 * constant)


def test_a_place_below_every_part_is_background_and_values_are_read_between_cells():
    maps = np.zeros((1, 2, 13, 13), np.float32)
    maps[0, 0, 3, 3], maps[0, 0, 3, 4], maps[0, 1, 9, 9] = 1, 0.5, 1
    cells = np.array([[[3, 3.5], [9, 9], [0, 12], [np.nan, np.nan]]])

    assert metrics.parts_at(maps, cells).tolist() == [[0, 1, -1, -1]]
    assert metrics.part_maps(maps, np.array([2.0, 1.0]), [np.array([0, 1])])[0, 0, 3, 3] == pytest.approx(0.25)
    assert metrics.part_centres(maps)[0].tolist() == [[3, pytest.approx(3 + 1 / 3)], [9, 9]]
    assert metrics.part_centres(maps * 0.1)[0].tolist() == [[0, 0], [0, 0]]


def test_noise_that_moves_a_peak_to_another_landmark_is_no_stability():
    points = places()
    found = metrics.landmarks_in_box(points, points, 72)
    moved = metrics.landmarks_in_box(points[:, ::-1], points, 72)
    shows = np.ones(points.shape[:2], bool)

    assert (metrics.stability(found, found, points, shows) == 1).all()
    assert (metrics.stability(found, moved, points, shows) == 0).all()


def test_coverage_is_the_share_of_the_box_inside_crops_and_peaks_are_counted_in_it():
    points, boxes = places(), np.full((PICTURES, 1, 4), np.nan)
    boxes[:, 0, :2], boxes[:, 0, 2:] = points.min(1) - 10, points.max(1) + 10
    table = network_scores(parts(points), truth(points, boxes))
    outside = network_scores(parts(np.full_like(points, 15.0)), truth(points, boxes))

    assert table["coverage"] > 0.9  # four crops of 77 pixels over a box of 90
    assert table["peaks_in_box"] == 1
    assert outside["peaks_in_box"] == 0
    assert outside["coverage"] < 0.3
    assert table["coverage_random"] < table["coverage"]


def test_a_peak_counts_in_any_box_of_its_picture_and_the_boxes_are_covered_together():
    points, boxes = places(), np.full((PICTURES, 2, 4), np.nan)
    boxes[:, 0] = 130, 130, 220, 220
    boxes[:, 1, :2], boxes[:, 1, 2:] = points.min(1) - 10, points.max(1) + 10
    both, one = (network_scores(parts(points), truth(points, own)) for own in (boxes, boxes[:, :1]))

    assert both["peaks_in_box"] == 1 > one["peaks_in_box"]
    assert one["coverage"] < both["coverage"] < 1


def test_without_boxes_coverage_counts_landmarks():
    points = places()
    one = parts(points[:, :1])

    assert network_scores(one, truth(points))["coverage"] == 0.25
    assert network_scores(one, truth(points[:, :0])) == {}


def test_boxes_are_scaled_to_the_input_and_those_of_the_background_left_out():
    class Picture:
        width, height = 448, 112

        def __init__(self, name):
            self.name = name

    pictures = [Picture("fox/1.jpg"), Picture("_background/1.jpg")]
    boxes = {picture.name: ((1.0, 1.0, 2.0, 2.0), (44.8, 11.2, 89.6, 22.4)) for picture in pictures}
    found = truth_of(pictures, np.array([True, False]), np.array(["test", "train"]), ({}, boxes), GEOMETRY)

    np.testing.assert_allclose(found.boxes[0, 0], np.array([22.4, 22.4, 67.2, 67.2]) - 0.5)
    assert found.marked.tolist() == [True, False]
    np.testing.assert_allclose(found.sides[0], [44.8, 44.8])


def test_every_score_against_landmarks_is_known_as_one_and_no_other_is():
    points, boxes = places(), np.full((PICTURES, 1, 4), 20.0)
    boxes[..., 2:] = 200
    names = {*network_scores(parts(points), truth(points, boxes)), *shared_floors(truth(points))}

    assert all(needs_landmarks(name) for name in names)
    assert not any(map(needs_landmarks, ("mirror", "holding", "independent_parts", "distinct_parts", "grounding")))
