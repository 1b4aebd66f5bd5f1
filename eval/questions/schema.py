"""The form of a question as it enters, checked field by field, and as it is written."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from eval.records import Evidence, GoldQuestion, Rule


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _or_empty(value: Any) -> Any:
    return [] if value is None else value


def _groups(value: Any) -> Any:
    """A group may be a single text: one alternative."""
    return [[group] if isinstance(group, str) else group for group in value] if isinstance(value, list) else _or_empty(value)


def _quote(value: Any) -> Any:
    return "" if value is None else value


Text = Annotated[str, BeforeValidator(_text)]
Filled = Annotated[str, BeforeValidator(_text), Field(min_length=1)]


class EvidenceForm(BaseModel):
    """Where the answer stands; unknown keys are kept out."""

    doc: Filled
    quote: Annotated[str | list[str], BeforeValidator(_quote)] = ""
    item: Text | None = None


class RuleForm(BaseModel):
    """What must and must not be said."""

    must_include: Annotated[list[list[str]], BeforeValidator(_groups)] = []
    must_not_include: Annotated[list[str], BeforeValidator(_or_empty)] = []


class QuestionForm(RuleForm):
    """A line of a question set. Keys that are not known (a municipality, a task) may stand there and are ignored."""

    model_config = ConfigDict(extra="ignore")

    id: Filled
    question: Filled
    context: Annotated[list[str], BeforeValidator(_or_empty)] = []
    answerable: bool = True
    lead: RuleForm | None = None
    gist: str | None = None
    evidence: Annotated[list[EvidenceForm], BeforeValidator(_or_empty)] = []
    lang: str | None = None
    type: str | None = None
    answer: Text | None = None


def question_of(line: Any) -> GoldQuestion:
    """A parsed line as a record. Raises pydantic's `ValidationError`."""
    form = QuestionForm.model_validate(line)
    return GoldQuestion(
        id=form.id,
        text=form.question,
        context=tuple(form.context),
        answerable=form.answerable,
        rule=_rule(form),
        lead=_rule(form.lead or RuleForm()),
        gist=form.gist or "",
        evidence=tuple(_evidence(piece) for piece in form.evidence),
        language=form.lang or "?",
        kind=form.type or "?",
        answer=form.answer or "",
    )


def line_of(question: GoldQuestion) -> dict[str, Any]:
    """The question as one line of a JSON lines file."""
    line: dict[str, Any] = {
        "id": question.id,
        "question": question.text,
        "context": list(question.context),
        "answerable": question.answerable,
        "must_include": [list(group) for group in question.rule.groups],
        "must_not_include": list(question.rule.never),
        "evidence": [_evidence_line(piece) for piece in question.evidence],
        "lang": question.language,
        "type": question.kind,
        "answer": question.answer,
    }
    if question.gist:
        line["gist"] = question.gist
    if question.lead != Rule():
        line["lead"] = {
            "must_include": [list(group) for group in question.lead.groups],
            "must_not_include": list(question.lead.never),
        }
    return line


def faults_of(error: ValidationError) -> str:
    """What is wrong with a line, in one sentence: `evidence.0.doc: Field required; …`."""
    return "; ".join(f"{'.'.join(str(part) for part in fault['loc']) or 'the line'}: {fault['msg']}" for fault in error.errors())


def _rule(form: RuleForm) -> Rule:
    return Rule(groups=tuple(tuple(group) for group in form.must_include), never=tuple(form.must_not_include))


def _evidence(form: EvidenceForm) -> Evidence:
    quote = form.quote if isinstance(form.quote, str) else tuple(form.quote)
    return Evidence(document=form.doc, quote=quote, item=form.item)


def _evidence_line(piece: Evidence) -> dict[str, Any]:
    line: dict[str, Any] = {"doc": piece.document, "quote": piece.quote if isinstance(piece.quote, str) else list(piece.quote)}
    return line | ({"item": piece.item} if piece.item is not None else {})
