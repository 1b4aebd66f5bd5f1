"""Danish verbs whose forms no ending tells ("afsat", "afsætter"), brought to one stem, prefixed ones by rule."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from index.analysis.folding import fold

VERBS = "verbs_da.txt"
PREFIXED = "-"
SHORTEST, SHORTEST_PREFIXED = 4, 3
"""Shorter forms ("sat", "tog") stand for themselves, as they are other words as often; after a prefix they are what they seem."""
_PREFIXES_WORDS = """
af an be bi bort del efter er fast for fore forud frem fra gen gennem hen hjem igang igennem imod ind med mis mod ned om op
over overens paa plan sam til tilbage ud under ved videre
faerdig fuld god istand oede und ivaerk klar lov mulig offentlig rede sammen synlig tilfreds tilkende
tilrette tydelig vedlige virkelig
"""
_PREFIXES = frozenset(_PREFIXES_WORDS.split())
_SHORT = {
    "er": "vaer",
    "var": "vaer",
    "vaere": "vaer",
    "vaeret": "vaer",
    "har": "hav",
    "have": "hav",
    "havde": "hav",
    "haft": "hav",
    "se": "se",
    "ser": "se",
    "saa": "se",
    "set": "se",
}
"""Forms that are other words by themselves, for turns ("være imod", "have ansvaret for", "se dagens lys")."""


def verb_stem(word: str) -> str | None:
    """The stem of a folded form of a listed verb, with its prefix; None for every other word."""
    forms = _forms()
    own = forms.get(word, "")
    if len(word) >= SHORTEST and own and not own.startswith(PREFIXED):
        return own
    for cut in range(2, len(word) - SHORTEST_PREFIXED + 1):
        stem = forms.get(word[cut:])
        if stem is not None and word[:cut] in _PREFIXES:
            return word[:cut] + stem.removeprefix(PREFIXED)
    return None


def verb_form(word: str) -> str | None:
    """The stem of a folded form of a listed verb, the shortest forms too ("tog"); None for every other word."""
    own = _SHORT.get(word) or _forms().get(word)
    return own.removeprefix(PREFIXED) if own else verb_stem(word)


def forms_of(stem: str) -> tuple[str, ...]:
    """The folded forms of a listed verb by its stem, in the order of the list; empty for any other stem."""
    return _by_stem().get(stem, ())


def is_verb(stem: str) -> bool:
    """Whether a stem is that of a listed verb."""
    return stem in _stems()


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, stem in _forms().items():
        found.setdefault(stem.removeprefix(PREFIXED), []).append(form)
    return {stem: tuple(forms) for stem, forms in found.items()}


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset((*(stem.removeprefix(PREFIXED) for stem in _forms().values()), *_SHORT.values()))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Folded form → folded stem, with a hyphen in front where it is that of prefixed forms alone."""
    lines = files("index.analysis").joinpath(VERBS).read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" = ") for line in lines if " = " in line and not line.startswith("#")]
    return {fold(form): fold(stem) for stem, listed in pairs for form in (stem.removeprefix(PREFIXED), *listed.split())}
