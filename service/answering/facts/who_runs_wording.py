"""How a ruling answers: yes or no where that is asked, the hospital where that is, the remark that a note or line adds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.answering.facts.claims import refuted_by_limit, verdict
from service.answering.facts.ruling import Ruling, legend_of
from service.answering.facts.wording import answer_text, as_of
from service.answering.frames import no, quoted, yes
from service.answering.tables.remarks import Remark, is_blank
from service.records import Language, QuestionKind, Understood
from service.understanding.vocabulary import Vocabulary


def ruling_text(understood: Understood, ruling: Ruling, known: Vocabulary) -> str:
    """The answer to the question from one ruling, in the asker's language."""
    language = understood.language
    asked_part = _named_unit(understood, ruling)
    if asked_part:
        return " ".join(part for part in (f"{asked_part}: {quoted(words_of_clauses(ruling))}", as_of(ruling, language)) if part)
    text = answer_text(ruling, language)
    if understood.kind is not QuestionKind.YES_NO:
        return text
    decided = verdict(understood.text, ruling, legend_of(ruling.row, known.definitions))
    if decided is None:
        return text
    if refuted_by_limit(understood.text, ruling):
        return " ".join(part for part in (f"{no(language)}: {quoted(words_of_clauses(ruling))}", as_of(ruling, language)) if part)
    word = yes(language) if decided else no(language)
    return f"{word}, {text[:1].lower()}{text[1:]}" if not text[:2].isupper() and _lower_first(ruling) else f"{word}: {text}"


def with_remark(text: str, remark: Remark | None, ruling: Ruling, understood: Understood, *, alone: bool) -> str:
    """The answer with the remark before its date; the remark alone where it speaks of what was asked besides the task."""
    if remark is None:
        return text
    day = as_of(ruling, understood.language)
    before = text.removesuffix(day).rstrip() if day else text
    if alone or (is_blank(ruling.cell.object) and ruling.model is None):
        before = ""
    return " ".join(part for part in (before, quoted(remark.text), day) if part)


def otherwise(said: Sequence[str], language: Language) -> list[str]:
    """The other statements of the same day, opened as what they are."""
    opening = "En anden kilde fra samme dag siger:" if language is Language.DANISH else "Another source of the same day says:"
    return [opening, *said] if said else []


def _lower_first(ruling: Ruling) -> bool:
    """Whether the sentence begins with a common noun, which loses its capital after "Ja,"."""
    return ruling.actor is not None and not ruling.actor.name


def _named_unit(understood: Understood, ruling: Ruling) -> str | None:
    """The hospital of the clause when the question asks which hospital; else None."""
    if not re.search(r"\b(?:hvilke[nt]?|which|what)\s+(?:\w+\s+)?(?:hospital|sygehus)", understood.text, re.IGNORECASE):
        return None
    match = re.search(
        r"[A-ZÆØÅ]\w*(?:hospital|sygehus)\w*(?:\s+[A-ZÆØÅ]\w+)*|(?:[A-ZÆØÅ]\w+\s+)+\w*(?:hospital|sygehus)\w*",
        words_of_clauses(ruling),
    )
    return match.group(0) if match else None


def words_of_clauses(ruling: Ruling) -> str:
    """All that the clauses say which hold there."""
    return " ".join(clause.text for clause in ruling.clauses)
