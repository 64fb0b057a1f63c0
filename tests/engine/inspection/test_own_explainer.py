"""A user's own network explained: the answers and maps that its run stored, and channels switched off."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch

from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import RunError, UntrustedCodeError
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.core.fitting import Fit
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.data import read_picture
from icnn_engine.data.reading.pictures import fitted
from icnn_engine.experiment.inspection_run import run_inspection
from icnn_engine.inspection.explainers import explainer_of
from icnn_engine.inspection.own_explainer import OwnExplainer, network_of_run
from icnn_engine.models.own.network import open_network
from icnn_engine.runs.run_folder import open_run
from tests.engine.own_networks import TINY, factory_file, tiny_source


@pytest.fixture(scope="module")
def own_files(tmp_path_factory):
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def own_run(drawn_sample, own_files):
    source = tiny_source(own_files, layer="second")
    run = drain(
        run_inspection(drawn_sample, source, make_settings({"filters": 6, "device": "cpu"}), own_files / "runs")
    )
    return open_run(run.path)


@pytest.fixture(scope="module")
def explainer(own_run):
    return explainer_of(own_run)


def stored(run, name="interpretable"):
    return np.load(run.path / "maps" / f"{name}.npy").astype(np.float32)


@pytest.mark.parametrize("index", [0, 13, 31])
def test_a_picture_of_the_run_is_explained_by_what_the_run_stored(own_run, explainer, index):
    look = explainer.explain(read_picture(own_run.picture_path(index)), "picture")
    cam = stored(own_run, "cam")[index]

    assert look.answer == pytest.approx(own_run.answers()[index, 0], abs=1e-5)
    assert look.twin_answer == pytest.approx(own_run.answers(NetworkName.TWIN)[index, 0], abs=1e-5)
    np.testing.assert_allclose(look.maps, stored(own_run)[index], rtol=2e-3, atol=1e-4)
    np.testing.assert_allclose(look.twin_maps, stored(own_run, "twin")[index], rtol=2e-3, atol=1e-4)
    np.testing.assert_allclose(look.cam, cam, rtol=2e-3, atol=1e-3 * np.abs(cam).max())
    assert np.abs(look.maps - look.twin_maps).max() > 0.01


def test_pictures_with_nothing_switched_off_are_answered_as_stored(own_run, explainer):
    every = np.arange(len(own_run.pictures))

    np.testing.assert_allclose(explainer.switched(every), own_run.answers(), atol=1e-5)


def test_filters_that_are_switched_off_are_channels_at_zero_in_plain_pytorch(own_run, explainer):
    off, every = (0, 2, 5), np.arange(len(own_run.pictures))
    module, fit = network_of_run(own_run).module, own_run.fit
    squares = np.stack([fitted(read_picture(own_run.picture_path(int(i))), fit) for i in every])
    mean, std = (torch.tensor(own_run.info["preprocessing"][key]).view(3, 1, 1) for key in ("mean", "std"))
    (answer,) = own_run.own_network["matched"]["creature"]["answers"]
    with torch.inference_mode():
        maps = module.second(module.first((torch.tensor(squares).permute(0, 3, 1, 2) / 255 - mean) / std))
        maps[:, [own_run.filters[filter].channel for filter in off]] = 0
        logits = module.head(maps.mean((2, 3)))
    shares = logits.softmax(1)[:, [answer]].numpy()
    found = explainer.switched(every, off)
    look = explainer.explain(read_picture(own_run.picture_path(3)), "picture")
    odds = explainer.log_odds_of(look, off)[0]

    np.testing.assert_allclose(found, shares, atol=1e-5)
    assert np.abs(found - own_run.answers()).max() > 1e-3
    assert 1 / (1 + np.exp(-odds)) == pytest.approx(shares[3, 0], abs=1e-4)


def test_the_sum_of_an_answer_is_its_log_odds(own_run, explainer):
    look = explainer.explain(read_picture(own_run.picture_path(0)), "picture")
    found = explainer.sum_of(look)

    assert 1 / (1 + np.exp(-found.logit)) == pytest.approx(look.answer, abs=1e-5)
    assert found.adds is None


def test_the_terms_of_grad_cam_add_up_to_it(own_run, explainer):
    look = explainer.explain(read_picture(own_run.picture_path(0)), "picture")
    terms = explainer.cam_stages(look)

    total = np.einsum("kij,k->ij", terms.maps, terms.weights) + terms.rest

    np.testing.assert_allclose(total, look.cam, atol=1e-5)
    np.testing.assert_allclose(terms.cam, look.cam, atol=1e-5)


def test_a_region_is_squashed_as_it_is(own_run, explainer):
    pixels = read_picture(own_run.picture_path(0))
    look = explainer.explain(pixels, "region", is_region=True)
    square = fitted(pixels, Fit(own_run.fit.size))[None]

    assert look.answers == pytest.approx(explainer._asked.answers(square)[0])
    assert explainer.sum_of(look).logit == pytest.approx(np.log(look.answer / (1 - look.answer)), abs=1e-3)


def test_the_network_of_a_run_has_the_weights_that_the_run_keeps(own_run, own_files):
    network = network_of_run(own_run)

    assert network.digest == open_network(tiny_source(own_files)).digest
    assert network.layer.name == "second"
    assert network.preprocessing.fit == Fit(64, 72)


def test_a_trained_run_has_no_network_of_the_users(fake_run):
    with pytest.raises(RunError, match="was trained here"):
        network_of_run(fake_run)


def test_a_file_that_changed_is_to_be_confirmed_again(own_run, own_files):
    path = own_files / "own.py"
    path.write_text(TINY + "\n# changed\n")
    try:
        with pytest.raises(UntrustedCodeError):
            OwnExplainer(own_run)
    finally:
        path.write_text(TINY)


def test_a_factory_that_makes_another_network_now_is_told(own_run, own_files):
    factory_file(own_files, TINY.replace("12, 3, 1, 1", "12, 5, 1, 2"))
    try:
        with pytest.raises(RunError, match=r"cannot be made again.*second\.0\.weight is of shape"):
            OwnExplainer(own_run)
    finally:
        factory_file(own_files)


def test_a_factory_that_is_gone_is_told(own_run, own_files):
    path = own_files / "own.py"
    path.unlink()
    try:
        with pytest.raises(RunError, match=r"cannot be made again: There is no file"):
            OwnExplainer(own_run)
    finally:
        factory_file(own_files)


def test_missing_and_damaged_weights_are_told(own_run, tmp_path):
    shutil.copytree(own_run.path, tmp_path / "copy")
    copy = replace(own_run, path=tmp_path / "copy")
    (copy.path / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(RunError):
        OwnExplainer(copy)
    (copy.path / "model.safetensors").unlink()
    with pytest.raises(RunError):
        OwnExplainer(copy)


def test_a_named_architecture_is_explained_without_its_file_of_weights(drawn_sample, tmp_path):
    torch.manual_seed(0)
    source = NetworkSource(architecture="squeezenet1_1", weights="scratch", input_size=64, layer="features.4")
    few = make_settings({"filters": 4, "device": "cpu", "max_pictures": 12})
    run = drain(run_inspection(drawn_sample, source, few, tmp_path / "runs"))
    look = explainer_of(open_run(run.path)).explain(read_picture(run.picture_path(1)), "picture")

    assert look.answer == pytest.approx(run.answers()[1, 0], abs=1e-5)
    np.testing.assert_allclose(look.maps, stored(run)[1], rtol=2e-3, atol=1e-4)
