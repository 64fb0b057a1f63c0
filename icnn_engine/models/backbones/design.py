"""What is known of a backbone before it has weights: one frozen value each, gathered in `DESIGNS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from torch import nn

from icnn_engine.core.config import BackboneName
from icnn_engine.models.backbones import alexnet, chatfield, densenet, efficientnet, resnet, squeezenet, vgg

Colour = tuple[float, float, float]

IMAGENET_MEAN = (0.485, 0.456, 0.406)  # torchvision's, red, green, blue, of 0..1
IMAGENET_STD = (0.229, 0.224, 0.225)
CAFFE_MEAN = (123.68 / 255, 116.779 / 255, 103.939 / 255)  # ILSVRC 2012's mean colour, as Caffe's models subtract it
CAFFE_STD = (1 / 255, 1 / 255, 1 / 255)  # those models take 0..255 without a scale
LITE_MEAN = (127 / 255, 127 / 255, 127 / 255)  # EfficientNet-Lite's (x - 127) / 128
LITE_STD = (128 / 255, 128 / 255, 128 / 255)


def _as_it_is(key: str) -> str:
    return key


@dataclass(frozen=True, slots=True)
class Design:
    """A backbone without weights.

    `top`: its mask layer, by the name its authors gave it. `pool`: (kernel, stride) of the pooling that follows the top
    map in the original. `rate`, `full_batch`: multiplier of the learning rate and pictures a step for training every
    layer. `mean`, `std`: preprocessing of its usual weights. In a file of weights the trunk's keys, after `rename`,
    begin with `prefix`; those that begin with one of `unused` belong to the layers above the trunk. `matconvnet`: the
    names of the trunk's convolutions in MatConvNet's file, in order; empty where no such file is known.
    """

    make_trunk: Callable[[], nn.Module]
    top: str
    rate: float
    full_batch: int
    pool: tuple[int, int] = (2, 2)
    input_size: int = 224
    mean: Colour = IMAGENET_MEAN
    std: Colour = IMAGENET_STD
    prefix: str = "features."
    unused: tuple[str, ...] = ("classifier.",)
    rename: Callable[[str], str] = _as_it_is
    matconvnet: tuple[str, ...] = ()


# Rates and batches of the AlexNets, VGG-M, VGG-S and VGG-16 are the release's. Those of the others are ours and not
# measured: SqueezeNet, which has no batch normalisation either, takes VGG-S's; networks with frozen batch
# normalisation take 1e-3 (10 times the release's 1e-4), the middle of the rates that Kornblith et al. 2019 found good
# for fine-tuning, and batches that leave room on a GPU of 8 GB.
DESIGNS: dict[BackboneName, Design] = {
    "squeezenet1_1": Design(squeezenet.make_trunk, "fire9", rate=10, full_batch=128),
    "vgg16": Design(vgg.make_trunk, "conv5_3", rate=1, full_batch=32, matconvnet=vgg.CONVOLUTIONS),
    "alexnet": Design(alexnet.make_trunk, "conv5", rate=30, full_batch=512, pool=(3, 2)),
    "resnet18": Design(resnet.make_trunk_18, "layer3", rate=10, full_batch=64, prefix="", unused=resnet.UNUSED),
    "resnet50": Design(resnet.make_trunk_50, "layer3", rate=10, full_batch=32, prefix="", unused=resnet.UNUSED),
    "densenet121": Design(
        densenet.make_trunk,
        "denseblock3",
        rate=10,
        full_batch=32,
        unused=densenet.UNUSED,
        rename=densenet.rename,
    ),
    "caffe_alexnet": Design(
        chatfield.make_caffe_alexnet,
        "conv5",
        rate=30,
        full_batch=512,
        pool=(3, 2),
        input_size=227,
        mean=CAFFE_MEAN,
        std=CAFFE_STD,
        matconvnet=chatfield.CONVOLUTIONS,
    ),
    "vgg_m": Design(
        chatfield.make_vgg_m,
        "conv5",
        rate=30,
        full_batch=196,
        pool=(3, 2),
        mean=CAFFE_MEAN,
        std=CAFFE_STD,
        matconvnet=chatfield.CONVOLUTIONS,
    ),
    "vgg_s": Design(
        chatfield.make_vgg_s,
        "conv5",
        rate=10,
        full_batch=128,
        pool=(3, 3),
        mean=CAFFE_MEAN,
        std=CAFFE_STD,
        matconvnet=chatfield.CONVOLUTIONS,
    ),
    "efficientnet_lite0": Design(
        efficientnet.make_trunk,
        "block11.expand",
        rate=10,
        full_batch=64,
        mean=LITE_MEAN,
        std=LITE_STD,
        prefix="",
        unused=efficientnet.UNUSED,
        rename=efficientnet.rename,
    ),
}
