"""Checking what a language model says, sentence by sentence: words, names, numbers, links, negation against its passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.records import ScoredPassage
from ingest.passages.sentences import sentences
from service.answering.extracts.coverage import Meetings
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.terms import terms_of
from service.answering.frames import folded

LEAST_SUPPORT = 0.7
"""The weighted share of a sentence's words that its passage must hold."""

_CITATION = re.compile(r"\s*\[(\d{1,2})\]")
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_NEGATION = re.compile(r"\b(?:ikke|ingen|intet|aldrig|hverken|nej|not|no|none|never|neither|cannot|n't)\b", re.IGNORECASE)
_LINK = re.compile(r"(?:https?:|www\.|<)\S*|\S+@\S+|\]\(\S*")
_SENTENCE_END = re.compile(r"(?<=\])[.!?]?\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A sentence that its passage supports: its words without the citation, the passage, the words it rests on, and how well."""

    text: str
    scored: ScoredPassage
    quote: str
    support: float


def checked_sentences(pieces: Iterable[str], passages: Sequence[ScoredPassage], lexis: Lexis) -> Iterator[Checked]:
    """The supported sentences of a streamed answer, each as soon as it is complete; the others are dropped.

    A sentence ends with its citation ("… [2]") or a line break. What raises in `pieces` is passed on.
    """
    waiting = ""
    for piece in pieces:
        waiting += piece
        *whole, waiting = _SENTENCE_END.split(waiting)
        yield from (checked for sentence in whole if (checked := check(sentence, passages, lexis)))
    if (last := check(waiting, passages, lexis)) is not None:
        yield last


def check(sentence: str, passages: Sequence[ScoredPassage], lexis: Lexis) -> Checked | None:
    """The sentence with its proof, or None when it names no passage of ours or that passage does not hold what it says."""
    numbers = [int(number) for number in _CITATION.findall(sentence)]
    text = folded(_CITATION.sub("", sentence))
    cited = [passages[number - 1] for number in numbers if 1 <= number <= len(passages)]
    found = [checked for scored in cited if (checked := _check_against(text, scored, lexis))]
    return max(found, key=lambda each: each.support, default=None)


def _check_against(text: str, scored: ScoredPassage, lexis: Lexis) -> Checked | None:
    passage = scored.passage.text
    if not text or not set(_NUMBER.findall(text)) <= set(_NUMBER.findall(passage)):
        return None
    if any(link.strip(".,;") not in passage for link in _LINK.findall(text)):
        return None
    meetings = Meetings(terms_of(text, lexis))
    met = meetings.of(lexis.words(passage))
    names_met = all(each > 0 for each, term in zip(met.tolist(), meetings.terms, strict=True) if term.is_name)
    support = float(meetings.share(met))
    if not meetings.terms or not names_met or support < LEAST_SUPPORT:
        return None
    quote = _best_sentence(passage, meetings, lexis)
    if bool(_NEGATION.search(text)) != bool(_NEGATION.search(quote)):
        return None
    return Checked(text=text if text.endswith((".", "!", "?")) else text + ".", scored=scored, quote=quote, support=support)


def _best_sentence(passage: str, meetings: Meetings, lexis: Lexis) -> str:
    """The sentence of the passage that holds most of what is said, the first of equals."""
    parts = [passage[start:end].strip() for start, end in sentences(passage)]
    return max((part for part in parts if part), key=lambda part: float(meetings.share(meetings.of(lexis.words(part)))))
