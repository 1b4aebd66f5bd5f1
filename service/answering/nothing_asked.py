"""What people write that no document answers: courtesies, orders to a machine, and sums."""

from __future__ import annotations

import re

_COURTESY = re.compile(r"^\W*(?:(?:mange )?tak|hej|goddag|farvel|thanks|thank you|hello|hi|goodbye)\b[^?]*$", re.IGNORECASE)
"""Words of courtesy without a question."""

_MAKES = re.compile(
    r"^\W*(?:please |vær venlig at |kan du |can you |could you )?(?:write|compose|translate|draw|sing|calculate|imagine|"
    r"skriv(?! under)|oversæt|tegn|digt|beregn|forestil dig|"
    r"(?:tell|fortæl|lav|make|give|giv)(?: me| mig)? (?:a|an|en|et) (?:joke|story|poem|song|tale|recipe|"
    r"vittighed|historie|digt|sang|opskrift))\b",
    re.IGNORECASE,
)
"""Orders to make something that is not there yet."""

_UNTEACHES = re.compile(
    r"^\W*(?:please |nu )?(?:ignore|ignorer|disregard|forget|glem)\b.*\b(?:instru[ck]\w*|prompts?|regler|rules)\b", re.IGNORECASE
)
"""Orders about the machine's own instructions."""

_SUM = re.compile(
    r"\d[\d.,]*\s*(?:[+*]|plus|minus|gange|times|(?:divideret|divided)(?: med| by)?)\s*\d[\d.,]*\W*$", re.IGNORECASE
)
"""A sum to be worked out at the end; what a document writes with a stroke or a slash is a span or a day."""


def is_no_question(text: str) -> bool:
    """Whether a text is a courtesy, an order or a sum, whatever the passages say of its words."""
    return any(each.search(text) for each in (_COURTESY, _MAKES, _UNTEACHES, _SUM))
