"""A window that tells what the question turns on comes before a slightly better one that does not."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from index.build import build
from index.opened import open_index
from service.answering.extracts.answerer import ExtractAnswerer
from service.records import Question
from service.understanding.understand import understand

NOTE = """Notat om badebroen

Baggrund
Arbejdet med badebroen og badebroens livreddere drøftes af havnen, klubben og kommunen.

Fremdrift
Arbejdet er under planlægning, og der ventes tegninger til sommer.
"""


def test_how_far_something_has_come_is_told_by_a_sentence_with_a_state(tmp_path: Path) -> None:
    """The background says more of the question, but not how far the work has come."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notat_2026-02-01.txt").write_text(NOTE, encoding="utf-8")
    build([tmp_path / "docs"], tmp_path / "index", workers=1)
    with closing(open_index(tmp_path / "index")) as index:
        understood = understand(Question(text="Hvor langt er arbejdet med badebroen?"), index)
        draft = ExtractAnswerer(index).answer(understood, index)
    assert draft is not None
    assert "under planlægning" in draft.text
