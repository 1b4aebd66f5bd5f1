"""How an extract is said: yes or no first where that is asked, then the words it stands in, in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from service.answering.extracts.ranking import Ranked
from service.answering.frames import no, quoted, yes
from service.answering.yes_no import polarity_of
from service.records import QuestionKind, Understood


def worded(understood: Understood, best: Ranked, quotes: Sequence[str]) -> str:
    """The answer's text: yes or no in the asker's language where the best window proves it, then the quotes as printed."""
    said = " ".join(quoted(quote) for quote in quotes)
    proved = polarity_of(understood.text, best) if understood.kind is QuestionKind.YES_NO else None
    if proved is None:
        return said
    return f"{(yes if proved else no)(understood.language)}: {said}"
