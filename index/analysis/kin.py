"""Danish verbs and the nouns made of them: "beslutte" and "beslutning", "ændre" and "ændring", "vurdere" and "vurdering"."""

from __future__ import annotations

SHORTEST = 3
_NOUN_ENDINGS = ("ning", "ering", "ing")


def kin_of(stem: str) -> tuple[str, ...]:
    """The stems of the nouns a verb's stem may have, or of the verb behind a noun's; most of them are no words at all."""
    for ending in _NOUN_ENDINGS:
        base = stem.removesuffix(ending)
        if base != stem:
            return tuple(dict.fromkeys((base, stem.removesuffix("ing")))) if len(base) >= SHORTEST else ()
    return tuple(stem + ending for ending in _NOUN_ENDINGS) if len(stem) >= SHORTEST and stem.isalpha() else ()
