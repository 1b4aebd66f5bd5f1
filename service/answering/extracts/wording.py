"""How an extract is said: the direct answer first, then the words it stands in, in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from service.answering.extracts.ranking import Ranked
from service.answering.frames import no, quoted, yes
from service.answering.yes_no import polarity_of
from service.records import QuestionKind, Understood


def worded(understood: Understood, best: Ranked, quotes: Sequence[str]) -> str:
    """The answer's text in the asker's language; the quotes stay in the original."""
    said = " ".join(quoted(quote) for quote in quotes)
    lead = _lead(understood, best)
    return f"{lead}: {said}" if lead else said


def _lead(understood: Understood, best: Ranked) -> str:
    """The direct answer: yes or no where it is proved, the date, sum or name where the unit holds exactly one."""
    if understood.kind is QuestionKind.YES_NO:
        polarity = polarity_of(understood.text, best)
        if polarity is None:
            return ""
        return yes(understood.language) if polarity else no(understood.language)
    return ""
