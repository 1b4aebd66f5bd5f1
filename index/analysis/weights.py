"""What another way to write a word is worth beside the word itself: in a search, and where sentences are read."""

from __future__ import annotations

from dataclasses import dataclass

from index.analysis.synonyms import Closeness


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpansionWeights:
    """The weights, those of a search by default. Set by measurement (eval/bench/retrieval.py)."""

    part: float = 0.4  # a part of a compound
    joined: float = 1.0  # two words of the query that the corpus writes as one
    name: float = 0.8  # abbreviation and long form, old and new name
    translation: float = 0.9
    further_translation: float = 0.5
    untranslated: float = 0.4  # an English word that the corpus has too, beside its translation
    near: float = 0.3  # a synonym
    loose: float = 0.15
    narrower: float = 0.15  # what a word is said of: a car for a vehicle
    broader: float = 0.0
    instead: float = 0.7  # a synonym of a word that the corpus does not have
    instead_loose: float = 0.5
    turns: bool = False  # whether turns of several words count as one
    rendered: float = 0.0  # the share of its weight that a synonym has for an English word
    akin: float = 0.15  # a Danish word that shares an English rendering
    akin_instead: float = 0.5  # the same for a word that the corpus does not have
    kin: float = 0.5  # the noun of a verb and the other way round: "ændret", "ændring"
    translated_kin: float = 0.8  # the same for a Danish word that an English one stands for, beside that word
    corrected: float = 0.8

    def of(self, closeness: Closeness, *, missing: bool) -> float:
        """What a way to say a word is worth; `missing` when the corpus does not have the word itself."""
        if closeness is Closeness.NEAR:
            return self.instead if missing else self.near
        if closeness is Closeness.LOOSE:
            return self.instead_loose if missing else self.loose
        return self.narrower if closeness is Closeness.NARROWER else self.broader


WEIGHTS = ExpansionWeights()
READING_WEIGHTS = ExpansionWeights(
    near=0.8,
    loose=0.45,
    narrower=0.65,
    broader=0.35,
    instead=0.8,
    instead_loose=0.45,
    akin_instead=0.3,
    kin=0.9,
    turns=True,
    rendered=0.45,
)
"""The same where a sentence is read that was found: a synonym there says nearly what the word says."""
