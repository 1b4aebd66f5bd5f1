"""Who does something, read from sentences: "X skal godkende Y", "Y godkendes af X", "X har ansvaret for Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from index.records import ScoredPassage
from ingest.facts.sentences import sentences_of
from service.answering.duties.matching import Term, terms_of
from service.answering.facts.wording import day_line
from service.answering.frames import quoted
from service.answering.minutes.trimmed import trimmed
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Understood
from service.understanding.words import same_word, stem, words_of

_QUESTION = re.compile(
    r"^(?:og\s+|and\s+)?(?:hvem|who)\s+(?:skal|kan|må|vil|should|must|will|can|has to|is to)?\s*(?P<rest>.+?)\s*\?*$",
    re.IGNORECASE,
)
_RESPONSIBLE_ASKED = re.compile(
    r"^(?:er|har|is|has|bærer|får)?\s*(?:det\s+|the\s+|den\s+)?(?:\w+\s+)?"
    r"(?:ansvarlige?t?|ansvaret?|responsible|in charge|responsibility)\s+(?:for|of)\s+"
    r"|^(?:står|sørger|stå|sørge)\s+for\s+|^(?:varetager|varetage|forestår)\s+|^er\s+tovholder\w*\s+(?:på|for)\s+",
    re.IGNORECASE,
)
_RESPONSIBLE = (
    r"(?:(?:er|har|får|bærer|overtager|is|are|has|have)\s(?:\w+\s){0,3}?"
    r"(?:ansvarlige?t?|\w*ansvaret?|responsible|responsibility|tovholder\w*)\s(?:for|på)"
    r"|står\sfor|sørger\sfor|varetager|forestår|skal\ssikre|skal\ssørge\sfor|skal\sstå\sfor|in\scharge\sof)"
)
_NOT_A_DEED = re.compile(
    r"^(?:er|var|is|was|are|were|har\s+været|bliver|blev|stemte|deltog|deltager|sidder|ledede|voted|attended|chaired|hedder|mødte)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:^|[,;:]\s+(?:og\s+|at\s+|men\s+)?|\bat\s+|\bså\s+|\bderfor\s+|\bmens\s+|\bwhile\s+)")
_ENDS_CLAUSE = re.compile(
    r",\s+(?:mens|men|og|hvor\w*|idet|så|som|der|while|and|but|which|who)\s|\s(?:mens|hvorimod|while|whereas)\s|;\s",
    re.IGNORECASE,
)
_ADVERBS = (
    r"(?:(?:også|fortsat|herefter|endeligt?|løbende|selv|desuden|senest|årligt|fremover|derfor|ligeledes|nu|also|still|now)\s+)*"
)
_MODAL = rf"(?:skal|kan|må|vil|bør|har|must|shall|should|will|may)?\s*{_ADVERBS}(?:at\s+|to\s+)?"
_NP = r"(?P<who>(?:[A-ZÆØÅa-zæøå][\w/.-]*)(?:,?\s(?:og\s|and\s)?[\wæøåÆØÅ/.-]+){0,7}?)"
_NOBODY = re.compile(
    r"^(?:det|der|dette|disse|denne|den|de|han|hun|vi|man|her|hvis|når|hvem|hvad|hvordan|i|for|som|med|efter|på|ved|ja|nej|it|this"
    r"|there|they|we|who|you|alle|at|og|men|eller|hvor|hvorfor|hvilke\w*|herefter|samtidig|derudover|desuden|endvidere|således|dermed"
    r"|herunder|as|if|when|in|on)$",
    re.IGNORECASE,
)
_WORD = r"[\wæøåÆØÅ/-]+"
_ENDS_ACTOR = r"(?=[.,;:)]|$|\s(?:som|der|inden|senest|når|hvis|efter|before|when|and then|på|ved|til|med|mens|while)\b)"
_PASSIVE_AF = (
    rf"(?:\s[^.;,]{{0,40}}?)??\s(?:af|by)\s(?P<who>(?:den\s|det\s|de\s|the\s)?{_WORD}"
    rf"(?:(?:,|\s(?:og|and|i|for|of|the))?\s{_WORD}){{0,6}}?){_ENDS_ACTOR}"
)
LEAST_COVERAGE = 0.8
ELSEWHERE = 0.5
"""What a word of the question counts that stands in another clause of the sentence or in a heading above it."""
PASSAGES = 12
MOST_WORDS = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is asked: forms of the verb (a pattern), whether it is "who is responsible", and the words of what it is done to."""

    active: re.Pattern[str]
    passive: re.Pattern[str] | None
    objects: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A sentence that says who does it."""

    who: str
    sentence: str
    scored: ScoredPassage
    coverage: float


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


def deed_asked(understood: Understood) -> Deed | None:
    """The deed a question asks the doer of; None when it asks for something else (a role, a place, a vote)."""
    match = _QUESTION.match(understood.text.strip())
    if match is None:
        return None
    rest = match["rest"]
    responsible = _RESPONSIBLE_ASKED.match(rest)
    if responsible:
        objects = _objects(understood, responsible.group(0))
        active = re.compile(rf"{_NP},?\s{_RESPONSIBLE}\s", re.IGNORECASE)
        passive = re.compile(
            rf"\b(?:varetages|sikres|forestås|ansvaret\s[^.;]{{0,60}}?\s(?:er|ligger|placeres)\b){_PASSIVE_AF}", re.IGNORECASE
        )
        return Deed(active=active, passive=passive, objects=objects) if objects else None
    if _NOT_A_DEED.match(rest):
        return None
    terms = terms_of(understood)
    verb = next(iter(words_of(rest)), "")
    own = next((term for term in terms if term.word == verb), None)
    objects = tuple(term for term in terms if term is not own)
    if own is None or not objects:
        return None
    return _of_verb(own, objects)


def _objects(understood: Understood, asking: str) -> tuple[Term, ...]:
    words = set(words_of(asking))
    return tuple(term for term in terms_of(understood) if term.word not in words)


def _of_verb(verb: Term, objects: tuple[Term, ...]) -> Deed | None:
    beginnings = {re.escape(_beginning(word)) for word in verb.alternatives if len(word) >= 4}
    if not beginnings:
        return None
    forms = rf"(?:{'|'.join(sorted(beginnings))})"
    active = re.compile(rf"{_NP},?\s{_MODAL}{forms}(?:e|er|r|te|ede|t|et|s)?\b(?!\s(?:af|by)\b)", re.IGNORECASE)
    passive = re.compile(rf"\b{forms}(?:es|es|s|t|et|de|ede)\b{_PASSIVE_AF}", re.IGNORECASE)
    return Deed(active=active, passive=passive, objects=objects)


def _beginning(word: str) -> str:
    """The verb without its ending, so that its other forms begin with it."""
    return re.sub(r"(?:ede|te|er|es|e|r|t|s)$", "", word) if len(word) > 4 else stem(word)


def doings_in(deed: Deed, scored: ScoredPassage) -> Iterator[Doing]:
    """The sentences of a passage in which somebody does the deed to what the question names, as far as they hold it."""
    context = [word for heading in scored.passage.heading_path for word in words_of(heading)]
    for sentence in sentences_of(scored.passage.text):
        found = _actor(deed, sentence)
        if found is None:
            continue
        who, clause = found
        own = words_of(clause.replace(who, " ", 1))
        around = [*words_of(sentence), *context]
        held = [1.0 if _in(term, own) else ELSEWHERE if _in(term, around) else 0.0 for term in deed.objects]
        yield Doing(who=who, sentence=sentence, scored=scored, coverage=sum(held) / len(held))


def _actor(deed: Deed, sentence: str) -> tuple[str, str] | None:
    """Who does the deed by a sentence, with the clause that says so."""
    passive = deed.passive.search(sentence) if deed.passive else None
    if passive and _is_somebody(passive["who"]):
        return passive["who"].strip(" ,"), _clause_at(sentence, passive.start())
    for start in [match.end() for match in _CLAUSE.finditer(sentence)]:
        active = deed.active.match(sentence, start)
        if active and _is_somebody(active["who"]):
            return active["who"].strip(" ,"), _clause_at(sentence, start)
    return None


def _clause_at(sentence: str, place: int) -> str:
    """The clause around a place: between the conjunctions that part a sentence."""
    cuts = [match.span() for match in _ENDS_CLAUSE.finditer(sentence)]
    start = max((end for _, end in cuts if end <= place), default=0)
    return sentence[start : min((begin for begin, _ in cuts if begin >= place), default=len(sentence))]


def _is_somebody(who: str) -> bool:
    words = who.split()
    return bool(words) and not _NOBODY.match(words[0]) and len(who) > 2 and not any(char.isdigit() for char in who)


def _in(term: Term, words: Sequence[str]) -> bool:
    return any(
        stem(word) == stem(own) or (word[:2] == own[:2] and same_word(word, own)) or _part(word, own)
        for word in term.alternatives
        for own in words
    )


def _part(word: str, own: str) -> bool:
    shorter, longer = sorted((stem(word), stem(own)), key=len)
    return len(shorter) >= 5 and (longer.startswith(shorter) or longer.endswith(shorter))


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
