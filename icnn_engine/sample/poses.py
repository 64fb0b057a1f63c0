"""Random looks and poses of a creature: colours of its coat, proportions, posture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.sample.shapes import Colour, jittered, mix, toned

COATS: tuple[Colour, ...] = (
    *((232, 134, 58), (206, 98, 52), (222, 178, 112), (168, 158, 150), (126, 140, 164)),
    *((240, 214, 168), (150, 106, 78), (196, 164, 78), (226, 158, 140), (112, 150, 140)),
)
EYES: tuple[Colour, ...] = ((86, 156, 90), (214, 150, 40), (82, 140, 190), (150, 96, 50))
CREAM: Colour = (255, 244, 224)
DARK: Colour = (58, 42, 40)


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours of one creature: any fur, but always dark marks and pale belly, face and tip of the tail."""

    fur: Colour
    mark: Colour
    pale: Colour
    eye: Colour


@dataclass(frozen=True, slots=True)
class Pose:
    """Shape and posture, in body lengths and radians. Feet: far hind, far front, near hind, near front."""

    fat: float  # of the body, 1 is usual
    leg: float
    head: float
    neck: float
    rise: float  # of the neck above level
    look: float  # of the face, 1 ahead, -1 back
    nod: float
    tilt: float  # of the body, positive: chest up
    sits: bool
    steps: tuple[float, ...]  # each foot ahead of its joint
    lifts: tuple[float, ...]  # each foot above the ground
    tail: float
    bushy: float
    tail_rise: float
    tail_curl: float
    rings: int
    ears: float
    ear_turn: float


def any_fur(rng: np.random.Generator) -> Colour:
    """Return a colour that a creature might have."""
    return jittered(COATS[rng.integers(len(COATS))], rng, 14)


def make_coat(rng: np.random.Generator) -> Coat:
    """Return a random coat."""
    fur = any_fur(rng)
    mark = mix(toned(fur, rng.uniform(0.3, 0.5)), DARK, rng.uniform(0.1, 0.6))
    return Coat(fur, mark, mix(CREAM, fur, rng.uniform(0.0, 0.2)), EYES[rng.integers(len(EYES))])


def make_pose(rng: np.random.Generator) -> Pose:
    """Return a random posture: standing, walking, running, or sitting (one in five)."""
    sits = bool(rng.random() < 0.2)
    swing = 0.05 if sits else float(rng.choice([0.06, 0.16, 0.34]))
    lifts = np.maximum(rng.normal(-0.06, 1, 4) * swing * 0.35, 0) * (rng.random(4) < 0.6)
    return Pose(
        fat=rng.uniform(0.82, 1.2),
        leg=rng.uniform(0.42, 0.72),
        head=rng.uniform(0.29, 0.38),
        neck=rng.uniform(0.36, 0.56),
        rise=rng.uniform(0.15, 1.3) if sits else rng.uniform(-0.45, 1.25),
        look=float(rng.choice([-1, 1], p=[0.2, 0.8]) * rng.uniform(0.15, 1)),
        nod=rng.normal(0, 0.16),
        tilt=rng.uniform(0.55, 0.8) if sits else rng.normal(0, 0.11),
        sits=sits,
        steps=tuple((rng.normal(0, swing, 4) + 0.06 * sits).tolist()),
        lifts=tuple((lifts * (not sits)).tolist()),
        tail=rng.uniform(0.75, 1.15),
        bushy=rng.uniform(0.09, 0.15),
        tail_rise=rng.uniform(-0.1, 0.6) if sits else rng.uniform(-0.5, 1.35),
        tail_curl=rng.uniform(-1.5, 1.9),
        rings=int(rng.integers(3, 7)),
        ears=rng.uniform(0.85, 1.45),
        ear_turn=rng.normal(0, 0.12),
    )
