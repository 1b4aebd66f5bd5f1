"""What `kildesvar show` prints for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_CUT = 160


def as_text(shown: Mapping[str, Any]) -> str:
    """The object of the command as lines to read."""
    return "\n".join(_lines(shown))


def _lines(shown: Mapping[str, Any]) -> Iterator[str]:
    yield f"{shown['file']}: {shown['status']}{_reason(shown)}, {_count(shown['pages'], 'page')}"
    for warning in shown["warnings"]:
        yield f"  warning: {warning}"
    for document in shown["documents"]:
        claims = _known(document["kind"], document["date"], document["body"], document["author"])
        yield f"\nDocument: {document['title']}  ({claims})"
    for meeting in shown["meetings"]:
        yield from _meeting(meeting)
    for passage in shown["passages"]:
        yield from _passage(passage)
    if shown["facts"]:
        yield f"\n{_count(len(shown['facts']), 'fact')}"
    for fact in shown["facts"]:
        yield f"  [{fact['kind']}] {_known(fact['subject'], fact['relation'])}: {_short(fact['object'])}"
    if shown["repairs"]:
        yield f"\n{_count(len(shown['repairs']), 'repair')}"
    for repair in shown["repairs"]:
        page = f"page {repair['page_number']}: " if repair["page_number"] else ""
        yield f"  {page}{repair['step']}: {_short(repair['before'])!r} → {_short(repair['after'])!r}"


def _meeting(meeting: Mapping[str, Any]) -> Iterator[str]:
    yield f"\nMeeting: {_known(meeting['body'], meeting['date'], meeting['time'], meeting['place'])}"
    yield f"  {_count(len(meeting['participants']), 'participant')}, {len(meeting['absent'])} absent"
    for item in meeting["items"]:
        closed = " (closed)" if item["access"] == "closed" else ""
        yield f"  {item['number']}. {item['title']}{closed}  {_known(item['case_number'])}"
        for section in item["sections"]:
            yield f"      {section['name']}: {_short(section['text']) or '(nothing recorded)'}"


def _passage(passage: Mapping[str, Any]) -> Iterator[str]:
    pages = [passage["page_first"], passage["page_last"]]
    place = "" if pages[0] is None else f"page {pages[0]}" if pages[0] == pages[1] else f"pages {pages[0]}–{pages[1]}"
    item = f"item {passage['item']}" if passage["item"] else None
    yield f"\n── {_known(place, item, passage['section'], ' › '.join(passage['heading_path']))}"
    yield passage["text"]


def _reason(shown: Mapping[str, Any]) -> str:
    return f" – {shown['reason'].rstrip('.')}" if shown["reason"] else ""


def _known(*values: object) -> str:
    return ", ".join(str(value) for value in values if value)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _CUT else f"{words[: _CUT - 1]}…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
