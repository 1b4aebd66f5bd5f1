"""The ways a follow-up takes over the question before it: each gives the whole question, or None where it does not apply."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.dates.find import find_dates
from ingest.places.gazetteer import municipalities_in
from service.answering.frames import written_date
from service.records import Language
from service.understanding.language import language_of
from service.understanding.names import bodies_in, councils_in
from service.understanding.tasks import expanded, tasks_in
from service.understanding.topic import topic_of
from service.understanding.vocabulary import Vocabulary
from service.understanding.words import same_word, words_of

_PLACE_ONLY = re.compile(
    r"^(?:i|på|paa|for|in|on|hos|fra|ved)?\s*(?:sundhedsr[åa]+d\w*\s+)?[\w\s.-]+?(?:\s+(?:kommune|municipality|da|så|then))*\s*\?*$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(i|på|paa|for|in|on|hos|fra|ved)\s", re.IGNORECASE)
_PREPOSITION_END = re.compile(r"\b(i|på|paa|in|on)\s+$", re.IGNORECASE)
_THERE = re.compile(r"\b(?:dér|der|there|samme sted|here)\b", re.IGNORECASE)
_HAS_VERB = re.compile(
    r"\b(?:er|var|skal|kan|har|havde|vil|bliver|blev|gælder|driver|står|hedder|deltog|is|are|was|were|does|did|has|have|runs|drives|can|will)\b",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"^(?P<head>\w+ (?:er|var|bliver|blev|hedder|is|was|are|were)\s+)(?P<noun>.+?)"
    r"(?P<tail>\s+(?:for|af|i|på|til|om|hos|of|in|on)\s+.+|\?)$",
    re.IGNORECASE,
)
_OF_A_SUBJECT = re.compile(
    r"^(?P<verb>kan|skal|må|er|bliver|blev|can|is|was|must|will) "
    r"(?P<subject>\S+(?: \S+){0,6}?) (?P<end>(?:be )?[a-zæøå]{3,}(?:es|et|t|ed))\?*$",
    re.IGNORECASE,
)
_ABOUT_MEETING = re.compile(
    r"\b(?:fraværende|afbud|til stede|deltog|deltagere|mødedeltagere|ordstyrer|mødeleder|dirigent|mødet|besluttet|besluttede"
    r"|mødested|stemte|indstilling\w*|bilag\w*|absent|attended|present|participants|chaired|meeting|decided)\b",
    re.IGNORECASE,
)

_ABOUT_ITEM = re.compile(r"\b(?:stemte|besluttet|besluttede|indstilling\w*|bilag\w*|voted|decided)\b", re.IGNORECASE)

_OFFICE = re.compile(
    r"^(?:(?:de|den|the|a)\s+)?(?:\w+\s)?(?:suppleant\w*|stedfortræder\w*|(?:næst)?formand\w*|medlem(?:met|mer(?:ne)?)?|referent\w*|sekretær\w*"
    r"|kontaktperson\w*|tovholder\w*|leder\w*|substitutes?|deput\w+|(?:vice-?)?chair\w*|secretary|members?|alternates?)\W*$",
    re.IGNORECASE,
)
_ASKED_WHO = re.compile(r"^(?:hvem|who)\b", re.IGNORECASE)
_WHO_THEY = re.compile(
    r"^(?:hvem|hvilke|hvad for nogle|who|which)(?:\s+(?:er|var|is|are|were|ones?))*(?:\s+(?:de|det|dem|they|those|it))?\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^(?P<how>hvor mange|how many)\s+(?P<rest>\S.*)$", re.IGNORECASE)
_PEOPLE = re.compile(r"^(?:personer|mennesker|medlemmer|people|persons|members)\s+(?=\w)", re.IGNORECASE)
_VOTED = re.compile(r"^(?:stemte|deltog|undlod|meldte|voted|took|attended)\b", re.IGNORECASE)


def with_other_place(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og på Læsø?": the earlier question with the place exchanged."""
    mentions, councils = municipalities_in(text), councils_in(text, known.councils)
    if (
        not (mentions or councils)
        or not _PLACE_ONLY.match(text)
        or _HAS_VERB.search(text)
        or tasks_in(text, known.tasks, known.long_forms)
    ):
        return None
    span = _place_span(last, known)
    if span is None:
        return None
    fragment = re.sub(r"^(?:i|på|paa|for|in|on|hos|fra|ved)\s+", "", text.rstrip(" ?!."), flags=re.IGNORECASE)
    fragment = re.sub(r"\s+(?:da|så|then)$", "", fragment)
    said = last[span[1] :]
    if re.match(r"\s+(?:kommune|municipality)\b", said, re.IGNORECASE) and re.search(
        r"kommune|municipality", fragment, re.IGNORECASE
    ):
        fragment = re.sub(r"\s+(?:kommune|municipality)$", "", fragment, flags=re.IGNORECASE)
    before = last[: span[0]]
    named = re.match(r"\s+(?:kommune|municipality)\b", said, re.IGNORECASE)  # "i Læsø Kommune", whatever "på Læsø" says
    return (before if named else _prepositioned(before, text)) + fragment + said


def _prepositioned(before: str, text: str) -> str:
    """The words before a place with the follow-up's own preposition, where both have one: "på Læsø", "i Odder"."""
    own, theirs = _PREPOSITION.match(text), _PREPOSITION_END.search(before)
    return before[: theirs.start(1)] + own.group(1).lower() + " " if own and theirs else before


def _place_span(text: str, known: Vocabulary) -> tuple[int, int] | None:
    """Where a question names its place: its last municipality, or the words of its health council."""
    mentions = municipalities_in(text)
    if mentions:
        return mentions[-1].start, mentions[-1].end
    found = re.search(r"\bSundhedsr[åa]+d\w*\s+[A-ZÆØÅ][\w-]*(?:(?:\s+og|-\s*og)?\s+[A-ZÆØÅ][\w-]*)*", text)
    return found.span() if found else None


def with_other_task(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "And genoptræning there?": the earlier question with the task exchanged."""
    span = _task_span(last, known)
    if (
        span is None
        or not tasks_in(text, known.tasks, known.long_forms)
        or municipalities_in(text)
        or _HAS_VERB.search(_THERE.sub(" ", text))
    ):
        return None
    fragment = re.sub(r"\s+", " ", _THERE.sub(" ", text.rstrip(" ?!."))).strip(" ,")
    fragment = re.sub(r"^(?:om|for|på|about|with|med)\s+", "", fragment, flags=re.IGNORECASE)
    return last[: span[0]] + fragment + last[span[1] :]


def _task_span(text: str, known: Vocabulary) -> tuple[int, int] | None:
    """The stretch of a question that names its task, article and bracketed translation included."""
    tasks = tasks_in(text, known.tasks, known.long_forms)
    if not tasks:
        return None
    own = words_of(expanded(tasks[0], {}))
    places = [
        match.span()
        for match in re.finditer(r"[^\W\d_]+(?:[-‐]\s+(?:og|eller|and)\s+[^\W\d_]+)?", text)
        if any(
            same_word(word, other) or (len(word) > 7 and (other.endswith(word) or word.startswith(other)))
            for word in words_of(match.group(0))
            for other in own
        )
    ]
    if not places:
        short = [match.span() for form in known.long_forms for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
        return short[0] if short else None
    start, end = places[0][0], places[-1][1]
    article = re.search(r"\b(?:den|det|de|the)\s+$", text[:start], re.IGNORECASE)
    return (article.start() if article else start), end


def with_other_date(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og den 12. december?": the earlier question with the date exchanged."""
    before = find_dates(last)
    dates = find_dates(text, reference=before[0].first if before else None)
    if not dates or not before or _HAS_VERB.search(text) or len(words_of(text)) > 4:
        return None
    fragment = text[dates[0].char_start : dates[-1].char_end]
    return last[: before[0].char_start] + fragment + last[before[-1].char_end :]


def with_other_noun(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og den kommunale næstformand?": the earlier question with what it asks after "er" exchanged."""
    match = _COPULA.match(last)
    if match is None or _HAS_VERB.search(text) or len(text.split()) > 6 or re.match(r"(?:hv|wh|how)", text, re.IGNORECASE):
        return None
    if municipalities_in(text) or find_dates(text):
        return None
    tail = match.group("tail").rstrip("?")
    if _PREPOSITION.match(text):  # "for de næste" takes the place of "for den første"
        same = tail.lower().startswith(f" {text.split()[0].lower()} ")
        return (
            f"{match.group('head')}{match.group('noun')} {text.rstrip(' ?!.')} ({tail.split(maxsplit=1)[1]})?" if same else None
        )
    return f"{match.group('head')}{text.rstrip(' ?!.')}{match.group('tail')}"


def with_other_subject(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvad med aftalen om mad?": a yes/no question of one thing, asked of another."""
    match = _OF_A_SUBJECT.match(last)
    if match is None or _HAS_VERB.search(text) or len(words_of(text)) > 5 or re.match(r"(?:hv|wh|how)", text, re.IGNORECASE):
        return None
    return f"{match.group('verb')} {text.rstrip(' ?!.')} {match.group('end')}?"


def with_those_counted(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvem var de?" after "Hvor mange stemte imod?": the earlier question asked of who or which they were."""
    asks, counted = _WHO_THEY.match(text), _COUNTED.match(last)
    if asks is None or counted is None:
        return None
    danish = counted["how"].lower().startswith("hvor")
    rest = counted["rest"]
    of_people = _PEOPLE.match(rest)
    if of_people is not None:
        rest = rest[of_people.end() :]
    if of_people is not None or _HAS_VERB.match(rest) or _VOTED.match(rest):
        return f"{'Hvem' if danish else 'Who'} {rest}"
    return f"{'Hvilke' if danish else 'Which'} {rest}"


def with_other_office(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og suppleanten?" after "Hvem …": who holds another office in what the earlier question is about."""
    office = _OFFICE.match(text)
    if office is None or not _ASKED_WHO.match(last):
        return None
    topic = topic_of(last)
    asking = "Who is" if language_of(last) is Language.ENGLISH else "Hvem er"
    return f"{asking} {text.rstrip(' ?!.')} ({topic})?" if topic else None


def with_task(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvem driver den på Samsø?": a question with a place of its own but the earlier one's task."""
    if not municipalities_in(text) or len(words_of(text)) > 4 or tasks_in(text, known.tasks, known.long_forms):
        return None
    span = _task_span(last, known)
    if span is None:
        return None
    task = last[span[0] : span[1]]
    pronoun = re.search(r"(?<=\s)(?:den|det|de|it|that|them)(?=\s+(?:i|på|in|for|hos|,)|\s*\?)", text, re.IGNORECASE)
    if pronoun:
        return text[: pronoun.start()] + task + text[pronoun.end() :]
    return f"{text.rstrip(' ?!.')} ({task})?"


def with_meeting(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvem var fraværende?": a question about a meeting, with the earlier question's body and day."""
    if not _ABOUT_MEETING.search(text) or bodies_in(text, known.bodies) or find_dates(text):
        return None
    bodies, dates = bodies_in(last, known.bodies), find_dates(last)
    if not bodies and not dates:
        return None
    language = language_of(text)
    words = ["på mødet" if language is Language.DANISH else "at the meeting"]
    if bodies:
        words.append(f"i {bodies[0]}" if language is Language.DANISH else f"of {bodies[0]}")
    if dates and dates[0].first == dates[0].last:
        day = written_date(dates[0].first, language)
        words.append(f"den {day}" if language is Language.DANISH else f"on {day}")
    elif dates:
        words.append(f"({last[dates[0].char_start : dates[0].char_end]})")
    phrase = " ".join(words)
    said = re.sub(r"\s+(?:på mødet|til mødet|at the meeting)\b", "", text.rstrip(" ?!."), flags=re.IGNORECASE)
    topic = topic_of(last) if _ABOUT_ITEM.search(text) else ""
    return f"{said} {phrase} ({topic})?" if topic else f"{said} {phrase}?"


def with_whole_names(text: str, earlier: Sequence[str]) -> str:
    """Definite nouns ("rådets") replaced by the compound an earlier question used ("Delingsrådets"), the latest first."""

    def whole(match: re.Match[str]) -> str:
        noun, ending = match.group(1), match.group(2) or ""
        for question in reversed(earlier):
            for word in re.findall(r"[^\W\d_]+", question):
                if len(word) > len(noun) + 2 and word.lower().endswith(noun.lower()):
                    return f"{word}{ending}"
        return str(match.group(0))

    replaced: str = re.sub(r"\b([^\W\d_]{3,}(?:et|en|erne))(s)?\b", whole, text)
    return replaced
