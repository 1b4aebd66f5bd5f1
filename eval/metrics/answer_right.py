"""Answer accuracy: does the answer hold what it must and nothing it must not (substring match after folding).

The strict form of "accuracy" of open-domain question answering (Rajpurkar et al. 2016, SQuAD; Kwiatkowski et al. 2019,
Natural Questions), with alternatives per required fact and a bound on length, so that quoting everything does not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eval.matching import covered, fold, holds
from eval.records import GoldQuestion

MOST_WORDS = 120
LEAD_CHARACTERS = 200
GIST_SHARE = 0.6


def answer_right(question: GoldQuestion, result: Mapping[str, Any]) -> bool:
    """Whether the result is right; for a question without an answer in the corpus, whether it was refused."""
    abstained = bool(result.get("abstained"))
    if not question.answerable:
        return abstained
    answer = f" {fold(result.get('answer') or '').strip()} "  # an alternative may be bounded by a space on purpose
    if abstained or not answer.strip() or len(answer.split()) > MOST_WORDS:
        return False
    if question.gist and covered(question.gist, answer) < GIST_SHARE:
        return False
    return holds(answer, question.rule) and holds(answer[:LEAD_CHARACTERS], question.lead)
