"""The files of an ONNX export, and the packages that it needs. No torch."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import ExportError
from icnn_engine.core.language import translate

MODEL, EXAMPLE = "model.onnx", "example.py"
PRODUCER = "Partscope"  # the files say so; only such a file is replaced
NEEDED = ("onnx", "onnxscript")


def missing_packages() -> str:
    """Return which packages have to be installed to export, in words; nothing if all are there."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if not missing:
        return ""
    words = translate("Errors", "Exporting to ONNX needs {packages}. Install them: pip install 'partscope[export]'")
    return words.format(packages=", ".join(missing))


def has_onnxruntime() -> bool:
    """Return whether onnxruntime is installed, which compares the file with PyTorch."""
    return find_spec("onnxruntime") is not None


def ensure_replaceable(path: Path) -> None:
    """Raise ExportError if a file does not end with .onnx, or is there already and not from Partscope."""
    if path.suffix.lower() != ".onnx":
        words = translate("Errors", "{path} does not end with .onnx. Name a file that does, such as {name}.")
        raise ExportError(words.format(path=path, name=MODEL))
    if path.exists() and not _is_ours(path):
        words = translate("Errors", "{path} was not written by Partscope, so it stays. Choose another name.")
        raise ExportError(words.format(path=path))


def _is_ours(path: Path) -> bool:
    import onnx
    from google.protobuf.message import DecodeError

    try:
        producer: str = onnx.load(path, load_external_data=False).producer_name
    except (OSError, DecodeError):
        return False
    return producer == PRODUCER


def write_example(path: Path) -> Path | None:
    """Write the example; None if there is another file of its name, which stays. Raises StorageError."""
    text = files("icnn_engine.export").joinpath(EXAMPLE).read_text(encoding="utf-8")
    if path.exists():
        return path if path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text else None
    write_text(path, text)
    return path
