"""Which sections of an item hold this meeting's decision, and which an earlier one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ingest.dates.find import days_in
from ingest.minutes.section_names import DISCUSSION, folded
from ingest.minutes.sections import SectionRun
from ingest.records import SectionName

_DECIDES = re.compile(
    r"\b(?:godkend(?:t|te|tes|es)|beslutte[rs]?|besluttede[s]?|besluttet|aftalte[s]?|aftalt|enig(?:e)? om|enighed|enedes"
    r"|opbakning|flertal|ikke stilling|næste gang|tages op (?:igen )?(?:på|til)|nedstemt|sendt tilbage"
    r"|forslag\w* (?:faldt|falder|bortfaldt)|vælges|genvælges|udpeges|vedtages"
    r"|forkastes|afvises|udskydes|udskudt|udskyder|(?:det|vi) endte med|enedes om|vælger at|tilsluttede sig|tilslutter sig"
    r"|bakke(?:r|de) op|imødekommes|imødekommet|afslag|bevilges|bevilgede|støttes|prioriteres|fastholdes|fastsættes|sættes i bero"
    r"|vi (?:prøver|venter|stopper|starter|fortsætter|beholder|køber|holder fast|går over|dropper)|sættes (?:op|ned)"
    r"|ikke til noget|send(?:t|es) retur|hjemvis(?:t|es)|taget til orientering"
    r"|deferred|postponed|rejected|(?:was|were) appointed|withdrawn"
    r"|konkluder\w*|vedtog(?:es)?|vedtaget|tiltråd(?:t|te|es)|til(?:rådt|rådte)"
    r"|til efterretning|anbefaler|anbefalede|udsat|udsatte"
    r"|udsættes|forkastet|forkastede|faldt|afvist|afviste|genvalgt|valgt|valgte|valgtes|udpegede|udpeget|drøftede"
    r"|(?<!været )drøftet"
    r"|enstemmigt|undlod at|intet at bemærke"
    r"|ingen bemærkninger|udgik|udgår|bortfalder"
    r"|blev afholdt|taget af dagsordenen|approved|adopted|agreed|noted|elected|resolved)\b",
    re.IGNORECASE,
)
_IT_BECAME = re.compile(r"^(?:Det blev|Valget faldt på|Vi tager)\s(?!sagt|nævnt|drøftet|oplyst|bemærket|fremført|spurgt)")
_OWN_ADVICE = re.compile(
    r"(?:^|[.!?]\s+)(?P<who>(?:[A-ZÆØÅ]\w*(?:udvalg|råd|bestyrelse|gruppe|forum|nævn|bestyrelsen|komité)(?:et|en|met|n)?|Vi))\s"
    r"(?:anbefaler|indstiller|foreslår)\b"
)
_NOTHING = re.compile(
    r"^\W*(?:intet|ingen(?:ting)?|ikke noget|nothing|none)\b(?: at bemærke| til referat| nyt| bemærkninger)?\s*(?:[.\n]|$)",
    re.IGNORECASE,
)
_MOST_WORDS = 300
_BESIDE = (SectionName.NEXT_STEPS, SectionName.ATTACHMENTS, SectionName.ABSENT)  # they say nothing on what was decided


def with_decisions(
    sections: Sequence[SectionRun], *, body: str | None, day: date | None, of_minutes: bool
) -> tuple[SectionRun, ...]:
    """Name the sections for good: decisions of other bodies or days become earlier ones.

    In minutes (`of_minutes`), short text without any heading that says what was decided is the decision; in an agenda
    nothing has been decided yet.
    """
    decided = [place for place, each in enumerate(sections) if each.name is SectionName.DECISION]
    named = [
        _settled(each, last=place == decided[-1], body=body, day=day) if place in decided else each
        for place, each in enumerate(sections)
    ]
    named = _after_earlier(named)
    if of_minutes and not decided:
        alone = sum(each.name not in _BESIDE for each in sections) == 1
        named = [_advised(_unlabelled(each, alone=alone), body) for each in named]
    return tuple(named)


def _settled(section: SectionRun, *, last: bool, body: str | None, day: date | None) -> SectionRun:
    if not section.of:
        return section
    days = days_in(section.of, reference=day)
    if days and day is not None:
        ours = days[0].first == day
    elif body is not None:
        ours = _same_body(section.of, body)
    else:
        ours = last
    return section if ours else replace(section, name=SectionName.EARLIER_DECISIONS)


def _same_body(printed: str, body: str) -> bool:
    stem = re.sub(r"(?:et|en|t|n|s)$", "", body.lower().strip())
    return stem in printed.lower()


def _after_earlier(sections: list[SectionRun]) -> list[SectionRun]:
    """A second plain decision, and absentees, below the history of the case are part of that history."""
    result: list[SectionRun] = []
    has_decision = in_history = False
    for each in sections:
        if each.name is SectionName.DECISION and has_decision and in_history and not each.of:
            each = replace(each, name=SectionName.EARLIER_DECISIONS)
        if each.name is SectionName.ABSENT and in_history:
            each = replace(each, name=SectionName.EARLIER_DECISIONS)
        has_decision = has_decision or each.name is SectionName.DECISION
        in_history = each.name is SectionName.EARLIER_DECISIONS
        result.append(each)
    return result


def _advised(section: SectionRun, body: str | None) -> SectionRun:
    """What the body itself advises, in minutes without headings, is what it decided."""
    if section.name is not SectionName.RECOMMENDATION or section.heading:
        return section
    told = _OWN_ADVICE.search("\n".join(block.text for block in section.blocks))
    own = told is not None and (told["who"] in ("Vi", "Udvalget", "Rådet", "Gruppen") or (body and _same_body(body, told["who"])))
    return replace(section, name=SectionName.DECISION) if own else section


def _unlabelled(section: SectionRun, *, alone: bool) -> SectionRun:
    words = sum(len(block.text.split()) for block in section.blocks)
    is_talk = section.name is SectionName.OTHER and folded(section.heading) in DISCUSSION
    if not (is_talk or (section.name is None and alone)) or words > _MOST_WORDS:
        return section
    if _NOTHING.match("\n".join(block.text for block in section.blocks)):
        return replace(section, name=SectionName.DECISION)
    told = any(decides(block.text) for block in (*section.blocks[:2], *section.blocks[-3:]))
    return replace(section, name=SectionName.DECISION) if told else section


def decides(text: str) -> bool:
    """Tell whether a text says in the words of minutes that something was decided."""
    return _DECIDES.search(text) is not None or _IT_BECAME.match(text) is not None
