"""Why: the words that introduce a reason or purpose, and the sentences that give one without such a word."""

from __future__ import annotations

import re

from service.answering.extracts.spans.found import Span, spans_of

_STRONG = re.compile(
    r"\b(?:fordi|idet|eftersom|da|hvorfor|skyld(?:es|tes)|begrunde[rt]?\w*|peger på|"
    r"gør(?:e|es)? det (?:umuligt|vanskeligt|svært)|svært ved|opmærksom på,? at|henviser til,? at|"
    r"på grund af|pga\.?|på baggrund af|grundet|årsag\w*|forårsage\w*|"
    r"som følge af|som konsekvens af|af hensyn til|under hensyn til|under henvisning til|"
    r"(?:kommer|kom) (?:sig )?af|(?:hænger|hang) sammen med|bero(?:r|ede) på|bunder i|tilskr(?:ive|ev)\w*|"
    r"forklar(?:er|ede|et|es)\b|forklaring\w*|i betragtning af|advare[rs]?\w*|frygte[rs]?\w*|"
    r"derfor|dermed|med henblik på|mhp\.?|for at|så(?:ledes)?\b,? at|af \w+ hensyn\b|bekymr\w*|i lyset af|"
    r"because|due to|in order to|owing to|on account of|therefore|as a result|so that|"
    r"since(?= (?:the|it|they|there|we|he|she)\b)|"
    r"behov for|nødvendig\w*|formål\w*|hensigt\w*|baseret på|betyder at|medfør\w*|bevirke\w*)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:fandt|finder|mente|mener|vurdere\w*|påpege\w*|fremhæve\w*|understrege\w*|anførte|anfører|argumentere\w*|"
    r"found|thought|argued|stressed|pointed out)\b(?:,? (?:at|that)\b|(?: \w+){1,6} for )",
    re.IGNORECASE,
)


ASKS_WHY = re.compile(
    r"\b(?:hvorfor|derfor|why|begrund\w*|årsag\w*|baggrund\w*|bevæggrund\w*|rationale\w*|reasons?|formål\w*|bekymr\w*|argument\w*|"
    r"indvending\w*|fordele|ulemper)\b",
    re.IGNORECASE,
)
"""A heading over reasons."""

_GOES_ON = re.compile(
    r"^\W*(?:(?:derfor|dermed|derved|herefter|derefter|efterfølgende|desuden|derudover|endvidere|endelig|samtidig|i stedet|"
    r"til gengæld|i mellemtiden|indtil da|fremover|næste|der gives|punktet|sagen|forslaget|indstillingen|godkendt|vedtaget|udsat|"
    r"taget til|beslutning|konklusion|aftalt|spørgsmål)\b|"
    r"(?:pris|udgift|beløb|takst|frist|merudgift|regning|ny\w* (?:formand|leder|direktør))\w*\b|"
    r"\w+ (?:beslutte|godkend|indstill|foresl|anbefal|orientere|gennemg|takke|tiltr|udsk|udpeg|vælge|valgte)\w*)",
    re.IGNORECASE,
)
"""How a sentence begins that tells what comes of it, or something else, and not the reason."""

_TROUBLE = re.compile(
    r"\b(?:ikke|ingen|intet|aldrig|kun|først|endnu|allerede|stadig|"
    r"for (?:få|lang\w*|lav\w*|høj\w*|stor\w*|lille|små|dyr\w*|tæt|sent|mange)|"
    r"mangl\w*|umulig\w*|svær\w*|vanskelig\w*|konkurs\w*|syg\w*|barsel\w*|ferie\w*|fejl\w*|brud\w*|skade\w*|råd|rådden\w*|"
    r"utæt\w*|spærre\w*|lukke\w*|opsagt\w*|opsig\w*|klage\w*|krav\w*|kræve\w*|stig\w*|steg\w*|fald\w*|faldt|voks\w*|øge\w*|"
    r"færre|flere|højere|lavere|længere|større|mindre|ældre|ned?slidt\w*|slidt\w*|gammel|gamle|forælde\w*|forsink\w*|restordre|"
    r"ubesat\w*|fund(?:et|er)?|travl\w*|modstand\w*|uenig\w*|risik\w*|far(?:e|lig\w*)|dyr\w*|billig\w*|bedre|bedst|pres\w*|"
    r"skepti\w*|tvivl\w*|behov\w*|pligt\w*|lov(?:en|givning\w*)?|regler(?:ne)?|undgå\w*|undgik|sikre\w*|hurtig\w*|lette\w*|"
    r"ønske\w*|mener|oplever|tabe\w*|miste\w*|ramt\w*|brænd\w*|oversvøm\w*|støj\w*|"
    r"stykker|styrte\w*|truk\w*|nede|forurene\w*|fred(?:et|ning\w*)|utryg\w*|forbud\w*|forbyd\w*|forbudt|afvent\w*|savne\w*|indhent\w*|"
    r"afklare\w*|undersøge\w*|spare\w*|skån\w*|udsat\w*|ophør\w*|udløb\w*|slutte\w*)\b",
    re.IGNORECASE,
)
"""Words of trouble, want, change and duty: what reasons mostly tell of."""


def find_reasons(text: str) -> tuple[Span, ...]:
    """The words that say that a reason or purpose is given."""
    return spans_of(_STRONG.finditer(text))


def opinion_at(text: str) -> int | None:
    """Where a sentence goes on to what somebody holds ("X fandt, at …"): why X wanted something. None when it does not."""
    found = _OPINION.search(text)
    return None if found is None else found.start()


def may_explain(text: str) -> bool:
    """Whether a sentence that follows another may be its reason though no word says so.

    It tells of trouble, want, change or duty, and neither of a result nor of a next step.
    """
    return bool(_TROUBLE.search(text)) and not _GOES_ON.match(text) and not text.rstrip().endswith(("?", ":"))
