"""Danish stems by the Snowball algorithm (https://snowballstem.org/algorithms/danish/stemmer.html), on folded words.

Where the algorithm leaves forms of one word apart, they are brought together before or after it: weak past tenses
("drøftede", "drøftet"), verbs that change ("afsat", "afsætter"), words that end in an s of their own ("plads", "pladser").
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock

import snowballstemmer

from index.analysis.verbs import verb_stem
from index.analysis.words import is_number

_STEMMER = snowballstemmer.stemmer("danish")
_SYNCOPE = re.compile(r"([bdfgkpt]{1,2})el$")
_VOWEL_CHANGES = "boern:barn maend:mand boeg:bog haend:haand naet:nat taend:tand doetr:dat boend:bond straend:strand"
_IRREGULAR = dict(pair.split(":") for pair in _VOWEL_CHANGES.split())
"""Stems of plurals that change their vowel → the stem of the singular."""
_PAST = re.compile(r"[bdfgjklmnprstv]edes?$")
_NO_PAST = re.compile(
    r"(?:^|vej|ind|af|ud|an|for|vild|mis|bort|om)ledes?$|(?:^|be|ind|ud|til|an|op|alle)redes?$|(?:b|sp|v|f)redes?$"
    r"|(?:^|til|ud|an|for)bedes?$|stedes?$|hedes?$|smedes?$|billedes?$"
)
"""Words in -ede that are no past tense of a verb in -e: "vejlede", "forberede", "udbrede"."""
_OWN_S = re.compile(
    r"(?:plads|sats|kreds|spids|klods|palads|trods|proces|kongres|kryds|kurs|moms|gods|puls|indeks|kompleks|instruks|"
    r"(?:konsekv|frekv|lic)ens)$"
)
_WHOLE = re.compile(
    r"(itet|[dlnt]oer|(?:budg|toil|bill|blank|tabl|kabin)et|idraet|aften|orden|koekken|(?:in|eks)tern|konkret)"
    r"(?:t?(?:e[nt]|ene|er|erne|e)?s?)$"
)
"""Nouns and adjectives whose last syllable the algorithm takes for an ending where nothing stands behind it."""
_PLURAL_OF_HED = re.compile(r"(?<=hed)ernes?$")
_LOCK = Lock()  # the stemmer keeps the word it works on in itself


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word: "kommunerne" → "kommun". Numbers and words of up to three letters stay as they are."""
    if len(word) <= 3 or is_number(word):
        return word
    word = word.replace("-", "")
    changed = verb_stem(word)
    if changed:
        return changed
    if _OWN_S.search(word):
        return word
    whole = _WHOLE.search(word)
    if whole:
        return word[: whole.end(1)]
    word = _PLURAL_OF_HED.sub("er", word)
    if len(word) > 5 and _PAST.search(word) and not _NO_PAST.search(word):
        word = word.removesuffix("s")[:-3] + "et"
    with _LOCK:
        stemmed: str = _STEMMER.stemWord(word)
    stemmed = _IRREGULAR.get(stemmed, stemmed)
    return _SYNCOPE.sub(_without_e, stemmed)


def _without_e(ending: re.Match[str]) -> str:
    """Drop the e that comes and goes in the last syllable ("middel", "midler"), and with it a doubled consonant."""
    before = ending[1]
    return (before[0] if len(before) == 2 and before[0] == before[1] else before) + "l"
