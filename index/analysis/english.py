"""English words by rule: one form for "agreements" and "agreement", "organised" and "organized", "held" and "hold"."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_LOCK = Lock()
_PAIRS = """
arose:arise arisen:arise ate:eat eaten:eat awoke:awake beaten:beat became:become began:begin begun:begin bent:bend
bitten:bite blew:blow blown:blow bore:bear borne:bear bought:buy bound:bind bred:breed broke:break broken:break
brought:bring built:build burnt:burn came:come caught:catch chose:choose chosen:choose clung:cling crept:creep dealt:deal
did:do done:do drank:drink drawn:draw dreamt:dream drew:draw driven:drive drove:drive drunk:drink dug:dig fallen:fall
fed:feed fell:fall felt:feel fled:flee flew:fly flown:fly forbade:forbid forbidden:forbid forgave:forgive forgiven:forgive
forgot:forget forgotten:forget fought:fight found:find froze:freeze frozen:freeze gave:give given:give gone:go got:get
gotten:get grew:grow grown:grow heard:hear held:hold hid:hide hidden:hide hung:hang kept:keep knelt:kneel knew:know
known:know laid:lay lain:lie leant:lean leapt:leap learnt:learn led:lead left:leave lent:lend lit:light lost:lose
made:make meant:mean met:meet mistaken:mistake overcame:overcome overran:overrun oversaw:oversee overseen:oversee
overtaken:overtake overtook:overtake overthrown:overthrow paid:pay prepaid:prepay proven:prove ran:run rang:ring
rebuilt:rebuild remade:remake repaid:repay resold:resell ridden:ride rode:ride risen:rise rose:rise rung:ring said:say
sang:sing sank:sink sat:sit saw:see seen:see sent:send shaken:shake shone:shine shook:shake shot:shoot shown:show
shrank:shrink shrunk:shrink slept:sleep slid:slide smelt:smell sold:sell sought:seek sped:speed spelt:spell spent:spend
spilt:spill spoilt:spoil spoke:speak spoken:speak sprang:spring sprung:spring spun:spin stole:steal stolen:steal
stood:stand strewn:strew stricken:strike stridden:stride striven:strive strove:strive struck:strike stuck:stick
stung:sting sung:sing sunk:sink swam:swim swept:sweep swollen:swell swore:swear sworn:swear swum:swim swung:swing
taken:take taught:teach thought:think threw:throw thrown:throw told:tell took:take tore:tear torn:tear
undergone:undergo underwent:undergo understood:understand undertaken:undertake undertook:undertake undone:undo
upheld:uphold went:go wept:weep withdrawn:withdraw withdrew:withdraw withheld:withhold withstood:withstand
woke:wake woken:wake won:win wore:wear worn:wear woven:weave written:write wrote:write
analyses:analysis bases:basis bodies:body children:child crises:crisis criteria:criterion curricula:curriculum feet:foot
geese:goose halves:half hypotheses:hypothesis knives:knife lives:life loaves:loaf men:man
memoranda:memorandum mice:mouse minutes:minutes nurses:nurse people:person phenomena:phenomenon shelves:shelf
teeth:tooth thieves:thief wives:wife women:woman wolves:wolf
"""
_IRREGULAR = dict(pair.split(":") for pair in _PAIRS.split())
_BRITISH = (("ization", "isation"), ("izing", "ising"), ("ized", "ised"), ("izes", "ises"), ("ize", "ise"), ("center", "centre"))


@lru_cache(maxsize=50_000)
def english_stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a folded English word, British spelling, irregular forms brought to their base."""
    word = _IRREGULAR.get(word, word)
    for american, british in _BRITISH:
        if len(word) > 5 and american in word:
            word = word.replace(american, british)
            break
    word = word.replace("labor", "labour").replace("program", "programme") if word in ("labor", "program", "programs") else word
    with _LOCK:
        stemmed: str = _STEMMER.stemWord(word)
    return stemmed if len(stemmed) > 1 else word  # an "aed" is no "a"
