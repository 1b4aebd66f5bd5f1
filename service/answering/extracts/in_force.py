"""Laws, agreements and reforms take effect on a day: the sentence that says so must speak of the one asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from service.answering.extracts.coverage import Meetings
from service.answering.extracts.units import Unit

_IN_FORCE = re.compile(
    r"\bi ?kraft\w*|\b(?:take|takes|took|taken) effect\b|\b(?:enter|enters|entered|come|comes|came) into (?:force|effect)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"^\W*(?:den|det|de|denne|dette|disse|it|this|these|they)\b", re.IGNORECASE)
_VERB = frozenset(
    {
        "kraft",
        "ikraft",
        "traeder",
        "traadte",
        "traede",
        "take",
        "takes",
        "took",
        "effect",
        "force",
        "enter",
        "come",
        "enters",
        "comes",
    }
)


def other_in_force(question: str, meetings: Meetings, quote: Sequence[Unit]) -> float:
    """1 when the question asks after something that takes effect and what does so in the quote is something else, else 0.

    A sentence that begins with a pronoun speaks of what the sentence before does.
    """
    about = np.array([term.text not in _VERB and not term.text[0].isdigit() for term in meetings.terms], dtype=bool)
    telling = [unit for unit in quote if _IN_FORCE.search(unit.text)]
    if not _IN_FORCE.search(question) or not telling or not about.any():
        return 0.0
    return float(not any(_says(meetings, unit, about) or _POINTS_BACK.match(unit.text) for unit in telling))


def _says(meetings: Meetings, unit: Unit, about: NDArray[np.bool_]) -> bool:
    return bool(meetings.strictly((*unit.words, *unit.lead_words))[about].any())
