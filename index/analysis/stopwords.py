"""Words that say nothing about what a text is about, in Danish and English questions, folded."""

from __future__ import annotations

_DANISH = """
af aldrig alle alt altid anden andet andre at bare bl a blev blevet blive bliver burde da de deler dem den denne dens der
deres derfor det
dette dig din disse dit dog du efter egen eller en end endnu er et ej ellers fa faa faar ffaar fik flere for fordi
forskellige fra foer gaar giver
gik give gjorde gjort goer goere gaelder gaelde ha ham han hans har hav have havde hedder hende hendes her hos hun hvad hvem
hver hvilke hvilken hvilket
hvis hvor hvordan hvorfor hvorhen hvornaar i igen igennem ikke imellem imod ind inden ja jeg jer jeres jo kan kom komme
kommer kun kunne
lige lille man mange med meget mellem men mere mig min mine mit mod mon naar nej noget nogen nogle nok nu ny og ogsaa om
omkring op os over
paa saa saadan saadanne samme samt selv ser ses si sig sige siger sin sine sit skal skulle som staar stadig stor stort
siden synes sidst ta tage tager tak til tilbage under ud uden udover var vaere vaeret ved vi via vil vilde ville vor vores vaek
kl nr jf f eks ca fx dvs mv mm osv pr pkt
"""
_ENGLISH = """
a about according after all am an and any anyone anybody are as asked at be been being between both but by can could did do
does doing during
each few for from might must ought shall
get gets had has have having he her here hers him his how i if in into is it its itself just many me more most much my no nor not
of off on once only or other our out over own same say says she should so some
somebody someone such tell than that the their them then there
these they
this those through to too under until up us very was we were what when where which while who whom whose why will with would
you your
"""

STOP_WORDS: frozenset[str] = frozenset((_DANISH + _ENGLISH).split())
"""Folded stop words of both languages. A word that is both a stop word and the only word of a query still counts."""

ENGLISH_MARKERS: frozenset[str] = (
    frozenset(_ENGLISH.split()) - frozenset(_DANISH.split()) - {"in", "so", "be", "do", "just", "own", "is", "no", "has", "he"}
)
"""Words that show that a sentence is English."""

DANISH_MARKERS: frozenset[str] = (
    frozenset(_DANISH.split()) - frozenset(_ENGLISH.split()) - {"man", "mine", "under", "men", "hav", "ha", "pr", "om", "har"}
)
"""Words that show that a sentence is Danish."""
