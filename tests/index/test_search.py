"""What a search gives back: the contract of the retriever, filters, access, preferences, near-duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.build import build
from index.opened import OpenIndex, open_index
from index.protocols import Retriever
from index.records import Filters, Query, ScoredPassage
from ingest.records import Access, DocumentKind, SectionName

EVERYTHING = frozenset(Access)


class SortedPassages:
    """The simplest retriever that keeps the contract: passages that hold the query's words, by id."""

    def __init__(self, index: OpenIndex) -> None:
        self._index = index

    def search(self, query: Query) -> list[ScoredPassage]:
        """See `index.protocols.Retriever`."""
        passages = [
            p
            for d in self._index.store.documents(query.filters)
            for p in self._index.store.passages_of_document(d.id, query.filters.access)
        ]
        found = sorted((p for p in passages if any(word in p.text for word in query.text.split())), key=lambda p: p.id)
        return [ScoredPassage(passage=p, rank=rank, score=1.0) for rank, p in enumerate(found[: query.k], start=1)]


@pytest.fixture(params=["hybrid", "sorted"])
def retriever(request: pytest.FixtureRequest, index: OpenIndex) -> Retriever:
    """Each implementation in turn."""
    return index.retriever if request.param == "hybrid" else SortedPassages(index)


def ids(found: Sequence[ScoredPassage]) -> list[str]:
    """The passages' ids in order."""
    return [scored.passage.id for scored in found]


def texts(index: OpenIndex, words: str, **query: object) -> list[str]:
    """The texts a query finds, best first."""
    return [scored.passage.text for scored in index.retriever.search(Query(text=words, **query))]  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["svømmehallen", "akutsygeplejen kommunen", "aftale", "", "%&/()", "§ 205"])
def test_the_first_k_are_the_beginning_of_the_first_k_plus_one(retriever: Retriever, words: str) -> None:
    """For every k, and asked twice the answer is the same."""
    longest = ids(retriever.search(Query(text=words, k=20)))
    for k in range(1, 8):
        assert ids(retriever.search(Query(text=words, k=k))) == longest[:k]


def test_ranks_count_from_one_and_scores_do_not_rise(retriever: Retriever) -> None:
    """Best first."""
    found = retriever.search(Query(text="svømmehallen kommunen aftalen"))
    assert [scored.rank for scored in found] == list(range(1, len(found) + 1))
    assert sorted((scored.score for scored in found), reverse=True) == [scored.score for scored in found]


@pytest.mark.parametrize("words", ["direktør Zachariasen", "samarbejdsvanskeligheder", "svømmehallen fortroligt notat"])
def test_a_closed_passage_is_not_found_by_who_may_not_see_it(index: OpenIndex, retriever: Retriever, words: str) -> None:
    """Not by its own words, not by its title, not in the counts."""
    found = retriever.search(Query(text=words, k=50))
    assert all(scored.passage.access is Access.OPEN for scored in found)
    assert not any("Zachariasen" in scored.passage.text for scored in found)
    assert sum(index.store.facets().kinds.values()) == 3


def test_who_may_see_closed_passages_finds_them(index: OpenIndex) -> None:
    """With the role the filter carries."""
    assert "Zachariasen" in texts(index, "direktør Zachariasen", filters=Filters(access=EVERYTHING))[0]


def test_what_one_asker_read_another_does_not_get(index: OpenIndex) -> None:
    """Passages read lately are at hand, and no more open for it."""
    words = "direktør Zachariasen samarbejdsvanskeligheder"
    assert "Zachariasen" in texts(index, words, filters=Filters(access=EVERYTHING))[0]
    assert not any("Zachariasen" in text for text in texts(index, words, k=50))


def test_an_empty_access_sees_nothing(index: OpenIndex) -> None:
    """No role, no passage."""
    assert texts(index, "svømmehallen", filters=Filters(access=frozenset())) == []


def test_filters_bound_the_search_itself(index: OpenIndex) -> None:
    """By date, document, body and section; what lies outside never comes back however well it matches."""
    dated = Filters(date_from=date(2025, 3, 1), date_to=date(2025, 3, 31))
    assert texts(index, "svømmehallen", filters=dated) == [] or all(
        "svømmehal" not in text for text in texts(index, "svømmehallen", filters=dated)
    )
    assert all(
        s.passage.date == date(2025, 3, 4) for s in index.retriever.search(Query(text="aftale om sårpleje", filters=dated))
    )
    [minutes] = [d for d in index.store.documents() if d.kind is DocumentKind.MINUTES]
    only = Filters(document_ids=frozenset({minutes.id}))
    assert {s.passage.document_id for s in index.retriever.search(Query(text="svømmehallen aftale", filters=only))} == {
        minutes.id
    }


def test_a_municipality_filter_keeps_the_passages_that_name_it(index: OpenIndex) -> None:
    """Odder is named in one passage."""
    found = texts(index, "akutsygeplejen", filters=Filters(municipalities=frozenset({"Odder"})))
    assert found
    assert all("Odder" in text for text in found)


def test_an_english_question_finds_the_danish_passage(index: OpenIndex) -> None:
    """The "temporary beds" are called something else since."""
    assert "omsorgspladser" in texts(index, "What are the temporary beds called now?")[0]
    assert "svømmehallen" in texts(index, "How much money did the council set aside for the swimming pool?")[0]


def test_a_decision_is_found_by_the_case_it_decides(index: OpenIndex) -> None:
    """The decision itself names hardly a word of the question."""
    [first, *_] = index.retriever.search(Query(text='Hvad besluttede udvalget i sagen "Samarbejdsaftale om sårpleje"?'))
    assert first.passage.section is SectionName.DECISION
    assert "hjemmesygeplejen" in first.passage.text


def test_a_preference_moves_up_and_shuts_nothing_out(index: OpenIndex) -> None:
    """The preferred name comes first, the others stay."""
    plain = Query(text="Hvem driver akutsygeplejen?", k=20)
    preferred = index.retriever.search(replace(plain, prefer_names=("Odder",)))
    assert "Odder" in preferred[0].passage.text
    assert set(ids(preferred)) == set(ids(index.retriever.search(plain)))


def test_the_same_words_in_two_documents_are_grouped_under_the_best(tmp_path: Path) -> None:
    """A long passage printed twice is one result with one duplicate."""
    text = (
        "Notat\n\nUdvalget aftalte, at plejehjemmet ved åen ombygges med tolv nye boliger, en sansehave, "
        "et fælles køkken og en ny indgang mod torvet.\n"
    )
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([tmp_path], tmp_path / "index", workers=1)
    index = open_index(tmp_path / "index")
    [first, *others] = index.retriever.search(Query(text="ombygning af plejehjemmet ved åen", k=10))
    index.close()
    assert len(first.duplicate_ids) == 1
    assert not set(first.duplicate_ids) & set(ids(others))


def test_two_threads_get_the_answers_one_gets(index: OpenIndex) -> None:
    """The retriever and the store are shared."""
    from concurrent.futures import ThreadPoolExecutor

    words = ["svømmehallen", "akutsygeplejen", "aftale om sårpleje", "DLS"] * 5
    alone = [ids(index.retriever.search(Query(text=text))) for text in words]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: ids(index.retriever.search(Query(text=text))), words)) == alone


def test_scores_are_made_of_named_parts(index: OpenIndex) -> None:
    """So that a report can say why a passage stands where it stands."""
    [first, *_] = index.retriever.search(Query(text="svømmehallen"))
    assert {"lexical", "dense", "coverage"} <= set(first.parts)
    assert np.isfinite(list(first.parts.values())).all()


def minutes_of(body: str, number: int, items: Sequence[tuple[str, str]]) -> str:
    """Minutes of a committee with these items and decisions."""
    head = f"REFERAT\n{body}\nMødedato: {number}. april 2025\n"
    parts = [
        f"\nPunkt {number + place}: {title}\nSagsnummer: 25/20{place}\n\nBeslutning\n{decision}\n"
        for place, (title, decision) in enumerate(items)
    ]
    return head + "".join(parts)


def test_a_case_in_two_committees_is_one_result_and_two_cases_with_one_decision_are_two(tmp_path: Path) -> None:
    """Numbers of items differ from committee to committee; a decision in the words of another case is another decision."""
    long = (
        "Udvalget anbefaler, at havnens østre mole forstærkes med granit fra stenbruddet, at broen males, "
        "og at arbejdet udbydes samlet inden sommerferien."
    )
    words = (
        "Udvalget godkendte forvaltningens indstilling uden ændringer og bad om en ny orientering ved udgangen af næste kvartal."
    )
    for name, text in {
        "a.txt": minutes_of("Teknikudvalget", 3, [("Forstærkning af havnens mole", long), ("Ny skolegård i Vester", words)]),
        "b.txt": minutes_of("Økonomiudvalget", 8, [("Forstærkning af havnens mole", long), ("Belysning på stationen", words)]),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([tmp_path], tmp_path / "index", workers=1)
    index = open_index(tmp_path / "index")
    harbour = index.retriever.search(Query(text="forstærkning af havnens mole med granit fra stenbruddet", k=20))
    decisions = index.retriever.search(
        Query(text="godkendte forvaltningens indstilling uden ændringer og bad om en orientering", k=20)
    )
    index.close()
    assert len([found for found in harbour if "granit" in found.passage.text]) == 1
    assert len(next(found for found in harbour if "granit" in found.passage.text).duplicate_ids) == 1
    assert len([found for found in decisions if "uden ændringer" in found.passage.text]) == 2
