"""What a question about minutes is about: its words without those of asking, of days and of bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.analysis.lexicon import lexicon
from ingest.dates.find import find_dates
from ingest.places.folding import fold
from service.answering.minutes.agenda import Agenda
from service.answering.minutes.roots import root
from service.records import Language, QuestionKind, Understood
from service.understanding.names import abbreviates
from service.understanding.translated import in_danish_of
from service.understanding.words import same_word, words_of

_OF_MINUTES = """
besluttede besluttet beslutning beslutningen beslutte vedtog vedtaget sagen sag sagens punkt punktet punktets møde mødet moedested
udvalget rådet forum drøftede drøftet drøftelse godkendte godkendt godkende tiltrådt tiltraede tilslutte decided decide decision
case item meeting committee council indstilling indstillet indstillede indstillingen bemærkning bemærkninger bemærket
dagsorden dagsordenen dagsordenspunkt dagsordenspunktet sagsnummer sagsnummeret sagsid sags id sagsnr journalnummer dokid dok
bilag bilaget nummer nummeret number udfald udfaldet resultat resultatet handlede handler omhandlede stemte stemt stemmer vote
voted konklusion konklusionen konkluderede conclusion concluded aftalte aftalt anbefalede anbefaler anbefalet anbefaling
recommended valgt valgte vælges elected chosen selected udpeget appointed forbehold reservation undlod abstain abstained imod
enig enige enighed ordinary
"""
"""What is said of any case: that it is one, was treated, put to the vote, decided."""
_OF_ASKING = """
how what why who whom were was with from about the did does this that there than then into without its their been being has had
have much many could would should can will not noget havde hvilket hvordan hvorfor ofte tit often efter mange meget
flere ned op ud ind hen under skulle kunne ikke
en et to tre fire fem seks syv otte ni ti elleve tolv one two three four five six seven eight nine ten
"""
_OF_ANYTHING = """
blev bliver kom come came reach gjorde fik faar få får get got skete happened happen tog took tage giver give givet sat saette
saettes satte sige siger sagde mener mente foregaar foregå foregik afholdes held hold holds place according apply applies new
"""
"""Verbs that say no more than that something is done."""
_KNOWN = frozenset(root(fold(word)) for words in (_OF_MINUTES, _OF_ASKING, _OF_ANYTHING) for word in words.split())

_MEETING = re.compile(r"\w*moede(?:t|ts)?$|\w*generalforsamling\w*$")
"""Where it was decided, unless a title speaks of such a meeting: "på byrådsmødet"."""


_PARTICIPLE = re.compile(r"(?:et|t|te|ede)$")
UNSURE, UNSURE_WITH_DANISH = 0.4, 0.25
"""What an English word is worth whose renderings no title has: less where the question gives the Danish words beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWord:
    """A word of the topic: its stems (several when it was asked in English and has several renderings) and how much it tells.

    `rendered` is False for an English word that the lexicon does not know: it may only lack a translation.
    """

    stems: frozenset[str]
    weight: float
    rendered: bool


def asked_words(understood: Understood, agenda: Agenda) -> tuple[AskedWord, ...]:
    """The words of the question that tell what it is about."""
    danish = understood.language is Language.DANISH
    renderings = () if danish else lexicon().translate(list(words_of(understood.text)))
    words = words_of(understood.text)
    groups = [
        frozenset(root(word) for each in (*found.renderings, *words[found.start : found.end]) for word in words_of(each))
        for found in renderings
    ]
    told = frozenset() if danish else _in_brackets(understood.text)
    found: dict[str, AskedWord] = {}
    for word in _topic(understood, agenda):
        group = next((group for group in groups if root(word) in group), None)
        if group is not None and group & _KNOWN:
            continue
        known = danish or group is not None or root(word) in agenda.rarity
        stems = group or frozenset({root(word), word})
        worth = _worth(word, stems, told, understood, agenda)
        weight = worth * max((agenda.rarity[each] for each in stems if each in agenda.rarity), default=agenda.weight(root(word)))
        found.setdefault(root(word), AskedWord(stems=stems, weight=weight, rendered=known))
    return tuple(found.values())


def _worth(word: str, stems: frozenset[str], told: frozenset[str], understood: Understood, agenda: Agenda) -> float:
    """1.0, less for what may be said otherwise: an English word, and the verb of "Blev skuret revet ned?"."""
    if stems & agenda.rarity.keys() or stems & told:
        return 1.0
    if understood.language is Language.DANISH:
        return UNSURE if understood.kind is QuestionKind.YES_NO and _PARTICIPLE.search(word) else 1.0
    return UNSURE_WITH_DANISH if told else UNSURE


def _in_brackets(text: str) -> frozenset[str]:
    """The roots of what stands in brackets: in an English question, the Danish words as they are printed."""
    return frozenset(root(word) for said in re.findall(r"\(([^()]{3,80})\)", text) for word in words_of(said))


def _meets(place: str, agenda: Agenda) -> bool:
    """Whether a municipality's own bodies have minutes here: its name then tells whose case it is, not which."""
    return any(place in own for own in agenda.owners.values())


def topic_words(understood: Understood, agenda: Agenda) -> tuple[str, ...]:
    """The roots of what a question is about: its words without dates, bodies and the words of asking."""
    return tuple(dict.fromkeys(root(word) for word in _topic(understood, agenda)))


def _topic(understood: Understood, agenda: Agenda) -> tuple[str, ...]:
    text = in_danish_of(understood.text, lambda words: all(root(word) in agenda.rarity for word in words_of(words)))
    for found in reversed(find_dates(text)):
        text = f"{text[: found.char_start]} {text[found.char_end :]}"
    bodies = [word for body in understood.bodies for word in words_of(body)]
    bodies += [word for place in understood.municipalities if _meets(place, agenda) for word in words_of(place)]
    short = {
        fold(word)
        for word in re.findall(r"\b[A-ZÆØÅ]{2,6}\b", understood.text)
        if any(abbreviates(word, body) for body in understood.bodies)
    }
    kept = [
        word
        for word in words_of(text)
        if len(word) > 2
        and not word.isdigit()
        and root(word) not in _KNOWN
        and word not in short
        and not any(same_word(word, other) for other in bodies)
        and not (_MEETING.match(word) and root(word) not in agenda.rarity)
    ]
    return tuple(dict.fromkeys(kept))
