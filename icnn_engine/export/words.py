"""What was exported, in sentences for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icnn_engine.core.language import translate
from icnn_engine.runs.run_folder import Run

if TYPE_CHECKING:
    from icnn_engine.export.export_onnx import ExportedOnnx
    from icnn_engine.export.onnx_check import OnnxCheck
    from icnn_engine.export.resizing import ResizingEffect


def export_words(run: Run, exported: ExportedOnnx) -> tuple[str, ...]:
    """Return what was written, how far it agrees with PyTorch, and what its users have to mind."""
    size = translate("Export", "{size:.1f} MB, for pictures of {side} x {side} pixels, 0 to 255, RGB.")
    sentences = [size.format(size=exported.bytes / 1e6, side=run.geometry.input_size), _agreement(exported.check)]
    if exported.resizing is not None:
        sentences.append(_resizing(exported.resizing))
    if run.settings.region != "whole":
        words = translate(
            "Export",
            "This network reads the object's region, not whole pictures: cut it out first (the file tells the margin; "
            "example.py takes a box).",
        )
        sentences.append(words)
    if exported.example is None:
        words = translate("Export", "Another example.py is in {folder}; it stays, and none was written.")
        sentences.append(words.format(folder=exported.model.parent))
    return tuple(sentences)


def _agreement(check: OnnxCheck | None) -> str:
    if check is None:
        return translate(
            "Export", "Not compared with PyTorch: onnxruntime is not installed (pip install 'partscope[export]')."
        )
    words = translate(
        "Export",
        "Compared with PyTorch on {pictures} test pictures and {noise} of noise: probabilities differ by at most "
        "{answers:.0e}, peaks by {peaks:.0e} of the highest.",
    )
    values = {"pictures": check.pictures, "noise": check.noise, "answers": check.answers, "peaks": check.peaks}
    if not check.off:
        return words.format(**values)
    more = translate("Export", "{off} exceed 1e-4, where the rounded middle of a mask moves by a cell.")
    return f"{words.format(**values)} {more.format(off=check.off)}"


def _resizing(effect: ResizingEffect) -> str:
    words = translate(
        "Export",
        "Resize pictures with antialiasing, as example.py does: without it, as OpenCV resizes by default, "
        "probabilities of {pictures} test pictures change by up to {greatest:.3f} (mean {mean:.4f}), and {other} get "
        "another answer.",
    )
    values = {"greatest": effect.greatest, "mean": effect.mean, "other": effect.other}
    return words.format(pictures=effect.pictures, **values)
