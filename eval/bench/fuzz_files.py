"""Damaged files for fuzzing the readers: sound ones of every format, with bytes, parts and stretches changed by chance."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

from ingest.limits import Limits

CORPUS = Path(__file__).resolve().parents[1] / "demo" / "corpus"
LIMITS = Limits(timeout_seconds=20.0, max_memory_bytes=1024 * 2**20)

TOKENS = (
    b"\x00", b"\xff\xff", b"<", b">", b"</p>", b"&x;", b"<table><tr><td>", b"]]>", b"99999999999", b"-1", b"endobj", b"stream",
    b"<<", b">>", b"/Kids[2 0 R]", b"%PDF-", b"\r", b"\f", b"BT (", b"xref",
    b"Content-Type: message/rfc822\n\n", "\u202e".encode(),
)  # fmt: skip
"""What parsers of these formats look for."""


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Give the content with one to six changes; of a package, inside one of its parts, so that it can still be unpacked."""
    if content.startswith(b"PK") and chance.random() < 0.9:
        return _damaged_package(content, chance)
    return _damaged(content, chance)


def _damaged_package(content: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    victim = chance.choice(sorted(parts))
    parts[victim] = _damaged(parts[victim], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def _damaged(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 7)):
        place = chance.randrange(len(changed) + 1)
        length = min(chance.choice((1, 4, 40, 400)), len(changed) - place)
        stretch = bytes(changed[place : place + length])
        changed[place : place + length] = chance.choice(
            (b"", chance.choice(TOKENS), chance.randbytes(length), stretch * 2, chance.choice(TOKENS) * 200, stretch[::-1])
        )
    return bytes(changed)
