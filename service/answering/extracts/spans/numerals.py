"""Numbers in digits and words, with the units that make them sums, shares, spans of time and rhythms."""

from __future__ import annotations

import re

from service.answering.extracts.spans.found import Span, spans_of

WORDS = (
    "en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve|tredive|fyrre|"
    "halvtreds|tres|halvfjerds|firs|halvfems|hundrede|tusind|begge|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
DIGITS = r"(?:\d{1,3}(?:[.,]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
NUMERAL = rf"(?:{DIGITS}|\b(?:{WORDS})\b)"
_UNIT_OF_TIME = (
    r"(?:sekund\w*|sek\.|minut\w*|min\.|time|timer|dag|dage|døgn|hverdage?|uge|uger|måned|måneder|mdr\.?|halvår|kvartal\w*|år|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|"
    r"aften(?:er)?|formiddage?|eftermiddage?|nætter|weekend(?:er)?|sæson(?:er)?|evenings?|mornings?|afternoons?|nights?|weekends?)\b"
)

_ONE_OF = re.compile(rf"(?<![\w.,-]){NUMERAL}(?!\w)", re.IGNORECASE)
_MONEY = re.compile(
    rf"(?<![\w.,]){DIGITS}\s?(?:mio\.?|mill?\.|mia\.?|millioner|milliarder|t\.|tusind|1\.000)?-?\s?(?:kr\b\.?|kroners?|dkk|euro|eur|€|mio\.?|mia\.?|millioner|milliarder)|"
    rf"\b(?:{WORDS})\s(?:hundrede|tusinde?|millioner|million|milliarder)?\s?(?:kroner|kr\.|euro|pounds|dollars)|"
    rf"(?:\b(?:kr\.|dkk|eur|euro)|[€£$])\s?{DIGITS}|(?<![\w.,/-])\d{{1,3}}(?:\.\d{{3}})*,\d{{2}}(?![\w,])",
    re.IGNORECASE,
)
_SPLIT = "|".join(f"{whole}/{100 - whole}" for whole in range(5, 100, 5))
"""How two parties share a whole: "60/40"."""
_WEEKDAYS = "man|tirs|ons|tors|fre|lør|søn"
_PERIOD = rf"(?:dag|uge|måned|år|time|(?:{_WEEKDAYS})dag)"
_SHARE = re.compile(
    rf"{NUMERAL}\s?(?:%|pct\.?|procent\b|per cent|percent)|(?<![\d/])(?:{_SPLIT})(?![/-]?\d)|"
    rf"\b(?:ligeligt|lige meget|equally|halvdelen|halvparten|(?:{WORDS})\s(?:tredjedele?|fjerdedele?|femtedele?|tiendedele?)|"
    rf"hver (?:anden|tredje|fjerde|femte|tiende)(?! {_PERIOD})|half|(?:an?|one|two|three)[ -](?:thirds?|quarters?|fifths?))\b|"
    rf"\b{NUMERAL} (?:ud )?af (?:de |\w+s )?{NUMERAL}\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"\b{NUMERAL}(?:\s?[-–]\s?{NUMERAL})?\s?{_UNIT_OF_TIME}|"
    rf"\b(?:{WORDS}|\d+)-?\s?(?:årig|års|måneders?|måneds|ugers|uges|dages|dags|timers|times|døgns|minutters)[a-zæøå]*|"
    rf"\b(?:et|en|{WORDS}) (?:halvt?|kvarte?r?) ?(?:{_UNIT_OF_TIME})?|\bhalvand\w+ {_UNIT_OF_TIME}|\bdøgnet rundt\b",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    rf"\bhver(?:t)?\.?\s?(?:{DIGITS}\.?|anden|andet|tredje|fjerde|femte|sjette)?\s?"
    rf"(?:dag|uge|weekend|måned|kvartal|halvår|halve år|år)\b|"
    rf"\bhver (?:(?:anden|tredje|fjerde) )?(?:(?:{_WEEKDAYS})dag|(?:hver)?dag|morgen|aften|nat)\b|\bi (?:u?lige) uger\b|"
    rf"\b(?:daglig[te]?(?! (?:leder|ledelse|drift|tale))|"
    r"(?:ugentlig|månedlig|kvartårlig|halvårlig|årlig)\w*|kvartalsvis\w*|løbende)\b|"
    rf"\b{NUMERAL}\s?(?:gange?|møder?)\b(?:[^.]{{0,20}}\b(?:år|måned|uge|dag)\w*)?|\b\d-\d gange\b|"
    rf"\bhver \w{{2,12}}(?:ende|nde|te|tte) (?:dag|uge|måned|år)\b|"
    rf"\b{NUMERAL} [a-zæøå]+ (?:om|i|pr\.?|per|a|each|every) (?:dagen|ugen|måneden|kvartalet|halvåret|året|dag|uge|måned|kvartal|"
    rf"halvår|år|"
    rf"day|week|month|year)\b|"
    rf"\b(?:once|twice) (?:a|each|every|per) (?:\w+ )?(?:day|week|month|quarter|year)\b|"
    rf"\b(?:daily|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|every (?:\w+ )?(?:day|week|month|quarter|year)s?)\b",
    re.IGNORECASE,
)
_NOT_COUNTS = re.compile(
    r"\b(?:kl\.?|punkt|pkt\.?|side|s\.|§+|stk\.?|nr\.?|kapitel|afsnit|bilag|uge|version|spor|"
    r"ad|boks|figur|tabel|fase|trin|etape|bølge|cvr|p-?nr\.?|ean|tlf\.?|telefon|id|sag)[ :]*$",
    re.IGNORECASE,
)


_IDENTIFIES = re.compile(r"\d+(?:-\d+){2,}|\d{2}/\d{4,}")
"""A number that names a case begins here."""


def find_counts(text: str) -> tuple[Span, ...]:
    """Numbers in digits and words that can count something: no item numbers, paragraphs, clock times or years standing alone."""
    return tuple(span for span in spans_of(_ONE_OF.finditer(text)) if _counts(text, span))


def find_money(text: str) -> tuple[Span, ...]:
    """Sums of money, also plain amounts with two decimals as in price tables."""
    return spans_of(_MONEY.finditer(text))


def find_shares(text: str) -> tuple[Span, ...]:
    """Percentages and simple fractions."""
    return spans_of(_SHARE.finditer(text))


def find_durations(text: str) -> tuple[Span, ...]:
    """Spans of time: "ni måneder", "8 uger", "op til to år"."""
    return spans_of(_DURATION.finditer(text))


def find_frequencies(text: str) -> tuple[Span, ...]:
    """How often: "hver 6. uge", "årligt", "to gange om året"."""
    return spans_of(_FREQUENCY.finditer(text))


def _counts(text: str, span: Span) -> bool:
    words = span.of(text).lower()
    if words in {"en", "et", "one"} or _NOT_COUNTS.search(text[: span.start]):
        return False
    if _IDENTIFIES.match(text, span.start):
        return False
    if text[: span.start].strip() == "" and text[span.end : span.end + 1] in {".", ")"}:
        return False  # the number of a list item
    return not (
        re.fullmatch(r"(?:19|20)\d\d|\d{7,}", words)
        or re.match(r"\.\s?[a-zæøå]", text[span.end :])  # an ordinal: "2. uge", "8. juni"
    )
