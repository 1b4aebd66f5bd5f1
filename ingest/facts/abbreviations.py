"""Abbreviations: "Det Faglige Samråd (DFS)" and "DFS (Det Faglige Samråd)", short form → long form.

The match is that of Schwartz and Hearst (A simple algorithm for identifying abbreviation definitions in biomedical
text, PSB 2003): from the right, every letter of the short form stands in the long form in order, the first at the
beginning of a word. Danish compounds ("Sundhedsforum") give letters from the middle of a word as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.facts.found import Found
from ingest.records import FactKind

_SHORT = r"(?P<short>[A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{1,9})"
_BEHIND = re.compile(rf"(?P<before>[^()\n.;:!?]{{3,160}}?)\s*\({_SHORT}\)")
_BEFORE = re.compile(rf"(?<![\w-]){_SHORT}\s*\((?P<long>[A-ZÆØÅa-zæøå][^()\n]{{4,90}})\)")
_DASHED = re.compile(rf"(?P<before>[^()\n.;:!?]{{6,120}}?)\s[–-]\s{_SHORT}(?=[\s,.;)]|$)")
RELATION = "står for"


def abbreviation_facts(text: str) -> Iterator[Found]:
    """Read the abbreviations a text explains, in order; a short form without two capitals is none."""
    for pattern in (_BEHIND, _BEFORE, _DASHED):
        for match in pattern.finditer(text):
            short = match["short"]
            if sum(letter.isupper() for letter in short) < 2:
                continue
            found = match.groupdict().get("long")
            long = _inside(short, found) if found else _at_the_end(short, match["before"])
            if long is not None and (pattern is not _DASHED or _by_initials(short, long)):
                yield Found(kind=FactKind.ABBREVIATION, subject=short, relation=RELATION, object=long)


def _inside(short: str, text: str) -> str | None:
    found = long_form(short, text)
    return text.strip() if found is not None and text.strip().startswith(found) else None


def _at_the_end(short: str, text: str) -> str | None:
    words = text.split()
    exact = words[-len(short) :]
    if len(exact) == len(short) and all(word[0].lower() == letter.lower() for word, letter in zip(exact, short, strict=True)):
        return " ".join(exact)
    return long_form(short, " ".join(words[-min(len(short) + 5, 2 * len(short)) :])) if words else None


def long_form(short: str, text: str) -> str | None:
    """Find the shortest end of `text` that `short` can abbreviate; None if there is none."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    at = len(text) - 1
    for place in range(len(letters) - 1, -1, -1):
        while at >= 0 and not (text[at].lower() == letters[place] and (place > 0 or _begins_word(text, at))):
            at -= 1
        if at < 0:
            return None
        at -= 1
    found = _from_capital(text, at + 1).strip()
    # A long form is longer than its short form, is no name in running text, and does not hold it.
    if len(found) <= len(short) + 2 or short in found.split() or (not found[0].isupper() and not _by_initials(short, found)):
        return None
    return found


def _from_capital(text: str, start: int) -> str:
    """Begin at a capitalised word with the same first letter, if one stands at most three words before a small one."""
    if text[start].isupper():
        return text[start:]
    words = text[:start].split()
    for count in range(1, min(3, len(words)) + 1):
        if words[-count][0] == text[start].upper():
            return " ".join((*words[-count:], text[start:]))
    return text[start:]


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _by_initials(short: str, text: str) -> bool:
    initials = [word[0].lower() for word in re.findall(r"\w+", text)]
    letters = [letter.lower() for letter in short if letter.isalnum()]
    wanted = iter(initials)
    return all(letter in wanted for letter in letters)
