"""Answers who does something, read from sentences: "X skal godkende Y", "Y godkendes af X", "X har ansvaret for Y"."""

from __future__ import annotations

from index.opened import OpenIndex
from service.answering.duties.deed import deed_asked
from service.answering.duties.doing import Doing, doings_in
from service.answering.facts.wording import day_line
from service.answering.frames import quoted
from service.answering.minutes.trimmed import trimmed
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Understood
from service.understanding.words import stem, words_of

LEAST_COVERAGE = 0.8
PASSAGES = 12
MOST_WORDS = 36


class DoerAnswerer:
    """Answers "who approves Y", "who is responsible for Y" with the subject of the sentence that says so."""

    kind = "doer"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft when one sentence holds the deed and what it is done to; None when sentences name several as well."""
        if understood.kind is not QuestionKind.WHO or (understood.tasks and understood.municipalities):
            return None
        deed = deed_asked(understood)
        if deed is None:
            return None
        found = [doing for scored in retrieve(understood, index, PASSAGES) for doing in doings_in(deed, scored)]
        found = [doing for doing in found if doing.coverage >= LEAST_COVERAGE]
        if not found:
            return None
        best = max(found, key=lambda each: (each.coverage, -len(each.sentence)))
        rivals = {_plain(each.who) for each in found if each.coverage >= best.coverage - 0.05} - {_plain(best.who)}
        return _draft(understood, index, best, rivals=len(rivals))


def _plain(who: str) -> str:
    return " ".join(stem(word) for word in words_of(who))


def _draft(understood: Understood, index: OpenIndex, best: Doing, *, rivals: int) -> Draft:
    passage = best.scored.passage
    quote = best.sentence if best.sentence in passage.text else passage.text
    source = source_of(index, passage, quote)
    who = best.who[:1].upper() + best.who[1:]
    text = f"{who}: {quoted(trimmed(best.sentence, MOST_WORDS))} {day_line(source.date, understood.language)}".strip()
    strength = (0.9 if best.coverage > 0.95 else 0.78) - 0.2 * min(rivals, 2)
    return Draft(
        text=text,
        kind=DoerAnswerer.kind,
        strength=strength,
        sources=(source,),
        as_of=source.date,
        features=(("coverage", best.coverage), ("rivals", float(rivals))),
    )
