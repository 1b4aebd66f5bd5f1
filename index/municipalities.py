"""Which passages concern which municipality: those that name it, and all of a document whose title or body does."""

from __future__ import annotations

import re

from index.fields import PassageFields
from ingest.places.municipalities import MUNICIPALITIES, OTHER_NAMES

_CANONICAL = {name: OTHER_NAMES.get(name, name) for name in (*MUNICIPALITIES, *OTHER_NAMES)}
_NAMES = re.compile(rf"\b({'|'.join(re.escape(name) for name in sorted(_CANONICAL, key=len, reverse=True))})s?\b")


class MunicipalityFinder:
    """Collects (municipality, passage row) pairs during a build."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int]] = []

    def add(self, row: int, fields: PassageFields) -> None:
        """Look at the next passage and where it stands."""
        text = "\n".join((fields.text, fields.title, fields.body, fields.heading, fields.item))
        names = dict.fromkeys(_CANONICAL[name] for name in _NAMES.findall(text))
        self.found += [(name, row) for name in names]
