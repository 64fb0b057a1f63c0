"""A whole run folder without any training: drawn pictures whose parts are known, and maps that peak at them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from itertools import islice
from math import nan
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from icnn_engine.core.annotations import Side
from icnn_engine.core.atomic_files import write_array, write_text
from icnn_engine.core.config import make_settings
from icnn_engine.core.events import NetworkName
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.inspection.run_verdict import mean_keeping
from icnn_engine.runs.new_run_folder import new_run_folder
from icnn_engine.runs.run_folder import (
    Run,
    RunFilter,
    RunPicture,
    Table,
    open_run,
    write_run,
)

CATEGORY, OTHER, BACKGROUND = "creature", "insect", "_background"
GEOMETRY = MapGeometry(input_size=224, cells=13, stride=16, start=15.0, field=239)
PARTS = ("head", "tail", "body")  # largest group first
KINDS = ("head",) * 6 + ("tail",) * 4 + ("body",) * 3 + ("unsteady",) * 2 + ("dead",)
COLOURS = {"head": (222, 92, 58), "tail": (64, 110, 196), "body": (216, 184, 106)}
SIZES = ((192, 144), (144, 192), (160, 160))  # (width, height)
TABLE: Table = {
    "accuracy": 0.955, "twin_accuracy": 0.965, "cam_accuracy": 0.95,
    "balanced_accuracy": 0.95, "twin_balanced_accuracy": 0.962, "cam_balanced_accuracy": 0.948,
    "majority_accuracy": 0.6, "tested": 10.0,
    "instability": 0.071, "twin_instability": 0.114,
    "instability_all_pictures": 0.066, "twin_instability_all_pictures": 0.109,
    "instability_centre": 0.07, "twin_instability_centre": 0.07,
    "instability_random": 0.152, "twin_instability_random": 0.151,
    "share_below_centre": 0.62, "twin_share_below_centre": 0.03,
    "equivariance": 0.81, "twin_equivariance": 0.62, "untrained_equivariance": 0.57,
    "equivariance_scale": 0.7, "twin_equivariance_scale": 0.5, "untrained_equivariance_scale": 0.45,
    "background_auc": 0.88, "twin_background_auc": 0.84, "background_bound": 0.13, "twin_background_bound": 0.2,
    "slope": 0.95, "twin_slope": 0.6, "untrained_slope": 0.44,
    "mirror": 0.74, "twin_mirror": 0.29, "untrained_mirror": 0.1,
    "mirror_pairs": 0.0, "twin_mirror_pairs": 0.0, "untrained_mirror_pairs": 0.0,
    "transplant": 0.7, "twin_transplant": 0.26, "untrained_transplant": 0.11,
    "grounding": 0.8, "twin_grounding": 0.6, "untrained_grounding": 0.5,
    "holding": 0.8125, "twin_holding": 0.1875, "untrained_holding": 0.0,
    "independent_parts": 2.7, "twin_independent_parts": 1.9, "untrained_independent_parts": 0.0,
    "coverage": 0.8, "coverage_random": 0.2, "twin_coverage": 0.5, "twin_coverage_random": 0.2,
    "nmi_8": 61.0, "twin_nmi_8": 30.0, "untrained_nmi_8": 12.0, "grid_nmi_8": 35.0, "kmeans_nmi_8": 45.0,
    "nmf_nmi_8": 38.0, "ari_8": 50.0, "twin_ari_8": 20.0, "untrained_ari_8": 3.0, "grid_ari_8": 22.0,
    "kmeans_ari_8": 32.0, "nmf_ari_8": 28.0, "parts_8": 3.0, "twin_parts_8": 2.0,
    "keypoint_regression": 9.0, "twin_keypoint_regression": 15.0, "centre_keypoint_regression": 25.0,
}  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """One drawn picture: size in pixels, and where its parts are, (x, y) in pixels (none in the background)."""

    name: str
    size: tuple[int, int]
    parts: dict[str, tuple[float, float]]


def make_fake_run(folder: Path, pictures: int = 40, filters: int = 16, several: bool = False) -> Run:
    """A run below `folder` whose filters find the head, the tail and the body of drawn creatures.

    Three pictures in five show a creature; the truth is in `folder/images/landmarks.csv`. There are no weights.
    `several`: one creature in three is called an insect, and the filters of the body answer to insects.
    """
    images = folder / "images"
    random = np.random.default_rng(0)
    categories = (CATEGORY, OTHER) if several else (CATEGORY,)
    drawn = [_draw(images, number, random, categories) for number in range(pictures)]
    _write_landmarks(images, drawn)
    path = new_run_folder(folder / "runs", CATEGORY)
    for network in NetworkName:
        write_array(path / "maps" / f"{network}.npy", _maps(drawn, network, filters, random))
    for network in (NetworkName.INTERPRETABLE, NetworkName.TWIN):
        groups = np.array([_run_filter(network, f, several).group for f in range(filters)])
        apart = np.where(np.equal.outer(groups, groups) & (groups >= 0), 0, 1).astype(np.float32)
        np.fill_diagonal(apart, 0)
        write_array(path / "parts" / f"{network}-distances.npy", apart)
        write_array(path / "parts" / f"{network}-noisy.npy", np.full((pictures, filters, 2), -1, np.float16))
    run = Run(
        path=path,
        settings=make_settings(
            {"category": "" if several else CATEGORY, "categories": categories if several else (), "filters": filters}
        ),
        info=_info(images, pictures, categories),
        geometry=GEOMETRY,
        pictures=tuple(_run_picture(one, number, categories) for number, one in enumerate(drawn)),
        filters=tuple(_run_filter(NetworkName.INTERPRETABLE, f, several) for f in range(filters)),
        twin_filters=tuple(_run_filter(NetworkName.TWIN, f, several) for f in range(filters)),
        table=TABLE,
    )
    keeping = {"keeping": mean_keeping(run.filters), "twin_keeping": mean_keeping(run.twin_filters)}
    run = replace(run, table=TABLE | keeping | {"untrained_keeping": 0.08})
    for network, name in zip(NetworkName, ("answer", "twin_answer", "cam_answer"), strict=True):
        given = np.full((pictures, len(categories)), 0.02, np.float32)
        for row, picture in enumerate(run.pictures):
            given[row, picture.asked] = getattr(picture, name)
        write_array(path / "answers" / f"{network}.npy", given)
    write_run(run)
    return run


def with_answers(run: Run, values: dict[int, float]) -> Run:
    """The run, with other answers to some pictures; written to a folder of its own, for arrays are remembered."""
    array = np.array(run.answers())
    for picture, value in values.items():
        array[picture] = value
    path = run.path.with_name("other")
    shutil.copytree(run.path / "answers", path / "answers")
    np.save(path / "answers" / "interpretable.npy", array)
    (path / "maps").symlink_to(run.path / "maps")
    return replace(run, path=path)


def held_out(run: Run, label: int) -> list[int]:
    return [i for i, p in enumerate(run.pictures) if p.side != "train" and p.label == label]


def true_parts(run: Run) -> dict[str, dict[str, tuple[float, float]]]:
    """(x, y) of each part of each picture, in pixels of the original, as landmarks.csv says."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for line in islice((run.images / "landmarks.csv").read_text(encoding="utf-8").splitlines(), 1, None):
        name, part, x, y = line.split(",")
        found.setdefault(name, {})[part] = (float(x), float(y))
    return found


def _draw(images: Path, number: int, random: np.random.Generator, categories: tuple[str, ...]) -> Drawn:
    positive = number % 5 < 3
    width, height = size = SIZES[number % len(SIZES)]
    name = f"{categories[_label(number, len(categories))] if positive else BACKGROUND}/{number:03d}.jpg"
    noise = random.integers(70, 150, (6, 6, 3), dtype=np.uint8)
    picture = Image.fromarray(noise).resize(size, Image.Resampling.BICUBIC)
    parts = _place(width, height, random) if positive else {}
    if positive:
        _draw_creature(ImageDraw.Draw(picture), parts, width * 0.1)
    (images / name).parent.mkdir(parents=True, exist_ok=True)
    picture.filter(ImageFilter.SMOOTH).save(images / name, quality=92)
    return Drawn(name, size, parts)


def _label(number: int, categories: int) -> int:
    return -1 if number % 5 >= 3 else int(categories > 1 and number % 5 == 2)


def _place(width: int, height: int, random: np.random.Generator) -> dict[str, tuple[float, float]]:
    x, y = random.uniform(0.4, 0.6) * width, random.uniform(0.4, 0.65) * height
    facing = random.choice([-1, 1])
    return {
        "head": (x + facing * 0.22 * width, y - 0.16 * height),
        "tail": (x - facing * 0.24 * width, y - 0.1 * height),
        "body": (x, y),
    }


def _draw_creature(pen: ImageDraw.ImageDraw, parts: dict[str, tuple[float, float]], unit: float) -> None:
    (bx, by), (hx, hy), (tx, ty) = parts["body"], parts["head"], parts["tail"]
    pen.line([bx, by, tx, ty], COLOURS["tail"], width=round(unit * 0.6))
    pen.line([bx, by, hx, hy], COLOURS["body"], width=round(unit))
    pen.ellipse([bx - 1.7 * unit, by - unit, bx + 1.7 * unit, by + unit], COLOURS["body"])
    pen.ellipse([tx - 0.6 * unit, ty - 0.6 * unit, tx + 0.6 * unit, ty + 0.6 * unit], COLOURS["tail"])
    pen.ellipse([hx - unit, hy - unit, hx + unit, hy + unit], COLOURS["head"])
    pen.ellipse([hx - 0.2 * unit, hy - 0.4 * unit, hx + 0.2 * unit, hy], (20, 20, 24))


def _write_landmarks(images: Path, drawn: list[Drawn]) -> None:
    rows = [f"{one.name},{part},{x:.2f},{y:.2f}" for one in drawn for part, (x, y) in one.parts.items()]
    write_text(images / "landmarks.csv", "\n".join(["image,part,x,y", *rows, ""]))


def _maps(drawn: list[Drawn], network: NetworkName, filters: int, random: np.random.Generator) -> np.ndarray:
    if network is NetworkName.CAM:
        return np.stack([_cam(one) for one in drawn]).astype(np.float16)
    maps = [[_map(one, _kind(network, f), random) for f in range(filters)] for one in drawn]
    return np.array(maps, dtype=np.float16)


def _kind(network: NetworkName, index: int) -> str:
    kind = KINDS[index % len(KINDS)]
    steady = network is NetworkName.INTERPRETABLE or index % 4 == 0 or kind == "dead"
    return kind if steady else "unsteady"


def _bump(x: float, y: float, one: Drawn, spread: float) -> np.ndarray:
    """(n, n) bump of height 1 at a point of the original."""
    column = GEOMETRY.cell_at(x * GEOMETRY.input_size / one.size[0] - 0.5)
    row = GEOMETRY.cell_at(y * GEOMETRY.input_size / one.size[1] - 0.5)
    axis = np.arange(GEOMETRY.cells)
    bump: np.ndarray = np.exp(-((axis[:, None] - row) ** 2 + (axis[None] - column) ** 2) / (2 * spread**2))
    return bump


def _map(one: Drawn, kind: str, random: np.random.Generator) -> np.ndarray:
    noise: np.ndarray = 0.15 * random.random((GEOMETRY.cells, GEOMETRY.cells))
    if kind == "dead":
        return np.zeros_like(noise)
    if kind == "unsteady" or not one.parts:
        column, row = random.uniform(0, one.size[0]), random.uniform(0, one.size[1])
        return noise + (0.9 if one.parts else 0.2) * _bump(column, row, one, 1.8)
    return noise + random.uniform(1.5, 3) * _bump(*one.parts[kind], one, 1.0)


def _cam(one: Drawn) -> np.ndarray:
    if not one.parts:
        return np.full((GEOMETRY.cells, GEOMETRY.cells), -0.5)
    return 4 * _bump(*one.parts["body"], one, 2.6) - 0.4


def _run_picture(one: Drawn, number: int, categories: tuple[str, ...]) -> RunPicture:
    sides: tuple[Side, ...] = ("train", "train", "choose", "test")
    positive = bool(one.parts)
    usual = 0.97 if positive else 0.04
    wrong = number == 7  # one background picture is taken for a creature
    answer, label = 0.71 if wrong else usual, _label(number, len(categories))
    return RunPicture(
        one.name, one.name.split("/")[0], sides[number // 5 % 4], label, max(label, 0), *one.size,
        f"{number:064x}", answer, usual, 0.93 if positive else 0.08, brightness="",
    )  # fmt: skip


def _run_filter(network: NetworkName, index: int, several: bool) -> RunFilter:
    kind = _kind(network, index)
    steady = kind in PARTS
    equivariance = 0.95 - 0.01 * (index % 10) if steady else 0.0 if kind == "dead" else 0.5
    return RunFilter(
        network=network,
        index=index,
        category=int(several and KINDS[index % len(KINDS)] == "body"),
        strength=2.2 if steady else 0.0 if kind == "dead" else 0.9,
        equivariance=equivariance,
        effective_field=65.0 + index % 5,
        group=PARTS.index(kind) if steady else -1,
        dead=kind == "dead",
        background_auc=0.5 if kind == "dead" else 0.9 if steady else 0.62,
        beta=4.0,
        eligible=12,
        slope=0.96 if steady else 0.5,
        mirror=0.85 if steady else 0.2,
        transplant=0.8 if steady else 0.15,
        scale=0.7 if steady else 0.3,
        kept=0.9 if steady else nan,
        remaining=0.1 if steady else nan,
        random_kept=0.05 if steady else nan,
        holds=steady,
    )


def _info(images: Path, pictures: int, categories: tuple[str, ...]) -> dict[str, object]:
    return {
        "category": " + ".join(categories),
        "categories": list(categories),
        "network": {"pool": [3, 2], "answers": len(categories)},
        "background": BACKGROUND,
        "partscope": "0",
        "data": {"folder": str(images), "pictures": pictures, "fingerprint": "0" * 64},
        "strength": {"used": 0.003, "by": "settings", "tried": []},
    }


def make_shuffled_run(folder: Path, wrong: int = 0) -> Run:
    """A run of two categories that were told from each other and their own pictures shuffled, 240 pictures drawn.

    It names so many of its 36 test pictures wrong; its twin none. Its right answers to insects are below one half. Its
    table is as earlier versions wrote it, with shuffled pictures counted.
    """
    run = make_fake_run(folder, pictures=240, several=True)
    kept = [i for i, picture in enumerate(run.pictures) if picture.positive]
    pictures = tuple(run.pictures[i] for i in kept)
    labels = np.array([picture.label for picture in pictures])
    test = np.flatnonzero([picture.side == "test" for picture in pictures])
    for network in NetworkName:
        maps = np.array(run.maps(network))[kept]
        answers = np.full((len(kept), 2), 0.02, np.float32)
        answers[np.arange(len(kept)), labels] = np.where(labels == 1, 0.4, 0.9)
        if network is NetworkName.INTERPRETABLE:
            answers[test[:wrong]] = answers[test[:wrong], ::-1]
        write_array(run.path / "answers" / f"{network}.npy", answers)
        write_array(run.path / "maps" / f"{network}.npy", maps)
    for network in (NetworkName.INTERPRETABLE, NetworkName.TWIN):
        noisy = np.full((len(kept), len(run.filters), 2), -1, np.float16)
        write_array(run.path / "parts" / f"{network}-noisy.npy", noisy)
    info = run.info | {"background": "shuffled", "accuracy_is_recognition": False}
    write_run(replace(run, info=info, pictures=pictures))
    return open_run(run.path)
