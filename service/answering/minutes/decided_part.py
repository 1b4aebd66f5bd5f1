"""Answers when, where, who, how much or which from the sentence of a decision, where the outcome of a case is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analysis.stopwords import STOP_WORDS
from index.opened import OpenIndex
from ingest.minutes.decisions import decides
from ingest.minutes.votes import votes
from ingest.places.folding import fold
from service.answering.extracts.spans.numerals import NUMERAL
from service.answering.extracts.spans.registry import find
from service.answering.extracts.wanted import Wanted, wanted_of
from service.answering.frames import quoted
from service.answering.minutes.agenda import Agenda, agenda_of
from service.answering.minutes.case_meant import LEAST_LEAD, LEAST_WHOLE, CaseMeant, case_meant, share_said
from service.answering.minutes.chosen import ASKS as ASKS_CHOSEN
from service.answering.minutes.chosen import chosen_in, told_of
from service.answering.minutes.decision_units import Unit, decision_units, other_units
from service.answering.minutes.decision_words import ASKS_PROPOSAL, ASKS_VOTES, WHETHER_ALLOWED
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.roots import root, roots_of
from service.answering.minutes.topic import AskedWord
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Understood
from service.understanding.words import words_of

LEAST_TITLE = 0.4
"""The share that the title holds where the deciding sentence says nothing of the topic itself."""
LEAST_OWN = 0.3
"""The share that the deciding sentence holds, with the one it points back to, where others of its kind stand beside it."""
MOST_BEHIND = 0.3
"""By so much a sentence of the same kind in the case's background may hold more of the question."""
FITTING = 0.4
"""What it is worth that a sentence says its sum is a price, or that somebody was elected, where that is asked for."""
MOST_WORDS = 80
STRENGTH, WEAKER = 0.89, 0.8

_KINDS = frozenset(
    {QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.WHO, QuestionKind.HOW_MANY, QuestionKind.LIST, QuestionKind.WHAT}
)
_COMES = (
    r"skal|vil|bliver|kommer|fremover|begynder|starter|går|overgår|træder|flytter|åbner|lukker|stiger|falder|overtager"
    r"|valgt\w*|valgte|vedtag\w*|besluttet|gældende|will|shall|going to|is to|are to|chosen|adopted|agreed|decided|starts?"
    r"|begins?"
)
_SURELY_AHEAD = re.compile(rf"\b(?:{_COMES})\b", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\b(?:{_COMES}|får|fik|endte|vælge[rs]?|valg|gælder|udpeget|udpeges|bevilget|bevilgede|støttes|står for|følger op"
    r"|sørger for|skriver|kontakter|undersøger|suppleant\w*|stedfortræder\w*|næstformand\w*|ned|op|koster|ny|nye|new"
    r"|chose|appointed|elected|granted)\b",
    re.IGNORECASE,
)
"""Words in which people ask what came of a case rather than what was told in it; the first surely do."""
_TALK = re.compile(
    r"\b(?:mente|mener|sagde|siger|foresl\w+|forslag\w*|spurgte|ønske\w*|fortalte|oplyste|frygte\w*|advarede|påpegede|i dag"
    r"|hidtil|tidligere|før|ville|ansøg\w*|søgte|said|thought|proposed|wanted|asked|told|today|before|applied|applications?)\b",
    re.IGNORECASE,
)
"""What somebody said or wished, and what was before, stands beside the decision."""
_PUT_OFF = re.compile(
    r"\b(?:udsat|udsættes|udskudt|udskydes til (?:et |næste )|send(?:t|es) (?:tilbage|retur)|hjemvist|taget af dagsordenen)\b",
    re.IGNORECASE,
)
_GETS = re.compile(r"\b(?:fik|får|støttes|støttet|tildelt|bevilget|tilskud|penge|got|get|received|granted)\b", re.IGNORECASE)
_SPAN_OF_DAY = re.compile(r"\b(?:tidsrum|hvad tid|klokkeslæt\w*|what time|åbningstid\w*|lukketid\w*)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:(?:ind|frem )?til(?: og med)?|t\.o\.m\.|until) (?:den )?(?:\d{1,2}\.|udgangen|medio|ultimo|primo|\w+ \d{4})"
    r"|\b\w*perioden\b"
)
_PUT = re.compile(
    r"\b(?:placeres|placeret|ligge[rs]?|lægges|sættes op|opstilles|bygges|opføres|indrettes|holdes|afholdes|foregår|overrækkes"
    r"|valgte)\b"
    r"[^.]*\b(?:i|på|ved|hos)\s\w",
    re.IGNORECASE,
)
"""Where something is put, however the place is called."""
_PRICE = re.compile(
    r"\b\w*(?:pris|gebyr|takst|afgift|kontingent|betaling|udgift)\w*\b|\bkoste\w*\b|\bbetale[rs]?\b", re.IGNORECASE
)
_COUNTED = re.compile(r"^\W*(?:og |and )?(?:hvor mange|how many)\s+(?:[\wæøå]+-)?(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_NUMBER_OF = re.compile(rf"(?<![\w.,]){NUMERAL}(?:\s+(?:nye\s|ekstra\s)?(?P<noun>[^\W\d_]+))?", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:først|begynde[rs]? med|starte[rs]? med|prioritere[sr]?|first|begin with)\b", re.IGNORECASE)
_STANDS_IN = re.compile(r"\b(?:suppleant\w*|stedfortræder\w*|substitute\w*|deputy)\b", re.IGNORECASE)
_MEMBER = re.compile(r"\bmedlem\w*\b", re.IGNORECASE)
_ELECTS = re.compile(
    r"\b(?:udpeg\w*|peges på|valgt\w*|valgte\w*|vælges|genvalgt\w*|konstituer\w*|ansættes|overtager|tiltræder|repræsenterer"
    r"|elected|appointed)\b",
    re.IGNORECASE,
)
_NOT_ELECTED = re.compile(r"\b(?:ikke (?:flertal|valgt|valg)|opnåede ikke|stillede op|foreslået)\b", re.IGNORECASE)
_COSTS = re.compile(r"\b(?:til at koste|koste[rs]?|costs?|prisen|price)\b", re.IGNORECASE)
_MUCH = re.compile(r"\b(?:hvor meget|how much)\b", re.IGNORECASE)


class DecidedPartAnswerer:
    """Answers from the one sentence of a decision that says what is asked."""

    kind = "decision"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None where no item is surely meant, or its decision does not say what is asked."""
        text = understood.text
        if understood.kind not in _KINDS or not _AHEAD.search(text) or _TALK.search(text):
            return None
        if ASKS_PROPOSAL.search(text) or ASKS_VOTES.search(text) or WHETHER_ALLOWED.match(text):
            return None
        agenda = agenda_of(index, understood.filters.access)
        meant = case_meant(understood, agenda, index) if agenda.cards else None
        if meant is not None and (told := _of_chosen(understood, meant, agenda, index)) is not None:
            return told
        unit = _deciding(understood, meant, index) if meant is not None else None
        return _draft(understood, index, agenda, meant, unit) if meant is not None and unit is not None else None


def _of_chosen(understood: Understood, meant: CaseMeant, agenda: Agenda, index: OpenIndex) -> Draft | None:
    """What the background tells of the solution chosen, where that is asked for or the decision itself does not say it."""
    wanted = _kinds_wanted(understood)
    decided = decision_units(meant.item, index, understood)
    picked = chosen_in(decided)
    silent = not any(_says(wanted, unit, understood) for unit in decided)
    if picked is None or find(wanted[0], "") is None or not (silent or ASKS_CHOSEN.search(understood.text)):
        return None
    told = told_of(picked[1], other_units(meant.item, index, understood), wanted)
    if told is None or any(find(kind, picked[0].text) for kind in wanted):
        return None
    meeting = agenda.meetings[meant.item.meeting_id]
    return Draft(
        text=f"{quoted(told[1])} {quoted(picked[0].text)} ({place_of(meant.item, meeting, understood.language)})",
        kind=DecidedPartAnswerer.kind,
        strength=STRENGTH,
        sources=(source_of(index, told[0].passage, told[1]), source_of(index, picked[0].passage, picked[0].text)),
        as_of=meeting.date,
        features=(("decided_part", meant.share),),
    )


def _deciding(understood: Understood, meant: CaseMeant, index: OpenIndex) -> Unit | None:
    """The unit of the decision that says what is asked; None where none or several do alike, or the background says it better."""
    wanted = _kinds_wanted(understood)
    decided = decision_units(meant.item, index, understood)
    if _PUT_OFF.search(" ".join(unit.text for unit in decided)):
        return None  # what the case still says is no outcome
    if understood.kind in (QuestionKind.LIST, QuestionKind.WHO) and _GETS.search(understood.text):
        lists = [unit for unit in decided if unit.is_list]
        if len(lists) == 1:
            return lists[0]
    typed = [unit for unit in decided if _says(wanted, unit, understood)]
    if wanted == (Wanted.ANYTHING,):
        typed = [unit for unit in typed if not votes(unit.text) and (decides(unit.text) or _own(unit, meant.asked) >= LEAST_OWN)]
    if not typed:
        return None
    scored = sorted(
        ((_own(unit, meant.asked) + _fitting(wanted, unit, understood), -at, unit) for at, unit in enumerate(typed)),
        key=lambda each: each[:2],
        reverse=True,
    )
    own, _, best = scored[0]
    if own < LEAST_OWN and (len(typed) > 1 or meant.titled < LEAST_TITLE):
        return None
    rivals = [unit for unit in other_units(meant.item, index, understood) if _says(wanted, unit, understood)]
    return best if not _said_better(own, rivals, meant, surely=bool(_SURELY_AHEAD.search(understood.text))) else None


def _said_better(own: float, rivals: Sequence[Unit], meant: CaseMeant, *, surely: bool) -> bool:
    """Whether the background of a case says what is asked: it holds much more of the question, by more than the case's name."""
    if max((_own(unit, meant.asked) for unit in rivals), default=0.0) - own <= MOST_BEHIND:
        return False
    if not surely or meant.titled < LEAST_TITLE:
        return not surely or own < LEAST_OWN
    beside = [word for word in meant.asked if not share_said([word], meant.card.stems)]
    return own < LEAST_OWN and any(_own(unit, [word]) for unit in rivals for word in beside)


def _own(unit: Unit, asked: Sequence[AskedWord]) -> float:
    return share_said(asked, roots_of(f"{unit.before} {unit.text}"))


def _fitting(wanted: Sequence[Wanted], unit: Unit, understood: Understood) -> float:
    """What it is worth that a sentence says that its sum is a price, or somebody elected, where that is asked for."""
    if _FIRST.search(understood.text) and _FIRST.search(unit.text):
        return FITTING
    if wanted[0] is Wanted.MONEY:
        return FITTING if _PRICE.search(unit.text) else 0.0
    if wanted[0] in (Wanted.ACTOR, Wanted.PERSON):
        stands_in = bool(_STANDS_IN.search(unit.text))
        if stands_in is not bool(_STANDS_IN.search(understood.text)) and not _MEMBER.search(unit.text):
            return -FITTING
        elected = _ELECTS.search(unit.text) and not _NOT_ELECTED.search(unit.text) and find(Wanted.PERSON, unit.text)
        return FITTING if elected else 0.0
    return 0.0


def _counts(noun: str, text: str) -> bool:
    """Whether a text counts the things a noun names: "otte apparater" for "blodprøveapparater"; a bare number may."""
    asked = root(fold(noun))
    for match in _NUMBER_OF.finditer(text):
        own = root(fold(match["noun"] or ""))
        if not own or own in STOP_WORDS or (len(own) > 2 and (asked.endswith(own) or own.endswith(asked))):
            return True
    return False


def _kinds_wanted(understood: Understood) -> tuple[Wanted, ...]:
    if _MUCH.search(understood.text):
        return (Wanted.MONEY, Wanted.SHARE, Wanted.COUNT)
    if _COSTS.search(understood.text):
        return (Wanted.MONEY,)
    if understood.kind is QuestionKind.WHAT and _STANDS_IN.search(understood.text):
        return (Wanted.ACTOR,)
    if _SPAN_OF_DAY.search(understood.text):
        return (Wanted.CLOCK,)
    return wanted_of(understood)[:1]


def _says(wanted: Sequence[Wanted], unit: Unit, understood: Understood) -> bool:
    """Whether a unit holds words of a kind that is wanted and that the question does not say itself."""
    if unit.is_list or wanted == (Wanted.LIST,):
        return wanted == (Wanted.LIST,) and (unit.is_list or unit.text.count(",") > 1)
    if Wanted.DURATION in wanted and _UNTIL.search(unit.text):
        return True
    if Wanted.PLACE in wanted and _PUT.search(unit.text):
        return True
    counted = _COUNTED.match(understood.text)
    if wanted == (Wanted.COUNT,) and counted is not None and (votes(unit.text) or not _counts(counted["noun"], unit.text)):
        return False
    for kind in wanted:
        spans = find(kind, unit.text)
        if spans is None:
            return True
        said = set(words_of(understood.text))
        if any(set(words_of(span.of(unit.text))) - said for span in spans):
            return True
    return False


def _draft(understood: Understood, index: OpenIndex, agenda: Agenda, meant: CaseMeant, unit: Unit) -> Draft | None:
    words = len(f"{unit.before} {unit.text}".split())
    if len(unit.text.split()) > MOST_WORDS:
        return None
    meeting = agenda.meetings[meant.item.meeting_id]
    told = f"{quoted(unit.before)} {quoted(unit.text)}" if unit.before and words <= MOST_WORDS else quoted(unit.text)
    quotes = [unit.before, unit.text] if unit.before else [unit.text]
    return Draft(
        text=f"{told} ({place_of(meant.item, meeting, understood.language)})",
        kind=DecidedPartAnswerer.kind,
        strength=STRENGTH if meant.share >= LEAST_WHOLE + LEAST_LEAD else WEAKER,
        sources=tuple(source_of(index, unit.passage, quote) for quote in reversed(quotes)),
        as_of=meeting.date,
        features=(("decided_part", meant.share),),
    )
