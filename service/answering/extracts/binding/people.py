"""Nouns of people: what a number stands with when somebody is counted who need not be named."""

from __future__ import annotations

import re

_PEOPLE = re.compile(
    r"(?:\w*(?:person|borger|patient|menneske|medlem|elev|kvinde|læge|leder|assistent|terapeut|konsulent|repræsentant|"
    r"ledig|studerende|gæst|nabo|kollega|ven|sygeplejerske|pædagog|psykolog|politiker|chef|direktør|jordemoder|kandidat|beboer|ansøger|tilhører|ejer|lejer|vælger|familie|par|husstand|hold)(?:e?r?n?e?|mer(?:ne)?|ner(?:ne)?)|"
    r"\w*(?:børn(?:ene)?|barn|mænd(?:ene)?|mand|folk|unge|ældre|voksne|stemmer|formænd|gange?|stk|styk)|"
    r"\w{2,}(?:ere|erne|ister?|isterne|anter?|enter?|enterne|ede|ende|te)|"
    r"people|persons?|men|women|children|participants|members|employees|staff|patients|residents|citizens|guests|pupils|"
    r"students|\w{3,}ers|attended|present)",
    re.IGNORECASE,
)
"""Agents end in -ere or -ister, those of whom something is said as participles in -ede, -te and -ende."""
_MEASURE = re.compile(r"%|pct|procent|mio|mia|millioner|milliarder|kr|kroner|percent", re.IGNORECASE)
"""Shares and sums are of anybody."""
_NONE = re.compile(r"\w*(?:centr(?:e|ene|er|erne)|regioner|kommuner|hospitaler|uger|timer|møder)", re.IGNORECASE)


def counts_people(word: str) -> bool:
    """Whether a noun behind a number counts people ("58 fremmødte", "12 borgere"), or is a share or sum of them."""
    return bool(_MEASURE.fullmatch(word)) or (bool(_PEOPLE.fullmatch(word)) and not _NONE.fullmatch(word))
