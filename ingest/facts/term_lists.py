"""Lists of terms: lines "Term: what it is", and a term in quotation marks before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates.find import find_dates
from ingest.facts.definitions import RELATION, bare_term
from ingest.facts.found import Found
from ingest.facts.meanings import demands, states
from ingest.records import FactKind

_LABEL = re.compile(
    r"^[•●▪■◦‣\-–—*\s]*(?P<quote>[”“\"»]?)(?P<term>[A-ZÆØÅ][^:.;!?\n]{1,40}?)[”“\"«]?:\s+(?P<what>\S.*)$", re.DOTALL
)
_FIELD = re.compile(
    r"^(?:for stemte|imod stemte|stemte|undlod|overskrift|sagsfremstilling|resum|dato|tid|sted|mødested|mødedato|deltagere"
    r"|fraværende|afbud|emne|til|fra|cc|sendt|telefon|tlf|mobil|direkte|e-?mail|mail|adresse|note|nb|obs"
    r"|bilag|kilde|beslutning|indstilling|journal|sags|dok|afdeling|udarbejdet|sagsbehandler|kontakt|ad|punkt|side|tabel|figur|godkendelse|orientering"
    r"|drøftelse|pol|adm|ref|vedr|date|time|place|author|memo|subject|from|to|venue|present|absent|forfatter|version|status)\b",
    re.IGNORECASE,
)
_FEWEST_LABELS = 2
_LONGEST_TERM = 3
_FEWEST_WORDS = 4


def term_list_facts(text: str) -> Iterator[Found]:
    """Read "Term: what it is" from at least two such lines of a list, or from any line with the term in quotation marks."""
    lines = text.split("\n")
    matches = [match for line in lines if (match := _LABEL.match(line)) and _explains(match["term"], match["what"])]
    enough = len(matches) >= _FEWEST_LABELS and len(matches) >= 0.5 * len(lines)
    for match in matches:
        if match["quote"] or (enough and len(match["term"].split()) <= _LONGEST_TERM):
            what = match["what"].strip()
            yield Found(kind=FactKind.DEFINITION, subject=bare_term(match["term"]), relation=RELATION, object=what)


def _explains(term: str, what: str) -> bool:
    if states(what) or demands(what) or any(each.char_start == 0 for each in find_dates(what)):
        return False
    return len(what.split()) >= _FEWEST_WORDS and not _FIELD.match(term) and not find_dates(term) and not re.search(r"\d", term)
