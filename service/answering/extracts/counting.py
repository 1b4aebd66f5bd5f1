"""Whether a number counts what a how-many question asks to be counted: "17 både" for "hvor mange både"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analysis.folding import fold
from service.answering.extracts.spans.found import Span
from service.answering.extracts.terms import Term

COUNTED_WORDS = 2
"""Words after "how many" among which the counted noun is looked for: "hvor mange nye både"."""

WORDS_AFTER = 3
"""The counted noun stands at most this many words after its number."""

_HOW_MANY = re.compile(
    rf"\b(?:hvor mange|how many|antal(?:let)?|number of)\s+((?:[^\s?,.]+\s*){{1,{COUNTED_WORDS}}})", re.IGNORECASE
)


def counted_terms(question: str, terms: Sequence[Term]) -> frozenset[int]:
    """The numbers of the terms that a how-many question wants counted; empty for other questions."""
    found = _HOW_MANY.search(question)
    if found is None:
        return frozenset()
    nouns = {fold(word) for word in found.group(1).split()}
    return frozenset(number for number, term in enumerate(terms) if term.text in nouns)


def follows(span: Span, offsets: Sequence[tuple[int, frozenset[int]]], counted: frozenset[int]) -> bool:
    """Whether a counted noun stands just after a number.

    `offsets` are the words of the text in order: where each begins and which terms it meets.
    """
    after = [met for start, met in offsets if start >= span.end][:WORDS_AFTER]
    return any(met & counted for met in after)
