"""Recognising the heading of a section, alone in a block or as a label before its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.dates.find import days_in, find_dates
from ingest.minutes.section_names import BESIDE_LEVEL, DECISION_OF_A_BODY, SET_OFF, folded, set_off_name, standard_name
from ingest.records import Block, BlockKind, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionHead:
    """A section's heading as printed; `rest` is the block's text behind a label, None where the heading stands alone.

    `of` is what the heading says on who decided and when, empty for the meeting itself.
    """

    name: SectionName
    heading: str
    rest: Block | None = None
    of: str = ""


_LABEL = re.compile(r"^[\s*_#]*(?P<label>[A-ZÆØÅ][\w/ ]{2,44}?)[\s*_]*:[\s*_]*(?P<text>\S.*)$", re.DOTALL)
_STOPPED_LABEL = re.compile(
    r"^[\s*_#]*(?P<label>[A-ZÆØÅ][a-zæøåé]+(?:\s[a-zæøåé]+){0,2})\.[\s*_]+(?P<text>[A-ZÆØÅ”\"].*)$", re.DOTALL
)
_DECISION_LABEL = re.compile(
    r"^(?P<label>(?:beslutning|vedtagelse)(?:er)?\s+(?:i|af|fra)\s+(?P<of>[^:\n]{3,100}?(?:\b(?:19|20)\d{2}|pkt\.?\s*\d+)))\s*:\s+(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_HANDLED_BY = re.compile(
    r"^(?P<of>[A-ZÆØÅ][\w-]*(?:udvalg|råd|bestyrelse|nævn)e?(?:t|n)?s)\s+(?:behandling|beslutning|anbefaling)\s+(?:den\s|d\.\s?)?(?P<day>\d.{6,30})$"
)
_RUN_IN = frozenset(
    [
        "referat",
        "konklusion",
        "konklusioner",
        "besluttet",
        "aftalt",
        "aftale",
        "aftaler",
        "afgørelse",
        "vedtaget",
        "outcome",
        "agreed",
        "conclusion",
        "opsamling",
        "drøftelse",
        "opfølgning",
        "opgaver",
        "action",
        "actions",
        "discussion",
    ]
)
_BODY_AND_DAY = re.compile(
    r"^(?P<of>(?:[A-ZÆØÅ][\wæøå-]*,?\s(?:og\s)?){0,4}[A-ZÆØÅ]?[\wæøå-]*(?:udvalget|rådet|bestyrelsen|nævnet|kommissionen|udvalg|bestyrelse|råd))"
    r",?\s+(?:den\s|d\.\s?)?(?P<day>\d.{5,25})$"
)
_BODY_AND_DAY_RUN_IN = re.compile(
    r"^(?P<label>(?P<of>(?:(?:[A-ZÆØÅ][\wæøå-]*,?\s(?:og\s)?){0,4}[A-ZÆØÅ]?[\wæøå-]*"
    r"(?:udvalget|rådet|bestyrelsen|nævnet|kommissionen|udvalg|bestyrelse|råd)"
    r"|(?:Udvalget|Rådet|Nævnet) (?:for|vedr\.?) [^,:\n]{3,60})),?"
    r"\s+(?:den\s|d\.\s?)?(?P<day>\d[^:\n]{5,40}))\s*:\s+(?P<text>\S.*)$",
    re.DOTALL,
)
_PROPOSES = re.compile(
    r"^[A-ZÆØÅ].{2,90}?\s+(?:indstiller|anbefaler)(?:,?\s+(?:at|til)\b.{0,60})?\s*[:,;]?$|^det (?:indstilles"
    r"|anbefales),?( at| til)?\b.{0,80}:$",
    re.IGNORECASE,
)


def section_head(block: Block) -> SectionHead | None:
    """Recognise the heading of a section in a block, or None."""
    if block.table is not None or block.kind is BlockKind.CONTENTS:
        return None
    return _alone(block) or _named_body(block) or _handled_by(block) or _told_by(block) or _label(block)


def proposes(block: Block) -> bool:
    """Tell whether a block opens a recommendation without a heading: "Forvaltningen indstiller, at"."""
    return len(block.text) < 160 and _PROPOSES.match(block.text.strip()) is not None


def _alone(block: Block) -> SectionHead | None:
    key = folded(block.text)
    if len(key) > 60 or block.text.rstrip().endswith("."):
        return None
    name = standard_name(key)
    if name is None and (block.kind is BlockKind.HEADING or block.text.rstrip(" *").endswith(":")):
        name = set_off_name(key)
    if name is None and block.kind is BlockKind.HEADING and block.level == BESIDE_LEVEL:
        name = SectionName.OTHER
    return None if name is None else SectionHead(name=name, heading=block.text.strip(" #*_\t"))


def _named_body(block: Block) -> SectionHead | None:
    text = block.text.replace("*", "").strip()
    match = DECISION_OF_A_BODY.fullmatch(text.rstrip(":"))
    if match is None or (block.kind is not BlockKind.HEADING and re.search(r"[.;]\s*$", text)):
        return None
    rest = match["rest"].strip()
    if not rest[0].isupper() or len(rest.split()) > 14:
        return None
    if block.kind is not BlockKind.HEADING and not find_dates(rest) and len(rest.split()) > 6:
        return None
    return SectionHead(name=SectionName.DECISION, heading=text, of=rest)


def _handled_by(block: Block) -> SectionHead | None:
    """A body and a day alone on a line: "Forretningsudvalgets behandling den 3. maj 2024", "Økonomiudvalget, 3. maj 2024:"."""
    text = block.text.replace("*", "").strip(" :")
    match = _HANDLED_BY.match(text) or _BODY_AND_DAY.match(text)
    if match is None or not days_in(match["day"]):
        return None
    return SectionHead(name=SectionName.DECISION, heading=match.group(0), of=f"{match['of']} {match['day']}")


def _told_by(block: Block) -> SectionHead | None:
    """A body and a day before what it decided, in one line: "Økonomiudvalget, 3. maj 2024: Anbefales."."""
    match = _BODY_AND_DAY_RUN_IN.match(block.text)
    if match is None or not days_in(match["day"]):
        return None
    rest = replace(block, text=match["text"], kind=BlockKind.PARAGRAPH)
    return SectionHead(name=SectionName.DECISION, heading=match["label"], of=f"{match['of']} {match['day']}", rest=rest)


def _label(block: Block) -> SectionHead | None:
    run_in = _DECISION_LABEL.match(block.text)
    if run_in is not None and run_in["of"][0].isupper():
        rest = replace(block, text=run_in["text"], kind=BlockKind.PARAGRAPH)
        return SectionHead(name=SectionName.DECISION, heading=run_in["label"], of=run_in["of"], rest=rest)
    match = _LABEL.match(block.text) or _STOPPED_LABEL.match(block.text)
    if match is None:
        return None
    key = folded(match["label"])
    name = standard_name(key) or (SET_OFF.get(key) if key in _RUN_IN else None)
    if name is None:
        named = DECISION_OF_A_BODY.fullmatch(match["label"])
        if named is None or not named["rest"][0].isupper():
            return None
        return SectionHead(
            name=SectionName.DECISION, heading=match["label"], of=named["rest"], rest=replace(block, text=match["text"])
        )
    return SectionHead(name=name, heading=match["label"], rest=replace(block, text=match["text"], kind=BlockKind.PARAGRAPH))
