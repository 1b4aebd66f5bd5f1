"""A cross-encoder is an option: it reads the first passages again, in bounded time, and changes nothing behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.errors import ModelUnavailable
from index.opened import OpenIndex
from index.protocols import PairScorer
from index.records import Query
from index.rerank.cross_encoder import CrossEncoderScorer
from index.rerank.judged import PART, JudgedRetriever, read_text

QUESTION = "Hvad besluttede udvalget om sårpleje og svømmehallen?"
WORDS = ["hvem", "hvad", "driver", "akutsygeplejen", "svømmehallen", "kommunen", "udvalget", "aftalen", "i", "og", "om"]


class LongestFirst:
    """The simplest scorer that keeps the contract: the longer the text, the better; each text costs a tenth of a second."""

    def scores(self, query: str, texts: Sequence[str], seconds: float) -> NDArray[np.float32]:
        """See `index.protocols.PairScorer`."""
        return np.array([len(text) for text in texts[: int(seconds * 10)]], dtype=np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder of one layer and random weights, saved as sentence-transformers reads it."""
    return tiny_model(tmp_path_factory.mktemp("cross-encoder"), labels=1)


def tiny_model(folder: Path, labels: int) -> Path:
    """Write a model with this many outputs."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]), encoding="utf-8")
    torch.manual_seed(7)
    config = BertConfig(vocab_size=5 + len(WORDS), max_position_embeddings=64, hidden_size=8)
    config.num_labels, config.num_hidden_layers, config.num_attention_heads, config.intermediate_size = labels, 1, 2, 16
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizer(vocab=str(folder / "vocab.txt"), model_max_length=64).save_pretrained(folder)
    return folder


@pytest.fixture(params=["cross-encoder", "longest"])
def scorer(request: pytest.FixtureRequest, folder: Path) -> PairScorer:
    """Each implementation in turn."""
    return CrossEncoderScorer(str(folder)) if request.param == "cross-encoder" else LongestFirst()


def ids(index: OpenIndex, scorer: PairScorer, k: int = 10, candidates: int = 5, seconds: float = 60) -> list[str]:
    """The ids a judged search gives."""
    retriever = JudgedRetriever(index.retriever, scorer, candidates, seconds)
    return [found.passage.id for found in retriever.search(Query(text=QUESTION, k=k))]


def test_every_text_in_time_gets_a_score_and_the_same_texts_the_same_scores(scorer: PairScorer) -> None:
    """More texts than one batch holds, long ones too."""
    texts = [f"{word} " * length for length, word in enumerate(WORDS * 2, start=1)]
    scores = scorer.scores("hvem driver svømmehallen", texts, 60)
    assert scores.dtype == np.float32
    assert scores.shape == (len(texts),)
    assert np.isfinite(scores).all()
    np.testing.assert_allclose(scorer.scores("hvem driver svømmehallen", texts, 60), scores, atol=1e-6)


def test_without_time_there_are_no_scores_and_the_order_stays(index: OpenIndex, scorer: PairScorer) -> None:
    """A model that is too slow costs its time and nothing else."""
    assert len(scorer.scores("hvem", ["kommunen"], 0.0)) == 0
    plain = [found.passage.id for found in index.retriever.search(Query(text=QUESTION))]
    assert ids(index, scorer, seconds=1e-9) == plain


def test_the_first_candidates_change_places_and_those_behind_stay(index: OpenIndex, scorer: PairScorer) -> None:
    """Nothing is lost, nothing comes from further down, and the first k are the beginning of the first k plus one."""
    plain = [found.passage.id for found in index.retriever.search(Query(text=QUESTION))]
    judged = ids(index, scorer)
    assert sorted(judged[:5]) == sorted(plain[:5])
    assert judged[5:] == plain[5:]
    for k in range(1, 8):
        assert ids(index, scorer, k=k) == judged[:k]


def test_half_of_the_order_is_the_scorers(index: OpenIndex) -> None:
    """(0.5 · own + 0.5 · length), each from 0 to 1; ranks count from one, scores do not rise, the part is named."""
    plain = index.retriever.search(Query(text=QUESTION, k=3))
    own, length = (np.array(values) for values in zip(*((f.score, len(read_text(f))) for f in plain), strict=True))
    both = 0.5 * (own - own.min()) / np.ptp(own) + 0.5 * (length - length.min()) / np.ptp(length)
    found = JudgedRetriever(index.retriever, LongestFirst(), 3, 60).search(Query(text=QUESTION, k=3))
    assert [each.passage.id for each in found] == [plain[place].passage.id for place in np.argsort(-both)]
    assert [each.rank for each in found] == [1, 2, 3]
    assert [each.score for each in found] == [each.score for each in plain]
    assert found[0].parts[PART] == len(read_text(found[0]))


def test_passages_there_was_no_time_for_keep_their_places(index: OpenIndex) -> None:
    """Two of five in two tenths of a second."""
    plain = [found.passage.id for found in index.retriever.search(Query(text=QUESTION))]
    judged = ids(index, LongestFirst(), seconds=0.2)
    assert set(judged[:2]) == set(plain[:2])
    assert judged[2:] == plain[2:]


def test_a_cross_encoder_that_cannot_be_had_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not there at all, and one that classifies instead of ranking."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match=r"cannot be loaded .* or name none\.$"):
        CrossEncoderScorer(str(tmp_path / "none"))
    with pytest.raises(ModelUnavailable, match="gives 3 values for a pair"):
        CrossEncoderScorer(str(tiny_model(tmp_path, labels=3)))


def test_the_setting_names_it_for_every_command(directory: Path, folder: Path) -> None:
    """And the model is loaded once, whatever generation is opened."""
    from service.opening import open_searched
    from service.settings import load_settings

    settings = load_settings(index=directory, reranker=str(folder), reranker_candidates=4, reranker_seconds=60)
    one, other = open_searched(settings), open_searched(settings)
    try:
        assert isinstance(one.retriever, JudgedRetriever)
        assert one.retriever.search(Query(text=QUESTION))[0].parts[PART] > 0
        assert isinstance(other.retriever, JudgedRetriever)
        assert one.retriever._scorer is other.retriever._scorer
    finally:
        one.close()
        other.close()
    plain = open_searched(settings.model_copy(update={"reranker": ""}))
    assert not isinstance(plain.retriever, JudgedRetriever)
    plain.close()
