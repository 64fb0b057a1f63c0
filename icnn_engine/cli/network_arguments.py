"""Arguments and help of the commands about a network of the user's own: layers, inspect, convert."""

from __future__ import annotations

import argparse

from icnn_engine.cli.arguments import RUNS, Command, add_folder, add_json, path

INSPECT_EXAMPLES = """\
Nothing is trained: the network answers as it does elsewhere. The run folder is opened like one of a training: wall of
filters, overlays, Grad-CAM, tests of parts, report, figures. Its 'twin' is the same network with random weights.

Examples:
  partscope inspect PHOTOS --architecture resnet50 --weights my-resnet50.pth
  partscope inspect PHOTOS --architecture timm/convnext_tiny --weights model.safetensors --names names.txt
  partscope inspect PHOTOS --architecture squeezenet1_1 --weights squeezenet.pth --category fox \\
      --answers fox='red fox|kit fox'
  partscope inspect PHOTOS --factory my_network.py:make --weights my.pth --layer blocks.5 --trust-code
"""

CONVERT_EXAMPLES = """\
The chosen layer, and what lies above it, learn from your pictures so that its filters hold parts, while the network
goes on to give the answers that it gave: no labels of its answers are needed. What lies below stays as it is. The run
folder holds converted.safetensors, a state_dict with the keys of the architecture. Its 'twin' is the original, so every
comparison is between the original and the converted network. Read 'agreement' before you use it, and in
docs/experiments.md how little was gained in our trials. Of a transformer name a block (encoder.layers.encoder_layer_8).
An interrupted conversion starts again from the beginning.

Examples:
  partscope convert PHOTOS --architecture resnet50 --weights my-resnet50.pth
  partscope convert PHOTOS --architecture squeezenet1_1 --weights mine.pth --layer features.12 --filters 32 --epochs 20
"""


def _layers(parser: argparse.ArgumentParser) -> None:
    _add_network(parser)
    add_json(parser)


def _inspect(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    _add_network(parser)
    parser.add_argument("--category", default="", metavar="TEXT", help="category to look at [all that it answers]")
    parser.add_argument("--categories", nargs="+", default=(), metavar="TEXT", help="several categories, or 'all'")
    parser.add_argument("--background", default="", metavar="TEXT", help="other pictures, as of 'train'")
    parser.add_argument(
        "--answers",
        nargs="+",
        default=[],
        metavar="CATEGORY=ANSWER|…",
        help="answers that stand for a category, by name or number [those whose name is the category's or ends with "
        "it, else the one that its pictures get most often]",
    )
    parser.add_argument("--filters", type=int, default=64, metavar="N", help="channels to look at: those that add most")
    parser.add_argument("--max-pictures", type=int, metavar="N", help="maximum of pictures of each kind")
    parser.add_argument("--device", default="", metavar="TEXT", help="cpu, cuda:0, …; empty: the fastest")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the split and the random weights [0]")
    parser.add_argument("--name", default="", metavar="TEXT", help="name of the run [architecture and category]")
    parser.add_argument("--output", type=path, default=RUNS, metavar="PLACE", help=f"parent of the run folder [{RUNS}]")


def _convert(parser: argparse.ArgumentParser) -> None:
    _inspect(parser)
    add = parser.add_argument
    from icnn_engine.core.config import CONVERSION_BATCH, CONVERSION_EPOCHS, CONVERSION_RATE, CONVERSION_STRENGTH

    epochs, batch = CONVERSION_EPOCHS, CONVERSION_BATCH
    add("--epochs", type=int, default=epochs, metavar="N", help=f"passes over the training pictures [{epochs}]")
    add("--batch", type=int, default=batch, metavar="N", help=f"pictures in one step [{batch}]")
    add("--strength", type=float, metavar="W", help=f"weight of the filter loss, 0 to 1 [{CONVERSION_STRENGTH:g}]")
    add("--learning-rate", type=float, metavar="R", help=f"highest learning rate [{CONVERSION_RATE:g}]")


def _add_network(parser: argparse.ArgumentParser) -> None:
    from icnn_engine.core.fitting import INTERPOLATIONS
    from icnn_engine.core.network_source import NetworkSource

    fields = NetworkSource.model_fields

    def add(name: str, **options: object) -> None:
        help = (fields[name].description or "").replace("%", "%%")
        parser.add_argument(f"--{name.replace('_', '-')}", help=help, default=None, **options)  # type: ignore[arg-type]

    for name in ("architecture", "weights", "factory", "names", "layer"):
        add(name, metavar="TEXT")
    for name in ("input_size", "resize"):
        add(name, type=int, metavar="N")
    add("interpolation", choices=INTERPOLATIONS)
    for name in ("mean", "std"):
        add(name, type=float, nargs=3, metavar=("R", "G", "B"))
    parser.add_argument("--trust-code", action="store_true", help="confirm that the factory's Python file may run here")


NETWORK_COMMANDS = {
    "layers": Command(
        "List the layers of a network of your own: map sizes and receptive fields.",
        "Example:\n  partscope layers --architecture resnet50 --weights my-resnet50.pth",
        _layers,
    ),
    "inspect": Command("Look at a network of your own, without training.", INSPECT_EXAMPLES, _inspect),
    "convert": Command(
        "Fine-tune a layer of a network of your own so that its filters hold parts.", CONVERT_EXAMPLES, _convert
    ),
}
