"""Compounds that begin alike: where "lænderygbesvær" is said, "lænderygprogrammet" is not about something else altogether."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.analysis.folding import fold
from service.answering.extracts.asked import Asked
from service.answering.extracts.coverage import Floats
from service.answering.extracts.units import Unit
from service.answering.extracts.words import Word

ALIKE_LETTERS = 7
"""Compounds of the same first part share at least this many letters."""


def begun_alike(asked: Asked, units: Sequence[Unit], context: Sequence[Word]) -> Floats:
    """Which of a question's terms begin as a word of a passage or over it, float64 `(n_terms,)`, 0 or 1."""
    begun = {fold(word.text)[:ALIKE_LETTERS] for words in (context, *(unit.words for unit in units)) for word in words}
    terms = (term.text for term in asked.terms)
    return np.array([len(text) >= ALIKE_LETTERS and text[:ALIKE_LETTERS] in begun for text in terms], dtype=np.float64)
