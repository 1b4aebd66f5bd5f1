"""What kind of words would answer a question: a date, a sum, a person, a reason … read from the question's own words."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from service.answering.extracts.interrogatives import is_free, is_question_word
from service.answering.extracts.wanted_words import ASKING
from service.records import QuestionKind, Understood
from service.understanding.spelling import in_any_spelling


class Wanted(StrEnum):
    """The kind of words that would answer."""

    DATE = "date"
    CLOCK = "clock"
    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    DURATION = "duration"
    UNTIL = "until"
    FREQUENCY = "frequency"
    IDENTIFIER = "identifier"
    TELEPHONE = "telephone"
    MOBILE = "mobile"
    MAIL = "mail"
    PARTY = "party"
    PERSON = "person"
    ACTOR = "actor"
    PLACE = "place"
    VENUE = "venue"
    CONDITION = "condition"
    REASON = "reason"
    LIST = "list"
    YES_NO = "yes_no"
    ANYTHING = "anything"


_BY_WORDS = tuple((in_any_spelling(pattern), Wanted(kind)) for pattern, kind in ASKING)
_TELLS_TOO = re.compile(
    r"(?:\w*besparelse|merforbrug|mindreforbrug|overskud|underskud|gebyr|kontingent|husleje|leje|anlægssum|regning|"
    r"fee|rent|salary|\w+udgift|\w+omkostning|\w+takst)(?:en|et|er|erne|s)?$",
    re.IGNORECASE,
)
"""Words that say which sum as well as that a sum is wanted."""
_HOW_MANY = re.compile(r"^\W*(?:og |and )?(?:hvor mange|how many) (?P<noun>[^\W\d_]+)")

_ASKS_STATUS = re.compile(r"^\W*(?:og |and )?hvor langt (?:er|var|kom|nåede) (?!der\b)")
_ASKS_MEANING = re.compile(r"^\W*(?:og |and )?hvornår (?:(?:tæller|regnes|betragtes|anses)\b|er (?:en|et|man|noget|nogen) )")
"""Questions that begin like one for a time, but ask how things stand or when a word applies."""

_HOW_LONG = re.compile(in_any_spelling(r"^\W*(?:og |and )?(?:hvor længe|(?:for |until )?how long)\b"))
"""A day until when answers as well as a number of months."""
_COUNTS_TIME = re.compile(
    r"^\W*(?:og |and )?(?:hvor mange|how many) "
    r"(?:år|måneder|uger|dage|døgn|timer|minutter|years|months|weeks|days|hours|minutes)\b"
)
_TIMES = frozenset({"gange", "times"})
"""Counted over a time they tell a rhythm: "Hvor mange gange om året"."""
_OPENS = re.compile(
    in_any_spelling(
        r"\b(?:åbner|lukker|åbent|lukket|opens?|closes?|closed)\b.*\b(?:om|på|i|on|at|in) (?:the )?\w*(?:dag|day|weekend)"
    )
)
"""When something opens on a weekday is told by the hour."""

_SUBORDINATE = re.compile(
    r"^(?P<main>\W*(?:og |and )?(?:hvem|who)\b[^,]*?),? "
    r"(?<!og )(?<!and )(?:hvornår|hvor|hvad|hvilke[nt]?|hvordan|hvorfor|om|when|where|what|which|how|why|whether) .*"
)
"""What somebody decides or finds out ("Hvem afgør, hvornår hallen åbner?") is not what is asked."""

_BY_KIND = {
    QuestionKind.WHEN: Wanted.DATE,
    QuestionKind.WHY: Wanted.REASON,
    QuestionKind.WHERE: Wanted.PLACE,
    QuestionKind.HOW_MANY: Wanted.COUNT,
    QuestionKind.WHO: Wanted.ACTOR,
    QuestionKind.YES_NO: Wanted.YES_NO,
    QuestionKind.LIST: Wanted.LIST,
}


def wanted_of(understood: Understood) -> tuple[Wanted, ...]:
    """The kinds of words wanted in the order they are asked for; a question that asks two things wants two. Never empty."""
    text = _SUBORDINATE.sub(r"\g<main>?", understood.text.lower())
    if _ASKS_STATUS.match(text) or (understood.kind is not QuestionKind.YES_NO and _ASKS_MEANING.match(text)):
        return (Wanted.ANYTHING,)
    counts = _counts_things(text)
    places = [(place, kind) for pattern, kind in _BY_WORDS if (place := _place(pattern, kind, text, counts)) is not None]
    found = [kind for _, kind in sorted(places, key=lambda pair: pair[0])]
    leading = _BY_KIND.get(understood.kind)
    if leading in (Wanted.YES_NO, Wanted.LIST):
        return (leading,)
    if leading is not None:
        found.append(leading)
    if counts:
        found = [Wanted.COUNT, *(kind for kind in found if kind not in FINER[Wanted.COUNT])]
        if _COUNTS_TIME.search(text):
            return (Wanted.COUNT, Wanted.DURATION)
    if Wanted.DURATION in found and _HOW_LONG.match(text):
        found.append(Wanted.UNTIL)
    exact = [kind for kind in found if not FINER.get(kind, frozenset()).intersection(found)]
    if Wanted.DATE in exact and _OPENS.search(text):
        exact.append(Wanted.CLOCK)
    return tuple(dict.fromkeys(exact)) or (Wanted.ANYTHING,)


def _place(pattern: str, kind: Wanted, text: str, counts: bool) -> int | None:
    """Where the first words stand that ask for a kind, None when none do; `counts`: the question is how many things there are."""
    for found in re.finditer(pattern, text):
        if kind in LEADING_ONLY and found.start() > LEADING_CHARACTERS:
            return None
        if is_question_word(found) or (is_free(found, text) and not (counts and kind in ADDRESSES)):
            return found.start()
    return None


def _counts_things(text: str) -> bool:
    """Whether the noun behind "how many" is a thing, and no measure ("hvor mange penge", "how many percent")."""
    found = _HOW_MANY.match(text)
    if found is None or found.group("noun") in _TIMES:
        return False
    return kind_said(found.group("noun")) not in FINER[Wanted.COUNT]


def says_kind(word: str) -> bool:
    """Whether a word only says what kind of words is wanted ("penge", "dato"), so that no answer need repeat it."""
    return kind_said(word) is not None and not _TELLS_TOO.match(word)


@lru_cache(maxsize=4_096)
def kind_said(word: str) -> Wanted | None:
    """The kind of words that a word alone asks for, None when it asks for none."""
    return next((kind for pattern, kind in _BY_WORDS if re.search(pattern, f"hvilke {word.lower()}")), None)


LEADING_ONLY = frozenset({Wanted.MONEY, Wanted.SHARE, Wanted.REASON, Wanted.IDENTIFIER, Wanted.COUNT, Wanted.DURATION})
LEADING_CHARACTERS = 40
"""Nouns such as "budget" or "number" say what is wanted only near the beginning of the question."""

ADDRESSES = frozenset({Wanted.TELEPHONE, Wanted.MOBILE, Wanted.MAIL})
"""Kinds whose nouns are counted as things in a how-many question ("hvor mange mailkonti")."""

FINER: dict[Wanted, frozenset[Wanted]] = {
    Wanted.COUNT: frozenset(
        {
            Wanted.MONEY,
            Wanted.SHARE,
            Wanted.DURATION,
            Wanted.FREQUENCY,
            Wanted.IDENTIFIER,
            Wanted.TELEPHONE,
            Wanted.MOBILE,
            Wanted.DATE,
            Wanted.REASON,
        }
    ),
    Wanted.MONEY: frozenset({Wanted.SHARE}),
    Wanted.IDENTIFIER: frozenset({Wanted.TELEPHONE, Wanted.MOBILE, Wanted.MAIL}),
    Wanted.TELEPHONE: frozenset({Wanted.MOBILE}),
    Wanted.ACTOR: frozenset({Wanted.PERSON, Wanted.PARTY}),
    Wanted.PLACE: frozenset({Wanted.VENUE}),
    Wanted.DATE: frozenset({Wanted.CLOCK, Wanted.DURATION, Wanted.FREQUENCY, Wanted.CONDITION}),
}
"""Kinds that say more exactly what another says: a question for a sum is not also one for any number."""
