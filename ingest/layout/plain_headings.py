"""Headings without a type of their own: agenda items, numbered sections, standard names, and short lines over running text."""

from __future__ import annotations

import re

from ingest.layout.joining import OPEN_END
from ingest.layout.lines import PrintedLine
from ingest.layout.markers import bullet_of
from ingest.minutes.labels import labelled
from ingest.records import Block, BlockKind

LONGEST_PLAIN = 80  # characters
LONGEST_LABEL = 6  # words before a colon that name what the text below is about
LONGEST_TITLE = 12  # words in bold with a full stop that still are a heading
FREE_ROOM = 0.3  # of a full line that stays free after a heading between wrapped lines
NUMBERED_ITEM = re.compile(
    r"^(?:(?:dagsordens)?punkt|pkt\.?|sag(?:\s*nr\.?)?|bilag|kapitel|afsnit)\s*\d+[a-z]?\s*(?:[.:–-]|$)", re.IGNORECASE
)
NUMBERED_SECTION = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+[A-ZÆØÅ]")
LABEL = re.compile(r"^(?:dato|mødedato|tid|tidspunkt|mødetid|start|slut|sted|mødested|lokale|journal|sags?)\w*\W", re.IGNORECASE)
GREETING = re.compile(r"^(?:kære|hej|hello|dear|hi|til rette vedkommende)\b", re.IGNORECASE)
NUMBERED_LABEL = re.compile(r"^\d{1,2}[.)]?\s+[A-ZÆØÅ]\w+")
SENTENCE = re.compile(r"[.,;!?]$")
LEADS_IN = re.compile(r"\b(?:følgende|herunder|bl\.?\s?a|f\.?eks|such as|following)\W*$", re.IGNORECASE)
LINK = re.compile(r"^(?:se|læs|hent|klik|download|find|gå til|see|read|go to)\b", re.IGNORECASE)
FIRST_POINT = re.compile(r"^(?:1|a)[.)]\s+\S")
NO_NAME = re.compile(
    r"^(?:det|den|de|der|dette|disse|vi|han|hun|her|hertil|følgende|svar|answer|this|these|we|he|she|it)\b", re.IGNORECASE
)
VERB = re.compile(r"(?:er|te|ede)$")
DEFINITE = re.compile(r"(?:en|et|ne)$")
FINITE = frozenset(
    ["er", "var", "skal", "kan", "vil", "har", "får", "fik", "bliver", "blev", "må", "bør", "is", "are", "was", "were", "has"]
)
WORD = re.compile(r"\b(?![A-ZÆØÅ]{1,5}\b)[^\W\d_]+")  # all but short forms
ANY_WORD = re.compile(r"[^\W\d_]+")
LONG_WORD = re.compile(r"[^\W\d_]{6}")
MARK = re.compile(r"\(\w{1,5}\)")
WHOLE_SENTENCE = re.compile(r"[.!?…][’'”\"»)\]]*$")

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


def plain_level(line: PrintedLine, above: PrintedLine | Block | None, below: PrintedLine | Block | None) -> int:
    """Depth by words and place alone: agenda items 1, numbered sections by their numbers, standard names and labels 2; else 0."""
    if is_item(line, below):
        return 1
    numbered = NUMBERED_SECTION.match(line.text)
    if numbered and len(line.text) <= LONGEST_PLAIN and not SENTENCE.search(line.text) and _opens_section(below):
        return 1 + numbered.group(1).count(".")
    if is_standard(line.text) or (line.bold and not _is_long_sentence(line.text)):
        return 2
    labels = _is_isolated_label(line, below) or is_numbered_label(line, below) or _is_between_paragraphs(line, above, below)
    return 2 if labels else 0


def is_item(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """Whether the line heads an item: "Punkt 3: …", "Bilag 2"."""
    return (
        bool(NUMBERED_ITEM.match(line.text))
        and not SENTENCE.search(line.text)
        and (line.gap or line.new_page or below is not None)
    )


def is_standard(text: str) -> bool:
    """Whether the text is one of the standard names, with or without a colon."""
    return text.rstrip(" :").lower() in STANDARD and text[:1].isupper()


def _is_isolated_label(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """A short line between blank lines that names what the running text or list below it is about."""
    text = line.text
    if not line.gap or (line.spaced and line.wrapped) or text.endswith(":") or not _may_name(text):
        return False
    return _is_running_text(below) or (_is_list_or_table(below) and not LEADS_IN.search(text))


def _is_between_paragraphs(line: PrintedLine, above: PrintedLine | Block | None, below: PrintedLine | Block | None) -> bool:
    """A short line between two paragraphs of a file that sets its headings apart by nothing, with or without a colon."""
    text = line.text
    if not _may_name(text) or (line.wrapped and line.room < FREE_ROOM):
        return False
    if not _is_running_text(below) and not (text.endswith(":") and _leads_in(below)):
        return False
    if isinstance(above, PrintedLine) and (above.has_tabs or not WHOLE_SENTENCE.search(above.text)):
        return False
    return names_what_follows(text) if text.endswith(":") else above is not None


def names_what_follows(text: str) -> bool:
    """Whether a line that ends in a colon is a name: no clause such as "Udvalget besluttede:", no field of a meeting's head."""
    words = text.rstrip(" :").split()
    if len(words) > LONGEST_LABEL or labelled(text) is not None or NO_NAME.match(text):
        return False
    subject = len(words) > 1 and (DEFINITE.search(words[-2]) or (len(words) > 2 and words[-2][:1].isupper()))
    clause = subject and VERB.search(words[-1])
    return not clause and not any(word.lower() in FINITE for word in words)


def _may_name(text: str) -> bool:
    if len(text) > LONGEST_PLAIN or not text[:1].isupper() or SENTENCE.search(text) or OPEN_END.search(text):
        return False
    if text.endswith(("-", "‐")) or "@" in text or "•" in text or not _is_of_words(text):
        return False
    return not (LABEL.match(text) or GREETING.match(text) or LINK.match(text))


def _is_of_words(text: str) -> bool:
    """Whether words make up more than half of a line; the cells of a table that lost its columns are short forms and years."""
    telling = ANY_WORD if text.isupper() and LONG_WORD.search(text) else WORD
    return 2 * sum(map(len, telling.findall(MARK.sub("", text)))) > len("".join(text.split()))


def _is_long_sentence(text: str) -> bool:
    return len(text.split()) > LONGEST_TITLE and SENTENCE.search(text) is not None


def _leads_in(below: PrintedLine | Block | None) -> bool:
    """Whether what follows leads in a list: a label above it is the name of both."""
    return isinstance(below, PrintedLine) and below.text.endswith(":") and not bullet_of(below.text)


def is_numbered_label(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
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


def _is_list_or_table(below: PrintedLine | Block | None) -> bool:
    if isinstance(below, PrintedLine):
        return below.has_tabs or bool(bullet_of(below.text)) or FIRST_POINT.match(below.text) is not None
    return below is not None and below.kind in (BlockKind.TABLE, BlockKind.LIST_ITEM)


def _is_running_text(below: PrintedLine | Block | None) -> bool:
    if not isinstance(below, PrintedLine) or below.has_tabs or not below.text[:1].isupper():
        return False
    text = below.text
    return len(text) > LONGEST_PLAIN * 1.5 or (
        len(text) > LONGEST_PLAIN * 0.6 and (below.room < 0.2 or text.endswith((".", ":")))
    )
