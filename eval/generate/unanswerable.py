"""Questions that no corpus of this kind answers: the right answer is a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eval.records import GoldQuestion

if TYPE_CHECKING:
    from index.opened import OpenIndex

MATTERS = (
    "en kommunal rumhavn",
    "kamelridning i fritidsordningen",
    "gratis hvalsafari for pensionister",
    "indkøb af en ubåd",
    "en underjordisk skiskole",
    "forbud mod trompeter i svømmehallen",
    "udlejning af drager på biblioteket",
    "en kabelbane mellem rådhuset og havnen",
    "dresserede egern som postbude",
    "et nationalt akvarium for guldfisk",
)


def unanswerable_questions(index: OpenIndex) -> Iterator[GoldQuestion]:
    """A question on an absurd matter to each body in turn; the matters whose words the corpus has are left out."""
    bodies = sorted({meeting.body for meeting in index.store.meetings() if meeting.body}) or ["udvalget"]
    for number, matter in enumerate(matter for matter in MATTERS if not _is_mentioned(matter, index)):
        yield GoldQuestion(
            id=f"absurd-{number}",
            text=f"Hvad besluttede {bodies[number % len(bodies)]} om {matter}?",
            answerable=False,
            language="da",
            kind="unanswerable",
            answer="Det fremgår ikke af dokumenterne.",
        )


def _is_mentioned(matter: str, index: OpenIndex) -> bool:
    from index.records import Query

    found = index.retriever.search(Query(text=matter, k=1))
    words = {word for word in matter.split() if len(word) > len("rådhuset")}
    return bool(found) and any(word in found[0].passage.text.lower() for word in words)
