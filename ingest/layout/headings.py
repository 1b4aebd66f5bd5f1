"""Which lines are headings and of what depth: by font size and weight where there are any, else by numbering and isolation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.layout.lines import PrintedLine
from ingest.layout.markers import bullet_of
from ingest.records import Block

LARGER = 1.08  # times the body's font size
LONGEST = 160  # characters
LONGEST_PLAIN = 80
NUMBERED_ITEM = re.compile(
    r"^(?:(?:dagsordens)?punkt|pkt\.?|sag(?:\s*nr\.?)?|bilag|kapitel|afsnit)\s*\d+[a-z]?\s*(?:[.:–-]|$)", re.IGNORECASE
)
NUMBERED_SECTION = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+[A-ZÆØÅ]")
LABEL = re.compile(r"^(?:dato|mødedato|tid|tidspunkt|mødetid|start|slut|sted|mødested|lokale|journal|sags?)\w*\W", re.IGNORECASE)
GREETING = re.compile(r"^(?:kære|hej|hello|dear|hi|til rette vedkommende)\b", re.IGNORECASE)
NUMBERED_LABEL = re.compile(r"^\d{1,2}[.)]?\s+[A-ZÆØÅ]\w+")
SENTENCE = re.compile(r"[.,;!?]$")

# Standard headings of minutes, agendas and notes in Danish administration.
STANDARD = frozenset(
    [
        "afbud",
        "andet",
        "anbefaling",
        "baggrund",
        "beslutning",
        "beslutninger",
        "beslutningsgrundlag",
        "bilag",
        "bilagsliste",
        "bilag/links",
        "dagsorden",
        "deltagere",
        "eventuelt",
        "formål",
        "forslag",
        "fraværende",
        "fremstilling",
        "godkendelse",
        "habilitet",
        "indhold",
        "indholdsfortegnelse",
        "indledning",
        "indstilling",
        "konklusion",
        "konsekvenser",
        "kommunikation",
        "lovgrundlag",
        "mødedeltagere",
        "mødeleder",
        "orientering",
        "proces",
        "protokol",
        "punkter",
        "referat",
        "resume",
        "resumé",
        "retsgrundlag",
        "sagen",
        "sagsfremstilling",
        "sagsgang",
        "sagsprocedure",
        "sammenfatning",
        "status",
        "supplerende",
        "tidsplan",
        "vurdering",
        "økonomi",
    ]
) | frozenset(
    (
        "den videre proces",
        "fortsat sagsbehandling",
        "kort resumé",
        "næste møde",
        "næste skridt",
        "tidligere beslutninger",
        "videre proces",
        "økonomiske konsekvenser",
        "faglig vurdering",
        "administrationens indstilling",
        "administrationens bemærkninger",
        "beslutning i byrådet",
    )
)


def font_levels(lines: Sequence[PrintedLine | Block], body: float) -> dict[tuple[float, bool], int]:
    """Depth of heading (1 is the top) for each style (size, bold) larger or bolder than the body: by size, bold first."""
    styles = {_style(line) for line in lines if isinstance(line, PrintedLine) and line.font_size and is_heading_style(line, body)}
    return {style: depth for depth, style in enumerate(sorted(styles, key=lambda style: (-style[0], not style[1])), start=1)}


def is_heading_style(line: PrintedLine, body: float) -> bool:
    """Whether the line is printed larger than the body, or bold at no less than its size."""
    if not line.font_size or not body:
        return False
    return line.font_size > body * LARGER or (line.bold and line.font_size >= body * 0.95)


def heading_level(
    line: PrintedLine, below: PrintedLine | Block | None, body: float, levels: dict[tuple[float, bool], int]
) -> int:
    """The depth of the heading that the line is, 0 when it is none; `below` is what follows it."""
    text = line.text
    if len(text) > LONGEST or line.has_tabs or bullet_of(text):
        return 0
    if line.font_size and body:
        if is_heading_style(line, body):
            return levels.get(_style(line), 1)
        by_words = _by_words(line, below) or (not levels and _is_numbered_label(line, below))
        return len(levels) + 1 if by_words else 0
    return _plain_level(line, below)


def _style(line: PrintedLine) -> tuple[float, bool]:
    return round((line.font_size or 0.0) * 2) / 2, line.bold


def _by_words(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """Headings that are printed like the body: agenda items, and standard names alone on a line."""
    return _is_item(line, below) or _is_standard(line.text)


def _is_item(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    return (
        bool(NUMBERED_ITEM.match(line.text))
        and not SENTENCE.search(line.text)
        and (line.gap or line.new_page or below is not None)
    )


def _is_standard(text: str) -> bool:
    return text.rstrip(" :").lower() in STANDARD and text[:1].isupper()


def _plain_level(line: PrintedLine, below: PrintedLine | Block | None) -> int:
    """Depth by words alone: agenda items 1, numbered sections by their numbers, standard names and isolated labels 2."""
    if _is_item(line, below):
        return 1
    numbered = NUMBERED_SECTION.match(line.text)
    if numbered and len(line.text) <= LONGEST_PLAIN and not SENTENCE.search(line.text) and _opens_section(below):
        return 1 + numbered.group(1).count(".")
    if _is_standard(line.text):
        return 2
    return 2 if _is_isolated_label(line, below) or _is_numbered_label(line, below) else 0


def _is_isolated_label(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """A short line between blank lines that names what the running text below it is about."""
    text = line.text
    if not line.gap or (line.spaced and line.wrapped) or len(text) > LONGEST_PLAIN or not text[:1].isupper():
        return False
    if SENTENCE.search(text) or LABEL.match(text) or GREETING.match(text) or text.endswith((":", "-", "‐")) or "@" in text:
        return False
    return _is_running_text(below)


def _is_numbered_label(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """A numbered short line above running text, in a file that sets no heading apart: a section, not an item of a list."""
    text = line.text
    if not NUMBERED_LABEL.match(text) or len(text) > LONGEST_PLAIN or SENTENCE.search(text) or text.endswith(":"):
        return False
    return (line.gap or line.new_page) and _is_running_text(below)


def _opens_section(below: PrintedLine | Block | None) -> bool:
    """Whether what follows is the text of a section: running text, a list or a table, not one more numbered line."""
    if isinstance(below, PrintedLine) and not below.has_tabs:
        return _is_running_text(below) or bool(bullet_of(below.text))
    return below is not None


def _is_running_text(below: PrintedLine | Block | None) -> bool:
    if not isinstance(below, PrintedLine) or below.has_tabs or not below.text[:1].isupper():
        return False
    text = below.text
    return len(text) > LONGEST_PLAIN * 1.5 or (
        len(text) > LONGEST_PLAIN * 0.6 and (below.room < 0.2 or text.endswith((".", ":")))
    )
