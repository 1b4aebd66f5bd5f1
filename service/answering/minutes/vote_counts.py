"""How many voted for, against or not at all: the numbers and names that minutes print of a vote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.minutes.people import people
from ingest.records import AgendaItem, SectionName
from service.answering.frames import quoted
from service.answering.minutes.agenda import agenda_of
from service.answering.minutes.case_meant import case_meant
from service.answering.minutes.decision_words import votes_fit
from service.answering.minutes.item_texts import section_text
from service.answering.minutes.items import FoundItem, items_asked
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.reading import share, without_names
from service.answering.minutes.roots import roots_of
from service.answering.minutes.section_sources import section_sources
from service.answering.minutes.topic import asked_words
from service.answering.wording import capital, number_word
from service.records import Draft, QuestionKind, Understood

_ASKS = re.compile(
    r"\b(?:(?:var|er|were|was) (?:imod|mod|for|against|in favour)|stemte|stemt|stemmer|undlod|vote[ds]?|voting|abstain\w*)\b",
    re.IGNORECASE,
)
_WORDS = "nul|ingen|en|én|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv"
_ENGLISH_WORDS = "no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_IN_ORDER = {_WORDS: (0, 0, 1, 1, 1, 1, *range(2, 13)), _ENGLISH_WORDS: (0, 0, *range(1, 13))}
"""What the number words stand for, in their order."""
_NUMBER = rf"(?P<n>\d+|{_WORDS}|{_ENGLISH_WORDS})"
_VOTES = r"(?:\s+(?:stemmer|stemme|votes?|medlemmer|members|personer))?(?:\s+(?:stemte|voted|var))?"
_AGAINST = (
    re.compile(rf"\b{_NUMBER}{_VOTES}\s+(?:imod|mod\b(?!\s+\w)|against)", re.IGNORECASE),
    re.compile(rf"\bstemmer\s+(?:mod|imod|to|against)\s+{_NUMBER}\b", re.IGNORECASE),
    re.compile(rf"\b(?:imod|against)\s+(?:stemte|var|voted)?:?\s*{_NUMBER}\b", re.IGNORECASE),
)
_FOR = (
    re.compile(rf"\b{_NUMBER}{_VOTES}\s+(?:for|in favour)\b", re.IGNORECASE),
    re.compile(rf"\b(?:med|by)\s+{_NUMBER}\s+(?:stemmer|stemme|votes?)\b", re.IGNORECASE),
    re.compile(rf"\b(?:for)\s+stemte:?\s*{_NUMBER}\b", re.IGNORECASE),
)
_NEITHER = (
    re.compile(rf"\b{_NUMBER}(?:\s+\w+)?\s+(?:undlod|undlader|abstained|abstentions?)\b", re.IGNORECASE),
    re.compile(rf"\b(?:undlod|abstained)(?:\s+at\s+stemme)?:\s*{_NUMBER}\b", re.IGNORECASE),
)
_NAMED = {
    "against": re.compile(
        r"\b(?:[Ii]mod|[Mm]od)\s+(?:stemte|var):?\s+(?P<names>[^.;\n]+)|(?P<before>[^.;\n]+?)\s+(?:stemte|voted)\s+(?:imod|against)\b"
    ),
    "for": re.compile(
        r"\b[Ff]or\s+(?:stemte|var):?\s+(?P<names>[^.;\n]+)|(?P<before>[^.;\n]+?)\s+(?:stemte|voted)\s+(?:for|in favour)\b"
    ),
    "neither": re.compile(r"\b[Uu]ndlod at stemme:?\s+(?P<names>[^.;\n]+)|(?P<before>[^.;\n]+?)\s+(?:undlod|abstained)\b"),
}
_GROUP = re.compile(r"\((?P<count>\d{1,2})\)")


class VoteCountAnswerer:
    """Answers how many voted for, against or not at all on a case."""

    kind = "decision"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft with the number, computed from what is quoted; None where the minutes tell none."""
        if understood.kind is not QuestionKind.HOW_MANY or not _ASKS.search(understood.text):
            return None
        agenda = agenda_of(index, understood.filters.access)
        found = items_asked(understood, agenda, index, votes_fit(""))
        if len({each.card.title for each in found}) > 1:
            return None
        meant = case_meant(understood, agenda, index, votes_fit("")) if not found and agenda.cards else None
        if meant is not None:
            return _counted(understood, index, FoundItem(card=meant.card, certainty=min(1.0, meant.share), verbatim=False))
        return _counted(understood, index, found[0]) if found else None


def _counted(understood: Understood, index: OpenIndex, found: FoundItem) -> Draft | None:
    item = index.store.item(found.card.id, understood.filters.access)
    side = side_asked(understood.text)
    told = _vote_meant(understood, item, [vote for vote in item.votes if counted(side, vote) is not None], index)
    count = counted(side, told) if told else None
    sources = section_sources(item, SectionName.DECISION, index, understood)
    meeting = agenda_of(index, understood.filters.access).meetings[item.meeting_id]
    if told is None or count is None or not sources:
        return None
    language = understood.language
    return Draft(
        text=f"{capital(number_word(count, language))}: {quoted(told)} ({place_of(item, meeting, language)})",
        kind=VoteCountAnswerer.kind,
        strength=0.5 + 0.45 * found.certainty,
        sources=sources,
        as_of=meeting.date,
        features=(("votes", float(count)),),
    )


def _vote_meant(understood: Understood, item: AgendaItem, votes: Sequence[str], index: OpenIndex) -> str | None:
    """The one vote told; of several the one whose stretch of the decision, back to the vote before, holds most of the topic."""
    if len(votes) < 2:
        return next(iter(votes), None)
    agenda = agenda_of(index, understood.filters.access)
    asked = without_names(asked_words(understood, agenda), agenda.names.get(item.meeting_id, frozenset()))
    decision = section_text(item, SectionName.DECISION)
    ends = [decision.find(vote) + len(vote) for vote in votes]
    scored = [share(asked, roots_of(decision[start:end])) for start, end in zip([0, *ends], ends, strict=False)]
    return votes[scored.index(max(scored))] if scored.count(max(scored)) == 1 else None


def side_asked(text: str) -> str:
    """Whether those against, those who did not vote, or those in favour are asked for."""
    if re.search(r"\b(?:undlod|abstain\w*)\b", text, re.IGNORECASE):
        return "neither"
    return "against" if re.search(r"\b(?:imod|mod|against|nej)\b", text, re.IGNORECASE) else "for"


def counted(side: str, text: str) -> int | None:
    """The number of votes that a sentence tells for a side, by figure, word or names; None where it tells none."""
    for pattern in {"against": _AGAINST, "for": _FOR, "neither": _NEITHER}[side]:
        match = pattern.search(text)
        if match:
            return _value(match["n"])
    match = _NAMED[side].search(text)
    names = (match["names"] or match["before"]) if match else None
    if not names:
        return None
    groups = [int(each["count"]) for each in _GROUP.finditer(names)]
    return sum(groups) if groups else len(people(names.strip())) or None


def _value(word: str) -> int:
    return _VALUES[word.lower()] if word.lower() in _VALUES else int(word)


_VALUES = {
    word: value for words in (_WORDS, _ENGLISH_WORDS) for word, value in zip(words.split("|"), _IN_ORDER[words], strict=True)
}
