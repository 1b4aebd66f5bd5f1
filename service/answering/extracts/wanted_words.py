"""The words by which questions ask for a date, a sum, a person …: patterns of lower-case text with the kind's name."""

from __future__ import annotations

_WHERE = r"^\W*(og |and )?(hvor|where)\b(?! (mange|meget|stor|lang|længe|ofte|høj|tit|hyppig|hurtig|tidlig|sent|gam|tæt))"
"""Asks for a place, not how large or how often."""

ASKING: tuple[tuple[str, str], ...] = (
    (
        r"^\W*(og |and )?(hvornår|when) (må|bør|kan|may|can|should) (?!.*\b(tidligst|senest|igen|earliest|again)\b)|"
        r"\b(under|på) hvilke (omstændigheder|betingelser|vilkår)\b|\bi hvilke (tilfælde|situationer)\b|"
        r"\b(under (which|what) (circumstances|conditions)|in (which|what) (cases|situations))\b",
        "condition",
    ),
    (r"\b(mobil(?=\W*$)|mobilnumm\w+|mobiltelefonnumm\w+|mobile(?=\W*$)|(mobile|cell) ?(phone )?number)\b", "mobile"),
    (r"\b(telefonnumm\w+|tlf|telefon|phone|telephone|direkte numm\w+)\b", "telephone"),
    (r"\b(e-?mail\w*|mailadresse\w*|mail)\b", "mail"),
    (
        r"\b(dok(ument)?-? ?(id|nr|numm\w+)|sags-? ?(id|nr|numm\w+)|journal\w*|case (id|number)|document (id|number)|lovnumm\w+|"
        r"version\w*numm\w+|hvilken version|which version|version number|"
        r"paragraf\w*|numm\w+|punktnumm\w+|number (does|has|is)|cvr\w*|ean\w*)\b",
        "identifier",
    ),
    (r"\b(klokkeslæt\w*|hvad tid|what time|tidspunkt på dagen|klokken)\b", "clock"),
    (r"\b(hvor (ofte|tit|hyppigt)|how (often|frequently))\b", "frequency"),
    (
        r"\b(hvor (lang tid|længe|hurtigt)\b.*|hvor langt (varsel|tid|forud|før)\b|how (quickly|fast|long)|"
        r"varsel\w*|opsigelsesvars\w+|notice period|varighed\w*|duration)",
        "duration",
    ),
    (
        r"\b(procent\w*|pct|andel\w*|percent\w*|share of|per cent|proportion|hvor stor (en )?del|"
        r"(hvordan|how)\b.{0,60}\b(fordelt|fordeles|deles (?=mellem)|divided|split|shared))\b",
        "share",
    ),
    (
        r"\b(koster|kostede|koste|kostet|pris\w*|beløb\w*|penge|(?<!\d )(kroner|kr|mio)|"  # a sum that is given is not asked for
        r"\w*udgift\w*|\w*omkostning\w*|budget\w*|\w*takst\w*|"
        r"timeløn\w*|honorar\w*|bevilling\w*|\w*besparelse\w*|merforbrug\w*|mindreforbrug\w*|overskud\w*|underskud\w*|gebyr\w*|"
        r"kontingent\w*|husleje\w*|leje|lejen|anlægssum\w*|regning\w*|"
        r"betales|betale for|solgt for|købt for|cost|costs|price|prices|fee|rent|salary|expense\w*|expenditure\w*|"
        r"amount of money|money|funding|tilskud\w*|hourly wage|"
        r"hvor meget\b.{0,90}\b(kost\w*|betal\w*|bevilg\w*|tilskud|støtte|spare\w*)|"
        r"how much (was|is|were|are|did|does|do|will|would|has|have)\b.{0,80}"
        r"\b(amount to|pay|pays|paid|receive\w*|get|got|granted?|saved?|spent|spend|allocate\w*))\b",
        "money",
    ),
    (r"\b(hvilket|hvilke|which|what) (politiske?t? |political )?(parti\w*|part(y|ies))\b", "party"),
    (
        r"\b(turnout|fremmøde\w*|valgdeltagelse\w*|deltagerantal\w*|"
        r"hvor mange|hvor stort? (et )?(antal|del)|how many|how much|antal\w*|number of|population|indbyggertal\w*|"
        r"befolkningstal\w*|måltal\w*)\b",
        "count",
    ),
    (
        r"\b(hvornår|when|\w*dato\w*|deadline\w*|frist\w*|"
        r"hvilke[nt] (år|ugedag|dag|måned|uge)|(which|what) (date|day|week|month|year)|how soon)\b",
        "date",
    ),
    (r"\b(hvorfor|why|årsag\w*|begrundels\w*|reason\w*|skyldes|hvad er grunden|baggrunden for)\b", "reason"),
    (
        r"\b(hvad hedder|navnet på|what is the name|"
        r"hvem (er|var) (formand|næstformand|mødeleder|ordstyrer|projektleder|kontaktperson)|"
        r"hvilke(n|t)? ((to|tre|fire) )?(person(er|s)?|medlem(met|mer|merne)?|sagsbehandler\w*)|which person|who chair\w*)\b",
        "person",
    ),
    (
        r"\b(hvem|who|whom|"
        r"hvilke(n|t)? ((part|kommune|region|myndighed|aktør|organ|organisation|styrelse|leverandør)(n|en|et|r|er|rne|erne)?s?|"
        r"body|udvalg(et|ene)?s?|ministeri(um|et|er|erne))|"
        r"which (\w+ )?(part(y|ies)|kommune\w*|municipalit\w*|region\w*|authorit\w*|agenc\w*|committee\w*|council\w*|"
        r"ministr\w*|vendor\w*|supplier\w*))\b",
        "actor",
    ),
    (
        _WHERE + r".*"
        r"\b(afhold\w*|hold(es|t)|mød(es|tes)|foregår|foregik|finder sted|fandt sted|held|take place|took place|meet)\b|"
        r"\b(mødested\w*|hvilket (sted|lokale))\b|venue",
        "venue",
    ),
    (_WHERE + r"|\blocation\b", "place"),
)  # fmt: skip
"""The more exact first: the first that a word alone meets tells what kind it asks for."""
