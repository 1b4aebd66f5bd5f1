"""What counts as right, as cited, and at which stage a question went wrong."""

from __future__ import annotations

from typing import Any

import pytest

from eval.judging import judge, retrieval_figures
from eval.matching import covered, fold, word_hash
from eval.metrics.answer_right import answer_right
from eval.metrics.cited import cited
from eval.metrics.quote_exact import exact_quotes
from eval.records import Evidence, GoldQuestion, Outcome, Rule, Stage

EVIDENCE = Evidence(document="04_referat", quote="Udvalget sendte sagen tilbage til sekretariatet")


def gold(**changes: Any) -> GoldQuestion:
    """A question that wants "sendte" or "sendt" and "tilbage", and never "godkendt"."""
    fields: dict[str, Any] = {
        "id": "1",
        "text": "Hvad blev besluttet?",
        "rule": Rule(groups=(("sendte", "sendt"), ("tilbage",)), never=("godkendt",)),
        "evidence": (EVIDENCE,),
    }
    return GoldQuestion(**(fields | changes))


def said(text: str, **more: Any) -> dict[str, Any]:
    """A result with this answer."""
    return {"id": "1", "answer": text, "abstained": False, "sources": []} | more


def source(passage: str, **more: Any) -> dict[str, Any]:
    """A source of the evidence's document."""
    return {"document": "mappe/04_referat_udvalget.pdf", "item": "3", "quote": passage, "passage": passage} | more


def test_an_answer_needs_one_of_each_group_and_nothing_forbidden() -> None:
    """Case and white space do not count."""
    assert answer_right(gold(), said("Sagen blev SENDT\n tilbage."))
    assert not answer_right(gold(), said("Sagen blev sendt i høring."))
    assert not answer_right(gold(), said("Sendt tilbage, siden godkendt."))


def test_a_refusal_is_right_only_where_nothing_can_be_found() -> None:
    """And an answer is never right there."""
    refusal = said("Sendt tilbage", abstained=True)
    assert not answer_right(gold(), refusal)
    assert answer_right(gold(answerable=False), refusal)
    assert not answer_right(gold(answerable=False), said("Sendt tilbage"))


def test_an_answer_of_more_than_120_words_is_not_right() -> None:
    """Quoting everything would hold anything."""
    assert answer_right(gold(), said("sendt tilbage " + "ord " * 118))
    assert not answer_right(gold(), said("sendt tilbage " + "ord " * 119))


def test_the_lead_binds_the_first_200_characters() -> None:
    """The direct answer comes first."""
    question = gold(rule=Rule(), lead=Rule(groups=(("nej",),)))
    assert answer_right(question, said("Nej. " + "x" * 300))
    assert not answer_right(question, said("x" * 300 + " Nej."))


def test_of_a_gist_six_words_in_ten_must_stand_in_the_answer() -> None:
    """Six of ten pass, five do not."""
    question = gold(rule=Rule(), gist="en to tre fire fem seks syv otte ni ti")
    assert answer_right(question, said("en to tre fire fem seks"))
    assert not answer_right(question, said("en to tre fire fem"))


def test_a_source_is_cited_by_document_item_and_70_percent_of_the_words() -> None:
    """Five of the quote's six words are enough, the wrong item never is."""
    five_of_six = said("", sources=[source("Udvalget sendte sagen tilbage til administrationen")])
    assert cited([EVIDENCE], five_of_six)
    assert not cited([EVIDENCE], said("", sources=[source("Udvalget sendte sagen videre")]))
    assert cited([Evidence(document="04_referat", quote=EVIDENCE.quote, item="3")], five_of_six)
    assert not cited([Evidence(document="04_referat", quote=EVIDENCE.quote, item="4")], five_of_six)
    assert not cited([Evidence(document="05_referat", quote=EVIDENCE.quote)], five_of_six)


def test_only_the_first_five_sources_are_looked_at() -> None:
    """The sixth comes too late."""
    other = source("Noget andet")
    assert cited([EVIDENCE], said("", sources=[other] * 4 + [source(str(EVIDENCE.quote))]))
    assert not cited([EVIDENCE], said("", sources=[other] * 5 + [source(str(EVIDENCE.quote))]))


def test_a_quote_of_a_closed_text_is_compared_by_the_hashes_of_its_words() -> None:
    """Two of three words stand in the text."""
    assert covered([word_hash("lukket"), word_hash("sag"), word_hash("nr")], "En lukket SAG") == pytest.approx(2 / 3)


def test_dashes_soft_hyphens_and_broken_words_do_not_count() -> None:
    """As printed and as typed are the same words."""
    assert fold("Sund\u00adhed  1\u20132\u2010A") == "sundhed 1-2-a"
    assert covered("sundhedsopgaver", "sund- hedsopgaver") == 1


def test_a_quote_is_exact_when_it_stands_in_its_passage() -> None:
    """One of two."""
    assert exact_quotes(said("", sources=[source("Hele teksten"), source("Hele teksten", quote="halve")])) == (1, 2)


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        (Outcome(result=said("sendt tilbage")), Stage.RIGHT),
        (Outcome(result=said("nej"), found_ranks=(None,), ingested=False), Stage.NOT_INGESTED),
        (Outcome(result=said("nej"), found_ranks=(None,)), Stage.NOT_RETRIEVED),
        (Outcome(result=said("nej"), found_ranks=(6,)), Stage.NOT_RANKED),
        (Outcome(result=said("nej"), found_ranks=(5,)), Stage.NOT_ANSWERED),
        (Outcome(result=said("", abstained=True), found_ranks=(1,)), Stage.WRONGLY_REFUSED),
        (Outcome(result=said(""), error="ValueError()"), Stage.FAILED),
    ],
)
def test_a_miss_is_put_down_to_the_first_stage_that_failed(outcome: Outcome, stage: Stage) -> None:
    """Ingestion before retrieval, retrieval before ranking, ranking before the answer."""
    assert judge(gold(), outcome).stage is stage


def test_an_answer_where_there_is_none_is_wrongly_given() -> None:
    """There was nothing to find."""
    assert judge(gold(answerable=False, evidence=()), Outcome(result=said("Vist."))).stage is Stage.WRONGLY_ANSWERED


def test_every_piece_of_evidence_is_one_relevant_thing_of_the_search() -> None:
    """Found at ranks 2 and never: recall 1/2, reciprocal rank 1/2."""
    verdict = judge(gold(evidence=(EVIDENCE, EVIDENCE)), Outcome(result=said("nej"), found_ranks=(2, None)))
    figures = retrieval_figures([verdict])
    assert (figures["recall@1"], figures["recall@5"], figures["reciprocal rank"]) == (0, 1 / 2, 1 / 2)
