"""A follow-up that names another body: "Og i byrådet?" after a question of what came before the committee."""

from __future__ import annotations

import re

from service.understanding.vocabulary import Vocabulary

_BODY = r"(?:the\s)?[\wæøåÆØÅ-]*(?:udvalg|råd|bestyrelse|forum|nævn|styregruppe|forsamling|committee|council|board)[\wæøå]*"
_ASKS = re.compile(rf"^(?P<at>i|hos|for|på|fra|af|til|in|by|at|before|for)\s+(?P<body>{_BODY})\W*$", re.IGNORECASE)


def with_other_body(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og i byrådet?": the earlier question with its body, behind the same preposition, exchanged."""
    asked = _ASKS.match(text)
    if asked is None:
        return None
    before = re.compile(rf"\b{asked['at']}\s+{_BODY}", re.IGNORECASE)
    found = list(before.finditer(last))
    if len(found) != 1:
        return None
    return f"{last[: found[0].start()]}{asked['at'].lower()} {asked['body']}{last[found[0].end() :]}"
