"""Which language a text is in: by its script, or by its commonest short words; None when neither is sure."""

import re
from collections import Counter
from collections.abc import Mapping

from briefing_app.reading.scripts import language_by_script

_COMMON: dict[str, str] = {
    "en": "the of and to in that is for with as are was by on this have from be has not which it their they who at an "
    "been its we our were would will should must or more said but these those there you his her",
    "es": "el la de que y en los las del se por con una para su al es no lo como más un ha sus este esta han entre son "
    "pero también sobre sin desde hasta muy ya fue cuando donde porque quienes debe dijo",
    "fr": "le la les de des du et en un une est que qui dans pour au aux par sur pas plus ne se ce cette sont avec il "
    "elle nous leur leurs ont été mais ou où être son ses ces comme d l qu n s",
}
"""The languages that the rest of the house knows: their words decide first."""
_OTHERS: dict[str, str] = {
    "pt": "o a os as de do da dos das em no na nos nas que e é um uma para com por não se mais ao à como mas foi pelo pela "
    "são seu sua também já está ou ser",
    "it": "il lo la i gli le di del della dei delle che e è un una per con non in nel nella si sono al alla da dal dalla "
    "come più anche ha hanno questo questa",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als door naar worden bij uit heeft hun "
    "maar over deze wordt nog dan meer",
    "ca": "el la els les de del dels i que en a amb per un una és no al als es seva seu més aquest aquesta són com però "
    "també ha han pel pels o ser",
    "ro": "și în de la cu a pe care nu este un o din pentru ca să mai sunt au fost prin dar cele al ale lor",
    "pl": "i w na z się nie że do jest o to jak po przez od dla są oraz tym za czy ich być także lub który które",
    "sv": "och att i det som en på är av för med den till inte om har de ett var från vi kan men så eller ska",
    "tr": "ve bir bu için ile da de olarak çok daha olan gibi en kadar sonra ne ki ancak her değil",
    "id": "yang dan di untuk dengan dari ini pada dalam tidak akan itu adalah oleh kepada mereka telah juga atau sebagai",
    "sw": "ya na wa kwa ni katika za la kuwa hii cha kama au pia hiyo wao yao watu ili bila",
    "ht": "nan yo pou ak ki la se yon sou li te ap pa nou gen sa tout moun oswa men fè",
    "so": "iyo ka ee oo ku la in uu waa loo ay soo si aan waxaa ama kala",
}
"""Languages that are named when they are sure, and no more."""
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 200_000
_FEWEST = 2
_SHARE = 0.15
"""Running text of these languages has 30 to 50 % of such words; another language in Latin letters has few."""
_LEAD = 1.25
_FEWEST_OF_OTHERS = 5
_SHARE_OF_OTHERS = 0.2


def language_of(text: str) -> str | None:
    """Return the language of a text, ``en``, ``es``, ``fr`` or another one, when it is surely so, else None."""
    if language := language_by_script(text):
        return language
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    counts = Counter(words)
    known = _scores(_COMMON, counts)
    (best, most), (_, second) = sorted(known.items(), key=lambda item: -item[1])[:2]
    (other, others), (_, runner_up) = sorted(_scores(_OTHERS, counts).items(), key=lambda item: -item[1])[:2]
    if others > max(_FEWEST_OF_OTHERS, _SHARE_OF_OTHERS * len(words), _LEAD * most, _LEAD * runner_up):
        return other
    if most < _FEWEST or most < _SHARE * len(words) or most < _LEAD * second:
        return None
    return best


def _scores(tables: Mapping[str, str], counts: Counter[str]) -> dict[str, int]:
    return {language: sum(counts[word] for word in common.split()) for language, common in tables.items()}
