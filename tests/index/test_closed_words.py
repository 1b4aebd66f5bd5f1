"""A word that stands in closed passages alone is, to who may not see them, a word the corpus does not have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build
from index.dense import building
from index.opened import OpenIndex, open_index
from index.records import Filters, Query
from ingest.records import Access

OPEN = {
    "a_notat.txt": "Notat om havnen\n\nByrådet afsatte 2 mio. kr. til en ny mole i havnen. Molen bygges af sten fra bruddet.\n",
    "b_notat.txt": "Notat om broen\n\nBroen over åen males hvert femte år. Malerne er ansat af kommunen.\n",
    "m_notat.txt": "Notat om skolen\n\nSkolens leder holder møde med forældrene om foråret. Forældrene vælger et råd.\n",
}
CLOSED = {
    "lukket/0_sag.txt": "Fortroligt notat\n\nZeppelinfabrikken (ZPF) i Bælum, der fremover betegnes som Stålvingen, skal lukke. "
    "Byrådet køber Zeppelinfabrikken, havnen og broen. Broen og havnen sælges, broen rives ned, molen også.\n",
    "lukket/z_sag.txt": "Fortroligt notat\n\nEn lufthavnschef fra Zeppelinfabrikken fratræder. Skolen får ny leder: Zacharias.\n",
    "corpus.toml": '[[folder]]\npath = "lukket/*"\nclosed = true\n',
}
QUERIES = (
    "havnen",
    "Hvad sker der med broen?",
    "Zeppelinfabrikken",
    "Zepelinfabrikken",  # a slip away from a closed word
    "ZPF",
    "Stålvingen",
    "Stålvinge og havnen i Bælum",
    "lufthavnschef",  # luft + havn + chef: apart only where the corpus has the parts
    "Who is the head of the school?",
    "Which factory closes?",
    "skolens leder Zacharias",
    "molen malerne fabrik",
)
EVERYTHING = Filters(access=frozenset(Access))


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OpenIndex, OpenIndex]]:
    """Two indexes of the same open documents: one holds closed documents too."""
    opened = []
    for name, files in (("open", OPEN), ("mixed", OPEN | CLOSED)):
        folder = tmp_path_factory.mktemp(name)
        for path, text in files.items():
            (folder / "corpus" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "corpus" / path).write_text(text, encoding="utf-8")
        build([folder / "corpus"], folder / "index", workers=1)
        opened.append(open_index(folder / "index"))
    yield opened[0], opened[1]
    for index in opened:
        index.close()


@pytest.mark.parametrize("words", QUERIES)
def test_a_search_gives_the_same_passages_and_the_same_scores_as_if_nothing_closed_were_there(
    pair: tuple[OpenIndex, OpenIndex], words: str
) -> None:
    """To the bit, and every part of the score: neither rarity nor length nor vectors nor other ways to write a word differ."""
    alone, mixed = (index.retriever.search(Query(text=words, k=20)) for index in pair)
    assert [(found.passage, found.score, dict(found.parts), found.duplicate_ids) for found in mixed] == [
        (found.passage, found.score, dict(found.parts), found.duplicate_ids) for found in alone
    ]


@pytest.mark.parametrize("words", QUERIES)
def test_a_query_is_expanded_as_if_nothing_closed_were_there(pair: tuple[OpenIndex, OpenIndex], words: str) -> None:
    """No correction, no part of a compound, no translation, no abbreviation and no new name comes from a closed passage."""
    alone, mixed = pair
    assert mixed.expander.expand(words) == alone.expander.expand(words)


@pytest.mark.parametrize("words", ["zeppelinfabrikken", "zpf", "havn", "bro", "lufthavnschef"])
def test_a_closed_word_is_as_frequent_as_one_that_is_not_there(pair: tuple[OpenIndex, OpenIndex], words: str) -> None:
    """What the answers ask of frequencies tells nothing either."""
    alone, mixed = pair
    [term] = mixed.expander.terms_of(words)
    assert mixed.lexical.frequencies.get(term, 0) == alone.lexical.frequencies.get(term, 0)
    assert mixed.lexical.passage_count == alone.lexical.passage_count


def test_who_may_see_closed_passages_finds_them_by_their_words_slips_and_new_names(pair: tuple[OpenIndex, OpenIndex]) -> None:
    """The whole vocabulary is theirs."""
    _, mixed = pair
    for words in ("Zeppelinfabrikken", "Zepelinfabrikken", "Stålvingen"):
        assert "Zeppelinfabrikken" in mixed.retriever.search(Query(text=words, filters=EVERYTHING))[0].passage.text
    ways = dict(mixed.vocabulary.of(EVERYTHING.access).expand("ZPF").groups[0].alternatives)
    assert len(ways) > 1


def test_a_text_closed_since_the_last_build_moves_no_vector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The corpus model is fitted anew, though little has changed."""
    monkeypatch.setattr(building, "REFIT_SHARE", 1.0)
    corpus, directory = tmp_path / "corpus", tmp_path / "index"
    for path, text in (OPEN | CLOSED).items():
        (corpus / path).parent.mkdir(parents=True, exist_ok=True)
        if path != "corpus.toml":
            (corpus / path).write_text(text, encoding="utf-8")
    build([corpus], directory, workers=1)
    (corpus / "corpus.toml").write_text(CLOSED["corpus.toml"], encoding="utf-8")
    generation = build([corpus], directory, workers=1).generation.id
    features = (directory / "generations" / generation / "dense" / "model" / "features.txt").read_text(encoding="utf-8")
    assert "zepp" not in features
