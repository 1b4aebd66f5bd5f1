"""The words by which questions ask for a date, a sum, a person …: patterns of lower-case text with the kind's name."""

from __future__ import annotations

from service.answering.extracts.roles import ROLES

_WHERE = r"^\W*(og |and )?(hvor|where)\b(?! (mange|meget|stor|lang|længe|ofte|høj|tit|hyppig|hurtig|tidlig|sent|gam|tæt|dyr))"
"""Asks for a place, not how large or how often."""

_SOMEBODY = (
    rf"\b\w*({ROLES.pattern}|(læge|sygeplejerske|medarbejder|medlem|person|mand|kvinde|politiker|vært|repræsentant|representative|suppleant|kandidat|advokat|psykolog|lærer|pædagog|"
    r"terapeut|minister|kontakt|ejer|borger|patient|doctor|nurse|teacher|member|employee|owner|minister|lawyer|contact)"
    r"(n|en|met|s|e|er|rne|erne|merne)?)\b"
)
"""Whoever has a name that is a person's."""

ASKING: tuple[tuple[str, str], ...] = (
    (
        r"^\W*(og |and )?(hvornår|when) (må|bør|kan|may|can|should) (?!.*\b(tidligst|senest|igen|earliest|again)\b)|"
        r"\b(under|på) hvilke (omstændigheder|betingelser|vilkår)\b|\bi hvilke (tilfælde|situationer)\b|"
        r"\b(under (which|what) (circumstances|conditions)|in (which|what) (cases|situations))\b",
        "condition",
    ),
    (r"\b(mobil(?=\W*$)|mobilnumm\w+|mobiltelefonnumm\w+|mobile(?=\W*$)|(mobile|cell) ?(phone )?number)\b", "mobile"),
    (
        r"\b(telefonnumm\w+|tlf|telefon|phone|telephone|direkte numm\w+|hvilket numm\w+\b.*\bring\w*|hvor ringer|"
        r"(which|what) number\b.*\b(call|ring|phone|dial))\b",
        "telephone",
    ),
    (r"\b(e-?mail\w*|mailadresse\w*|mail)\b", "mail"),
    (
        r"\b(dok(ument)?-? ?(id|nr|numm\w+)|sags-? ?(id|nr|numm\w+)|journal\w*|case (id|number)|document (id|number)|lovnumm\w+|"
        r"version\w*numm\w+|hvilken version|which version|version number|"
        r"paragraf\w*|numm\w+|punktnumm\w+|number (does|has|is)|cvr\w*|ean\w*)\b",
        "identifier",
    ),
    (r"\b(klokkeslæt\w*|åbningstid\w*|opening hours|office hours|hvad tid|what time|tidspunkt på dagen|klokken)\b", "clock"),
    (
        r"\b(hvor (ofte|tit|hyppigt)|how (often|frequently)|"
        r"hvor mange gange (om|i|pr|hver) \w+|how many times (a|an|per|each|every) \w+)\b",
        "frequency",
    ),
    (
        r"\b(hvor (lang tid|længe|hurtigt)\b.*|"
        r"hvor lang\b(?!.*\b\w*(vej|sti|bro|rute|tur|strækning|afstand|ledning|hegn)(en|et|n)?\b)|"
        r"hvor langt (varsel|tid|forud|før)\b|how (quickly|fast|long)|"
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
        r"hvad (skal|må|kommer|bliver|vil|kan|har)\b.{0,60}\b(betale|betalt|punge ud|lægge i kassen|af med|bidrage med)"
        r"(?! for\W*$)|"
        r"hvad (betaler|betalte|bidrager)\b(?!.* for\W*$)|what (does|do|did|must|will|should)\b.{0,60}\b(pay|owe)(?! for\W*$)|"
        r"hvor dyrt?|how expensive|hvad (giver|løber|får)\b.{0,60}\b(man for|op i|i (støtte|tilskud|løn))|"
        r"hvor meget\b.{0,90}\b(kost\w*|betal\w*|bevilg\w*|tilskud|støtte|spare\w*|af med)|"
        r"how much (was|is|were|are|did|does|do|will|would|has|have)\b.{0,80}"
        r"\b(amount to|pay|pays|chip in|contribute\w*|paid|receive\w*|get|got|granted?|saved?|spent|spend|allocate\w*))\b",
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
        r"hvilke[nt] (år|årstal|ugedag|dag|måned|uge|tidspunkt|kvartal|halvår|årstid|sæson|weekend|aften)|"
        r"(which|what) (date|day|week|month|year|quarter|season|weekend|evening)|how soon|"
        r"hvad (er|var|bliver) (den|det) \w+ (år|dag|måned|uge|tidspunkt)|what (is|was) the \w+ (year|day|month|week))\b",
        "date",
    ),
    (r"\b(hvorfor|why|årsag\w*|begrundels\w*|reason\w*|skyldes|hvad er grunden|baggrunden for|"
        r"hvordan kan det være|hvad fik\b.* til at|what made)\b", "reason"),
    (
        rf"\b((hvad hedder|navnet på|what is the name)\b.{{0,60}}?{_SOMEBODY}|"
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
        r"\b(mødested\w*|hvilke[nt] (sted|lokale|sal|rum|adresse|etage)|(which|what) (room|hall|address))\b|venue",
        "venue",
    ),
    (_WHERE + r"|\b(hvilken (by|bygning)|(which|what) (town|city|building|place))\b|\blocation\b", "place"),
)  # fmt: skip
"""The more exact first: the first that a word alone meets tells what kind it asks for."""
