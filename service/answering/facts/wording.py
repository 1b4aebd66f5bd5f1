"""Puts a ruling into words: who runs it first, then the model as printed, then what the cell says, then the date."""

from __future__ import annotations

import re
from datetime import date

from ingest.places.gazetteer import municipality_named
from ingest.places.municipalities import official_name
from service.answering.facts.actors import Actor, ActorKind
from service.answering.facts.ruling import Ruling
from service.answering.frames import quoted, written_date
from service.records import Language

_WHO = {
    Language.DANISH: {
        ActorKind.REGION: "regionen",
        ActorKind.MUNICIPALITY: "kommunen",
        ActorKind.BOTH: "kommunen og regionen i fællesskab",
    },
    Language.ENGLISH: {
        ActorKind.REGION: "the region",
        ActorKind.MUNICIPALITY: "the municipality",
        ActorKind.BOTH: "the municipality and the region together",
    },
}
_REASONS = {
    "geografiske": "geographical",
    "økonomiske": "financial",
    "faglige": "professional",
    "praktiske": "practical",
    "organisatoriske": "organisational",
    "historiske": "historical",
    "demografiske": "demographic",
    "logistiske": "logistical",
    "personalemæssige": "staffing",
}
_REASON = re.compile(r"\baf\s+(\w+(?:\s+og\s+\w+)?)\s+(hensyn|årsager|grunde)\b")
_KEEPS = re.compile(r"\b(?:fortsat|fortsætte\w*|stadig|beholder|bevarer|forbliver)\b", re.IGNORECASE)


def who(actor: Actor, language: Language) -> str:
    """The actor as the subject of a sentence, in the asker's language; a named hospital by its printed name."""
    return actor.name or _WHO[language][actor.kind]


def reason_of(text: str, language: Language) -> str | None:
    """The reason a clause gives in the form "af … hensyn", as printed or in English words; None when it gives none."""
    match = _REASON.search(text)
    if match is None:
        return None
    if language is Language.DANISH:
        return match.group(0)
    words = [_REASONS.get(word) for word in match.group(1).lower().split(" og ")]
    return f"for {' and '.join(word for word in words if word)} reasons" if all(words) else None


def task_phrase(task: str) -> str:
    """A column header inside a sentence: small first letter unless it is an abbreviation or a municipality."""
    return task if task[:2].isupper() or municipality_named(task) else task[:1].lower() + task[1:]


def statement(ruling: Ruling, language: Language) -> str:
    """One sentence that says who runs the task where, or what holds when nobody is named; ends without a full stop."""
    task = task_phrase(ruling.task)
    place = _place(ruling)
    if ruling.actor is None:
        about = f"{place}, {task}"
        return f"{about}: {model_name(ruling)}" if ruling.model else about
    keeps = ruling.actor.kind is ActorKind.MUNICIPALITY and any(_KEEPS.search(clause.text) for clause in ruling.clauses)
    reason = next((found for clause in ruling.clauses if (found := reason_of(clause.text, language))), None)
    if language is Language.DANISH:
        verb = "driver fortsat" if keeps else "driver"
        sentence = f"{who(ruling.actor, language)} {verb} {task} i {place}"
    else:
        verb = "keeps running" if keeps else "run" if ruling.actor.kind is ActorKind.BOTH else "runs"
        sentence = f"{who(ruling.actor, language)} {verb} {task} in {place}"
    sentence = sentence[:1].upper() + sentence[1:]
    if reason:
        sentence += f", {reason}" if language is Language.ENGLISH else f" {reason}"
    return f"{sentence}: {model_name(ruling)}" if ruling.model else sentence


def model_name(ruling: Ruling) -> str:
    """The model's name as the legend prints it, in small letters."""
    return task_phrase(ruling.model.subject) if ruling.model else ""


def _place(ruling: Ruling) -> str:
    if ruling.municipality:
        return official_name(ruling.municipality)
    return council_name(ruling.row.name)


def council_name(name: str) -> str:
    """A row's name as people say it: "Sundhedsråd Fyn"; left alone when it already says what it is."""
    return name if "råd" in name.lower() else f"Sundhedsråd {name}"


def evidence(ruling: Ruling) -> str:
    """The verbatim words behind the statement: the clauses that say more than a name, then the definition of the model."""
    parts = [quoted(" ".join(clause.text for clause in ruling.beyond_model))] if ruling.beyond_model else []
    if ruling.model and ruling.by_definition:
        parts.append(quoted(ruling.model.object))
    parts += [quoted(note.object) for note in ruling.notes]
    return " ".join(parts)


def as_of(ruling: Ruling, language: Language) -> str:
    """The date the source speaks of: "Pr. 29. maj 2026." or "As of 29 May 2026."; empty without one."""
    return day_line(ruling.row.date, language)


def day_line(day: date | None, language: Language) -> str:
    """The date that facts stand for, as a sentence of its own; empty without a date."""
    if day is None:
        return ""
    return f"{'Pr.' if language is Language.DANISH else 'As of'} {written_date(day, language)}."


def answer_text(ruling: Ruling, language: Language) -> str:
    """The whole answer in the order: who, model, evidence, date."""
    first = statement(ruling, language)
    proof = evidence(ruling)
    return " ".join(part for part in (f"{first}." if not proof else f"{first} – {proof}", as_of(ruling, language)) if part)
