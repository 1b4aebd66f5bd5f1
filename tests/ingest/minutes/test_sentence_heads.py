"""Headings that are the beginning of a sentence: who decided or proposed, and what stands below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.records import Ingested, SectionName

TEXT = """Havneudvalget

Referat af møde den 4. maj 2026

1. Belysning på molen

Forvaltningen foreslår:

Lamperne skiftes på hele molen.

{heading}

Lamperne skiftes yderst på molen.

2. Eventuelt

Intet.
"""


@pytest.mark.parametrize("heading", ["Udvalget besluttede:", "Vi blev enige om:", "What we agreed:"])
def test_a_heading_may_be_the_beginning_of_a_sentence(ingest: Callable[[str], Ingested], heading: str) -> None:
    """Below who decided stands the decision; below who proposes, what was only proposed."""
    sections = ingest(TEXT.format(heading=heading)).items[0].sections
    assert [(section.name, section.text) for section in sections if section.text] == [
        (SectionName.RECOMMENDATION, "Lamperne skiftes på hele molen."),
        (SectionName.DECISION, "Lamperne skiftes yderst på molen."),
    ]
