"""Letter-spaced text of a PDF: PDFium puts blanks of its own between letters that stand apart, the file between words."""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium_c

LEAST_LETTERS = 5  # that stand alone
LEAST_SHARE = 0.75  # of the pieces of a line
LEAST_KINDS = 4  # different letters: crosses in a table are none
WORD_GAP = 1.7  # times the usual gap between letters
LETTER = re.compile(r"[^\W\d_]")


def is_letter_spaced(text: str) -> bool:
    """Whether nearly all pieces of a line are single letters, of several kinds."""
    if len(text) < 2 * LEAST_LETTERS - 1 or text.count(" ") * 3 < len(text):
        return False
    pieces = text.split()
    letters = [piece.lower() for piece in pieces if len(piece) == 1 and LETTER.match(piece)]
    return len(letters) >= max(LEAST_LETTERS, LEAST_SHARE * len(pieces)) and len(set(letters)) >= LEAST_KINDS


def closed_up(text: str, textpage: Any, start: int) -> str:
    """The line that begins at PDFium's character `start` with blanks only between words.

    The file's own blanks are those; where it has none, gaps wider than those between letters. A line where neither tells
    stays as it is.
    """
    own = {n for n, char in enumerate(text) if char.isspace() and pdfium_c.FPDFText_IsGenerated(textpage, start + n) == 0}
    visible = [n for n, char in enumerate(text) if not char.isspace()]
    if not any(visible[0] < n < visible[-1] for n in own):
        own = _wide_gaps(visible, textpage, start)
    return "".join(char if not char.isspace() else " " if n in own else "" for n, char in enumerate(text))


def _wide_gaps(visible: list[int], textpage: Any, start: int) -> set[int]:
    """The places of blanks before which the gap is wider than letters stand apart."""
    boxes = [_sides(textpage, start + n) for n in visible]
    gaps = [right[0] - left[1] for left, right in pairwise(boxes)]
    usual = median(gaps)
    return {after - 1 for (_, after), gap in zip(pairwise(visible), gaps, strict=True) if gap > WORD_GAP * max(usual, 1.0)}


def _sides(textpage: Any, index: int) -> tuple[float, float]:
    """Where the glyph's own cell begins and ends; along the baseline of upright text."""
    rect = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rect))
    return float(rect.left), float(rect.right)
