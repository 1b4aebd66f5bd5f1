"""What a question says was done, in every way Danish and English say it: the answer must say that it was done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.analysis.saying import says


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A deed: how questions ask for it and how sentences tell of it, as patterns over lower-case text."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def _deed(asked: str, told: str = "") -> Deed:
    """What is asked may also be told with other words; a telling word may end a compound."""
    tells = f"{asked}|{told}" if told else asked
    return Deed(asked=re.compile(rf"\b(?:{asked})"), told=re.compile(rf"(?:{tells})"))


DEEDS = (
    _deed(
        r"færdig|afsluttet\b|afsluttes\b|finished|completed",
        r"fuldfør|afslut|klar\b|klart\b|ready|ferdig|udgangen af|senest|frist",
    ),
    _deed(
        r"godkend|vedtag|approved|adopted",
        r"vedtog|tiltråd|tiltræd|ikraft|i kraft|trådte|træder|beslut|enig",
    ),
    _deed(
        r"offentliggj|offentliggør|udgav|udgivet|published",
        r"publicer|udkom|udsend|udgive|lægges på|lagt på|lanceret|tilgængelig",
    ),
    _deed(r"underskrev|underskrevet|signed", r"underskri[vf]|indgå|indgik|hilsen"),
    _deed(r"grundlagt|stiftet|founded", r"oprett|etabler|dannet|(?:eksisteret|fandtes|findes|virket|virker) siden"),
    _deed(r"nedlagt|nedlægges|ophævet|abolished|dissolved", r"nedlæg|ophør|ophæv|opløs|lukke"),
    _deed(
        r"skriver\b(?! (?:under|om))|writes\b|skrev\b|skrevet|forfattede|wrote|written|author\b",
        r"udarbejde|forfatte|afgive|sendt|formuler|udgive|referent|hilsen|sagsbehandler",
    ),
    _deed(r"købt|købte|tilkøbt|purchased|bought", r"køb|anskaf"),
    _deed(r"stemte|stemt\b|voted|votes\b", r"(?<!be)stem(?:me(?!ret|ber)|t)|enstemmig|flertal|imod"),
    _deed(
        r"sagde(?! (?:\w+ ){0,3}nej\b)|udtalte|svarede|fortalte|said|replied",
        r"sagt|oplys|orientere|bemærk|svar|udtal|fortæl|tilbagemelding|mener|påpeg|understreg|pegede",
    ),
    _deed(
        r"viste|resultatet|showed|did .{2,60} show\b|results?(?= (?:of|from|did|do)\b)",
        r"vise[rst]|vist\b|resultat|erfaring|effekt|peger|fremgår|konklu|vurder|show|found|finding|result",
    ),
    _deed(r"evalueret|evaluated", r"evaluer"),
    _deed(r"født|born\b"),
    _deed(
        r"besluttede|besluttet|decided",
        r"beslut|godkend|tiltråd|vedtag|vedtog|aftal|efterretning|drøftede|udskyd|udsæt|nedsat|nedsæt|enig|ønsk|indstil|afvis",
    ),
    _deed(
        r"flest|mest\b|størst|færrest|højest|lavest|largest|most\b|highest|lowest",
        r"mindst|bedst|oftest|primær|især|særlig|hovedpart|højst|maks|op til|langt|først",
    ),
    _deed(r"repræsenterer|repræsenterede|represent(?:s|ed)\b", r"repræsent|\bfra\b|\bfor\b|\([a-zæøå]{1,2}\)"),
    _deed(
        r"afvist\b|afviste|afslog|afslået|fravalgt|fravalgte|sagde (?:\w+ ){0,3}nej\b|rejected|declined|refused|deselected",
        r"afvis|afslå|afslag|nej\b|imod|forkast|bortfald|fravælg|fravalg|udgå|udgik",
    ),
    _deed(
        r"enige?(?: \w+)* om|aftalte?\b|blev aftalt|konklusion\w*|konkluder\w*|agreed?\b|conclu(?:ded|sion)\b",
        r"enig|aftal|konklu|beslut|godkend|tiltråd|vedtag|opbakning",
    ),
    _deed(
        r"hvem (?:leder|ledede)\b|who (?:leads|led|heads|headed|chairs|chaired)\b",
        r"\bled(?:er|ere|es|ede|else|ing)\b|\w{3}leder\b|formand|chef|direktør|tovholder|spids|ansvar|mødeleder|head|chair|manager",
    ),
    _deed(
        r"hvornår (?:åbne[rs]?|åbnede)\b|when (?:will|did|does|do) .*\bopen\b",
        r"åbn|indvi|i brug|ibrugtag|start|klart?\b|drift|begynd|\bopen|færdig|flytte",
    ),
    _deed(
        r"hvornår (?:slutte[rs]?|sluttede|ophører|udløber|ender)\b|when (?:will|did|does|do) .*\b(?:end|expire)\b",
        r"slut|ophør|udløb|til og med|t\.o\.m|(?:ind)?til (?:den|\d|ud|med)|frem til|until|through|\bends?\b|expire|vare|"
        r"måned|\bår\b|months|years|weeks|uger|lukke|færdig|[-–]",
    ),
    _deed(r"aflyst|aflyste|cancelled", r"aflys|udgå|udgik|bortfald"),
    _deed(r"(?:blev|er) (?:gen)?valgt|elected", r"valg|vælg|udpeg|konstituer"),
    _deed(
        r"(?:blev|bliver) (?:den )?nye? \w+|(?:becomes?|became|will be) (?:the )?new",
        r"valg|vælg|udpeg|konstituer|\bnye?\b|afløs|tiltr|ansat|ansæt|overtag|efterfølg|elected|appointed|succe",
    ),
    _deed(r"udpegede|udpeget\b|appointed", r"udpeg|valg|vælg|indstil|nedsæt|nedsat"),
    _deed(r"ansat\b|ansatte\b som|hired|employed as", r"ansæt|ansat|tiltråd|tiltræd"),
    _deed(r"klagede|indklag|complained|appealed", r"klag|anke|appel"),
)
"""Deeds whose absence tells; what is said of nearly everything (to be, to have, to hold a meeting) is left out."""

_ONLY_SAYS_WHICH = re.compile(r"\b(?:den|det|de|the)\s$")
"""Before a word that only says which thing is meant."""


def deeds_untold(question: str, text: str) -> float:
    """The share of the deeds a question asks for that a text does not tell of; 0 for a question without deeds.

    A deed is also told of by a word or turn that stands near the asking one ("stiftet", "så dagens lys").
    """
    asked = asked_deeds(question)
    return sum(not is_told(deed, question, text) for deed in asked) / len(asked) if asked else 0.0


def asked_deeds(question: str) -> tuple[Deed, ...]:
    """The deeds a question asks for."""
    lowered = question.lower()
    return tuple(deed for deed in DEEDS if _first_done(deed, lowered))


def is_told(deed: Deed, question: str, text: str) -> bool:
    """Whether a text tells of a deed that a question asks for."""
    lowered, told = question.lower(), text.lower()
    found = _first_done(deed, lowered)
    return bool(deed.told.search(told) or (found and says(told, lowered, _word_at(lowered, found.start()))))


def _first_done(deed: Deed, question: str) -> re.Match[str] | None:
    """Where a question asks for a deed; "the approved agreement" only says which agreement is meant."""
    return next(
        (found for found in deed.asked.finditer(question) if not _ONLY_SAYS_WHICH.search(question[: found.start()])), None
    )


def _word_at(text: str, start: int) -> str:
    """The word of a text that begins at a place."""
    return text[start:].split(maxsplit=1)[0].strip("?.,;:!»«\"'()")
