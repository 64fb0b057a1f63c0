"""Open networks of well-known families from files, and compare them with plain PyTorch on one picture.

    python benchmarks/own_networks_open.py [FAMILY …] [--picture FILE]

A row a family: layers with places, the chosen layer with its channels and cells, stride, start and size of a cell's
field, and the greatest difference from plain PyTorch (the architecture's own transform applied by Pillow, and a hook
on the layer), of the logits and of the layer's output, each as a share of its greatest value. `squashed`: the same
difference of the logits if the picture were squashed to the input, which is what a wrong preprocessing costs;
`float64`: plain PyTorch in double precision from itself in single precision, below which no difference means anything.
`off`: how far, in cells, the change that a small patch makes lies from the cell that the field names, on average over
patches; `naive`: the same if the cells were spread evenly over the input.
The weights are random; the state_dict is written to a file and read from there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine.core.annotations import fitted_to
from icnn_engine.core.fitting import Fit
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import read_square
from icnn_engine.models.own.architectures import architecture
from icnn_engine.models.own.asked import AskedNetwork, network_input
from icnn_engine.models.own.network import LayerTrunk, OwnNetwork, open_network

FAMILIES = (
    "alexnet", "vgg11_bn", "resnet18", "squeezenet1_1", "densenet121", "mobilenet_v2", "mobilenet_v3_small",
    "efficientnet_b0", "googlenet", "inception_v3", "shufflenet_v2_x0_5", "convnext_tiny", "swin_t", "vit_b_16",
    "timm/resnet18", "timm/tf_efficientnet_lite0", "timm/mobilenetv3_small_100", "timm/convnext_atto",
    "timm/vit_tiny_patch16_224",
)  # fmt: skip
PLACES = 12  # where patches are put, along the diagonal
PATCH = 5  # pixels
NEARLY_ZERO = 1e-3


def plain_transform(name: str) -> Callable[[Image.Image], Tensor]:
    """Return the transform for evaluation that the architecture's own library makes."""
    if name.startswith("timm/"):
        import timm

        found = timm.get_pretrained_cfg(name.removeprefix("timm/"), allow_unregistered=True)
        own: Callable[[Image.Image], Tensor] = timm.data.create_transform(
            **timm.data.resolve_data_config(pretrained_cfg=found.to_dict()), is_training=False
        )
        return own
    from torchvision import models

    made: Callable[[Image.Image], Tensor] = models.get_model_weights(name).DEFAULT.transforms()
    return made


def random_network(name: str) -> nn.Module:
    """Return the network with random weights, none of them nearly zero as some families begin, its batch normalisation
    fitted to coloured noise: else answers hardly depend on the picture, and any preprocessing would do."""
    torch.manual_seed(1)
    network = plain_network(name).eval()
    size = architecture(name).preprocessing.fit.size
    for key, weight in network.named_parameters():
        if weight.abs().max() < NEARLY_ZERO and not key.endswith("bias"):
            nn.init.uniform_(weight, 0.5, 1) if weight.numel() == max(weight.shape) else nn.init.normal_(
                weight, 0, 0.02
            )
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.train().momentum = 1.0
    with torch.inference_mode():
        network(nn.functional.interpolate(torch.randn(8, 3, size // 8, size // 8), size=size) + torch.randn(3, 1, 1))
    return network.eval()


def plain_network(name: str) -> nn.Module:
    """Return the network as its own library makes it; as with the published weights where that matters."""
    if name.startswith("timm/"):
        import timm

        made: nn.Module = timm.create_model(name.removeprefix("timm/"))
        return made
    from torchvision import models

    own = {"transform_input": True, "init_weights": False} if name in ("googlenet", "inception_v3") else {}
    return models.get_model(name, weights=None, **own)


@torch.inference_mode()
def plain(network: nn.Module, layer: str, pixels: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Return the logits and the output of a layer."""
    seen: dict[str, Tensor] = {}

    def note(_module: nn.Module, _inputs: Any, output: Tensor) -> None:
        seen["output"] = output.clone()

    handle = network.get_submodule(layer).register_forward_hook(note)
    logits = network(pixels[None])
    handle.remove()
    return np.asarray(logits[0]), np.asarray(seen["output"][0])


def apart(ours: np.ndarray, theirs: np.ndarray) -> float:
    """Return the greatest difference as a share of the greatest value."""
    return float(np.abs(ours - theirs).max() / max(np.abs(theirs).max(), 1e-12))


@torch.inference_mode()
def cells_off(opened: OwnNetwork, geometry: MapGeometry) -> tuple[float, float]:
    """Return how far, in cells, the change that a patch makes lies from where the geometry has the patch, on average
    over patches: of the measured field, and if cells were just spread evenly over the input."""
    size, stride = geometry.input_size, geometry.stride
    trunk, norm = LayerTrunk(opened.module, opened.layer), (opened.preprocessing.mean, opened.preprocessing.std)
    grey = np.full((1, size, size, 3), 128, np.uint8)
    before = trunk(network_input(grey, *norm))
    found = []
    for place in np.linspace(0.4 * size, 0.4 * size + 3 * stride, PLACES).astype(int).tolist():
        lit, half = grey.copy(), PATCH // 2
        lit[:, place - half : place + half + 1, place - half : place + half + 1] = 255
        change = (trunk(network_input(lit, *norm)) - before).square().sum(1)[0].numpy()
        found.append((place, *middle_of(change)))
    places, rows, columns = np.array(found).T
    middles = np.stack([rows, columns])
    evenly = (places + 0.5) * geometry.cells / size - 0.5
    return tuple(float(np.abs((middles - cells).mean(1)).max()) for cells in (geometry.cell_at(places), evenly))


def middle_of(change: np.ndarray) -> tuple[float, float]:
    """Return the mean row and column of the changes, of which those below a tenth of the greatest do not count."""
    strong = np.where(change >= change.max() / 10, change, 0)
    rows, columns = np.mgrid[: change.shape[0], : change.shape[1]]
    return float((strong * rows).sum() / strong.sum()), float((strong * columns).sum() / strong.sum())


def row_of(name: str, picture: Path, folder: Path) -> str:
    """Open a family and return its row of the table."""
    network = random_network(name)
    file = folder / "weights.pth"
    torch.save(network.state_dict(), file)
    begun = time.perf_counter()
    opened = open_network(NetworkSource(architecture=name, weights=str(file)))
    layer, fit = opened.layer, opened.preprocessing.fit
    geometry = opened.backbone().geometry()
    seconds = time.perf_counter() - begun
    with Image.open(picture) as image:
        pixels = plain_transform(name)(ImageOps.exif_transpose(image).convert("RGB"))
    logits, output = plain(network, layer.name, pixels)
    asked = AskedNetwork(opened, layer, [[0]])
    square = read_square(fitted_to(picture, fit), fit.size)[None]
    squashed = read_square(fitted_to(picture, Fit(fit.size, 0, fit.interpolation)), fit.size)[None]
    maps = asked.look(square).maps[0]
    theirs = layer.maps(torch.from_numpy(output)[None])[0].numpy()
    exact = plain(network.double(), layer.name, pixels.double())[0]
    off, naive = cells_off(opened, geometry)
    return (
        f"{name:27}{len(opened.layers):7} {layer.name:24}{layer.channels:5}{layer.cells:4}{geometry.stride:4}"
        f"{geometry.start:7g}{geometry.field:6} {apart(asked.logits(square)[0], logits):9.1e}"
        f"{apart(maps, theirs):9.1e}{apart(asked.logits(squashed)[0], logits):9.2g}"
        f"{apart(exact, logits):9.1e}{off:6.2f}{naive:6.2f}{seconds:6.1f}"
    )


def drawn(folder: Path) -> Path:
    """Draw a wide photograph-like picture: smooth colours and fine noise, a JPEG that is to be turned upright."""
    random = np.random.default_rng(0)
    smooth = Image.fromarray(random.integers(0, 256, (9, 6, 3), np.uint8)).resize((420, 630), Image.Resampling.BICUBIC)
    noise = random.normal(0, 20, (630, 420, 3))
    pixels = np.clip(np.asarray(smooth) + noise, 0, 255).astype(np.uint8)
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(pixels).save(folder / "drawn.jpg", quality=95, exif=exif)
    return folder / "drawn.jpg"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", default=FAMILIES, metavar="FAMILY")
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    print(
        f"{'family':27}{'layers':>7} {'layer':24}{'C':>5}{'n':>4}{'str':>4}{'start':>7}{'field':>6} {'logits':>9}"
        f"{'layer':>9}{'squashed':>9}{'float64':>9}{'off':>6}{'naive':>6}{'s':>6}"
    )
    with tempfile.TemporaryDirectory() as folder:
        picture = options.picture or drawn(Path(folder))
        for name in options.families:
            print(row_of(name, picture, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
