"""A portable network as the bytes of one ONNX file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

import icnn_engine
from icnn_engine.core.errors import ExportError
from icnn_engine.core.language import translate
from icnn_engine.export.onnx_files import PRODUCER
from icnn_engine.export.portable_network import PortableNetwork

OPSET, IR_VERSION = 18, 8  # of ONNX 1.13: onnxruntime reads them since 1.14
MOST_BYTES = 2**31 - 2**20  # protobuf's limit, less room for the graph
OUTPUTS = ("answers", "peaks", "strengths")


def onnx_bytes(network: PortableNetwork, metadata: Mapping[str, str]) -> bytes:
    """Return a network as an ONNX model.

    Parameters
    ----------
    network : PortableNetwork
    metadata : mapping of str to str
        Stored as `metadata_props`.

    Returns
    -------
    bytes
        Input `pixels` (pictures, S, S, 3) uint8; outputs as `PortableNetwork` returns them.

    Raises
    ------
    ExportError
        The network is too large for one file, or torch cannot export it.
    """
    size = sum(tensor.numel() * tensor.element_size() for tensor in network.state_dict().values())
    if size > MOST_BYTES:
        words = translate(
            "Errors", "The network has {size:.1f} GB of weights; an ONNX file can hold 2 GB. Train with fewer filters."
        )
        raise ExportError(words.format(size=size / 1e9))
    model = _traced(network)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.input, *graph.output, *graph.value_info, *graph.initializer):
        del part.metadata_props[:]  # of the exporter: some name files of this machine
        part.doc_string = ""
    for key, value in metadata.items():
        model.metadata_props.add(key=key, value=value)
    model.ir_version = IR_VERSION
    model.producer_name, model.producer_version = PRODUCER, icnn_engine.__version__
    made: bytes = model.SerializeToString()
    return made


def _traced(network: PortableNetwork) -> Any:
    """Return the ModelProto of a network for any number of pictures."""
    side = network.geometry.input_size
    pixels = torch.zeros(2, side, side, 3, dtype=torch.uint8)
    try:
        with torch.no_grad():
            program = torch.onnx.export(
                network,
                (pixels,),
                dynamo=True,
                input_names=["pixels"],
                output_names=OUTPUTS,
                dynamic_shapes=({0: torch.export.Dim("pictures")},),
                opset_version=OPSET,
                verbose=False,
            )
    except ImportError as error:  # an onnxscript of before this torch
        words = translate("Errors", "onnxscript does not fit torch {version}: {reason}. Run: pip install -U onnxscript")
        raise ExportError(words.format(version=torch.__version__, reason=error)) from None
    except torch.onnx.OnnxExporterError as error:
        words = translate("Errors", "torch {version} cannot export this network to ONNX: {reason}")
        reason = str(error).strip().splitlines()[0]
        raise ExportError(words.format(version=torch.__version__, reason=reason)) from None
    assert program is not None
    return program.model_proto
