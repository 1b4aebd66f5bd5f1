"""A follow-up that asks who or which they were that the question before counted: "Hvem var de?"."""

from __future__ import annotations

import re

from service.understanding.carried.words import HAS_VERB
from service.understanding.vocabulary import Vocabulary

_WHO_THEY = re.compile(
    r"^(?:hvem|hvilke|hvad for nogle|who|which)(?:\s+(?:er|var|is|are|were|ones?))*(?:\s+(?:de|det|dem|they|those|it))?\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^(?P<how>hvor mange|how many)\s+(?P<rest>\S.*)$", re.IGNORECASE)
_PEOPLE = re.compile(r"^(?:personer|mennesker|medlemmer|people|persons|members)\s+(?=\w)", re.IGNORECASE)
_VOTED = re.compile(r"^(?:stemte|deltog|undlod|meldte|voted|took|attended)\b", re.IGNORECASE)


def with_those_counted(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvem var de?" after "Hvor mange stemte imod?": the earlier question asked of who or which they were."""
    asks, counted = _WHO_THEY.match(text), _COUNTED.match(last)
    if asks is None or counted is None:
        return None
    danish = counted["how"].lower().startswith("hvor")
    rest = counted["rest"]
    of_people = _PEOPLE.match(rest)
    if of_people is not None:
        rest = rest[of_people.end() :]
    if of_people is not None or HAS_VERB.match(rest) or _VOTED.match(rest):
        return f"{'Hvem' if danish else 'Who'} {rest}"
    return f"{'Hvilke' if danish else 'Which'} {rest}"
