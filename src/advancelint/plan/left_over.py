"""Finds the name that a title leaves without its day and the words for the call: "Thu 3 Dec: visit to Norwood"."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan import dates
from advancelint.plan.clockwords import HOUR
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load

_BRACKET = expression(r"[(\[][^()\[\]]*[)\]]")
_SEGMENT = expression(r": |, | (?:[—–|·→/>]|-{1,3}) | // ")
_HOUR = expression(rf"(?<![\w.]){HOUR}")
_ENDED = expression(r"(?<!\w)[^\W\d_A-Z]\w*[.!?]\s*\Z")
_ORDINAL = expression(r"\d{1,2}(?:st|nd|rd|th|\.|º|ª|e|er|ème)\Z")
_TRIMMED = " ,;:#–—-/|.*_"
_LIGHT = ("title-light", "call-word", "encounter", "kind", "title-filler", "weekday")
_JOINT = "title-joint"
_MOST = 6


def of(title: str, vocabulary: Vocabulary) -> str:
    """Return the first part of a title that is a name without the words for a call at its ends, "" for none.

    One common word alone is no name, and neither is what reads on in small letters.
    """
    if _ENDED.search(title):
        return ""  # a sentence
    text = _BRACKET.sub(" ", title)
    for dated in sorted(dates.find(text, vocabulary), reverse=True):
        text = f"{text[: dated.span.start]}, {text[dated.span.end :]}"
    led = False  # by words that are no name, behind which a single one is a place
    for part in _SEGMENT.split(_HOUR.sub(" ", text)):
        words = _within(part.strip(_TRIMMED).split(), vocabulary)
        if _is_name(words, vocabulary) and not (led and len(words) == 1):
            return " ".join(words)
        led = led or bool(words)
    return ""


def is_led(name: str, vocabulary: Vocabulary) -> bool:
    """Say whether words for a call lead a name, or are all of it: "Visiting Norwood Mills", "Mtg Norwood", "Thu"."""
    first, _, rest = name.partition(" ")
    if all(vocabulary.word("weekday", word) is not None for word in name.split()):
        return True
    verb = vocabulary.word("title-light", first) == "call" and is_capital(rest.partition(" ")[0] or "-")
    phrase = _is_light(first, vocabulary) and (rest[:1].islower() or rest[:1].isdigit())
    return bool(rest) and (verb or phrase)


def _within(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Return the words between those for a call: "First Orrin Bank" of "Visit to First Orrin Bank"."""
    first = True
    while words and _is_light(words[0], vocabulary) and not _begins_name(words, vocabulary, first=first):
        words, first = words[1:], False
        if words and vocabulary.word(_JOINT, words[0]) is not None:
            words = words[1:]
            break
    while words and (_is_light(words[-1], vocabulary) or vocabulary.word(_JOINT, words[-1]) is not None):
        words = words[:-1]
    return words


def _is_name(words: list[str], vocabulary: Vocabulary) -> bool:
    """Say whether words are a name: with capitals, and not all of them common."""
    if not words or len(words) > _MOST or not is_capital(words[0]):
        return False
    named = [word for word in words if is_capital(word)]
    common = all(word.casefold().strip(".'’") in load("en").common for word in named)
    company = vocabulary.word("company-word", words[-1]) is not None  # "Union Mills"
    return (company or not common) and all(word in named or joins(word, vocabulary) for word in words)


def _is_light(word: str, vocabulary: Vocabulary) -> bool:
    bare = word.strip(_TRIMMED + "()").casefold()
    return not bare or bool(_ORDINAL.match(bare)) or any(vocabulary.word(one, bare) is not None for one in _LIGHT)


def _begins_name(words: list[str], vocabulary: Vocabulary, *, first: bool) -> bool:
    """Say whether a light word is the first of a name: "First Orrin Bank", and behind the call "Visit New Orrin"."""
    meant = vocabulary.word("title-light", words[0])
    return meant is not None and (meant == "" or not first) and all(map(is_capital, words[:2])) and len(words) > 1


def joins(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word may stand within a company's name: "Marks and Fenn", "Port of Ghent"."""
    return word in {"of", "and", "und", "et", "&", "+"} or vocabulary.word("particle", word) is not None


def is_capital(word: str) -> bool:
    """Say whether a word has a capital, as a name has: "Norwood", "eVolt", "3T"."""
    return word[:1].isalnum() and any(map(str.isupper, word[:6]))
