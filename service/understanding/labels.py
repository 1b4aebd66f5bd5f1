"""Things told apart by a letter or number: "model B", "delaftale 2", "tredje bølge", "the third wave (bølge)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis.lexicon import lexicon
from ingest.places.folding import fold
from service.understanding.words import same_word

_ORDINALS = (
    ("første", "first", "1st"),
    ("anden", "andet", "andre", "second", "2nd"),
    ("tredje", "third", "3rd"),
    ("fjerde", "fourth", "4th"),
    ("femte", "fifth", "5th"),
    ("sjette", "sixth", "6th"),
    ("syvende", "seventh", "7th"),
    ("ottende", "eighth", "8th"),
    ("niende", "ninth", "9th"),
    ("tiende", "tenth", "10th"),
)
_ORDINAL = {word: str(number) for number, words in enumerate(_ORDINALS, start=1) for word in words}
ORDINALS = frozenset(_ORDINAL)
"""The words that count things in order, in small letters."""
_CARDINALS = ("et en ét én one", "to two", "tre three", "fire four", "fem five", "seks six", "syv seven", "otte eight", "ni nine")
_CARDINAL = {word: str(number) for number, words in enumerate(_CARDINALS, start=1) for word in words.split()}
_ROMAN = {"II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8"}
_MARK = r"(?:\d{1,3}(?![\d.,]?\d)|[A-HJ-ZÆØ](?![\w-])|II|III|IV|VI|VII|VIII)"
_NOUN = r"[^\W\d_][^\W\d_-]{2,}"
_BEHIND = re.compile(
    rf"(?<![\w-])(?P<noun>{_NOUN})\s+(?:nr\.?\s*|number\s+|no\.?\s+)?(?P<mark>{_MARK}|(?:one|two|three|four|five)\b)(?![\w-])"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<mark>(?:{'|'.join(_ORDINAL)})|\d{{1,2}}\.)\s+(?P<noun>{_NOUN})(?:\s+\((?P<gloss>{_NOUN})\))?", re.IGNORECASE
)
_GLOSS = re.compile(rf"\s*\((?P<gloss>{_NOUN})\)")
_BARE = re.compile(
    rf"^(?:i |på |for |med |in |on |the |den |det )*(?P<mark>{_MARK}|(?i:{'|'.join(_ORDINAL)}))(?:\s+(?i:one))?\s*\??$"
)
_LABEL = re.compile(rf"^(?P<noun>{_NOUN})\s+(?P<mark>{_MARK})\b")
_NOT_LABELLED = """
den det der som har var kan skal med ved fra til for pr uge kl side nr punkt pkt sag item januar februar marts april maj juni juli
august september oktober november december january february march may june july october of the and eller
"""
_NO_NOUNS = frozenset(_NOT_LABELLED.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A noun, folded, also as its Danish renderings, with the mark (a number or a small letter) that tells its things apart."""

    nouns: tuple[str, ...]
    mark: str
    start: int
    end: int

    def names(self, noun: str, mark: str) -> bool:
        """Whether this is the thing with this noun (folded) and mark."""
        return self.mark == mark and self.is_a(noun)

    def is_a(self, noun: str) -> bool:
        """Whether things of this noun (folded) are meant, also as the last part of a compound."""
        return any(same_word(own, noun) or noun.endswith(own) for own in self.nouns)


def labels_in(text: str) -> tuple[Label, ...]:
    """The labels that a question names, by place; months, weeks and agenda items are none."""
    found = []
    for match in [*_BEHIND.finditer(text), *_BEFORE.finditer(text)]:
        noun, gloss = match["noun"], match.groupdict().get("gloss") or _gloss(text, match.end())
        if fold(noun) not in _NO_NOUNS:
            found.append(
                Label(
                    nouns=_nouns(noun, gloss),
                    mark=_plain(match["mark"]),
                    start=match.start(),
                    end=match.end("noun" if match.re is _BEFORE else "mark"),
                )
            )
    return tuple(sorted(found, key=lambda label: label.start))


def label_of(name: str, header: str = "") -> tuple[str, str] | None:
    """The folded noun and the mark of a printed name: "Delaftale 2", "2" under "Delaftale"; None for other names."""
    match = _LABEL.match(name.strip())
    if match:
        return fold(match["noun"]), _plain(match["mark"])
    if re.fullmatch(rf"{_MARK}\.?", name.strip()) and header.strip():
        return fold(header.split()[-1]), _plain(name.strip())
    return None


def with_other_label(text: str, last: str) -> str | None:
    """As in "Og i tredje bølge?" or "And model C?": the earlier question with the label exchanged; None where it names none."""
    before = labels_in(last)
    if not before or len(text.split()) > 6:
        return None
    bare = _BARE.match(text.strip())
    if bare:
        label = before[-1]
        return last[: label.start] + _relabelled(last[label.start : label.end], bare["mark"]) + last[label.end :]
    for new in labels_in(text):
        old: Sequence[Label] = [each for each in before if any(each.is_a(noun) for noun in new.nouns)]
        if old and len(re.findall(r"\w+", text[: new.start] + text[new.end :])) <= 2:
            return last[: old[-1].start] + text[new.start : new.end] + last[old[-1].end :]
    return None


def _relabelled(printed: str, mark: str) -> str:
    """A printed label with another mark, which stands before or behind its noun as it did."""
    words = printed.split()
    return f"{mark} {words[-1]}" if mark.lower() in _ORDINAL or words[0].lower() in _ORDINAL else f"{words[0]} {mark}"


def _gloss(text: str, at: int) -> str:
    match = _GLOSS.match(text, at)
    return match["gloss"] if match else ""


def _nouns(noun: str, gloss: str) -> tuple[str, ...]:
    """The noun, what stands in brackets behind it, and its Danish renderings, folded, each once."""
    rendered = [found.renderings[0] for found in lexicon().translate([noun.lower()])] if noun.isascii() else []
    words = [word for text in rendered for word in text.split()]
    return tuple(dict.fromkeys(fold(each) for each in (noun, gloss, *words) if each))


def _plain(mark: str) -> str:
    mark = mark.strip().rstrip(".")
    return _ORDINAL.get(mark.lower()) or _CARDINAL.get(mark.lower()) or _ROMAN.get(mark) or mark.lower()
