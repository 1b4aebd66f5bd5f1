"""Every question that went wrong: what was asked, said and wanted, where the evidence stands, what was found, and the stage."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from eval.metrics.cited import stands_in
from eval.records import Evidence, Judgement, Retrieved, Stage

SHOWN_CHARACTERS = 500
EXPLAINED = {
    Stage.NOT_INGESTED: "No passage of the named document holds the evidence.",
    Stage.NOT_RETRIEVED: "The evidence is in the index, but not among the first 50 passages found.",
    Stage.NOT_RANKED: "The evidence was found, but not among the first five.",
    Stage.NOT_ANSWERED: "The evidence was among the first five, and the answer is still not right.",
    Stage.WRONGLY_REFUSED: "The evidence was among the first five, and the question was refused.",
    Stage.WRONGLY_ANSWERED: "The corpus does not say, and there should have been a refusal.",
    Stage.FAILED: "The question ended in an error.",
}


def misses_section(judgements: Sequence[Judgement]) -> str:
    """The misses by stage, the earliest stage first."""
    wrong = [judgement for judgement in judgements if not judgement.right]
    if not wrong:
        return "<p>Every question was answered rightly.</p>"
    parts = []
    for stage in EXPLAINED:
        those = [judgement for judgement in wrong if judgement.stage is stage]
        if those:
            parts.append(f"<h3>{escape(stage.value.capitalize())} ({len(those)})</h3><p class=soft>{EXPLAINED[stage]}</p>")
            parts += [_miss(judgement) for judgement in those]
    return "".join(parts)


def _miss(judgement: Judgement) -> str:
    question, result = judgement.question, judgement.outcome.result
    rows = [
        ("earlier", escape(" / ".join(question.context))),
        ("understood as", escape(_understood(judgement))),
        ("answer", answer_of(judgement)),
        ("wanted", escape(question.answer) or "<i>no example given</i>"),
        ("must hold", escape("; ".join(" | ".join(alternatives) for alternatives in question.rule.groups))),
        ("evidence", "".join(_evidence(piece) for piece in question.evidence)),
        ("shown sources", _sources(result.get("sources") or [], question.evidence)),
        ("search found", _retrieved(judgement.outcome.retrieved, judgement.outcome.found_ranks)),
        ("error", escape(judgement.outcome.error)),
    ]
    listed = "".join(f"<dt>{name}</dt><dd>{content}</dd>" for name, content in rows if content)
    named = f"{escape(question.id)}, {escape(question.kind)}, {escape(question.language)}"
    head = f'<h3>{escape(question.text)} <span class="soft">{named}</span></h3>'
    stage = f'<p><span class="stage">{escape(judgement.stage.value)}</span></p>'
    return f'<div class="miss">{head}{stage}<dl>{listed}</dl></div>'


def answer_of(judgement: Judgement) -> str:
    """The answer as HTML, with its kind and confidence; a refusal is said to be one."""
    result = judgement.outcome.result
    said = escape(_cut(str(result.get("answer") or "")))
    if judgement.abstained:
        return f"<i>refused:</i> {said}"
    return f'{said} <span class="soft">({escape(str(result.get("kind")))}, confidence {judgement.confidence:.2f})</span>'


def _understood(judgement: Judgement) -> str:
    said = str(judgement.outcome.result.get("understood_as") or "")
    return said if said != judgement.question.text else ""


def _evidence(piece: Evidence) -> str:
    item = f", item {escape(piece.item)}" if piece.item else ""
    quote = f"“{escape(_cut(piece.quote))}”" if isinstance(piece.quote, str) else "(kept as hashes)"
    return f'<div>{quote} <span class="soft">{escape(piece.document)}…{item}</span></div>'


def _sources(sources: Sequence[dict[str, Any]], evidence: Sequence[Evidence]) -> str:
    rows = []
    for source in sources:
        mark = ' class="holds"' if any(stands_in(piece, source) for piece in evidence) else ""
        place = ", ".join(
            str(part)
            for part in (source.get("document"), _named("p.", source.get("page")), _named("item", source.get("item")))
            if part
        )
        rows.append(f"<li{mark}>{escape(place)}: {escape(_cut(str(source.get('quote') or ''), 200))}</li>")
    return f"<ol>{''.join(rows)}</ol>" if rows else ""


def _retrieved(passages: Sequence[Retrieved], ranks: Sequence[int | None]) -> str:
    rows = []
    for passage in passages:
        mark = ' class="holds"' if passage.rank in ranks else ""
        place = ", ".join(part for part in (passage.document, _named("p.", passage.page), _named("item", passage.item)) if part)
        rows.append(f"<li{mark}>{escape(place)}: {escape(_cut(passage.text, 140))}</li>")
    where = ", ".join(str(rank or "not among 50") for rank in ranks)
    return (f"<p>rank of the evidence: {escape(where)}</p>" if where else "") + (f"<ol>{''.join(rows)}</ol>" if rows else "")


def _named(name: str, value: object) -> str:
    return f"{name} {value}" if value is not None else ""


def _cut(text: str, most: int = SHOWN_CHARACTERS) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
