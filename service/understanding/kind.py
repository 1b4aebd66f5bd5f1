"""What kind of answer a question wants, from its first words and its verbs."""

from __future__ import annotations

import re

from service.records import QuestionKind

_RULES: tuple[tuple[str, QuestionKind], ...] = (
    (
        r"\b(hvad|what)\b.{0,60}\b(besluttede|vedtog|vedtaget|besluttet|blev der besluttet|decide[d]?|decision|resolve[d]?)\b",
        QuestionKind.DECISION,
    ),
    (r"^(hvordan|how)\b.{0,40}\b(stemte|stemt|vote[d]?)\b", QuestionKind.DECISION),
    (r"\b(blev|var|er|was)\b.{0,60}\b(beslutning(en)?|decision)\b", QuestionKind.DECISION),
    (r"\b(besluttede|besluttet|vedtog|vedtaget)\b.*\?*$(?<!når)", QuestionKind.DECISION),
    (
        r"^(er|is|var|was|bliver|skal|will)\b.*\b(regionen|region|kommunen|kommune|municipality)\b\s+(eller|or)\s+",
        QuestionKind.WHO,
    ),
    (r"^(hvorfor|why|hvad er (grunden|årsagen|begrundelsen)|what is the reason)\b", QuestionKind.WHY),
    (r"\b(hvad er|what is|hvordan er) (status|the status)\b|^status\b|^hvor langt er\b.*\bmed\b", QuestionKind.STATUS),
    (
        r"^(hvor (mange|meget|stor|store|stort|ofte|lang|langt|længe|høj|højt|gammel|tit)|how (many|much|often|long|large|big|high|old)|hvad (koster|kostede))\b"
        r"|\b(hvor mange|how many)\b",
        QuestionKind.HOW_MANY,
    ),
    (
        r"^(hvornår|hvornaar|when|fra hvornår|til hvornår)\b|^(hvad|hvilken|hvilke|what|which)\b.{0,30}\b(dato|datoer|date|dates|frist|fristen|deadline|deadlines|tidspunkt|klokkeslæt|klokkeslaet|ugedag|årstal|uge)\b"
        r"|^(inden|senest) hvornår\b|^what time\b|^by when\b",
        QuestionKind.WHEN,
    ),
    (
        r"^(hvad (betyder|dækker|menes|forstås|står)|what (does|do) .+ (mean|stand for)|what is meant|how (is|are) .+ defined)\b|\bstår\b.+\bfor\?*$",
        QuestionKind.DEFINITION,
    ),
    (r"^(hvad|what) (er|is|are) (en|et|an?|the)?\s*['\"“”’]?[\w.-]+( [\w.-]+)?['\"“”’]?\??$", QuestionKind.DEFINITION),
    (r"^(hvem|hvis|who|whom|whose)\b|^(hos|af|til|for|med|from|by|to) (hvem|whom)\b", QuestionKind.WHO),
    (r"^(hvilke|nævn|list|name|opregn|giv en liste)\b|^which \w+s\b|^(what|which) (are|were) the\b", QuestionKind.LIST),
    (r"^(hvor|hvorhenne|where)\b", QuestionKind.WHERE),
    (
        r"^(er|var|skal|kan|har|havde|må|bliver|blev|gælder|kommer|kom|findes|fandtes|deltog|omfatter|får|fik|vil|ville|skulle|kunne|bør|står|stod|indgår|"
        r"dækker|driver|ligger|hører|betaler|does|do|did|is|are|was|were|can|could|will|would|should|has|have|had|must|may)\b",
        QuestionKind.YES_NO,
    ),
)


def kind_of(text: str) -> QuestionKind:
    """The kind of a question that stands alone; `WHAT` when nothing more can be said."""
    folded = re.sub(r"^(og|and|men|but|så|so)\b[ ,]*", "", text.strip().lower())
    return next((kind for pattern, kind in _RULES if re.search(pattern, folded)), QuestionKind.WHAT)
