"""The words in which minutes decide, and in which people ask what was decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.minutes.votes import votes
from ingest.records import AgendaItem
from service.answering.frames import no, yes
from service.records import QuestionKind, Understood
from service.understanding.words import stem, words_of

ASKS = re.compile(
    r"\b(?:beslut\w*|anbefal\w*|recommend\w*|konklu\w*|conclu\w+|aftalte|(?:blev|er) aftalt"
    r"|vedt[aoå]\w*|godkend\w*|tiltr[åa]\w*|udsat|udsatte|udskudt|afvist|afviste|forkast\w*|bemærkning\w*|tilføjelse\w*"
    r"|tilføjet|"
    r"hvad skete der|what happened|valgt\w*|udpeg\w*|elected|appointed|chosen|selected|bevilg\w*|bevilget|imødekom\w*|granted"
    r"|tilskud|dispensation|støtte|grant|funding|subsidy|forbehold|reservations?|undlod|abstain\w*|inhabil\w*|recus\w*"
    r"|enige? (?:om|med)|agreed?|udfaldet|outcome"
    r"|"
    r"stemt\w*|stemme\w*|efterretning|eventuelt|decid\w+|decision\w*|approv\w+|adopt\w+|postpon\w+|reject\w+|remark\w*|vote[ds]?)\b",
    re.IGNORECASE,
)
WHAT_CAME = re.compile(
    r"\b(?:endte|ender|(?:sker|skete) der med|blev der (?:sagt|svaret)|blev det til|(?:sagde|siger|sagt|et) (?:ja|nej)"
    r"|became of|end(?:ed)? up|turned down|said (?:yes|no))\b",
    re.IGNORECASE,
)
"""Asks what came of a case in a colleague's words."""
ASKS_VOTES = re.compile(
    r"\b(?:kunne ikke (?:tiltræde|støtte|tilslutte sig)|(?:var|er|were|was) (?:imod|against)|uenige? (?:i|med|om)|utilfreds\w*"
    r"|modstander\w*|(?:gik|stillede sig|talte) imod|mindretal\w*|disagreed?|opposed|opponents?|minority"
    r"|stemte|stemt|stemmer|afstemning|forbehold|undlod|abstain\w*|reservations?|vote[ds]?|voting)\b",
    re.IGNORECASE,
)
ASKS_PROPOSAL = re.compile(r"\b(?:indstil\w*|foreslå\w*|foreslog|recommend\w*|propos\w+)\b", re.IGNORECASE)
TRIVIAL = re.compile(
    r"^\W*(?:(?:ad\.?\s*\d+\W*)?(?:tiltrådt|tilrådt|godkendt|vedtaget|indstillingen (?:blev )?(?:godkendt|tiltrådt)|"
    r"(?:\S+\s+){1,4}(?:godkendte|tiltrådte|vedtog) (?:indstillingen|\S+ indstilling(?:er)?)|taget til efterretning)\W*)+"
    r"(?:(?:fraværende|afbud|ikke til stede).*)?$",
    re.IGNORECASE | re.DOTALL,
)
WHETHER_ALLOWED = re.compile(r"^\W*(?:og |and )?(?:kan|må|bør|can|may|could|should)\b", re.IGNORECASE)
"""Whether something may be done is a rule; that it was once decided is none."""
_REFUSED = re.compile(
    r"\b(?:ikke (?:godkend\w*|tiltrå\w*|tilslut\w*|anbefal\w*|imødekom\w*|vedta\w*|flertal|opbakning|enighed|stilling|muligt)"
    r"|(?:godkende|anbefale|vedtage|tiltræde|imødekomme)s ikke|udgår|udgik|tage[ts] af dagsordenen|afvis\w*|forkast\w*"
    r"|kan ikke|nåede (?:vi )?ikke|udsæt\w*|udsat\w*|udskyd\w*|udskudt|sendt? tilbage|sendes tilbage|trukket|trak forslaget"
    r"|fald(?:t|er)|bortfald(?:t|er|et)|nedstem\w*|not (?:approved|adopted|agreed|supported)|rejected|deferred|postponed"
    r"|withdrawn)\b",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:godkend\w*|tiltråd\w*|tilrådt|vedtog\w*|vedtag\w*|til efterretning|approved|adopted|bakkede op)\b", re.IGNORECASE
)
APPROVES_PROPOSAL = re.compile(
    r"^\W*(?:ad\.?\s*\d+\W*)?(?:indstillingen (?:blev )?(?:godkendt|tiltrådt|vedtaget)|"
    r"(?:\S+\s+){1,4}(?:godkendte|tiltrådte|vedtog|fulgte) indstillingen)\b",
    re.IGNORECASE,
)
"""A decision whose first words refer to the proposal for what was decided."""
CHANGES = re.compile(
    r"\b(?:med den (?:ændring|tilføjelse|præcisering)\w*|med (?:følgende )?(?:ændring|tilføjelse|bemærkning)\w*|idet|dog|i stedet"
    r"|og ikke|undtagen"
    r"|ændringsforslag\w*|with the (?:change|amendment)|except|instead)\b",
    re.IGNORECASE,
)
"""A decision that approves with a difference."""
_ABSENTEES = re.compile(r"\s*\n(?:fraværende|afbud|ikke til stede)\b[^\n]*$", re.IGNORECASE)


def without_absentees(decision: str) -> str:
    """A decision without a last line that lists who was absent; unchanged where nothing else stands."""
    return _ABSENTEES.sub("", decision) or decision


def refuses(decision: str) -> bool:
    """Whether a decision turns down, puts off or drops what was proposed, and approves nothing beside it."""
    return bool(_REFUSED.search(decision)) and not _APPROVED.search(_REFUSED.sub(" ", decision))


_NOTHING = re.compile(r"\b(?:intet at bemærke|ingen bemærkninger|intet|ingenting|nothing|no remarks)\b", re.IGNORECASE)


def yes_or_no(understood: Understood, decision: str) -> str | None:
    """Ja or Nej where a yes/no question asks whether something was approved, or came up at all; None otherwise."""
    if understood.kind is not QuestionKind.YES_NO:
        return None
    if _NOTHING.search(decision) and len(decision.split()) < 8:
        return no(understood.language)
    if ASKS_VOTES.search(understood.text):
        return yes(understood.language)
    meant = _sentence_meant(understood.text, decision)
    if _REFUSED.search(meant):
        return no(understood.language) if refuses(meant) else None
    return yes(understood.language) if _APPROVED.search(meant) else None


def _sentence_meant(question: str, decision: str) -> str:
    """The one sentence of a decision that speaks of more of the question's words than any other; else the whole decision."""
    asked = {stem(word) for word in words_of(question) if len(word) > 3}
    sentences = [each for each in _sentences(decision) if _REFUSED.search(each) or _APPROVED.search(each)]
    shared = [len(asked & {stem(word) for word in words_of(sentence)}) for sentence in sentences]
    best = max(shared, default=0)
    return sentences[shared.index(best)] if best and shared.count(best) == 1 else decision


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n+", text.strip()) if sentence]


GIVES_REASON = re.compile(
    r"\b(?:fordi|da|idet|eftersom|ønske\w*|begrund\w*|bemærkning|hensyn\w*|because|wanted|wished)\b", re.IGNORECASE
)
"""A vote told with its reason."""

_SET_ASIDE = re.compile(
    r"\b(?:udsat|udskudt|afvist|forkastet|taget af|trukket|sendt tilbage|postponed|rejected|withdrawn)\b", re.IGNORECASE
)


_LETTERED = re.compile(r"\W*[a-zæøå]\)")
"""Where the next of several proposals begins."""


def explains(question: str, decision: str) -> bool:
    """Whether a decision that set a case aside goes on to say more than its votes: "Udsat. Der mangler et bilag."."""
    told = [sentence for sentence in _sentences(decision)[1:] if not (votes(sentence) or _LETTERED.match(sentence))]
    return bool(_SET_ASIDE.search(question) and told)


_AGAINST = re.compile(r"\b(?:imod|mod|modstander\w*|against|opposed|opponents?)\b", re.IGNORECASE)
_ABSTAINED = re.compile(r"\b(?:undlod|undlader|abstain\w*|forbehold)\b", re.IGNORECASE)


def votes_asked(text: str, votes: Sequence[str]) -> str:
    """The sentences on votes that a question asks for: against, abstained, or all; all where none is told apart."""
    for pattern in (_AGAINST, _ABSTAINED):
        chosen = [sentence for sentence in votes if pattern.search(sentence)]
        if pattern.search(text) and chosen:
            return " ".join(chosen)
    return " ".join(votes)


_RESERVED = re.compile(r"\b(?:forbehold|reservation\w*)\b", re.IGNORECASE)
_NOT_VOTED = re.compile(r"\b(?:undlod|undlader|abstain\w*)\b", re.IGNORECASE)


def votes_fit(text: str) -> Callable[[AgendaItem], bool]:
    """Whether an item's printed votes and reservations are of the kind that a question asks for."""
    asked = [pattern for pattern in (_NOT_VOTED, _RESERVED, _AGAINST) if pattern.search(text)]

    def fit(item: AgendaItem) -> bool:
        told = " ".join(item.votes)
        return bool(told) and all(pattern.search(told) for pattern in asked)

    return fit
