"""Export of annotations: guesses of where the parts lie, for labelling tools; files that are there are never replaced.

A file with the same content stays, so that an export that was stopped can be begun again. A file with another content
is refused before anything is written: somebody may have corrected it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import Operation, Progress, Warned
from icnn_engine.core.language import translate
from icnn_engine.figures.annotations.coco import coco_files
from icnn_engine.figures.annotations.cvat import cvat_files
from icnn_engine.figures.annotations.guesses import OWN, Guesses, guess_parts, parts_of
from icnn_engine.figures.annotations.labelme import labelme_files
from icnn_engine.figures.annotations.landmarks import landmarks_files
from icnn_engine.figures.annotations.words import readme
from icnn_engine.figures.annotations.yolo import yolo_files
from icnn_engine.figures.bulk import Exported, explaining_disk_errors
from icnn_engine.figures.folder_owner import claim_folder
from icnn_engine.runs.changed_pictures import changed_words, ensure_same, found_changed
from icnn_engine.runs.run_folder import Run

AnnotationFormat = Literal["coco", "yolo", "labelme", "cvat", "landmarks"]
FORMATS: tuple[AnnotationFormat, ...] = get_args(AnnotationFormat)
README = "README.txt"


def export_annotations(
    run: Run, pictures: Sequence[int], formats: Sequence[AnnotationFormat], folder: Path
) -> Operation[Exported]:
    """Write where the parts of a run lie in its pictures, as files of labelling tools.

    Parameters
    ----------
    run
        An opened run, some filters of which hold a part.
    pictures
        Rows of `run.pictures`. Those that have changed since the training are left out and named at the end; one of a
        category without parts is listed without an object.
    formats
        Of `FORMATS`; README.txt, which is always written, explains the files of each.
    folder
        Where to write. It may hold an earlier export of the same run.

    Returns
    -------
    Operation[Exported]
        A generator of progress events, which returns how many files were written, and how many were there already.

    Raises
    ------
    SettingsError
        No picture or format is chosen, or no filter of the run holds a part.
    RunError, PictureError
        The folder holds an export of another run or other annotations, most pictures have changed, one whose file is
        needed is gone, two of them would have one file, the disk is full, or the folder is read-only.
    """
    _ensure_chosen(run, pictures, formats)
    ensure_same(run)
    guesses = yield from guess_parts(run, pictures)
    files = _texts(guesses, formats, folder)
    title = translate("Figures", "Writing files")
    with explaining_disk_errors(folder):
        tops = dict.fromkeys(name.split("/")[0] for name in files)
        claim_folder(run, OWN, folder, [name for name in tops if (folder / name).exists()])
        missing = _missing(files, folder)
        for done, name in enumerate(missing):
            yield Progress(title, done, len(missing))
            write_text(folder / name, files[name])
    yield Progress(title, len(missing), len(missing))
    if names := found_changed(run):
        yield Warned(changed_words(names))
    return Exported(len(missing), len(files) - len(missing))


def count_annotation_files(run: Run, pictures: Sequence[int], formats: Sequence[AnnotationFormat]) -> int:
    """Return how many files an export of annotations writes; reads none."""
    rows = [run.pictures[index] for index in pictures]
    photographs, sides = len({row.photograph for row in rows}), len({row.side for row in rows})
    counts = {"coco": 1, "yolo": photographs + 1 + sides, "labelme": photographs, "cvat": 2, "landmarks": 1}
    return 1 + sum(counts[name] for name in formats)


def _ensure_chosen(run: Run, pictures: Sequence[int], formats: Sequence[AnnotationFormat]) -> None:
    """Raise SettingsError where there is nothing to write."""
    if not formats:
        raise SettingsError(translate("Errors", "No format of annotations is chosen: choose at least one."))
    if not pictures:
        text = translate(
            "Errors", "The run has no such pictures. Choose all of them, or another side or category ({categories})."
        )
        raise SettingsError(text.format(categories=", ".join(run.categories)))
    if not parts_of(run):
        text = translate(
            "Errors",
            "No filter of this run holds a part, so there are no positions to write. Train with more or other "
            "pictures; the peaks of single filters can be written as a table (command: export --what bulk).",
        )
        raise SettingsError(text)


def _texts(guesses: Guesses, formats: Sequence[AnnotationFormat], folder: Path) -> dict[str, str]:
    """Return the texts of all files by their paths below the folder."""
    writers: dict[AnnotationFormat, Callable[[], dict[str, str]]] = {
        "coco": lambda: coco_files(guesses),
        "yolo": lambda: yolo_files(guesses),
        "labelme": lambda: labelme_files(guesses, folder),
        "cvat": lambda: cvat_files(guesses),
        "landmarks": lambda: landmarks_files(guesses),
    }
    files = {README: readme(guesses)}
    for name in formats:
        files |= writers[name]()
    return files


def _missing(files: Mapping[str, str], folder: Path) -> list[str]:
    """Return the paths of the files that are not there. Raises RunError if one is there with another content."""
    missing = []
    for name, text in files.items():
        path = folder / name
        if not path.exists():
            missing.append(name)
        elif path.read_bytes() != text.encode("utf-8", "surrogatepass") and name != README:
            words = translate(
                "Errors",
                "{folder} holds other annotations already ({name}): they were corrected, or written before parts got "
                "other names, or of other pictures. Choose an empty folder: nothing that is there is touched.",
            )
            raise RunError(words.format(folder=folder, name=name))
    return missing
