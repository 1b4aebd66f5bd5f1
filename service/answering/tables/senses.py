"""What a question asks for and how the columns are headed that hold it: "hvad koster" and "Takst", "hvornår" and "Frist"."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """Words of a question, and the words of a column's header that mean the same."""

    asked: re.Pattern[str]
    header: re.Pattern[str]


def _sense(asked: str, header: str) -> Sense:
    return Sense(
        asked=re.compile(rf"\b(?:{asked})\b", re.IGNORECASE),
        header=re.compile(rf"\b(?:{header})\b", re.IGNORECASE),
    )


COST = _sense(
    r"koste\w*|pris\w*|\w*takst\w*|\w*udgift\w*|cost\w*|price\w*|fee\w*|rate|expense\w*",
    r"\w*takst\w*|\w*pris\w*|gebyr\w*|beløb|\w*udgift\w*|\w*omkostning\w*|honorar\w*|price|fee|rate|cost\w*",
)
"""What something costs."""
PAYMENT = _sense(
    r"\w*betale\w*|finansiere\w*|bidrage\w*|(?:lægge|lægger) i kassen|pays?|finances?|contributes?",
    r"\w*betal\w*|finansier\w*|udgiften bæres|bidrag\w*|beløb\w*|paid|payer|contribution|amount",
)
"""What somebody pays."""
SENSES = (
    COST,
    _sense(
        r"drive|drives|driften|drift|årlig\w*|om året|a year|per year|yearly|annual\w*|running|to run",
        r"\w*drift|driftsudgift\w*|pr\. år|årlig\w*|annual",
    ),
    _sense(
        r"begynd\w*|starte\w*|start|opstart\w*|(?:går|gå) i gang|i kraft|indføres|begins?|starts?|launch\w*",
        r"\w*start\w*|begynd\w*|kan begynde|\w*ikraft\w*|i kraft|i drift|indføres|begins?",
    ),
    _sense(r"ophør\w*|slutte\w*|udløb\w*|stoppe\w*|ends?|expires?|stops?", r"ophør\w*|slut\w*|udløb\w*|stop|end|expiry"),
    PAYMENT,
    _sense(r"budget\w*|bevilling\w*|bevilget|afsat|sum|summen|amount|grant\w*", r"beløb\w*|sum|amount"),
    _sense(r"procent|andel\w*|hvor stor en del|share|percent(?:age)?", r"\w*andel\w*|procent\w*|pct|share"),
    _sense(r"hvor tungt?|vejer?|how heavy|weighs?", r"\w*vægt\w*|weight"),
    _sense(
        r"\w*telefon\w*|tlf|\w*nummer|\w*nummeret|ringer?|(?:phone|telephone)(?: number)?|call",
        r"\w*telefon\w*|tlf|mobil\w*|\w*nummer|phone",
    ),
    _sense(r"e-?mail\w*|mail\w*", r"e-?mail\w*|mail\w*"),
    _sense(
        r"leverandør\w*|leverer|vandt|vinder\w*|vundet|supplier\w*|supplies|won|winner\w*|wins",
        r"leverandør\w*|vinder\w*|tilbudsgiver\w*|supplier|winner",
    ),
    _sense(r"ejer\w*|owns?|owners?", r"\w*ejer|owner"),
    _sense(r"åbe[nt]\w*|åbner|åbningstid\w*|open|opens|opening hours", r"åbningstid\w*|åbent|opening hours"),
    _sense(r"varer|varighed\w*|hvor længe|last|lasts|duration|how long", r"varighed\w*|længde|duration"),
    _sense(r"bemande\w*|bemanding\w*|personale\w*|staff\w*", r"\w*bemanding\w*|\w*personale\w*|staff\w*"),
)


def words_asking(text: str, header: str) -> list[str]:
    """The words of a question that ask for what a column holds: "koster" for a column "Takst"."""
    return [match.group(0) for sense in SENSES if sense.header.search(header) for match in sense.asked.finditer(text)]
