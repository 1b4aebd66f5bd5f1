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

_SHORT = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{1,9}")
_BRACKETED = re.compile(r"\((?P<inside>[^()\n]{2,90})\)")
_SHORT_BRACKETED = re.compile(r"\([A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{1,9}\)")
FEWEST_LISTED = 2
"""In a sentence that explains so many short forms, a compound may be the long form of one: "akutsygepleje (AS), …"."""
_LAST_WORD = re.compile(r"(?<![\w-])([A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{1,9})\s*$")
_DASHED = re.compile(r"\s[–-]\s(?P<short>[A-ZÆØÅ][A-ZÆØÅa-zæøå]{1,7})(?=[\s,.;)]|$)")
_CLAUSE = re.compile(r"[()\n.;:!?]")
_LONGEST_BEFORE = 160
RELATION = "står for"


def abbreviation_facts(text: str) -> Iterator[Found]:
    """Read the abbreviations a text explains, in printed order; a short form without two capitals is none."""
    for match in _BRACKETED.finditer(text):
        inside = match["inside"]
        listed = len(_SHORT_BRACKETED.findall(_sentence_at(text, match.start()))) >= FEWEST_LISTED
        if _SHORT.fullmatch(inside):
            before = _CLAUSE.split(text[max(0, match.start() - _LONGEST_BEFORE) : match.start()])[-1]
            yield from _fact(inside, _at_the_end(inside, before) or (_in_one_word(inside, before) if listed else None))
        elif (short := _LAST_WORD.search(text[max(0, match.start() - 12) : match.start()])) is not None:
            yield from _fact(short[1], _inside(short[1], inside))
    for match in _DASHED.finditer(text):
        before = _CLAUSE.split(text[max(0, match.start() - _LONGEST_BEFORE) : match.start()])[-1]
        long = _at_the_end(match["short"], before)
        if long is not None and _by_initials(match["short"], long):
            yield from _fact(match["short"], long)


def _sentence_at(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n")) + 1
    end = min((found for mark in (". ", "\n") if (found := text.find(mark, at)) >= 0), default=len(text))
    return text[start:end]


def _in_one_word(short: str, before: str) -> str | None:
    """The last word, if it begins with the short form's first letter and holds the others in order."""
    word = before.split()[-1] if before.split() else ""
    wanted = iter(word.lower())
    fits = word[:1].lower() == short[0].lower() and all(letter in wanted for letter in short.lower())
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
