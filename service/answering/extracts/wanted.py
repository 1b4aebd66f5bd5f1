"""What kind of words would answer a question: a date, a sum, a person, a reason … read from the question's own words."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from service.records import QuestionKind, Understood


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


_BY_WORDS: tuple[tuple[str, Wanted], ...] = (
    (
        r"^\W*(og |and )?(hvornår|when) (må|bør|kan|may|can|should) (?!.*\b(tidligst|senest|igen|earliest|again)\b)|"
        r"\b(under|på) hvilke (omstændigheder|betingelser|vilkår)\b|\bi hvilke (tilfælde|situationer)\b|"
        r"\b(under (which|what) (circumstances|conditions)|in (which|what) (cases|situations))\b",
        Wanted.CONDITION,
    ),
    (r"\b(mobil(?=\W*$)|mobilnumm\w+|mobiltelefonnumm\w+|mobile(?=\W*$)|(mobile|cell) ?(phone )?number)\b", Wanted.MOBILE),
    (r"\b(telefonnumm\w+|tlf|telefon|phone|telephone|direkte numm\w+)\b", Wanted.TELEPHONE),
    (r"\b(e-?mail\w*|mailadresse\w*|mail)\b", Wanted.MAIL),
    (
        r"\b(dok(ument)?-? ?(id|nr|numm\w+)|sags-? ?(id|nr|numm\w+)|journal\w*|case (id|number)|document (id|number)|lovnumm\w+|"
        r"version\w*numm\w+|hvilken version|which version|version number|"
        r"paragraf\w*|numm\w+|punktnumm\w+|number (does|has|is)|cvr\w*|ean\w*)\b",
        Wanted.IDENTIFIER,
    ),
    (r"\b(klokkeslæt\w*|klokkeslaet\w*|hvad tid|what time|tidspunkt på dagen|klokken)\b", Wanted.CLOCK),
    (r"\b(hvor (ofte|tit|hyppigt)|how (often|frequently))\b", Wanted.FREQUENCY),
    (
        r"\b(hvor (lang tid|længe|laenge|hurtigt)\b.*|hvor langt (varsel|tid|forud|før)\b|how (quickly|fast|long)|"
        r"varsel\w*|opsigelsesvars\w+|notice period|varighed\w*|duration)",
        Wanted.DURATION,
    ),
    (
        r"\b(procent\w*|pct|andel\w*|percent\w*|share of|per cent|proportion|hvor stor (en )?del|hvor meget vægte\w*|"
        r"(hvordan|how)\b.{0,12}\b(fordeles|deles|divided|split|shared)|"
        r"(hvordan|how)\b.{0,60}\b(fordelt|fordeles|deles mellem|divided|split))\b",
        Wanted.SHARE,
    ),
    (
        r"\b(koster|kostede|koste|kostet|pris\w*|beløb\w*|penge|(?<!\d )(kroner|kr|mio)|"  # a sum that is given is not asked for
        r"\w*udgift\w*|\w*omkostning\w*|budget\w*|\w*takst\w*|"
        r"timeløn\w*|honorar\w*|bevilling\w*|\w*besparelse\w*|merforbrug\w*|mindreforbrug\w*|overskud\w*|underskud\w*|gebyr\w*|"
        r"kontingent\w*|husleje\w*|leje|lejen|anlægssum\w*|regning\w*|"
        r"betales|betale for|solgt for|købt for|cost|costs|price|prices|fee|rent|salary|expense\w*|expenditure\w*|"
        r"amount of money|money|funding|tilskud\w*|hourly wage|"
        r"exchange rate|valutakurs\w*|"
        r"hvor meget\b.{0,90}\b(kost\w*|betal\w*|bevilg\w*|tilskud|støtte|spare\w*)|"
        r"how much (was|is|were|are|did|does|do|will|would|has|have)\b.{0,80}"
        r"\b(amount to|pay|pays|paid|receive\w*|get|got|granted?|saved?|spent|spend|allocate\w*))\b",
        Wanted.MONEY,
    ),
    (r"\b(hvilket|hvilke|which|what) (politiske?t? |political )?(parti\w*|part(y|ies))\b", Wanted.PARTY),
    (
        r"\b(turnout|fremmøde\w*|valgdeltagelse\w*|deltagerantal\w*|"
        r"hvor mange|hvor stort? (et )?(antal|del)|how many|how much|antal\w*|number of|population|indbyggertal\w*|"
        r"befolkningstal\w*|måltal\w*|maltal\w*)\b",
        Wanted.COUNT,
    ),
    (
        r"\b(hvornår|hvornaar|when|hvilken dato|hvilke datoer|which date|what date|which dato|hvilken date|dato\w*|deadline\w*|"
        r"frist\w*|skæringsdato\w*|hvilket år|which year|what year|hvilken (ugedag|dag|måned|uge)|"
        r"(which|what) (day|month)|since when|how soon|by when)\b",
        Wanted.DATE,
    ),
    (r"\b(hvorfor|why|årsag\w*|begrundels\w*|reason\w*|skyldes|hvad er grunden|baggrunden for)\b", Wanted.REASON),
    (
        r"\b(hvad hedder|navnet på|what is the name|"
        r"hvem (er|var) (formand|næstformand|mødeleder|ordstyrer|projektleder|kontaktperson)|"
        r"hvilke(n|t)? (person\w*|to personer|medlem\w*|sagsbehandler\w*)|which person|who chair\w*)\b",
        Wanted.PERSON,
    ),
    (
        r"\b(hvem|who|whom|"
        r"hvilke(n|t)? (part\w*|kommune\w*|region\w*|myndighed\w*|aktør\w*|organ\w*|body|styrelse\w*|udvalg\w*|"
        r"ministeri\w*|leverandør\w*)|"
        r"which (part\w*|kommune\w*|municipalit\w*|region\w*|authorit\w*|agenc\w*|committee\w*|council\w*|ministr\w*|"
        r"(\w+ )?(vendor|supplier)\w*))\b",
        Wanted.ACTOR,
    ),
    (
        r"^\W*(og |and )?(hvor|where)\b(?! (mange|meget|stor|lang|længe|ofte|høj|tit|hyppig|hurtig|tidlig|sent|gam|tæt)).*"
        r"\b(afhold\w*|hold(es|t)|mød(es|tes)|foregår|foregik|finder sted|fandt sted|held|take place|took place|meet)\b|"
        r"\b(mødested\w*|hvilket (sted|lokale))\b|venue",
        Wanted.VENUE,
    ),
    (
        r"^\W*(og |and )?(hvor|where)\b(?! (mange|meget|stor|lang|længe|ofte|høj|tit|hyppig|hurtig|tidlig|sent|gam|tæt))|"
        r"\blocation\b",
        Wanted.PLACE,
    ),
)  # fmt: skip

_TELLS_TOO = re.compile(
    r"(?:\w*besparelse|merforbrug|mindreforbrug|overskud|underskud|gebyr|kontingent|husleje|leje|anlægssum|anlaegssum|regning|"
    r"fee|rent|salary|\w+udgift|\w+omkostning|\w+takst)(?:en|et|er|erne|s)?$",
    re.IGNORECASE,
)
"""Words that say which sum as well as that a sum is wanted."""
_HOW_MANY = re.compile(r"^\W*(?:og |and )?(?:hvor mange|how many) (?P<noun>[^\W\d_]+)")

_ASKS_STATUS = re.compile(r"^\W*(?:og |and )?hvor langt (?:er|var|kom|nåede) (?!der\b)")
_ASKS_MEANING = re.compile(r"^\W*(?:og |and )?hvornår (?:(?:tæller|regnes|betragtes|anses)\b|er (?:en|et|man|noget|nogen) )")
"""Questions that begin like one for a time, but ask how things stand or when a word applies."""

_HOW_LONG = re.compile(r"^\W*(?:og |and )?(?:hvor l(?:æ|ae)nge|(?:for |until )?how long)\b")
"""A day until when answers as well as a number of months."""
_COUNTS_TIME = re.compile(r"^\W*(?:og |and )?(?:hvor mange|how many) (?:år|måneder|uger|dage|døgn|years|months|weeks|days)\b")

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
    places = [(match.start(), kind) for pattern, kind in _BY_WORDS if (match := re.search(pattern, text))]
    found = [
        kind
        for place, kind in sorted(places, key=lambda pair: pair[0])
        if kind not in LEADING_ONLY or place <= LEADING_CHARACTERS
    ]
    leading = _BY_KIND.get(understood.kind)
    if leading in (Wanted.YES_NO, Wanted.LIST):
        return (leading,)
    if leading is not None:
        found.append(leading)
    if _counts_things(text):
        found = [Wanted.COUNT, *(kind for kind in found if kind not in FINER[Wanted.COUNT])]
        if _COUNTS_TIME.search(text):
            return (Wanted.COUNT, Wanted.DURATION)
    if Wanted.DURATION in found and _HOW_LONG.match(text):
        found.append(Wanted.UNTIL)
    exact = [kind for kind in found if not FINER.get(kind, frozenset()).intersection(found)]
    return tuple(dict.fromkeys(exact)) or (Wanted.ANYTHING,)


def _counts_things(text: str) -> bool:
    """Whether the noun behind "how many" is a thing, and no measure ("hvor mange penge", "how many percent")."""
    found = _HOW_MANY.match(text)
    return found is not None and kind_said(found.group("noun")) not in FINER[Wanted.COUNT]


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
