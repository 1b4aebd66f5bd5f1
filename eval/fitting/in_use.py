"""Judges the weights in the package as they are, and fits nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.fitting.confidence_fit import Weights
from eval.fitting.outcomes import answered
from eval.fitting.posed import Posed
from eval.fitting.verdicts import Verdict, verdicts
from eval.fitting.writing import CONFIDENCE
from eval.own_sets import FITTED_ON
from service.answering.extracts.answerer import ExtractAnswerer

SEEN = "The collections that the weights in use were fitted on"
SAID = (
    "Every answer is the one the program gives now, with the weights in use. They have seen the collections they were fitted "
    "on, so their confidence is flattered there; the other sets show what it is worth."
)


def in_use(path: Path = CONFIDENCE) -> Weights:
    """The weights of the extracts' confidence in the package."""
    weights: Weights = json.loads(path.read_text(encoding="utf-8"))["weights"]["extract"]
    return weights


def judged(questions: Sequence[Posed]) -> list[Verdict]:
    """What the program answers to each question of one collection, and whether it is right."""
    answerer = ExtractAnswerer(questions[0].index)
    return verdicts(questions, list(answered(questions, answerer)), {questions[0].collection: in_use()})


def judged_by_title(collections: Iterable[Sequence[Posed]]) -> dict[str, list[Verdict]]:
    """The verdicts of the collections that were fitted on together, then of each other one, by what to say of them."""
    found: dict[str, list[Verdict]] = {SEEN: []}
    for questions in collections:
        name = questions[0].collection
        title = SEEN if name in FITTED_ON else f"{name}, not fitted on"
        found[title] = [*found.get(title, []), *judged(questions)]
    return {title: those for title, those in found.items() if those}
