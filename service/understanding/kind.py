"""What kind of answer a question wants, from its first words and its verbs."""

from __future__ import annotations

import re

from service.records import QuestionKind
from service.understanding.spelling import in_any_spelling

_MEASURES = "mange|meget|stor|store|stort|ofte|lang|langt|længe|høj|højt|gammel|tit|hurtigt|tidligt|sent|tæt"
_DATES = "dato|datoer|dag|date|dates|frist|fristen|deadline|deadlines|tidspunkt|klokkeslæt|ugedag|årstal|uge|day|year|month"
_DECIDED = "besluttede|vedtog|vedtaget|besluttet|decided?|decision|resolved?"
_YES_NO = (
    "er|var|skal|kan|har|havde|må|bliver|blev|gælder|kommer|kom|findes|fandtes|deltog|omfatter|får|fik|vil|ville|skulle|kunne|bør|står|stod"
    "|indgår|dækker|driver|ligger|hører|betaler|sidder|overtager|varetager|does|do|did|is|are|am|was|were|can|could|will|would|should|shall|has"
    "|have|had|must|may|might|whether|if|om"
)
# A finite verb in front makes a Danish yes/no question; a plural noun there is followed by a preposition ("Frister for …").
_VERB_FIRST = (
    r"^(?!hv|wh|how|status|nævn|list|(?:under|efter|over|after) )[a-zæøå]{2,}"
    r"(?:er|år|ør|es|ås|ede|te|gik|fik|tog|lod|blev)\s+(?!(?:af|for|om|til|and|og)\b)\w.*\?$"
)
_COUNTS = r"to|tre|fire|fem|seks|syv|otte|ni|ti|two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d"
_CONDITION = re.compile(
    r"^(?:hvis|såfremt|når|if|when) [^?]*?, "
    r"(?=(?:i |på |fra |til |med |in |on |from |to )?(?:hv\w+|wh\w+|how|skal|kan|må|er|har|must|can|is|does)\b)"
)
"""A condition in front of the question proper: "Hvis borgeren flytter, hvem …"."""

_IS = re.compile(r"\b(what|who|when|where|how|why)['’]s\b")
_NOT = re.compile(r"\b([a-z]+)n['’]t\b")
"""English words written together: "what's", "isn't"."""

_RULES: tuple[tuple[str, QuestionKind], ...] = (
    (
        r"^(hvorfor|why|how come|hvad (er|var) (grunden|årsagen|begrundelsen)|hvad skyldes|af hvilken grund"
        r"|what (is|was|are|were) (the )?(reasons?|rationale|justification|motivation|behind)|what lies? behind"
        r"|what (caused|made|led|explains|prompted|triggered)|(for|on) what (reason|grounds?)s?)\b",
        QuestionKind.WHY,
    ),
    (r"^hvad (vil|skal|kommer|kan|må)\b.{0,60}\bkoste\b", QuestionKind.HOW_MANY),
    (
        r"^what (does|do|did|will|would)\b.*\bcost\b|^what (is|are|was|were)\b.{3,40}\bworth\b",
        QuestionKind.HOW_MANY,
    ),
    (
        r"^what (is|was|are|were|will be) the (\w+ ){0,2}?(price|fee|rent|rate|cost|budget|salary|total|maximum|minimum|average"
        r"|amount|sum|number|percentage|share)s?\b",
        QuestionKind.HOW_MANY,
    ),
    (
        r"^(fra |til |inden |senest |from |since |until |as of )?(hvornår|when)\b"
        r"|^((by |at )?what time|by when|how (soon|early|late)|how long before)\b",
        QuestionKind.WHEN,
    ),
    (
        r"^(på |i |inden |fra |til |in |on |from |at |by |before |after |until )?"
        rf"(hvad|hvilken|hvilke|what|which)\b.{{0,30}}\b({_DATES})\b",
        QuestionKind.WHEN,
    ),
    (
        r"^hvor langt er\b.*\b(med|kommet|nået)\b|^how far (along|is|are|has|have|did)\b(?! it\b)"
        r"|^how (is|are|was|were)\b.*\b(going|progressing|coming along|getting on)\b|^where (do|does)\b.*\bstand\b",
        QuestionKind.STATUS,
    ),
    (
        rf"^(i |for |om |at |by )?(hvor ({_MEASURES})|how (many|much|often|long|large|big|high|old|tall|fast|deep|wide|heavy)"
        rf"|hvad (koster|kostede)|(at |to )?what (percentage|proportion|share|amount|number|price|rate|sum|fee)"
        r"|what (is|was) the (price|fee) (of|for))\b",
        QuestionKind.HOW_MANY,
    ),
    (rf"\b(hvad|what|hvordan|how)\b.{{0,60}}\b({_DECIDED}|stemte|stemt|voted?)\b", QuestionKind.DECISION),
    (
        r"^(hvad|hvilken|what|which) (blev|var|er|was|is) (beslutningen|afgørelsen|udfaldet|the (decision|outcome))\b",
        QuestionKind.DECISION,
    ),
    (
        r"^hvilken (beslutning|afgørelse)\b|^(which|what) (decision|ruling|conclusion)\b|^hvad (skete|blev) der (med|af)\b"
        r"|^what (happened (with|to)|(came|became|has become) of)\b|^how did the (case|item|matter|vote) (end|turn out)\b"
        r"|^what (was|is) the (result|conclusion|upshot) (of|for|on|in) (the )?(item|case|matter|vote|proposal|motion)\b",
        QuestionKind.DECISION,
    ),
    (r"^\w+\b.{0,40}\b(region\w*|kommune\w*|municipalit\w+)\s+(eller|or)\s+(the )?(region|kommun|municipal)", QuestionKind.WHO),
    (r"\b(hvad er|what is|hvordan er) (status|the status)\b|^status\b", QuestionKind.STATUS),
    (r"\b(hvor mange|how many)\b", QuestionKind.HOW_MANY),
    (rf"^(which|what) ({_COUNTS}) \w|^(hvad|what) (er|var|are|were)\b.{{0,40}}? ({_COUNTS}) [a-zæøå]+", QuestionKind.LIST),
    (
        r"^(hvad hedder|what is the name of)\b.*\b\w*(formand\w*|leder\w*|chef\w*|direktør\w*|koordinator\w*"
        r"|konsulent\w*|læge\w*|chair\w*"
        r"|director|manager|coordinator|head)\b",
        QuestionKind.WHO,
    ),
    (
        r"^(hvad (betyder|indebærer|dækker|menes|forstås|står|vil)"
        r"|what (does|do) .+ (mean|stand for)|what is (meant|understood by))\b"
        r"|^what is .+ short for\b",
        QuestionKind.DEFINITION,
    ),
    (r"^(define|definer|definér)\b", QuestionKind.DEFINITION),
    (r"^what (is|was) the (\w+ )?(venue|location|address)\b", QuestionKind.WHERE),
    (r"^how (is|are) .+ defined\b|\bstår\b.+\bfor\?*$", QuestionKind.DEFINITION),
    (r"^(hvad|what) (er|is|are) (en |et |an? |the )?['\"“”‘’]", QuestionKind.DEFINITION),
    (r"^(hvad|what) (er|is|are) (en |et |an? |the )?['\"“”’]?[\w.-]+( [\w.-]+)?['\"“”’]?\??$", QuestionKind.DEFINITION),
    (r"^name the (person|member|official|employee)\b", QuestionKind.WHO),
    (r"^(hvem|hvis|who|whom|whose)\b|^(hos|af|til|for|med|from|by|to) (hvem|whom)\b|^(hvilken|which) person\b", QuestionKind.WHO),
    (
        r"^((under|i|på|fra|til|med|for|af|ved|hos|om|efter|inden for) )?hvilke\b"
        r"|^(nævn|list|name|opregn|giv en liste|(give|show) me (a|the) list)\b|^which \w+s\b|^(what|which) (are|were) the\b"
        r"|^what \w{2,}[^s]s (are|were|do|did|have|will|can|must|should)\b",
        QuestionKind.LIST,
    ),
    (
        r"^(hvor|hvorhenne|where|whereabouts)\b|^(in|at|to) (which|what) (room|place|building|town|school|hall|office|address)\b",
        QuestionKind.WHERE,
    ),
    (rf"^({_YES_NO})\b", QuestionKind.YES_NO),
)
_EITHER_WAY = (*((in_any_spelling(pattern), kind) for pattern, kind in _RULES), (_VERB_FIRST, QuestionKind.YES_NO))


def kind_of(text: str) -> QuestionKind:
    """The kind of a question that stands alone; `WHAT` when nothing more can be said."""
    whole = _NOT.sub(r"\1 not", _IS.sub(r"\1 is", text.strip().lower()))
    folded = _CONDITION.sub("", re.sub(r"^(og|and|men|but|så|so)\b[ ,]*", "", whole))
    return next((kind for pattern, kind in _EITHER_WAY if re.search(pattern, folded)), QuestionKind.WHAT)
