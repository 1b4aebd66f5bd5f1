"""Full names as they are printed, and which capitalised words are no person's."""

from __future__ import annotations

import re

from ingest.places.gazetteer import municipality_named

PERSON = (
    r"(?P<name>[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?(?:[ ][A-ZÆØÅ]\.)*(?:[ ](?:af|von|de|van)[ ])?"
    r"(?:[ ]?[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?){1,3})"
)
"""A full name of two words or more, each with a capital."""
_NO_PERSON = re.compile(
    r"\b(?:kommune|sygehus|hospital\w*|region\w*|universitet\w*|udvalg\w*|forum|klynge\w*|afdeling\w*|center|centret|råd\w*|styrelse\w*)\b",
    re.IGNORECASE,
)


def names_person(name: str) -> bool:
    """Whether capitalised words may be a person's name: no body among them, and no town in front."""
    return not _NO_PERSON.search(name) and municipality_named(name.split()[0]) is None
