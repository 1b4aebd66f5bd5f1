"""A question without the courtesies in front of it: "Can you tell me who runs the clinic?" asks who runs the clinic."""

from __future__ import annotations

import re

_COURTESY = re.compile(
    r"^\W*(?:(?:hi|hello|hey|hej|goddag)\b[,.! ]+)?(?:(?:please|just|quick question[:,]|venligst|lige)\s+)?"
    r"(?:(?:can|could|would|will) (?:you|anyone|somebody) (?:please |kindly )?(?:tell|say|explain|clarify|confirm|remind|let)"
    r"(?: to)?(?: me| us)?(?: know)?|"
    r"do (?:you|we) (?:happen to )?know|(?:please )?(?:tell|remind) (?:me|us)|(?:please )?explain|any idea|"
    r"i(?:['’]d| would) like to know|i(?: am|['’]m) (?:wondering|trying to find out)|i (?:just )?(?:want|need) to know|i wonder|"
    r"(?:kan|kunne|vil) (?:du|i) (?:venligst |lige )?(?:sige|fortælle|oplyse|forklare|bekræfte|minde)(?: (?:mig|os))?(?: om)?|"
    r"ved (?:du|vi|man)|(?:fortæl|sig) (?:mig|os)|forklar|"
    r"jeg (?:vil|ville) gerne (?:vide|have at vide)|jeg skal (?:bruge at )?vide)"
    r"[,:]?\s+(?=(?:by |at |in |on |to |from |for |i |på |til |fra |af |for |hos )?(?:wh\w+|how|if|hv\w+|om)\b)",
    re.IGNORECASE,
)


def plain(question: str) -> str:
    """The question itself; unchanged where it begins without courtesies, or nothing is asked behind them."""
    found = _COURTESY.match(question)
    rest = question[found.end() :] if found else ""
    return rest[:1].upper() + rest[1:] if rest.strip(" ?!.") else question
