"""Abbreviations: "Det Faglige Samråd (DFS)" and "DFS (Det Faglige Samråd)", short form → long form.

The match is that of Schwartz and Hearst (A simple algorithm for identifying abbreviation definitions in biomedical
text, PSB 2003): from the right, every letter of the short form stands in the long form in order, the first at the
beginning of a word. Danish compounds ("Sundhedsforum") give letters from the middle of a word as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.facts.found import Found
from ingest.records import FactKind

_SHORT = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{1,9}")
_BRACKETED = re.compile(r"\((?P<inside>[^()\n]{2,90})\)")
_SHORT_BRACKETED = re.compile(r"\([A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{1,9}\)")
_FEWEST_LISTED = 2  # short forms: in a sentence of so many, a compound may be a long form: "akutsygepleje (AS), …"
_LAST_WORD = re.compile(r"(?<![\w-])([A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{1,9})\s*$")
_DASHED = re.compile(r"\s[–-]\s(?P<short>[A-ZÆØÅ][A-ZÆØÅa-zæøå]{1,7})(?=[\s,.;)]|$)")
_CLAUSE = re.compile(r"[()\n.;:!?]")
_LONGEST_BEFORE = 160
RELATION = "står for"


def abbreviation_facts(text: str) -> Iterator[Found]:
    """Read the abbreviations a text explains, in printed order; a short form without two capitals is none."""
    for match in _BRACKETED.finditer(text):
        inside = match["inside"]
        if _SHORT.fullmatch(inside):
            before = _before(text, match.start())
            long = _at_the_end(inside, before)
            if long is None and _explains_several(text, match.start()):
                long = _in_one_word(inside, before)
            yield from _fact(inside, long)
        elif (short := _LAST_WORD.search(text[max(0, match.start() - 12) : match.start()])) is not None:
            yield from _fact(short[1], _inside(short[1], inside))
    for match in _DASHED.finditer(text):
        long = _at_the_end(match["short"], _before(text, match.start()))
        if long is not None and _by_initials(match["short"], long):
            yield from _fact(match["short"], long)


def _before(text: str, at: int) -> str:
    """The clause in front of `at`."""
    return _CLAUSE.split(text[max(0, at - _LONGEST_BEFORE) : at])[-1]


def _explains_several(text: str, at: int) -> bool:
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n")) + 1
    end = min((found for mark in (". ", "\n") if (found := text.find(mark, at)) >= 0), default=len(text))
    return len(_SHORT_BRACKETED.findall(text, start, end)) >= _FEWEST_LISTED


def _in_one_word(short: str, before: str) -> str | None:
    """The last word, if it begins with the short form's first letter and holds the others in order."""
    word = before.split()[-1] if before.split() else ""
    fits = word[:1].lower() == short[0].lower() and _in_order(short.lower(), word.lower())
    return word if fits and len(word) > 2 * len(short) else None


def _fact(short: str, long: str | None) -> Iterator[Found]:
    if long is not None and sum(letter.isupper() for letter in short) >= 2:
        yield Found(kind=FactKind.ABBREVIATION, subject=short, relation=RELATION, object=long)


def _inside(short: str, text: str) -> str | None:
    found = long_form(short, text)
    return text.strip() if found is not None and text.strip().startswith(found) else None


def _at_the_end(short: str, text: str) -> str | None:
    words = text.split()
    exact = words[-len(short) :]
    if len(exact) == len(short) and all(word[0].lower() == letter.lower() for word, letter in zip(exact, short, strict=True)):
        return " ".join(exact)
    found = long_form(short, " ".join(words[-min(len(short) + 5, 2 * len(short)) :])) if words else None
    return None if found is None else _with_name_before(short, found, words)


def _with_name_before(short: str, found: str, words: Sequence[str]) -> str:
    """Add the word before where both begin with letters of the short form: "Lokalt Landvejsnet (LLN)", not its last word."""
    count = len(found.split())
    before = words[-count - 1] if len(words) > count and " ".join(words[-count:]) == found else ""
    letters = short.lower()
    if " " in found or not before[:1].isupper() or before[0].lower() != letters[0]:
        return found
    parted = ((letters[1:place], letters[place:]) for place in range(1, len(letters)) if letters[place] == found[0].lower())
    fits = any(_in_order(own, before[1:].lower()) and _in_order(others, found.lower()) for own, others in parted)
    return f"{before} {found}" if fits else found


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


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
    if (
        len(found) <= len(short) + 2
        or short in found.split()
        or not (found[0].isupper() or _by_initials(short, found) or _in_compound(short, found))
    ):
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


def _in_compound(short: str, text: str) -> bool:
    """Tell whether small words are the long form all the same: no more words than letters, two of them begin with one."""
    initials = [word[0].lower() for word in re.findall(r"\w+", text)]
    shared = sum(letter in initials for letter in set(short.lower()))
    return shared >= 2 and len(initials) <= len(short)


def _by_initials(short: str, text: str) -> bool:
    initials = [word[0].lower() for word in re.findall(r"\w+", text)]
    letters = [letter.lower() for letter in short if letter.isalnum()]
    wanted = iter(initials)
    return all(letter in wanted for letter in letters)
