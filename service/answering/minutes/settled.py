"""Answers when, how often or how much, where a decision set another value than the one that had been proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.dates.find import find_dates
from ingest.records import AgendaItem, Passage, SectionName
from service.answering.frames import quoted
from service.answering.minutes.agenda import Agenda, Card, agenda_of
from service.answering.minutes.decision_words import CHANGES
from service.answering.minutes.item_texts import section_text
from service.answering.minutes.items import items_asked
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.reading import kept_roots, share, without_names
from service.answering.minutes.roots import roots_of
from service.answering.minutes.topic import AskedWord, asked_words
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Understood

LEAST_OWN = 0.3
"""The share of the topic that the deciding sentence itself holds."""
LEAST_WHOLE = 0.8
"""The share that it holds together with the title and the rest of the item."""
FEWEST_WORDS = 2
READ_PASSAGES = 12
"""The items that the search finds first are read: reading all of them would take seconds where there are hundreds."""
MOST_WORDS = 60
STRENGTH = 0.88
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n(?=[A-ZÆØÅ\d])")
_EVERY = re.compile(
    r"\b(?:hver(?:t)?\s+(?:\w+\s+)?(?:dag|uge|måned|kvartal|år|time)|(?:\w+|\d+) gange? (?:om|pr\.?|i|årligt|dagligt|ugentligt)"
    r"|årligt|halvårligt|kvartalsvis\w*|månedligt|ugentligt|dagligt)\b",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(r"\b(?:hvor (?:ofte|tit)|how often|how frequently)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\b\d[\d.,]*\s*(?:mio\.|mia\.|kr\.|pct\.|%|timer|dage|uger|måneder|år|pladser|stillinger|stk\.?)", re.IGNORECASE
)
_CHANGES = re.compile(r"\b(?:med den (?:ændring|tilføjelse|præcisering)|i stedet|og ikke|ikke godkendt)\b", re.IGNORECASE)
_PROPOSALS = (SectionName.RECOMMENDATION, SectionName.CASE, SectionName.SUMMARY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settled:
    """A sentence of a decision with how much of the topic it and its item hold."""

    sentence: str
    passage: Passage
    item: AgendaItem
    share: float


class SettledAnswerer:
    """Answers from the sentence of a decision that changed the day, the frequency or the amount of the proposal."""

    kind = "decision"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft of the newest decision that fits best; None when no decision differs from its proposal in what is asked."""
        if understood.kind not in {QuestionKind.WHEN, QuestionKind.HOW_MANY}:
            return None
        agenda = agenda_of(index, understood.filters.access)
        asked = tuple(word for word in asked_words(understood, agenda) if word.rendered)
        if len(asked) < FEWEST_WORDS or not agenda.cards:
            return None
        meetings = {meeting.id: at for at, meeting in enumerate(meetings_asked(understood, agenda, index))}
        read = {scored.passage.item_id for scored in retrieve(understood, index, READ_PASSAGES)}
        cards = [card for card in agenda.of_meetings(meetings) if card.id in read]
        meant = items_asked(understood, agenda, index)
        sure = meant[0].card.id if len({each.card.title for each in meant}) == 1 else ""
        cards += [each.card for each in meant if each.card.id == sure and each.card not in cards]
        found = [each for card in cards for each in _settled(card, asked, agenda, understood, index, sure=card.id == sure)]
        best = max(found, key=lambda each: (each.share, -meetings[each.item.meeting_id]), default=None)
        if best is None:
            return None
        meeting = agenda.meetings[best.item.meeting_id]
        return Draft(
            text=f"{quoted(best.sentence)} ({place_of(best.item, meeting, understood.language)})",
            kind=self.kind,
            strength=STRENGTH,
            sources=(source_of(index, best.passage, best.sentence),),
            as_of=meeting.date,
            features=(("settled", best.share),),
        )


def _settled(
    card: Card, asked: Sequence[AskedWord], agenda: Agenda, understood: Understood, index: OpenIndex, *, sure: bool
) -> Iterator[_Settled]:
    """The sentences of a decision that set another value; of an item surely meant (`sure`) the only one that says it changes."""
    item = index.store.item(card.id, understood.filters.access)
    proposed = " ".join(section_text(item, name) for name in _PROPOSALS)
    asked = without_names(asked, agenda.names.get(card.meeting_id, frozenset()))
    whole = kept_roots(card, item, agenda).whole
    if (share(asked, whole) < LEAST_WHOLE and not sure) or not _values(proposed, understood):
        return
    told = [
        (sentence.strip(), passage)
        for section in item.sections
        if section.name is SectionName.DECISION
        for passage in index.store.passages(list(section.passage_ids), understood.filters.access)
        for sentence in _SENTENCE_END.split(passage.text)
        if len(sentence.split()) <= MOST_WORDS and _is_new(sentence, proposed, understood)
    ]
    for sentence, passage in told:
        own = share(asked, roots_of(sentence))
        rivals = any(
            _values(other, understood) and share(asked, roots_of(other)) >= own for other in _SENTENCE_END.split(proposed)
        )
        if rivals and (own >= LEAST_OWN or (sure and len(told) == 1 and CHANGES.search(sentence))):
            yield _Settled(sentence=sentence, passage=passage, item=item, share=max(own, LEAST_OWN))


def _is_new(sentence: str, proposed: str, understood: Understood) -> bool:
    """Whether a sentence says a value that the proposal does not, or changes it in so many words."""
    said = _values(sentence, understood)
    return bool(said if _CHANGES.search(sentence) else said - _values(proposed, understood))


def _values(text: str, understood: Understood) -> frozenset[str]:
    """What a text says of the kind asked for: days, frequencies or amounts, folded."""
    if understood.kind is QuestionKind.WHEN:
        return frozenset(f"{found.first}" for found in find_dates(text) if found.first == found.last)
    pattern = _EVERY if _HOW_OFTEN.search(understood.text) else _AMOUNT
    return frozenset(re.sub(r"\s+", " ", match.group(0).lower()) for match in pattern.finditer(text))
