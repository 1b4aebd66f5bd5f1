"""Finds the tasks (column headers of the corpus' tables) a question is about: inflected, shortened, abbreviated, in English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ingest.places.folding import fold
from service.understanding.names import in_order
from service.understanding.translated import in_danish
from service.understanding.words import same_word, stem, words_of

LEAST_LETTERS = 6
"""A task is named when words of its header of this many letters in all stand in the question: one long word, or several."""

LEAST_WHOLE_LETTERS = 5
"""A header of fewer letters in all names its task where every word of it stands in the question, maybe inflected."""

_DESCRIBING = ("rettet", "rettede", "eret", "erede", "isk", "iske", "lige", "ale")
LEAST_OF_A_BEGINNING = 0.6
"""A word names a compound by its beginning where it is this share of its letters: "patient" is no "patientrettet"."""

PART_LETTERS = 6
"""A word of this many letters names a compound that begins or ends with it: "bassinet" for "træningsbassiner"."""


def tasks_in(text: str, tasks: Sequence[str], long_forms: Mapping[str, str]) -> tuple[str, ...]:
    """The tasks named in a text, the best matched first; only those that match as well as the best of their words allow."""
    words = words_of(expanded(text, long_forms))
    short = [task for task in tasks if _abbreviated(task, text) or _is_capitals(task, text)]
    scores = {task: LEAST_LETTERS if short == [task] else _score(task, words) for task in tasks}
    found = [task for task in tasks if scores[task] >= LEAST_LETTERS]
    distinct = [task for task in found if short == [task] or _has_own_word(task, tasks, words)]
    return tuple(sorted(distinct or found, key=lambda task: (-scores[task], tasks.index(task))))


def expanded(text: str, long_forms: Mapping[str, str]) -> str:
    """The text with its abbreviations written out, and in Danish, behind it."""
    added = [long for short, long in long_forms.items() if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text)]
    danish = in_danish(text)
    return " ; ".join([text, *added, *([danish] if danish != text else [])])


def _is_capitals(task: str, text: str) -> bool:
    """Whether a header of capitals ("KOL") stands in the text as it is."""
    return bool(re.fullmatch(r"[A-ZÆØÅ]{2,6}", task)) and re.search(rf"(?<![\w-]){task}(?![\w-])", text) is not None


def _abbreviated(task: str, text: str) -> bool:
    """Whether capitals in the text stand for a header of several words: SOP for "Sundheds- og omsorgspladser"."""
    initials = [word[0] for word in re.findall(r"[^\W\d_]+", fold(task)) if word not in {"og", "and", "i", "af"}]
    for short in re.findall(r"\b[A-ZÆØÅ]{3,5}\b", text):
        letters = fold(short)
        if len(initials) > 1 and letters.startswith("".join(initials)[: len(letters) - 1]) and in_order(letters, fold(task)):
            return True
    return False


def _score(task: str, words: Sequence[str]) -> int:
    """How many letters of the task's header words the words hold, also written as two words or joined."""
    joined = [first + second for first, second in pairwise(words)]
    own = words_of(task)
    if sum(map(len, own)) >= LEAST_WHOLE_LETTERS and all(any(stem(word) == stem(other) for other in words) for word in own):
        return max(LEAST_LETTERS, sum(map(len, own)))
    said = {word for word in own if any(_means(word, other) for other in (*words, *joined))}
    return 0 if all(_describes(word) and word != own[-1] for word in said) else sum(map(len, said))


def _describes(word: str) -> bool:
    """Whether a folded word of a header only describes the word behind it: "fælles medicinkort", "patientrettet forebyggelse"."""
    return word == "faelles" or word.endswith(_DESCRIBING)


def _means(own: str, word: str) -> bool:
    if same_word(own, word):
        return True
    whole, part = stem(own), stem(word)
    if len(part) < PART_LETTERS:
        return False
    return whole.endswith(part) or (whole.startswith(part) and len(part) >= LEAST_OF_A_BEGINNING * len(whole))


def named_by_tail(task: str, text: str) -> bool:
    """Whether a text names a task only by the end of its compound: "sygepleje" may be another task than "akutsygepleje"."""
    words = words_of(expanded(text, {}))
    own = words_of(task)
    if _abbreviated(task, text) or any(same_word(each, word) for each in own for word in words):
        return False
    return any(len(stem(word)) >= PART_LETTERS and stem(each).endswith(stem(word)) for each in own for word in words)


def _has_own_word(task: str, tasks: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a word of the question belongs to this task's header alone."""
    others = {word for other in tasks if other != task for word in words_of(other)}
    own = [word for word in words_of(task) if not any(same_word(word, other) for other in others)]
    return _score(" ".join(own), words) > 0
