"""The demo corpus with other municipalities, tasks and years: the answers must be the same with the names exchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from eval.demo.make import FILES, QUESTIONS, SOURCES
from index.build import build
from index.opened import OpenIndex, open_index
from ingest.places.municipalities import REGION_OF, official_name
from service.assistant import Assistant
from service.records import Answer, Question
from service.settings import Settings

TASKS = {"akutsygepleje": "natlægevagt", "rehabilitering": "hjerneskadeindsats", "forebyggelse": "rygestopvejledning"}
"""Each loses its last letters for another noun of the common gender: "akutsygeplejen" is "natlægevagten"."""

IN_ENGLISH = {"rehabilitation": "rehabilitering"}
"""What an English question calls a task: it is asked by the Danish word, which is then exchanged."""

YEARS_ON = 3
Followed = tuple[str, Answer, Answer, Callable[[str], str]]


def exchanged(text: str, municipalities: dict[str, str]) -> str:
    """The text with every municipality, task and year replaced by its other, inflected as it stood."""
    names = "|".join(sorted(map(re.escape, municipalities), key=len, reverse=True))
    text = re.sub(rf"(?<!\w)({names})(?=s?(?!\w))", lambda match: municipalities[match[1]], text)
    for task, other in TASKS.items():
        text = re.sub(rf"({task})(n|en)?(?!\w)", _inflecting(other), text, flags=re.IGNORECASE)
    return re.sub(r"(?<!\d)(20(?:19|2\d))(?!\d)", lambda match: str(int(match[1]) + YEARS_ON), text)


def in_danish(question: str) -> str:
    """The question with the Danish names of tasks."""
    for english, danish in IN_ENGLISH.items():
        question = re.sub(rf"\b{english}\b", danish, question)
    return question


def _inflecting(other: str) -> Callable[[re.Match[str]], str]:
    """Puts another noun in the place of a task, definite and with a capital where the task was."""

    def inflected(match: re.Match[str]) -> str:
        word = other + ("en" if match[2] else "")
        return word[:1].upper() + word[1:] if match[1][:1].isupper() else word

    return inflected


def other_names(texts: Iterable[str]) -> dict[str, str]:
    """Every municipality that the texts name with another of them: the names in order, each the one seven places on."""
    whole = " ".join(texts)
    usual = [name for name in REGION_OF if official_name(name) == f"{name} Kommune"]
    named = sorted(name for name in usual if re.search(rf"(?<![\w-]){re.escape(name)}(?=s?(?![\w-]))", whole))
    others = {name: named[(place + 7) % len(named)] for place, name in enumerate(named)}
    return {as_typed(name): as_typed(other) for name, other in others.items()} | others


def as_typed(name: str) -> str:
    """The name on a keyboard without æ, ø and å."""
    for letter, typed in {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"}.items():
        name = name.replace(letter, typed)
    return name


def built(directory: Path, change: Callable[[str], str]) -> OpenIndex:
    """The demo corpus made of changed sources, in an index."""
    (directory / "corpus").mkdir()
    for name, (source, write) in FILES.items():
        changed = directory / source
        changed.write_text(change((SOURCES / source).read_text(encoding="utf-8")), encoding="utf-8")
        write(directory / "corpus" / change(name), changed)
    build([directory / "corpus"], directory / "index", workers=1)
    return open_index(directory / "index")


def same_words(text: str) -> list[str]:
    """The words of an answer in alphabetical order: a list of names is sorted anew when the names are others."""
    return sorted(re.findall(r"\w+", text.lower()))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Followed]:
    """Each question of the demo: its text, its answer, the answer to the exchanged question, and the exchange."""
    names = other_names(path.read_text(encoding="utf-8") for path in SOURCES.iterdir())

    def change(text: str) -> str:
        return exchanged(text, names)

    settings = Settings(index=Path("unused"))
    first = Assistant(built(tmp_path_factory.mktemp("first"), lambda text: text), settings)
    second = Assistant(built(tmp_path_factory.mktemp("second"), change), settings)
    found: list[Followed] = []
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        context = tuple(question["context"])
        one = first.ask(Question(text=question["question"], context=context))
        other = second.ask(Question(text=change(in_danish(question["question"])), context=tuple(map(change, context))))
        found.append((question["question"], one, other, change))
    return found


def test_the_exchange_reaches_most_questions(answers: list[Followed]) -> None:
    """A test of names that exchanges none would pass for nothing."""
    assert sum(change(question) != question for question, _, _, change in answers) > len(answers) // 3


def test_answers_from_records_follow_the_names(answers: list[Followed]) -> None:
    """What was read as a fact, a meeting or a decision is told word for word with the other names."""
    told = [each for each in answers if not each[1].abstained and each[1].kind != "extract"]
    strayed = [
        (question, one.text, other.text)
        for question, one, other, change in told
        if same_words(change(one.text)) != same_words(other.text)
    ]
    assert len(told) >= 20
    assert strayed == []
