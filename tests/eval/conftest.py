"""The demo corpus, built once for all tests of the evaluation that need an index."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.demo.make import CORPUS
from index.build import build


@pytest.fixture(scope="session")
def demo_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the demo corpus; not to be written to, apart from the history."""
    folder = tmp_path_factory.mktemp("demo-index")
    build([CORPUS], folder, workers=1)
    return folder
