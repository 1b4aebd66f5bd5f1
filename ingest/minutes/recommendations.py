"""The numbered points of a recommendation and, where the minutes link them, the decision on each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.minutes.section_heads import proposes
from ingest.records import Block, BlockKind, Recommendation

_POINT = re.compile(r"^\s*(?:at\s+)?(?P<number>\d{1,2})[.)]\s+(?P<text>\S.*)$", re.DOTALL)
_BULLET = re.compile(r"^\s*[•●▪■◦‣\-–—*]\s+(?P<text>\S.*)$", re.DOTALL)
_THAT = re.compile(r"^(?:og\s)?at\s", re.IGNORECASE)
_AD = re.compile(
    r"(?:^|(?<=[.\n;]))\s*(?:ad\.?\s*(?:(?:indstillings)?(?:punkt|pkt\.?)\s*)?|(?:indstillings)?(?:punkt|pkt\.?)\s*)(?P<first>\d{1,2})(?:[.]?\s?(?:[-–]|og|til|,)\s?(?P<last>\d{1,2}))?\s*[.:)\-–—]*\s+(?=\S)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|\n)\s*(?P<first>\d{1,2})\.(?:\s?(?:[-–]|og)\s?(?P<last>\d{1,2})\.)?\s+(?=[A-ZÆØÅ])")


def recommendations(proposal: Sequence[Block], decision: str) -> tuple[Recommendation, ...]:
    """Read the points of a recommendation in order; bullets and a single sentence are numbered from 1 as they stand.

    `decision` is the text of the decision; "Ad 2 – …", "Punkt 2: …" or "2. …" in it is linked to point 2, "1.-3. …" to all three.
    """
    points = _points(proposal)
    linked = _linked(decision, {number for number, _ in points})
    return tuple(Recommendation(number=number, text=text, decision=linked.get(number)) for number, text in points)


def _points(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    numbered = [(int(match["number"]), match["text"].strip()) for block in blocks if (match := _POINT.match(block.text))]
    if numbered:
        return [point for place, point in enumerate(numbered) if point[0] not in {number for number, _ in numbered[:place]}]
    listed = [block.text for block in blocks if block.kind is BlockKind.LIST_ITEM or _BULLET.match(block.text)]
    if listed:
        return [(number, _without_bullet(text)) for number, text in enumerate(listed, start=1)]
    said = [block for block in blocks if len(block.text.strip()) > 2]
    if said and proposes(said[0]) and said[0].text.rstrip().endswith("."):
        return [(1, said[0].text.strip())]  # the whole proposal; what follows argues for it
    texts = [block.text.strip() for block in said if not proposes(block)] or [block.text.strip() for block in said]
    if len(texts) > 1 and all(_THAT.match(text) for text in texts):
        return list(enumerate(texts, start=1))
    return [(1, texts[0])] if len(texts) == 1 else []


def _without_bullet(text: str) -> str:
    match = _BULLET.match(text)
    return (match["text"] if match else text).strip()


def _linked(decision: str, numbers: set[int]) -> dict[int, str]:
    matches = [match for match in _AD.finditer(decision) if int(match["first"]) in numbers]
    if not matches:
        matches = [match for match in _NUMBERED.finditer(decision) if int(match["first"]) in numbers]
    ends = [*(match.start() for match in matches[1:]), len(decision)][: len(matches)]
    linked: dict[int, str] = {}
    for match, end in zip(matches, ends, strict=True):
        text = decision[match.end() : end].strip()
        for number in range(int(match["first"]), int(match["last"] or match["first"]) + 1):
            if number in numbers and text:
                linked.setdefault(number, text)
    return linked
