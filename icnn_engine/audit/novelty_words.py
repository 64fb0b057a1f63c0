"""Sentences about pictures that are unlike the training pictures. No torch."""

from __future__ import annotations

from icnn_engine.audit.novelty import Abstention, Novelty
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import out_of_hundred, percent


def unlike_words(novelty: Novelty | None) -> str:
    """Return that a picture is unlike the training pictures; nothing where it is not, or where that cannot be told."""
    if novelty is None or not novelty.unlike:
        return ""
    return translate(
        "Headline",
        "This picture is unlike those that the network was trained on: its answer should not be trusted.",
    )


def unlike_by(novelty: Novelty) -> str:
    """Return by how much a picture is unlike the training pictures."""
    words = translate(
        "Headline",
        "Of 100 pictures kept aside to which the same answer is right, {unlike} are as unlike: {unsure} are answered "
        "as unsurely, {far} look as strange.",
    )
    shares = {"unlike": novelty.as_unlike, "unsure": novelty.as_unsure, "far": novelty.as_far}
    return words.format(**{name: _of_hundred(share) for name, share in shares.items()})


def abstention_words(found: Abstention | None) -> str:
    """Return what is gained by not trusting answers about unlike pictures; nothing where that cannot be told."""
    if found is None:
        return ""
    words = translate(
        "Report",
        "Answers about pictures that are unlike the training pictures should not be trusted: {unlike} of {tested} test "
        "pictures are, and {unlike_wrong} of these answers are wrong; of the other {known} answers {known_wrong} are "
        "({accuracy} right). A thing that was never shown may still count as known.",
    )
    known, wrong = found.tested - found.unlike, found.wrong - found.unlike_wrong
    return words.format(
        unlike=found.unlike,
        tested=found.tested,
        unlike_wrong=found.unlike_wrong,
        known=known,
        known_wrong=wrong,
        accuracy=percent(1 - wrong / known if known else None),
    )


def _of_hundred(share: float) -> str:
    """Return a share as a number out of 100; 'fewer than 1' of a small one."""
    return translate("Headline", "fewer than 1") if share < 0.01 else out_of_hundred(share)
