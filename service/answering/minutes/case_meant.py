"""The case whose outcome is asked for: the item that holds nearly all of the question's own words, ahead of every other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.analysis.kin import kin_of
from index.analysis.stopwords import STOP_WORDS
from index.analysis.verbs import forms_of, verb_stem
from index.opened import OpenIndex
from ingest.places.folding import fold
from ingest.records import AgendaItem, DocumentKind
from service.answering.extracts.wanted import says_kind
from service.answering.minutes.agenda import Agenda, Card
from service.answering.minutes.items import Fits
from service.answering.minutes.meetings import meetings_asked
from service.answering.minutes.reading import kept_roots, without_names
from service.answering.minutes.roots import root
from service.answering.minutes.said import Said
from service.answering.minutes.topic import AskedWord, asked_words
from service.answering.retrieval import retrieve
from service.records import Understood

LEAST_WHOLE = 0.65
"""The share of the topic that the case meant holds."""
LEAST_LEAD = 0.1
"""By so much it is ahead of every case of another title."""
FIRST_FOUND = 0.08
"""What it is worth that the search finds a case's passage before all others."""
READ_PASSAGES = 12
LONGEST_KIND_WORD = 7
"""Letters of a word such as "pris" or "dato" that only says what is wanted; "opsigelsesvarsel" says what of."""
BY_PART = 0.7
"""How surely a word is said by a compound that begins or ends with it."""
_FIRST_LETTERS, _LAST_LETTERS, _ALIKE_LETTERS = 4, 5, 6
_FINITE = re.compile(r"^\W*(?:og |men )?(?:hvornår|hvor|hvem|hvad|when|where|who|what)\s+(?P<verb>[a-zæøå]+)", re.IGNORECASE)
_COMMON = """
begynder starter ligge laegges koste betale overtager flytter fremover loesning samlet gaelder laenge tid tidsrum udpegning
maal soerger staa spidsen bevilget stoettet penge tilskud dag tilsammen gang going based proeve koere bruge bestilt koebt
koebes repraesentere sidde vaere daekke gaa naeste solution choose base inhabil behandling behandlet deltog forlod stede
lokalet afgoerelsen uenig utilfreds
politiker politikere politikerne medlemmer medlemmerne byraadsmedlem byraadsmedlemmer modstander modstandere tilhaenger
tilhaengere mindretal mindretallet lov tilladelse nej politician politicians opponent opponents minority permission
"""
"""What people say of any outcome: that it begins, costs, is placed somewhere, was treated, allowed, who was for or against it."""
_OUTCOME = frozenset(root(fold(word)) for word in _COMMON.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMeant:
    """An item, the share of the topic that it holds and that its title holds, and the topic without what names its meeting."""

    card: Card
    item: AgendaItem
    share: float
    titled: float
    asked: tuple[AskedWord, ...]


def case_meant(understood: Understood, agenda: Agenda, index: OpenIndex, fits: Fits | None = None) -> CaseMeant | None:
    """The case surely meant, of those the search finds (and that have what is asked for, by `fits`).

    None where none is, or nothing has been decided yet.
    """
    asked = topic_of(understood, agenda)
    found = [scored.passage.item_id for scored in retrieve(understood, index, READ_PASSAGES)]
    order = [each for each in dict.fromkeys(found) if each is not None]
    cards = _cards(understood, agenda, index)
    read = [_read(cards[each], asked, agenda, understood, index, first=at == 0) for at, each in enumerate(order) if each in cards]
    read = _minuted_first([each for each in read if fits is None or fits(each.item)], index, understood)
    best = max(read, key=lambda each: each.share, default=None)
    if not asked or best is None or best.share < LEAST_WHOLE:
        return None
    if len(best.asked) == 1 and not _begins_alike(best, agenda):
        return None
    rivals = [each.share for each in read if each.card.title != best.card.title]
    if _on_agenda(best, index, understood):
        return None
    return best if best.share - max(rivals, default=0.0) >= LEAST_LEAD else None


def _minuted_first(read: Sequence[CaseMeant], index: OpenIndex, understood: Understood) -> list[CaseMeant]:
    """Without the agenda's item of a case whose minutes were found too: nothing has been decided in an agenda."""
    minuted = {each.card.title for each in read if not _on_agenda(each, index, understood)}
    return [each for each in read if each.card.title not in minuted or not _on_agenda(each, index, understood)]


def _on_agenda(case: CaseMeant, index: OpenIndex, understood: Understood) -> bool:
    return index.store.document(case.item.document_id, understood.filters.access).kind is DocumentKind.AGENDA


def _begins_alike(meant: CaseMeant, agenda: Agenda) -> bool:
    """Whether a single word is said from its beginning: "blodtryksapparater" is no case of other apparatus."""
    stems = kept_roots(meant.card, meant.item, agenda).whole
    return any(stem[:_LAST_LETTERS] == word[:_LAST_LETTERS] for stem in stems for word in meant.asked[0].stems)


def topic_of(understood: Understood, agenda: Agenda) -> tuple[AskedWord, ...]:
    """What a case would say: not the words that say what kind of answer is wanted, or only that something comes of it."""
    finite = _FINITE.match(understood.text)
    verb = root(finite["verb"].lower()) if finite else ""
    return tuple(
        replace(word, stems=word.stems.union(*map(_forms, word.stems)))
        for word in asked_words(understood, agenda)
        if word.rendered and verb not in word.stems and not (word.stems & _OUTCOME) and not any(map(_says_little, word.stems))
    )


@lru_cache(maxsize=4_096)
def _forms(stem: str) -> frozenset[str]:
    """The roots of a verb's other forms, which no ending tells ("købt", "bragt"), and of the noun made of it ("lukning")."""
    forms = forms_of(verb_stem(stem) or "")
    return frozenset(map(root, forms)) | frozenset(map(root, kin_of(stem)))


def _says_little(stem: str) -> bool:
    return stem in STOP_WORDS or (len(stem) <= LONGEST_KIND_WORD and says_kind(stem))


def _cards(understood: Understood, agenda: Agenda, index: OpenIndex) -> dict[str, Card]:
    """The cards of the meetings meant; where none fits the days named, these may say when it takes effect."""
    meetings = meetings_asked(understood, agenda, index)
    if not meetings and understood.periods:
        meetings = meetings_asked(replace(understood, periods=()), agenda, index)
    return {card.id: card for card in agenda.of_meetings(meeting.id for meeting in meetings)}


def _read(
    card: Card, asked: Sequence[AskedWord], agenda: Agenda, understood: Understood, index: OpenIndex, *, first: bool
) -> CaseMeant:
    item = index.store.item(card.id, understood.filters.access)
    own = without_names(asked, agenda.names.get(card.meeting_id, frozenset()))
    return CaseMeant(
        card=card,
        item=item,
        share=share_said(own, kept_roots(card, item, agenda).whole) + FIRST_FOUND * first,
        titled=share_said(own, card.stems),
        asked=own,
    )


def share_said(asked: Sequence[AskedWord], stems: frozenset[str]) -> float:
    """The share of what the words tell that a set of stems says, by compounds of them too; 0 where nothing is asked."""
    total = sum(word.weight for word in asked)
    said = Said(stems)
    return sum(word.weight * max(_surely(said, stems, each) for each in word.stems) for word in asked) / total if total else 0.0


def _surely(said: Said, stems: frozenset[str], word: str) -> float:
    sure = said.surely(word)
    if sure or len(word) < _FIRST_LETTERS:
        return sure
    if len(word) >= _ALIKE_LETTERS and any(stem[:_ALIKE_LETTERS] == word[:_ALIKE_LETTERS] for stem in stems):
        return BY_PART
    begins = any(stem.startswith(word) and len(stem) - len(word) >= _FIRST_LETTERS for stem in stems)
    ends = len(word) >= _LAST_LETTERS and any(stem.endswith(word) for stem in stems)
    return BY_PART if begins or ends else 0.0
