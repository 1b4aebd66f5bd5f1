"""An opened generation: everything the service asks of an index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.analysis.expansion import Expander
from index.dense.vectors import FOLDER as DENSE
from index.dense.vectors import VectorIndex
from index.embedders.opening import open_embedder
from index.errors import IndexCorrupt
from index.generations import checked, generation_folder, live_id, originals_folder, serving
from index.hybrid import HybridRetriever
from index.lexical.searchable import FOLDER as LEXICAL
from index.lexical.searchable import Lexical
from index.manifest import Manifest
from index.protocols import Embedder, Retriever
from index.records import GenerationSummary
from index.rows import open_rows
from index.store.reading import Store
from index.vocabulary import Vocabulary


@dataclass(
    frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True
)  # one open index is not another: kept in weak tables
class OpenIndex:
    """One generation, open for reading. Never changes; open the index again to see a newer one. Safe between threads."""

    directory: Path
    summary: GenerationSummary
    store: Store
    retriever: Retriever
    lexical: Lexical
    vocabulary: Vocabulary
    embedder: Embedder

    @property
    def expander(self) -> Expander:
        """How queries are expanded for who may see open passages only."""
        return self.vocabulary.open

    def close(self) -> None:
        """Let go of files. The index is of no use afterwards."""
        self.store.close()


def open_index(directory: Path, generation: str | None = None) -> OpenIndex:
    """Open the live generation, or a named one. Works on a read-only directory.

    A damaged live generation is noticed by its checksums; the newest accepted one that is whole serves in its place
    (`summary.live` is False then). Raises `IndexNotFound`, `IndexCorrupt`, `FormatMismatch`,
    `GenerationNotFound`, `ModelUnavailable`.
    """
    live = live_id(directory)
    chosen, manifest = (generation, checked(directory, generation)) if generation else serving(directory)
    return open_folder(directory, generation_folder(directory, chosen), manifest, live=chosen == live)


def open_folder(directory: Path, folder: Path, manifest: Manifest, *, live: bool) -> OpenIndex:
    """Open a generation where it stands, checked or not yet published."""
    with _as_corrupt(folder):
        store = Store(folder, originals_folder(directory))
        lexical = Lexical(folder / LEXICAL)
        rows = open_rows(folder)
        vectors = VectorIndex(folder / DENSE)
        embedder = open_embedder(folder / DENSE)
        vocabulary = Vocabulary(lexical, store)
    return OpenIndex(
        directory=directory,
        summary=manifest.summary(live=live),
        store=store,
        retriever=HybridRetriever(lexical, rows, store, vocabulary, vectors, embedder),
        lexical=lexical,
        vocabulary=vocabulary,
        embedder=embedder,
    )


@contextmanager
def _as_corrupt(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise IndexCorrupt(f"{folder.name}: a file of this generation cannot be read. Build again, or roll back.") from error
