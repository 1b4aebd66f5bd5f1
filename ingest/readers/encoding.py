"""The characters of a plain-text file, whatever encoding it was saved in."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the encoding it was read with.

    A byte order mark decides; else UTF-8 if every byte fits; else UTF-16 when every second byte is zero;
    else Windows-1252, with bytes it does not define as U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)
    return (text, "utf-8") if "\x00" not in text else _legacy(data)


def _legacy(data: bytes) -> tuple[str, str]:
    sample = data[:4000]
    if len(sample) > 3 and sample[1::2].count(0) > len(sample) * 0.3:
        return data.decode("utf-16-le", errors="replace"), "utf-16-le"
    if len(sample) > 3 and sample[0::2].count(0) > len(sample) * 0.3:
        return data.decode("utf-16-be", errors="replace"), "utf-16-be"
    # cp1252 leaves five bytes undefined: they become U+FFFD and so stay visible as lost.
    return data.decode("cp1252", errors="replace"), "cp1252"
