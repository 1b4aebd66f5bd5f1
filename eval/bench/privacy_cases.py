"""A made set of 500 sentences: half hold a civil registration number, half hold a number that looks like one."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.privacy.cpr import century_of, has_checksum

SEED = 20261122
_PERSONAL: tuple[str, ...] = (
    "Ansøgningen vedrører {n}, som bor i kommunen.",
    "CPR-nr.: {n}",
    "cpr {n} blev visiteret i marts.",
    "Borgeren (f. {n}) klager over afgørelsen.",
    "Personnummer {n}; adressen er ukendt.",
    "Sag 22/1044 om borger {n} genoptages.",
    "Underskrevet af Anna Holm, {n}.",
    "Navn | {n} | Strandvej 4",
    "Brev til {n} sendt den 12. maj 2025.",
    "Forældremyndigheden over {n} tilkommer moren.",
)
_SPACED: tuple[str, ...] = ("CPR {n} er fejlregistreret.", "Personnr. {n}", "Borgerens cpr-nummer er {n}.", "cpr: {n} (mor)")
_BARE: tuple[str, ...] = (
    "Journalen for {n} er lukket.",
    "CPR{n}",
    "Sygesikringsbevis {n} er bortkommet.",
    "cprnr {n}",
    "({n})",
    "Patient {n} udskrives.",
)
_OTHER = (
    "Dok ID: {eight}",
    "Sags ID: EMN-{year}-{five}",
    "Journalnr. 1-{two}-{two}-{four}-{two}",
    "Telefon {two} {two} {two} {two}, kl. 10-14.",
    "Kontonr. {four} {ten}",
    "Konto: {four}-{ten}",
    "EAN-nummer 57980{eight}",
    "CVR {eight}",
    "P-nr. {ten}",
    "P-nummer: {date}{four}",
    "Sagsnr. {date}-{four}",
    "Sag nr. {date}{four} behandles.",
    "Dokumentnr.: {date}{four}",
    "Fakturanr. {date}{four} er betalt.",
    "Ordrenummer: {date}-{four}",
    "Mødet den {day}.{month}.{year} i lokale {four}.",
    "Perioden {day}-{month}-{year} til {day}-{month}-2026.",
    "Budget 2025: 1{two}.000 kr. og {four}.{three} kr.",
    "Tabel: {three} {three} {four} {three}",
    "IBAN DK{two} {four} {four} {four} {two}",
    "ISBN 978-87-{six}-{two}-1",
    "Kode {bad}-{four}",
    "Nummer {bad}{four}",
    "https://example.dk/wm{ten}",
    "Matrikel {three}a, ejerlav {six}-{two}",
    "Aftalenr. {date}{four}",
    "SAG-{year}-{five} abcd",
    "Version {two}.{two}.{two}.{four}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence and the civil registration number in it, or None."""

    text: str
    number: str | None


def made_cases() -> list[Case]:
    """The 500 cases, the same at every call: 250 with a number, 250 without."""
    chance = random.Random(SEED)  # noqa: S311 – made-up numbers, no secrets
    return [_personal(chance, place) for place in range(250)] + [_other(chance, place) for place in range(250)]


def _personal(chance: random.Random, place: int) -> Case:
    digits = _digits(chance, with_checksum=place % 5 < 3)
    form = place % 10
    if form < 6:
        dash = ("-", "-", "-", "-", "–", " - ")[form]
        number, templates = f"{digits[:6]}{dash}{digits[6:]}", _PERSONAL
    elif form < 8:
        number, templates = f"{digits[:6]} {digits[6:]}", _SPACED
    else:
        number, templates = digits, _BARE
    return Case(text=templates[place // 10 % len(templates)].format(n=number), number=number)


def _digits(chance: random.Random, *, with_checksum: bool) -> str:
    """Ten digits of a birthday between 1925 and 2024 and a serial that fits its century, with or without the checksum."""
    while True:
        born = date(1925, 1, 1) + timedelta(days=chance.randrange(36_500))
        digits = f"{born:%d%m%y}{chance.randrange(10_000):04}"
        fits = century_of(born.year % 100, int(digits[6])) + born.year % 100 == born.year
        if fits and has_checksum(digits) == with_checksum:
            return digits


def _other(chance: random.Random, place: int) -> Case:
    born = date(1925, 1, 1) + timedelta(days=chance.randrange(36_500))
    text = _OTHER[place % len(_OTHER)].format(
        two=f"{chance.randrange(10, 100)}",
        three=f"{chance.randrange(100, 1000)}",
        four=f"{chance.randrange(10_000):04}",
        five=f"{chance.randrange(100_000):05}",
        six=f"{chance.randrange(10**6):06}",
        eight=f"{chance.randrange(10**7, 10**8)}",
        ten=f"{chance.randrange(10**10):010}",
        year=chance.randrange(2015, 2027),
        day=f"{born.day:02}",
        month=f"{born.month:02}",
        date=f"{born:%d%m%y}",
        bad=f"{chance.randrange(32, 60)}{chance.randrange(13, 100)}{chance.randrange(100):02}",
    )
    return Case(text=text, number=None)
