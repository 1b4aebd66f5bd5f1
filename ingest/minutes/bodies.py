"""Which body met: from the title of the minutes or the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.dates.find import days_in, find_dates
from ingest.minutes.meeting_signs import NOTES_TITLE

STATE_OF_PAPER = (
    r"(?:(?:ekstra)?ordinær[te]?\s|åben[t]?\s|lukket\s|foreløbig[t]?\s|godkendt\s|endelig[t]?\s|revideret\s|udkast til\s)*"
)
"""Words before what a paper calls itself, as part of a pattern: "Foreløbigt referat", "Udkast til dagsorden"."""
TITLE_OF_MEETING = re.compile(
    rf"^\W*{STATE_OF_PAPER}"
    r"(?:(?:beslutnings|møde|tillægs)?(?:referat|dagsorden|protokol)|indkaldelse til|minutes|agenda)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that says what the paper is: "Referat af …", "Dagsorden: …"."""
_BEFORE_BODY = re.compile(
    r"^\W*(?:(?:af|fra|for|til|i|of|from)\s+)?(?:the\s+)?(?:(?:det\s+|a\s+)?(?:ordinær[te]?|ekstraordinær[te]?)\s+)?"
    r"(?:(?:\w*møde[t]?|\w*generalforsamling(?:en)?|meeting)\s+(?:i|for|af|med|den|of|in)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_MEETING_IN = re.compile(
    r"^\W*(?:(?:ordinær[te]?|ekstraordinær[te]?)\s+)?(?:\w*møde[t]?|\w*generalforsamling(?:en)?|meeting)\s+(?:i|for|af|of)\s+(?:the\s+)?"
    r"(?P<body>[A-ZÆØÅ].*)$",
    re.IGNORECASE | re.DOTALL,
)
_AT_INSTITUTION = re.compile(
    r"^(?P<body>[A-ZÆØÅ][\w. -]{2,50}?\s*[·|–,-]\s*(?i:\w*(?:bestyrelsen|bestyrelse|råd|rådet|udvalg|udvalget|forum)))\W*$"
)
"""An institution and its board in one line: "Åskolen – skolebestyrelsen"."""
_BODY_LINE = re.compile(
    r"^\W*(?:[A-ZÆØÅ][\w-]+(?:\s[\w-]+)?\sKommune\s*[·|–-]\s*)?(?P<body>(?:[A-ZÆØÅ][\wæøå-]*,?\s(?:og\s|for\s|i\s)?){0,6}\w*(?i:udvalget|rådet|råd|bestyrelsen|bestyrelse|forum|komiteen|gruppen|nævnet|kommissionen"
    r"|forsamlingen|ledelsen|committee|council|board)"
    r"(?:\s(?i:for|i|om|på|ved|vedr\.?)\s[\w ,&/-]{3,60}|(?:\s[A-ZÆØÅ][\wæøå-]+){1,3})?)"
    r"(?:,\s(?:[A-ZÆØÅ][\w-]+\s){1,3}Kommune|,\sRegion\s[A-ZÆØÅ][\w ]+|,\s[A-ZÆØÅ][\w-]+)?\W*$"
)
_MEETING_OF_TWO = re.compile(r"^(?:af|fra|of|from)?\s*(?P<body>\w+møde\s(?:mellem|med)\s[A-ZÆØÅ].*)$", re.DOTALL)
_NAMED_BY_MEETING = re.compile(
    r"^(?P<body>\w*(?:råd|udvalg|bestyrelse|forum|nævn|gruppe))s?møde[t]?(?:\s(?:nr\.?\s?)?\d+)?$", re.IGNORECASE
)
_TERM = re.compile(r"\s+\d{4}\s?[-–]\s?\d{4}$")  # "Byråd 2022-2025": the years are those of the election period
_PAPER_BEHIND = re.compile(r"\s+[–·|-]\s+(?:beslutnings|møde)?(?:referat|dagsorden|protokol|minutes|agenda)\W*$", re.IGNORECASE)
_MEETING_BEHIND = re.compile(r"\W+(?:ordinært\s)?(?:møde|meeting)\W*$", re.IGNORECASE)
_ASSOCIATION = re.compile(
    r"^(?=[A-ZÆØÅ])(?!.*[:;?!])(?=.{4,90}$).*(?i:forening|selskab|laug\b|lav\b|klub|afdeling|menighed|sogn|fællesskab|fonden|association)"
)
_NOTES_OF_MEETING = re.compile(
    r"^\W*(?:kort\s)?(?:\w*noter|notat|opsamling|notes)\s(?P<rest>(?:fra|af|of|from)\s(?:the\s)?(?:\w+\s)?(?:\w*møde|meeting)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SHORT_FORM = re.compile(r"^(?P<body>[A-ZÆØÅ]{2,6}(?:\s(?:i\s|Region\s)?[A-ZÆØÅ][\wæøå-]+){1,3})$")
"""A body by its short form, and where it is: "KKR Nordjylland"."""
_SUBJECT_OF_MEETING = re.compile(r"^(?:af|fra|of|from)?\s*(?:\w*møde[t]?|meeting)\s*[–:-]\s+(?P<body>[A-ZÆØÅ].{3,70})$")
"""A meeting without a body: "Noter fra tovholdermøde – Fælles om byen"."""
_KIND_OF_MEETING = re.compile(r"^\W*(?P<body>[A-ZÆØÅ][\w-]*(?:\s[\w-]+){0,4}?\s?\w*møde)\b(?:\s*[,:|–-].*|\s\d+)?$", re.DOTALL)
_GOES_ON = re.compile(r"^(?:af|fra|for|til|of|from)\s")
_SMALL_BODY = re.compile(r"^(?:projekt\w*|afdeling\w*|\w*gruppe\w*|\w*udvalg\w*|\w*råd\w*|\w*bestyrelse\w*)\s[A-ZÆØÅa-zæøå]")
_HEAD_LINES = 8
_LONGEST_SHORT_FORM = 5
_LONGEST_LINE = 120  # characters that are looked at for a kind of meeting
_SMALL_WORDS = frozenset("og for i om på ved vedr. af til den det de med and of for the".split())  # noqa: SIM905


def body_of_title(texts: Sequence[str]) -> str | None:
    """Find the body that met among the lines of a head: "Referat af møde i X den …", "Møde i X", or X on a line of its own."""
    lines = [_PAPER_BEHIND.sub("", text.replace("*", "").strip()) for text in texts[:_HEAD_LINES]]
    for place, line in enumerate(lines):
        title = TITLE_OF_MEETING.match(line) or _NOTES_OF_MEETING.match(line)
        rest = title["rest"].strip(" :–-") if title else ""
        if title and not rest and place + 1 < len(lines) and _GOES_ON.match(lines[place + 1]):
            rest = lines[place + 1]  # "REFERAT" / "af generalforsamling i …"
        body = _of_rest(rest) if title else None
        if body is not None:
            return body
    for line in lines:
        found = _MEETING_IN.match(_without_days(line)) or _MEETING_OF_TWO.match(line)
        body = _cleaned(found["body"]) if found else None
        if body is not None:
            return body
    named = next((found["body"].strip() for line in lines if (found := _body_line(line))), None)
    at = None if named else next((found["body"].strip() for line in lines if (found := _AT_INSTITUTION.match(line))), None)
    return _in_small_letters(named) if named else at or _association(lines) or _of_notes(lines)


def _of_notes(lines: Sequence[str]) -> str | None:
    """The body in a title of notes ("NOTER – HAVNEDRIFTEN"), else a kind of meeting that opens the paper ("Teammøde, uge 2")."""
    found = next((match for line in lines[:2] if (match := NOTES_TITLE.match(line))), None)
    text = found["rest"] if found else ""
    if not found:
        meeting = next((match for line in lines[:2] if (match := _KIND_OF_MEETING.match(line[:_LONGEST_LINE]))), None)
        text = meeting["body"] if meeting else ""
    named = _NAMED_BY_MEETING.match(text.strip())
    text = named["body"] if named else text
    body = _cleaned(text[:1].upper() + text[1:])
    return _in_small_letters(body) if body else None


def _body_line(line: str) -> re.Match[str] | None:
    """A body by itself on a line, or before the day it met: "Fritidsrådet, møde den 3. marts 2026"."""
    before = _cleaned(line) if days_in(line) else None
    return _BODY_LINE.match(_TERM.sub("", line)) or (_BODY_LINE.match(_MEETING_BEHIND.sub("", before)) if before else None)


def _in_small_letters(name: str) -> str:
    """A name that is printed in capitals as it is written: "BYRÅDET I VEJBY" is "Byrådet i Vejby"; short forms stay ("KKR")."""
    if not name.isupper() or len(name) <= _LONGEST_SHORT_FORM:
        return name
    return re.sub(r"(?<!\()\b\w+(?:-\w+)*", lambda word: _small(word[0]), name)


def _small(word: str) -> str:
    return word.lower() if word.lower() in _SMALL_WORDS else word.capitalize()


def _association(lines: Sequence[str]) -> str | None:
    """The association, housing department or parish (or body by its short form) named in a line next to what the paper is."""
    titles = [place for place, line in enumerate(lines) if TITLE_OF_MEETING.match(line)]
    near = (lines[place + step] for place in titles[:1] for step in (-1, 1) if 0 <= place + step < len(lines))
    return next((line for line in near if _ASSOCIATION.match(line) or _SHORT_FORM.match(line)), None)


def _of_rest(rest: str) -> str | None:
    """The body in what follows "Referat": "af møde i X", "af dialogmøde mellem X og Y" (the whole), "Xsmøde"."""
    of_two = _MEETING_OF_TWO.match(rest)
    if of_two:
        return _cleaned(of_two["body"][0].upper() + of_two["body"][1:])
    subject = _SUBJECT_OF_MEETING.match(rest)
    if subject:
        return _cleaned(subject["body"])
    body = _cleaned(_BEFORE_BODY.sub("", rest, count=1))
    named = _NAMED_BY_MEETING.match(body or "")
    return named["body"] if named else body


def _without_days(line: str) -> str:
    for day in reversed(find_dates(line)):
        line = line[: day.char_start].rstrip() + line[day.char_end :]
    return line


def _cleaned(text: str) -> str | None:
    days = days_in(text)
    if days:
        text = text[: days[0].char_start]
    text = re.sub(
        r"\s+(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)?\s*(?:den|d\.|kl\.?|on)?\s*$", "", text.strip(" ,:;–-")
    )
    text = _TERM.sub("", text).strip(" ,:;–-")
    return (
        text
        if text and len(text) < 120 and re.search(r"[A-ZÆØÅa-zæøå]{2}", text) and (text[0].isupper() or _SMALL_BODY.match(text))
        else None
    )
