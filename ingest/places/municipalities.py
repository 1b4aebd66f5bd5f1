"""The 98 Danish municipalities with their region until 2026, and the regions from 2027 (law on the health reform of 2024)."""

from __future__ import annotations

_BY_REGION = {
    "Region Hovedstaden": (
        "Albertslund Allerød Ballerup Bornholm Brøndby Dragør Egedal Fredensborg Frederiksberg Frederikssund Furesø Gentofte "
        "Gladsaxe Glostrup Gribskov Halsnæs Helsingør Herlev Hillerød Hvidovre Høje-Taastrup Hørsholm Ishøj København "
        "Lyngby-Taarbæk Rudersdal Rødovre Tårnby Vallensbæk"
    ),
    "Region Sjælland": (
        "Faxe Greve Guldborgsund Holbæk Kalundborg Køge Lejre Lolland Næstved Odsherred Ringsted Roskilde Slagelse Solrød Sorø "
        "Stevns Vordingborg"
    ),
    "Region Syddanmark": (
        "Assens Billund Esbjerg Fanø Fredericia Faaborg-Midtfyn Haderslev Kerteminde Kolding Langeland Middelfart Nordfyns "
        "Nyborg Odense Svendborg Sønderborg Tønder Varde Vejen Vejle Ærø Aabenraa"
    ),
    "Region Midtjylland": (
        "Favrskov Hedensted Herning Holstebro Horsens Ikast-Brande Lemvig Norddjurs Odder Randers Ringkøbing-Skjern Samsø "
        "Silkeborg Skanderborg Skive Struer Syddjurs Viborg Aarhus"
    ),
    "Region Nordjylland": (
        "Brønderslev Frederikshavn Hjørring Jammerbugt Læsø Mariagerfjord Morsø Rebild Thisted Vesthimmerlands Aalborg"
    ),
}

REGION_OF: dict[str, str] = {name: region for region, names in _BY_REGION.items() for name in names.split()}
"""Canonical municipality name → its region until the end of 2026."""

MUNICIPALITIES: tuple[str, ...] = tuple(sorted(REGION_OF))
"""The canonical names, sorted."""

REGIONS: tuple[str, ...] = (*_BY_REGION, "Region Østdanmark")
"""The regions until 2026, and the one that Hovedstaden and Sjælland become on 1 January 2027."""

OTHER_NAMES: dict[str, str] = {
    "Ringkøbing": "Ringkøbing-Skjern",
    "Nordfyn": "Nordfyns",
    "Vesthimmerland": "Vesthimmerlands",
    "Lyngby": "Lyngby-Taarbæk",
    "Faaborg": "Faaborg-Midtfyn",
    "Ikast": "Ikast-Brande",
    "Høje Tåstrup": "Høje-Taastrup",
    "Taastrup": "Høje-Taastrup",
    "Stevn": "Stevns",
    "Copenhagen": "København",
    "Elsinore": "Helsingør",
    "Mors": "Morsø",
}
"""Short, older and English names that people and documents use."""

COMMON_WORDS = frozenset({"vejen", "odder", "greve", "skive", "koge", "mors", "lyngby", "fano", "aro", "ero", "soro"})
"""Folded names that are also words of the language: they count only when something says that a place is meant."""


_GENITIVE = {"København": "Københavns Kommune", "Bornholm": "Bornholms Regionskommune"}


def official_name(municipality: str) -> str:
    """The municipality's own name for itself: "Læsø Kommune", "Københavns Kommune", "Bornholms Regionskommune"."""
    return _GENITIVE.get(municipality, f"{municipality} Kommune")
