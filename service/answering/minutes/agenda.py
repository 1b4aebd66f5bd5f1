"""The agenda items of a corpus as cards that can be searched by title, and the meetings they belong to."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.opened import OpenIndex
from index.records import Filters
from ingest.records import Access, AgendaItem, Meeting
from service.answering.minutes.item_roots import KeptRoots
from service.answering.minutes.owners import names_of, owners_of
from service.answering.minutes.roots import root
from service.answering.minutes.said import LAST_PART_LETTERS, LEAST_LETTERS, PREFIX_LETTERS, Said
from service.understanding.learnt import Learnt
from service.understanding.words import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What finds an agenda item: its printed marks and the stems of its title."""

    id: str
    meeting_id: str
    document_id: str
    number: str
    title: str
    case_number: str | None
    document_number: str | None
    attachments: tuple[str, ...]
    stems: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """All cards in the order of the store, the meetings by id, and the municipalities whose body held them, where printed."""

    cards: tuple[Card, ...]
    meetings: Mapping[str, Meeting]
    owners: Mapping[str, frozenset[str]]
    names: Mapping[str, frozenset[str]]
    """Meeting id → the stems that its body, letterhead, title and file name it with."""

    @cached_property
    def roots(self) -> KeptRoots:
        """The roots of the items read last."""
        return KeptRoots()

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """Stem → ln(1 + items / items with it): how much a title word tells."""
        counts = Counter(each for card in self.cards for each in card.stems)
        return {each: math.log(1 + len(self.cards) / count) for each, count in counts.items()}

    @cached_property
    def by_prefix(self) -> Mapping[str, frozenset[str]]:
        """First letters → the title stems that begin with them."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.rarity:
            if len(each) >= PREFIX_LETTERS:
                found[each[:PREFIX_LETTERS]].add(each)
        return {prefix: frozenset(stems) for prefix, stems in found.items()}

    def weight(self, word: str) -> float:
        """How much a question's word tells; a word in no title tells as much as one in a single title."""
        return self.rarity.get(word, math.log(1 + len(self.cards)))

    @cached_property
    def by_last_part(self) -> Mapping[str, str]:
        """The title stems that a compound may end with, each by itself."""
        return {each: each for each in self.rarity if len(each) >= LAST_PART_LETTERS}

    @cached_property
    def by_all_but_last(self) -> Mapping[str, frozenset[str]]:
        """Title stems without their last letter → the stems."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.rarity:
            if len(each) >= LEAST_LETTERS:
                found[each[:-1]].add(each)
        return {short: frozenset(stems) for short, stems in found.items()}

    def saying(self, word: str) -> Mapping[str, float]:
        """The title stems that say a word, each with how surely: what `Said` finds, looked up."""
        ends = (word[at:] for at in range(1, len(word) - LAST_PART_LETTERS + 1))
        found = {each: 0.8 for each in ends if each in self.by_last_part}
        if len(word) >= PREFIX_LETTERS:
            found |= dict.fromkeys(self.by_prefix.get(word[:PREFIX_LETTERS], ()), 0.8)
        if len(word) >= LEAST_LETTERS:
            found |= dict.fromkeys(self.by_all_but_last.get(word, ()), 1.0)
            if word[:-1] in self.rarity and len(word) > LEAST_LETTERS:
                found[word[:-1]] = 1.0
        if word in self.rarity:
            found[word] = 1.0
        return found

    def of_meetings(self, meeting_ids: Iterable[str]) -> tuple[Card, ...]:
        """The cards of these meetings."""
        wanted = set(meeting_ids)
        return tuple(card for card in self.cards if card.meeting_id in wanted)


def agenda_of(index: OpenIndex, access: frozenset[Access]) -> Agenda:
    """The agenda items that an asker with this access may see; learnt once."""
    return _LEARNT.of(index, access)


def _learn(index: OpenIndex, access: frozenset[Access]) -> Agenda:
    filters = Filters(access=access)
    meetings = {meeting.id: meeting for meeting in index.store.meetings(filters)}
    owners = owners_of(index, meetings.values(), filters)
    return Agenda(
        cards=tuple(_card(item) for item in index.store.items(filters)),
        meetings=meetings,
        owners=owners,
        names=names_of(index, meetings.values(), filters),
    )


def _card(item: AgendaItem) -> Card:
    return Card(
        id=item.id,
        meeting_id=item.meeting_id,
        document_id=item.document_id,
        number=item.number,
        title=item.title,
        case_number=item.case_number,
        document_number=item.document_number,
        attachments=item.attachments,
        stems=frozenset(root(word) for word in words_of(item.title)),
    )


_LEARNT = Learnt(_learn)


def coverage(topic: Sequence[str], stems: frozenset[str], agenda: Agenda) -> float:
    """The share, 0 to 1, of what a topic's words tell that a set of stems holds; same beginnings count half."""
    total = sum(agenda.weight(word) for word in topic)
    said = Said(stems)
    found = sum(agenda.weight(word) * said.surely(word) for word in topic)
    return found / total if total else 0.0
