"""Finds who a step is said of where more than a name leads it: "Ana in billing sends it", "Legal (Joel) checks it"."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan import persons
from advancelint.plan.cast import Cast
from advancelint.plan.given import given, is_first
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import NOWHERE, Span

_NAME = r"(?P<name>[^\W\d_a-z][\w'’-]{1,30}(?: [^\W\d_a-z][\w'’-]{1,30}){0,2})"
# What stands between a name and what the person does.
_ABOUT = (
    r"(?: \((?P<inner>[^()\n]{2,60})\)"
    r"|,? (?:from|of|at|in|von|vom|aus|im|bei|de|du|des|del|da|do|chez) [^:;.,\n]{2,30}?,?"
    r"|, [^,:;.\n]{2,40},)"
)
_LED = expression(rf"{_NAME}{_ABOUT}(?P<end>: (?=\S)| (?=(?P<verb>[^\W\d_A-Z][\w'’]*)))")
_PLACED = expression(rf"{_NAME},? (?:from|of|at|in) (?:our|their|the) (?P<rest>[^:;.,\n]{{2,50}})")
_ALONE = expression(r"(?P<name>[^\W\d_a-z][\w'’-]{1,30}) (?P<verb>[^\W\d_A-Z][\w'’]+)")
_MYSELF = expression(r"(?:[Mm]e|[Ii]ch|[Mm]oi|[Yy]o|[Ee]u)(?= (?:to )?[^\W\d_A-Z]{3})")  # "me quote it", "me to ring"
# "Exec call, Marcus sets it up", "Trade-in value – Jon-Erik to confirm": who acts in a later clause.
_LATER = expression(
    rf"(?:[.,:;(]|[.,:;]? [–—-]) ?(?:[^\W\d_]{{1,4}}[.] )?{_NAME} (?P<verb>to|will|[^\W\d_A-Z][\w'’]+s)\b"
)
# "Die Stückliste schickt Herr Adler noch": behind the verb of a German sentence that begins with the thing
_TURNED = expression(
    r" (?!(?:mit|seit|laut|samt|statt|anstatt) )[^\W\d_A-Z]{2,}t (?=(?:Herr|Frau|Hr\.|Fr\.) (?P<name>[^\W\d_a-z]\w+))"
)
_PROMISES = frozenset({"to", "will"})
_STATES = frozenset({"be", "have", "do", "need", "say"})
_NO_VERB = frozenset({"to", "or", "in", "on", "at", "w", "et", "und", "von", "mit", "für", "über"})


def acting(text: str, cast: Cast, vocabulary: Vocabulary) -> Span:
    """Return where the name of who acts in ``text`` stands: whoever leads it, "me", or who acts later on."""
    led = find(text, cast, vocabulary)
    myself = None if led else _MYSELF.match(text)
    turned = None if led or myself else _TURNED.search(text)
    if turned:
        return Span(*turned.span("name"))
    return led or (Span(*myself.span()) if myself else later(text, cast, vocabulary))


def find(text: str, cast: Cast, vocabulary: Vocabulary) -> Span:
    """Return where the name of the person stands who leads ``text`` and does something in it; NOWHERE for none.

    Whom ``cast`` does not know has a listed first name.
    """
    led = _LED.match(text)
    if led:
        inner = led["inner"] or ""
        acts = led["end"].startswith(":") or _is_verb(led["verb"], vocabulary)
        if acts and _is_somebody(led["name"], cast):
            return Span(*led.span("name"))
        if acts and _is_somebody(inner, cast):
            return Span(*led.span("inner"))  # "Engineering (Vikram) to model it"
    placed = _PLACED.match(text)
    if (
        placed
        and _is_somebody(placed["name"], cast)
        and any(_is_act(word, vocabulary) for word in placed["rest"].split())
    ):
        return Span(*placed.span("name"))  # "Ana in our logistics holds the slot"
    alone = _ALONE.match(text)
    if alone and alone["name"] in given() and _is_verb(alone["verb"], vocabulary):
        return Span(*alone.span("name"))
    return NOWHERE


def later(text: str, cast: Cast, vocabulary: Vocabulary) -> Span:
    """Return where the first person stands who acts in a later clause of ``text``; NOWHERE for none.

    Whoever wants, likes or says something does nothing, and an order at the beginning is its author's.
    """
    for found in _LATER.finditer(text):
        verb = found["verb"]
        form = load("en").forms.get(verb)
        acts = verb in _PROMISES or (form is not None and "s" in form[1] and form[0].lemma not in _STATES)
        moved = form is not None and vocabulary.word("human-verb", form[0].lemma) == "client"
        if acts and not moved and _is_somebody(found["name"], cast):
            return Span(*found.span("name"))
    return NOWHERE


def _is_somebody(name: str, cast: Cast) -> bool:
    first = name.partition(" ")[0]
    return bool(name) and (cast.is_person(name) or first in given()) and name.count(" ") < 3 and name[0].isupper()


def _is_act(word: str, vocabulary: Vocabulary) -> bool:
    form = load("en").forms.get(word)
    return vocabulary.word("modal", word) is not None or (form is not None and "s" in form[1])


def _is_verb(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a person does ``word``: it is a promise, a third person, or no word of English at all."""
    folded = word.casefold()
    if vocabulary.word("modal", folded) is not None:
        return True
    form = load("en").forms.get(folded)
    if form is not None:
        return "s" in form[1]
    return folded not in load("en").common and folded not in load("en").nominals and folded not in _NO_VERB


def is_strangers_promise(name: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Say whether a first and last name that the plan does not know promises: "David Parr to send the report".

    "Contract Draft to be sent" promises nothing of a person's, and neither do companies and departments here.
    """
    named = is_first(name) or persons.is_name(name, vocabulary)
    if rest.split()[:1] == ["be"] or not named or persons.is_role(name, vocabulary):
        return False
    words = [word.casefold() for word in name.split()]
    verb = load("en").forms.get(words[0]) if len(words) > 1 else None
    if verb is not None and "b" in verb[1] and name.split()[0] not in given():
        return False  # "Get Lottie to tell us"
    lists = ("company-word", "company-suffix", "not-an-owner", "role-word")
    return not any(vocabulary.word(which, word) is not None for which in lists for word in words)
