"""The names that sections of an agenda item go by, in the spellings of the systems that print minutes."""

from __future__ import annotations

import re

from ingest.records import SectionName

BESIDE_LEVEL = 10
"""The level of a heading that stands in a margin or column beside its text: below every other, and a section whatever it says."""

_SPELLINGS: dict[SectionName, str] = {
    SectionName.SUMMARY: (
        "resumé|resume|resumè|sagen kort|kort om sagen|kort resumé|kort resume|sagsresumé|sagsresume|sammendrag|kort fortalt"
        "|summary"
    ),
    SectionName.CASE: (
        "sagsfremstilling|supplerende sagsfremstilling|uddybende sagsfremstilling|sagsbeskrivelse|sagens indhold"
        "|sagsindhold|sagens baggrund"
        "|baggrund|baggrund og sagsfremstilling|beskrivelse af sagen|fremstilling|sagens kerne|background|case|case description"
    ),
    SectionName.RECOMMENDATION: (
        "indstilling|indstillinger|administrationens indstilling|forvaltningens indstilling|direktionens indstilling"
        "|sekretariatets indstilling|bestyrelsens indstilling|udvalgets indstilling|forslag til beslutning"
        "|beslutningsforslag|recommendation"
        "|administrationen indstiller|forvaltningen indstiller|administrationen anbefaler|det indstilles|proposal"
    ),
    SectionName.DECISION: (
        "beslutning|beslutninger|beslutningen|udvalgets beslutning|rådets beslutning|byrådets beslutning"
        "|bestyrelsens beslutning|mødets beslutning"
        "|forretningsudvalgets beslutning|kommunalbestyrelsens beslutning|regionsrådets beslutning|repræsentantskabets beslutning"
        "|styregruppens beslutning|vedtagelse|beslutningsreferat|beslutning/referat|drøftelse og beslutning"
        "|konklusion og beslutning|konklusion/beslutning|beslutning og opfølgning|referat/beslutning|referat og beslutning"
        "|stillingtagen"
        "|decision|decisions|resolution"
    ),
    SectionName.ECONOMY: (
        "økonomi|økonomiske konsekvenser|økonomiske forhold|økonomi og finansiering|økonomiske og personalemæssige konsekvenser"
        "|økonomi og personale|bevillingsmæssige konsekvenser|økonomiske konsekvenser og finansiering|finances"
        "|financial consequences"
    ),
    SectionName.EARLIER_DECISIONS: (
        "tidligere beslutninger|tidligere beslutning|tidligere behandling|tidligere politisk behandling|sagens forløb"
        "|sagens behandling"
        "|sagens gang|sagens historik|beslutningshistorik|earlier decisions"
    ),
    SectionName.ATTACHMENTS: (
        "bilag|bilagsoversigt|bilagsfortegnelse"
        "|bilagsliste|vedlagte bilag|bilag til punktet|bilag til sagen|vedhæftede bilag|attachments"
        "|appendices"
    ),
    SectionName.ABSENT: (
        "fraværende|afbud|ikke til stede|ikke tilstede|fravær|fraværende/afbud|afbud/fraværende|fravær og afbud"
        "|meldt afbud|absent|apologies"
    ),
    SectionName.NEXT_STEPS: (
        "fortsat sagsbehandling|videre sagsbehandling|videre proces|den videre proces|videre forløb|det videre forløb"
        "|sagens videre forløb"
        "|videre behandling|næste skridt|next steps"
    ),
    SectionName.OTHER: (
        "sagsprocedure|lovgrundlag|lovgivning|retsgrundlag|hjemmel|juridiske konsekvenser|juridiske forhold|tidsplan"
        "|kommunikation"
        "|øvrige konsekvenser|øvrige forhold|andre konsekvenser|personalemæssige konsekvenser|konsekvenser"
        "|beslutningskompetence|kompetence"
        "|høring|høringssvar|inddragelse|miljømæssige konsekvenser|klimakonsekvenser|sundhedsmæssige konsekvenser"
        "|planmæssige konsekvenser"
    ),
}
NAMES: dict[str, SectionName] = {spelling: name for name, spellings in _SPELLINGS.items() for spelling in spellings.split("|")}
"""Section by spelling, lower case."""

# Words of everyday use as well: they head a section only where they are set as a heading or end with a colon.
SET_OFF: dict[str, SectionName] = {
    "referat": SectionName.DECISION,
    "vedtaget": SectionName.DECISION,
    "konklusion": SectionName.DECISION,
    "afgørelse": SectionName.DECISION,
    "afgørelser": SectionName.DECISION,
    "udfald": SectionName.DECISION,
    "aftale": SectionName.DECISION,
    "aftaler": SectionName.DECISION,
    "outcome": SectionName.DECISION,
    "agreed": SectionName.DECISION,
    "conclusion": SectionName.DECISION,
    "conclusions": SectionName.DECISION,
    "penge": SectionName.ECONOMY,
    "udgifter": SectionName.ECONOMY,
    "vurdering": SectionName.OTHER,
    "faglig vurdering": SectionName.OTHER,
    "behandling": SectionName.DECISION,
    "minutes": SectionName.DECISION,
    "anbefaling": SectionName.RECOMMENDATION,
    "forslag": SectionName.RECOMMENDATION,
    "indhold": SectionName.CASE,
    "sagen": SectionName.CASE,
    "problemstilling": SectionName.CASE,
    "redegørelse": SectionName.CASE,
    "beskrivelse": SectionName.CASE,
    "finansiering": SectionName.ECONOMY,
    "bevilling": SectionName.ECONOMY,
    "historik": SectionName.EARLIER_DECISIONS,
    "dokumenter": SectionName.ATTACHMENTS,
    "politisk behandling": SectionName.OTHER,
    "drøftelse": SectionName.OTHER,
    "mødets drøftelse": SectionName.OTHER,
    "drøftelser": SectionName.OTHER,
    "debat": SectionName.OTHER,
    "discussion": SectionName.OTHER,
    "besluttet": SectionName.DECISION,
    "aftalt": SectionName.DECISION,
    "konklusioner": SectionName.DECISION,
    "opsamling": SectionName.DECISION,
    "opfølgning": SectionName.NEXT_STEPS,
    "opgaver": SectionName.NEXT_STEPS,
    "opgaveliste": SectionName.NEXT_STEPS,
    "aktioner": SectionName.NEXT_STEPS,
    "aktionspunkter": SectionName.NEXT_STEPS,
    "aktionsliste": SectionName.NEXT_STEPS,
    "handlingsliste": SectionName.NEXT_STEPS,
    "handlinger": SectionName.NEXT_STEPS,
    "to do": SectionName.NEXT_STEPS,
    "to-do": SectionName.NEXT_STEPS,
    "action": SectionName.NEXT_STEPS,
    "actions": SectionName.NEXT_STEPS,
    "action list": SectionName.NEXT_STEPS,
    "action points": SectionName.NEXT_STEPS,
    "opfølgning og proces": SectionName.NEXT_STEPS,
}

ACTIONS = frozenset(
    spelling for spelling, name in SET_OFF.items() if name is SectionName.NEXT_STEPS and not spelling.startswith("opfølgning")
)
"""Headings of what somebody is to do next; in a case's own text they are parts of it."""

DISCUSSION = frozenset({"politisk behandling", "drøftelse", "mødets drøftelse", "drøftelser", "debat", "discussion"})
"""Headings of what was said: where an item records no decision of its own, the decision may stand there."""

DECISION_OF_A_BODY = re.compile(
    r"(?:beslutning|vedtagelse)(?:er)?(?:\s*(?:,|\bi\b|\baf\b|\bfra\b|\bpå\b|–|-|:))?\s+(?P<rest>.{2,110})", re.IGNORECASE
)
"""A decision's heading that names who decided and when: "Beslutning i Økonomiudvalget den 3. maj 2024"."""


_WHOSE = re.compile(
    r"(?:[\w-]+\s(?:og\s|samt\s))?[\w-]{4,}s\s(?:(?:samlede|endelige)\s)?(?:(?P<advice>indstilling(?:er)?|anbefaling(?:er)?|forslag)"
    r"|(?P<decision>beslutning(?:er)?|afgørelse|vedtagelse|konklusion|stillingtagen)|(?P<other>vurdering|bemærkninger))"
)
"""A heading that says whose words stand below it: "Forvaltningens forslag", "Bestyrelsens afgørelse"."""


_WHO_DOES = re.compile(
    r"(?:(?:[\w-]+\s){1,4}?(?P<decision>besluttede(?: vi)?|vedtog|konkluderede|blev enige? om|decided|agreed|resolved)"
    r"|(?:[\w-]+\s){1,4}?(?P<advice>foreslår|foreslog|indstillede|anbefalede|proposed|proposes|recommended|recommends))"
)
"""A heading that is the beginning of a sentence: "Udvalget besluttede", "What we agreed", "Forvaltningen foreslår"."""


def set_off_name(key: str) -> SectionName | None:
    """The section a folded text names where it is set as a heading or ends with a colon; None for others."""
    does = _WHO_DOES.fullmatch(key)
    if does is None:
        return SET_OFF.get(key)
    return SectionName.DECISION if does["decision"] else SectionName.RECOMMENDATION


def standard_name(key: str) -> SectionName | None:
    """The section a heading names by itself, given folded: its spelling, or whose proposal or decision it is; None for others."""
    found = NAMES.get(key)
    whose = _WHOSE.fullmatch(key) if found is None else None
    if whose is None:
        return found
    if whose["other"]:
        return SectionName.OTHER
    return SectionName.RECOMMENDATION if whose["advice"] else SectionName.DECISION


def is_usual(key: str) -> bool:
    """Whether a folded text is a usual heading of minutes, set off or by itself."""
    return key in SET_OFF or standard_name(key) is not None


def folded(text: str) -> str:
    """Fold a heading for comparison: lower case, one space, without marks of emphasis and without what ends it."""
    return re.sub(r"\s+", " ", text.replace("*", "").replace("_", " ").replace("#", "")).strip(" \t:.–-").lower()
