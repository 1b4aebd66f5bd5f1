"""A follow-up that names another day: "Og den 12. december?"."""

from __future__ import annotations

from ingest.dates.find import find_dates
from service.understanding.carried.words import HAS_VERB
from service.understanding.vocabulary import Vocabulary
from service.understanding.words import words_of


def with_other_date(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og den 12. december?": the earlier question with the date exchanged."""
    before = find_dates(last)
    dates = find_dates(text, reference=before[0].first if before else None)
    if not dates or not before or HAS_VERB.search(text) or len(words_of(text)) > 4:
        return None
    fragment = text[dates[0].char_start : dates[-1].char_end]
    return last[: before[0].char_start] + fragment + last[before[-1].char_end :]
