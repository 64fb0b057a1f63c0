"""Caffe's AlexNet (Krizhevsky et al. 2012; 227 pixels) and VGG-M, VGG-S (Chatfield et al. 2014), with MatConvNet's
layer names. Each map is x -> ReLU -> local response normalisation -> pooling, in this order.

Local response normalisation divides by (k + a * sum of x^2 over n neighbouring filters)^b. MatConvNet writes a
itself; torch and Caffe write alpha = n a: Chatfield et al.'s alpha = 5e-4 with n = 5 is MatConvNet's 1e-4.

Caffe rounds the number of pooling windows up. MatConvNet says the same by padding at the right and bottom only ([0 1
0 1] and the like), which moves no cell; here it is torch's `ceil_mode`.
"""

from __future__ import annotations

from collections import OrderedDict

from torch import nn

CONVOLUTIONS = ("conv1", "conv2", "conv3", "conv4", "conv5")


def make_caffe_alexnet() -> nn.Module:
    """256 maps of 13 x 13 at 227 pixels. conv2, conv4 and conv5 have two groups."""
    return _named(
        conv1=nn.Conv2d(3, 96, 11, stride=4),
        relu1=nn.ReLU(inplace=True),
        norm1=nn.LocalResponseNorm(5, alpha=1e-4, beta=0.75, k=1),
        pool1=nn.MaxPool2d(3, stride=2, ceil_mode=True),
        conv2=nn.Conv2d(96, 256, 5, padding=2, groups=2),
        relu2=nn.ReLU(inplace=True),
        norm2=nn.LocalResponseNorm(5, alpha=1e-4, beta=0.75, k=1),
        pool2=nn.MaxPool2d(3, stride=2, ceil_mode=True),
        **_top(256, (384, 384, 256), groups=(1, 2, 2)),
    )


def make_vgg_m() -> nn.Module:
    """512 maps of 13 x 13 at 224 pixels."""
    return _named(
        conv1=nn.Conv2d(3, 96, 7, stride=2),
        relu1=nn.ReLU(inplace=True),
        norm1=nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2),
        pool1=nn.MaxPool2d(3, stride=2, ceil_mode=True),
        conv2=nn.Conv2d(96, 256, 5, stride=2, padding=1),
        relu2=nn.ReLU(inplace=True),
        norm2=nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2),
        pool2=nn.MaxPool2d(3, stride=2, ceil_mode=True),
        **_top(256, (512, 512, 512)),
    )


def make_vgg_s() -> nn.Module:
    """512 maps of 17 x 17 at 224 pixels: its pooling goes by 3 and 2, its second convolution by 1."""
    return _named(
        conv1=nn.Conv2d(3, 96, 7, stride=2),
        relu1=nn.ReLU(inplace=True),
        norm1=nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2),
        pool1=nn.MaxPool2d(3, stride=3, ceil_mode=True),
        conv2=nn.Conv2d(96, 256, 5),
        relu2=nn.ReLU(inplace=True),
        pool2=nn.MaxPool2d(2, stride=2, ceil_mode=True),
        **_top(256, (512, 512, 512)),
    )


def _top(channels: int, widths: tuple[int, int, int], groups: tuple[int, int, int] = (1, 1, 1)) -> dict[str, nn.Module]:
    """conv3 to conv5, 3 x 3 with a ReLU each."""
    layers: dict[str, nn.Module] = {}
    for number, (width, parts) in enumerate(zip(widths, groups, strict=True), 3):
        layers[f"conv{number}"] = nn.Conv2d(channels, width, 3, padding=1, groups=parts)
        layers[f"relu{number}"] = nn.ReLU(inplace=True)
        channels = width
    return layers


def _named(**layers: nn.Module) -> nn.Module:
    return nn.Sequential(OrderedDict(layers))
