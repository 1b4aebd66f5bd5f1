"""Choose among the questions that could be made: every kind and every document gets its turn."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eval.generate.facts import questions_from_facts
from eval.generate.headings import questions_from_headings
from eval.generate.minutes import questions_from_minutes
from eval.generate.unanswerable import unanswerable_questions
from eval.records import GoldQuestion

if TYPE_CHECKING:
    from index.opened import OpenIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """The chosen questions in ascending order of id, and all that could be made."""

    chosen: tuple[GoldQuestion, ...]
    possible: tuple[GoldQuestion, ...]


def generate(index: OpenIndex, most: int, seed: int = 0) -> Generated:
    """Make questions from the index and choose at most so many, drawn with the seed; one in ten has no answer."""
    unanswerable = list(unanswerable_questions(index))[: most // 10]
    made = [*questions_from_minutes(index), *questions_from_facts(index), *questions_from_headings(index)]
    asked = Counter(question.text for question in made)
    possible = tuple(question for question in made if asked[question.text] == 1)  # two items of one title have two answers
    chosen = [*choose(possible, most - len(unanswerable), seed), *unanswerable]
    return Generated(chosen=tuple(sorted(chosen, key=lambda question: question.id)), possible=possible)


def choose(questions: Iterable[GoldQuestion], most: int, seed: int) -> list[GoldQuestion]:
    """Draw from the groups of one kind and document in turn, so that no long table drowns the rest."""
    groups: dict[tuple[str, str], list[GoldQuestion]] = defaultdict(list)
    for question in questions:
        groups[question.kind, question.evidence[0].document if question.evidence else ""].append(question)
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    for group in groups.values():
        chance.shuffle(group)
    order = sorted(groups)
    chance.shuffle(order)
    chosen: list[GoldQuestion] = []
    while order and len(chosen) < most:
        order = [key for key in order if groups[key]]
        chosen += [groups[key].pop() for key in order[: most - len(chosen)]]
    return chosen
