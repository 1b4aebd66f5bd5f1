"""Names of people with their offices and places of work, one or several in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.records import Block, BlockKind, Person

_OFFICE = (
    r"(?:regionsråds|byråds|kommunalbestyrelses|bestyrelses|udvalgs|råds|folketings)?medlem(?:mer)?|borgmester|viceborgmester|rådmand|formand"
    r"|næstformand|(?:\w*direktør)|(?:\w*chef)|suppleant|sekretær|referent|kasserer|konsulent|fuldmægtig"
    r"|praktiserende læge|repræsentant"
)
_ROLE_BEFORE_NAME = re.compile(
    r"^(?P<role>(?:(?:ledende|fungerende|konstitueret|administrerende|specialeansvarlig|praktiserende)\s)?(?:[\w-]*(?:formand|direktør|chef|repræsentant|leder"
    r"|konsulent|læge|sygeplejerske|præst|provst|fuldmægtig|koordinator|inspektør|rektor|rådgiver|terapeut|psykolog|jordemoder|professor|lektor"
    r"|assistent|medarbejder)|borgmester|viceborgmester|rådmand|sekretær|kasserer|advokat|revisor))\s+"
    r"(?P<name>[A-ZÆØÅÉÖÜ][\wÀ-ÿ'’-]+\s+[A-ZÆØÅÉÖÜ].*)$",
    re.IGNORECASE,
)
_ROLE_AFTER_NAME = re.compile(rf"\s+(?P<role>(?:{_OFFICE})\b.*)$", re.IGNORECASE)
_WORD = r"(?<![\w-])[A-ZÆØÅÉÖÜ][\wÀ-ÿ'’-]{0,40}(?![\w-])"
BARE_NAME = rf"{_WORD}(?:[^\S\n]+(?:(?:af|von|van|de|el|al|zu)[^\S\n]+)?(?:{_WORD}|[A-ZÆØÅ]\.)){{1,4}}"
"""A name of two to five words, as part of a pattern that heeds case."""
NAME = rf"{BARE_NAME}(?:\s*\([^()\n]{{1,60}}\))?"
"""Such a name with what may be printed in brackets behind it."""
_NAME = re.compile(r"^[A-ZÆØÅÉÖÜ][\wÀ-ÿ'’.-]*(?:\s+(?:(?:af|von|van|de|el|al|zu)\s+)?[A-ZÆØÅÉÖÜ][\wÀ-ÿ'’.-]*){1,5}$")
_BRACKETED = re.compile(
    r"^(?P<name>[^()]+?)\s*\((?P<role>[^()]*)\)"
    rf"(?:(?:\s*,|\s+[–-])?\s+(?P<more>{_OFFICE}|[A-ZÆØÅ][^().]{{1,60}}|(?<=[–-]\s)[^().]{{2,40}}))?\.?$"
)
BETWEEN_NAMES = re.compile(
    r"\s*(?:;|\n|,(?![^()]*\))|(?<=[\w).])\s+(?:og|samt|and)\s+(?:(?:fra|from)\s+)?(?=[A-ZÆØÅ])|(?<=\))\.?\s+(?=[A-ZÆØÅ][\w-]+\s+[A-ZÆØÅ]))\s*"
)
"""What divides the names of a list."""
# Words that stand behind a name as where somebody works, never in it.
ORGANISATION = re.compile(
    r"\b(?:region\b|plo\b|i/s|a/s|kl\b)|(?:kommune|hospital\w*|sygehus\w*|universitet\w*|sekretariat\w*|forvaltning\w*|centere?t?|klinik\w*|styrelse\w*"
    r"|afdeling\w*|økonomi|selskab\w*|forening\w*|ministeri\w*|organisation\w*)(?!\w)|mødeleder|&",
    re.IGNORECASE,
)
_OFFICE_ALONE = re.compile(rf"^(?:\d\.\s)?(?:{_OFFICE})[\s.]*$", re.IGNORECASE)
_ONLY_OFFICE = re.compile(rf"^(?:{_OFFICE})\b", re.IGNORECASE)


def person(text: str) -> Person | None:
    """Read one person: "Eva Holm (A)", "Eva Holm, Solrød Kommune", "Eva Holm - mødeleder"; None where no name stands first."""
    text = text.replace("*", "").strip(" \t.•-–")
    text = re.sub(r"\)\s*\(", ", ", text)  # "(formand) (C)"
    text, _, behind = text.partition("\t")  # cells of a row: the name stands in the first
    role = ""
    bracketed = _BRACKETED.match(text)
    if bracketed:
        text, role = bracketed["name"], ", ".join(filter(None, (bracketed["role"].strip(), bracketed["more"])))
    else:
        parts = re.split(r"\s*,\s*|\s+[-–]\s+|\t+|\s{2,}", text, maxsplit=1)
        if len(parts) == 2:
            text, role = parts
        office = _ROLE_AFTER_NAME.search(text)
        if office:
            text, role = text[: office.start()], " ".join(filter(None, (office["role"], role)))
    before = _ROLE_BEFORE_NAME.match(text.strip())
    if before and before["name"][0].isupper():
        text, role = before["name"], _roles(before["role"], role)
    text, role = text.strip(), " ".join(filter(None, (role, behind)))
    return (
        Person(name=text, role=re.sub(r"\s+", " ", role).strip()) if _NAME.match(text) and not _ONLY_OFFICE.match(text) else None
    )


def _roles(before: str, after: str) -> str:
    """An office printed before the name, and what is printed behind it unless it says the same."""
    return before if not after or before.lower().endswith(after.lower()) else f"{before}, {after}"


def people(text: str) -> tuple[Person, ...]:
    """Read a list of names divided by commas, semicolons, lines or "og"; an organisation is the role of the name before it."""
    found: list[Person] = []
    for part in BETWEEN_NAMES.split(text):
        if found and (ORGANISATION.search(re.sub(r"\([^()]*\)", "", part)) or _OFFICE_ALONE.match(part)):
            found[-1] = Person(name=found[-1].name, role=", ".join(filter(None, (found[-1].role, part.strip(" .*")))))
        elif (one := person(part)) is not None:
            found.append(one)
    return tuple(found)


def once(found: Iterable[Person]) -> tuple[Person, ...]:
    """Give each person once by name, as first found, in order."""
    names: dict[str, Person] = {}
    for each in found:
        names.setdefault(each.name, each)
    return tuple(names.values())


def people_in_lines(blocks: Iterable[Block]) -> tuple[Person, ...]:
    """Read people listed one in a block (or table row), or several in a block divided by commas."""
    found: list[Person] = []
    for block in blocks:
        if block.table is not None:
            found.extend(_in_rows(block))
        elif _is_one_person(block) and (one := person(block.text)) is not None:
            found.append(one)
        else:
            found.extend(people(block.text) or filter(None, (person(block.text),)))
    return tuple(found)


def _names(text: str) -> bool:
    """Tell whether what follows the first comma is another name: "Eva Holm, Ole Dam"."""
    rest = re.sub(r"\s*\([^()]*\)", "", text.split(",", 1)[-1]).strip() if "," in text else ""
    return _NAME.match(rest) is not None and not ORGANISATION.search(rest) and not _ONLY_OFFICE.match(rest)


def _is_one_person(block: Block) -> bool:
    pair = re.search(r"\t|^[^,]+,[^,]+$", block.text) is not None and not _names(block.text)
    return pair or (block.kind is BlockKind.LIST_ITEM and _tells_office(block.text))


def _tells_office(text: str) -> bool:
    """Tell whether what follows the first comma is an office or place of work: "Eva Holm, socialchef, Havby Sygehus"."""
    follows = text.partition(",")[2].strip()
    return follows[:1].islower() or ORGANISATION.search(follows.split(",")[0]) is not None


def _in_rows(block: Block) -> Iterable[Person]:
    rows: dict[int, list[str]] = {}
    for cell in block.table.cells if block.table else ():
        rows.setdefault(cell.row, []).append(cell.text.strip())
    for cells in rows.values():
        one = person(cells[0]) if cells else None
        if one is not None:
            yield Person(name=one.name, role=" ".join(filter(None, (one.role, *cells[1:]))))
