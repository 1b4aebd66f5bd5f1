"""Who wrote a document that names its author only in its text."""

from __future__ import annotations

from dataclasses import replace

from index.opened import OpenIndex
from ingest.records import Passage
from service.answering.documents.written_by import written_by


def _passages(index: OpenIndex, *texts: str) -> list[Passage]:
    document = index.store.documents()[0]
    passage = index.store.passages_of_document(document.id)[0]
    return [replace(passage, text=text) for text in texts]


def test_minutes_are_written_by_their_secretary(index: OpenIndex) -> None:
    """The label at the end of the last line counts, not the note's author above."""
    passages = _passages(
        index, "Udarbejdet af: Eva Lind Bro", "Mødet sluttede kl. 20.\nReferent: Bo Dam Frost. Næste møde i maj."
    )
    written = written_by("Hvem skrev referatet fra mødet?", passages)
    assert written is not None
    assert written[:2] == ("Bo Dam Frost", "Referent: Bo Dam Frost")


def test_a_letter_is_written_by_who_signed_it(index: OpenIndex) -> None:
    """The name stands on the line after the farewell."""
    written = written_by(
        "Hvem har skrevet brevet om takster?", _passages(index, "Tak for svar.\nMed venlig hilsen\nIda Holm\nLæge")
    )
    assert written is not None
    assert written[0] == "Ida Holm"


def test_nobody_is_named_where_no_label_and_no_farewell_stand(index: OpenIndex) -> None:
    """A name in the text is no author."""
    assert written_by("Hvem skrev notatet?", _passages(index, "Eva Lind Bro spurgte til taksten.")) is None
