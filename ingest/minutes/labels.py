"""The labels of a meeting's head ("Mødedato", "Sted", "Deltagere", …) and how a line shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LABELS = {
    "date": (
        "mødedato og tid|mødedato og sted|dato og sted|dato/sted|dato, tid og sted|tid/sted|tid, sted|hvornår"
        "|mødedato|dato og tid|dato og tidspunkt|dato|mødetidspunkt|tid og sted|tidspunkt og sted|date"
    ),
    "time": "mødetid|tidspunkt|tid|klokkeslæt|time|starttidspunkt",
    "place": "mødested|mødelokale|sted|lokale|lokation|place|venue",
    "participants": (
        "mødedeltagere|deltagere|deltagende|tilstede|til stede|tilstedeværende|fremmødte|fremmødt|mødte|mødt|medlemmer"
        "|faste deltagere|deltagerliste|med|deltog|nærværende|fremmødte medlemmer|mødte medlemmer|med var|med på mødet"
        "|i mødet deltog|på mødet deltog|participants|present|attendees"
    ),
    "absent": (
        "fraværende|fraværende medlemmer|fraværende/afbud|afbud/fraværende|fravær og afbud|afbud fra|afbud|ikke til stede"
        "|ikke tilstede|ikke med|ikke mødt|forfald|udeblevet|udebleven|udeblevne|meldt afbud|meldt fra|fravær|absent|apologies"
        "|forhindret|forhindrede|not present|unable to attend|excused|regrets"
    ),
    "chair": "mødeleder|mødeledelse|ordstyrer|dirigent|mødeformand|formand|chair|chairperson",
    "body": "udvalg|forum|organ|mødeforum|råd|komité|møde i|møde|body|committee",
    "other": "referent|ref.|ref|sekretær|mødet startede|mødet sluttede|mødet hævet|sagsnummer|sagsnr|journalnr|dagsorden"
    "|minutes by|bemærkninger|bemærkning|noter|note|observatør|observatører|observatør uden stemmeret|gæst|tilhørere"
    "|fra administrationen"
    "|fra forvaltningen|fra sekretariatet",
}
FIELD_OF = {label: name for name, labels in _LABELS.items() for label in labels.split("|")}
"""Field by label, lower case."""
LISTS = ("participants", "absent")
"""The fields that hold names, and may go on over lines."""


def _any(labels: list[str]) -> str:
    return "|".join(sorted(map(re.escape, labels), key=len, reverse=True))


_LABEL = _any(list(FIELD_OF))
_THOSE = r"(?:medlemmer|deltagere|personer|følgende|de)(?:,|\s(?:medlemmer|deltagere))?\s(?:(?:der|som)\s)?"
# "Til stede fra ledelsen:", "Mødt var:", "Deltagere fra kommunen:" qualify a list of names.
_QUALIFIED = (
    rf"(?:(?P<list>{_any([label for label, field in FIELD_OF.items() if field in LISTS])})"
    r"\s(?:var|er|til stede|til mødet|(?:fra|for|i|blandt|from)\s[^:\n]{2,40})"
    rf"|(?P<came>{_THOSE}(?:deltog|mødte|var (?:til stede|med)))"
    rf"|(?P<away>{_THOSE}(?:ikke (?:deltog|mødte|var (?:til stede|med))|var fraværende|havde (?:meldt )?(?:afbud|forfald)))"
    r"|(?P<side>(?:(?:ledelses|medarbejder|forældre|elev|lærer|bruger|patient|pårørende|leder)-?\s?(?:repræsentanter|siden|side|sidens?"
    r" repræsentanter)|[ab]-siden?|gæster|øvrige deltagere)))"
)
_LABELLED = re.compile(
    rf"^[\s*_•-]*(?P<label>{_LABEL})[\s*_]*(?::|\t|\s{{2,}}|$)[\s*_:]*(?P<value>.*)$", re.IGNORECASE | re.DOTALL
)
_LABELLED_LIST = re.compile(rf"^[\s*_•-]*{_QUALIFIED}\s*:[\s*_]*(?P<value>.*)$", re.IGNORECASE | re.DOTALL)
# In a head few lines of text begin with such a word: "Mødedato Fredag d. 22. august", "Sted Kulturhuset".
_PLAIN = [
    label
    for label, field in FIELD_OF.items()
    if field in ("date", "time", "place", *LISTS) and "lokale" not in label and label not in ("med", "hvornår")
] + ["mødeleder", "ordstyrer", "dirigent", "referent", "bemærkning", "bemærkninger", "fra forvaltningen", "fra administrationen"]
_UNMARKED = re.compile(
    rf"^(?=[A-ZÆØÅ])(?P<label>(?i:{_any(_PLAIN)}))(?:\s+(?=[A-ZÆØÅ\d]|kl\b|(?:man|tirs|ons|tors|fre|lør|søn)dag)|(?=\d))(?P<value>.*)$",
    re.DOTALL,
)
_INSIDE = re.compile(rf"(?<![\w-])(?=[A-ZÆØÅ])(?i:{_LABEL})\s*:(?!\S*//)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A line taken apart: the name of its field, the value behind the label (may be empty), and whether the label is
    qualified ("Til stede fra ledelsen"), so that it adds to what the field holds already.
    """

    field: str
    value: str
    adds: bool = False


def labelled(line: str) -> Labelled | None:
    """Read the label at the beginning of a line of a meeting's head; None where there is none."""
    qualified = _LABELLED_LIST.match(line)
    if qualified is not None:
        field = FIELD_OF[qualified["list"].lower()] if qualified["list"] else "absent" if qualified["away"] else "participants"
        return Labelled(field=field, value=qualified["value"].strip(), adds=True)
    match = _LABELLED.match(line) or _UNMARKED.match(line)
    if match is None:
        return None
    return Labelled(field=FIELD_OF[match["label"].lower()], value=match["value"].strip())


def opens_with_label(line: str) -> bool:
    """Tell whether a line begins with a label that no colon sets apart: "Fraværende Bo Lind", "Mødested Kajen 2"."""
    return _UNMARKED.match(line) is not None


def is_label(text: str) -> bool:
    """Tell whether a text is a label and nothing else."""
    found = labelled(text.strip(" :*_\t"))
    return found is not None and not found.value


def parted(line: str) -> Iterator[str]:
    """Part a line that holds several labels: "Dato: 3. maj 2026 | Tid: 9-11 | Sted: Teams"."""
    places = [match.start() for match in _INSIDE.finditer(line)]
    if len(places) < 2 or places[0] != 0:
        yield line
        return
    for start, end in zip(places, [*places[1:], len(line)], strict=True):
        yield line[start:end].strip(" |·•;,\t\n")
