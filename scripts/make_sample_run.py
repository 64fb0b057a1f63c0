"""Makes the sample run that is shipped with the program: draws creatures, trains on them, packs the finished run.

    python scripts/make_sample_run.py

Run it again when the format of run folders, the recipe of a training or the drawing of the sample changes: a test says
so. It takes about two minutes.

The archive must stay below 5 MB. So the pictures are WebP, the network has 20 filters instead of 32, the trunk's
weights are not packed (the program has them), nor are figures and the maps of parts without training.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_LZMA, ZipFile, ZipInfo

import safetensors.numpy as safetensors
from PIL import Image

from icnn_engine.core.config import AUTO_BACKGROUND, TrainSettings, from_toml, make_settings, to_toml
from icnn_engine.core.events import drain
from icnn_engine.experiment.training_run import run_training
from icnn_engine.runs.run_folder import FLOORS, Run
from icnn_engine.runs.sample_run import ARCHIVE, MODEL, without_trunk
from icnn_engine.sample import CATEGORY, make_sample

TARGET = Path(__file__).parents[1].joinpath("resources", *ARCHIVE)
PICTURES = 120  # of creatures, and of scenery without one
QUALITY = 70  # of WebP: 6 kB a picture
MADE = (2026, 1, 1, 0, 0, 0)  # of every file, so that the archive does not depend on when it was written


def settings() -> TrainSettings:
    """Return the settings of the sample run: the default recipe, with fewer filters."""
    return make_settings({"filters": 20, "name": "creatures"})


def draw(folder: Path, count: int) -> Path:
    """Draw `count` pictures of each kind as WebP, with their landmarks; return the folder of pictures."""
    sample = drain(make_sample(folder / "drawn", creatures=count, backgrounds=count))
    pictures = folder / "creatures"
    for category in (CATEGORY, AUTO_BACKGROUND):
        (pictures / category).mkdir(parents=True)
        for path in sorted((sample / category).iterdir()):
            with Image.open(path) as picture:
                picture.save(pictures / category / f"{path.stem}.webp", quality=QUALITY, method=6)
    landmarks = (sample / "landmarks.csv").read_text(encoding="utf-8")
    (pictures / "landmarks.csv").write_text(landmarks.replace(".jpg,", ".webp,"), encoding="utf-8", newline="\n")
    return pictures


def slim(run: Run) -> None:
    """Remove from a run folder what the archive does without."""
    shutil.rmtree(run.path / "figures", ignore_errors=True)
    for name in FLOORS:
        for path in (run.path / "parts").glob(f"{name}-*.npy"):
            path.unlink()
    info = from_toml((run.path / "run.toml").read_text(encoding="utf-8"))
    info["data"]["folder"] = "pictures"  # not where it was on this machine
    (run.path / "run.toml").write_text(to_toml(info), encoding="utf-8", newline="\n")
    weights = run.path / MODEL
    weights.write_bytes(safetensors.save(without_trunk(safetensors.load_file(weights))))


def pack(folders: dict[str, Path], target: Path) -> None:
    """Write the files of folders into an archive, below a name each."""
    with ZipFile(target, "w", ZIP_LZMA) as archive:
        for top, folder in folders.items():
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                name = f"{top}/{path.relative_to(folder).as_posix()}"
                archive.writestr(ZipInfo(name, MADE), path.read_bytes(), compress_type=ZIP_LZMA)


def main() -> None:
    """Draw, train and pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=TARGET, help="the archive to write")
    target = parser.parse_args().output
    with TemporaryDirectory() as name:
        pictures = draw(Path(name), PICTURES)
        run = drain(run_training(pictures, settings(), Path(name) / "runs"))
        slim(run)
        target.parent.mkdir(parents=True, exist_ok=True)
        pack({"pictures": pictures, "run": run.path}, target)
    holding = sum(filter.holds for filter in run.filters)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, {len(run.filters)} filters, {holding} hold a part")


if __name__ == "__main__":
    main()
