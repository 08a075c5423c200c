"""Tells a short note about a sale by how it talks, where no title, label or heading says what it is."""

from __future__ import annotations

import itertools
import re

from advancelint.expressions import expression
from advancelint.plan import dates, heads, mails, moments
from advancelint.plan.clockwords import digit_in
from advancelint.plan.given import SELF, given
from advancelint.plan.greetings import THANKED
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple

_LONGEST = 8_000  # notes are short; what is longer has headings that say what it is
_FENCE = expression(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_WORD = expression(r"[^\W\d_]+")
_MONEY = expression(
    r"[£€$]\s?\d|\b\d[\d.,']{0,12}\s?(?:k|m|mio|tsd)?\s?(?:€|£|eur|usd|gbp|chf|nok|sek|dkk)\b", re.IGNORECASE
)
_NAME = r"[^\W\d_a-zà-öø-ÿ][\w'’.]{1,20}"
_SELF = r"(?:me|us|we|I|ich|wir|moi|nous|yo|eu|nosotros|nós)"
_WHO = rf"(?:{_SELF}|{_NAME}(?: {_NAME})?)(?:\s?[+&/]\s?(?:{_SELF}|{_NAME}))*"
# "- Ana: send it", "* me – ring Colm", "3. Philippa sends the terms", "| Jo | weave 2 m | 20 May |"
_PROMISE = expression(
    rf"^[ \t]*(?:[-*+•→>]|->|\d{{1,2}}[.)]|\[.\]|\|)[ \t]*(?:\[.\][ \t]*)?(?:\*\*)?{_WHO}(?:\*\*)?"
    r"(?: \([^()\n]{1,40}\))?(?:\s?(?::|–|—|\||→)|\s-\s"
    r"|\s(?:to|will|sends|gets|marks|picks|brings|is going to|schickt|envoie|manda|envía|envia)\s)",
    re.MULTILINE,
)
# "- priced list – Nuala, 15 May", "* fit the unit – me – done"
_TAILED = expression(
    rf"^[ \t]*[-*•→>]{{1,2}} ?[^\n]{{4,80}}? [–—-] ?{_WHO}\s?[,–—-] ?[^\n]{{2,30}}$",
    re.MULTILINE,
)
_COLON = expression(r"^[ \t]*([^\W\d_][\w'’-]{0,20}) ?: ?\w", re.MULTILINE)
_SAID = expression(
    rf"(?:\bI|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|{_NAME}(?: {_NAME})?)(?: (?:will|shall|is to|are to|promised to|agreed to"
    r"|wants? to|is going to|told \w+ that (?:I|we) would)|'ll|’ll) (?!be\b)[a-z]"
)
_INTRODUCED = expression(rf"{_NAME} {_NAME} \([a-z]")
# "I send the price by 27 May", "Resi misst die Ecke aus bis Freitag"; boxes with a day
_DATED = expression(
    rf"^[ \t]*(?:[-*•] )?(?:o |a |la |el |die |der )?(?:{_SELF}|{_NAME}) [a-zà-ü]+ [^\n]{{3,80}}?"
    r"\b(?:by|bis|until|before|avant|antes|até|hasta) "
    r"|^[ \t]*[-*•]? ?\[[ xX]\] [^\n]{0,80}?\d",
    re.MULTILINE,
)
_AIM = expression(
    r"\b(?:I|we)(?:'d|’d| would)? (?:want|like|hope to)\b|\b(?:I|we) (?:had )?hoped\b"
    r"|\b(?:am|are|'m|’m|'re|’re) after\b|\bwhat (?:I|we) (?:want|need|hope|went in)"
    r"|\bwants? (?:him|her|them) to\b|\b(?:get|have|let) [A-Z]\w+ to [a-z]"
    r"|\b(?:on veut|nous voulons|wir wollen|queremos)\b"
    r"|^\W{0,4}(?:best|okay|minimum|must|sinon|wenn nicht|si no|se não) ?:"
    r"|\bich (?:will|möchte|hätte gern)|\bdas will ich|\bje (?:veux|voudrais)|\bque je veux|\b(?:quiero|quero) que"
    r"|^\W{0,4}(?:get|want|wanted|goal|aim|target|ziel|but|objectif|objetivo|meta)\b[^\n]{0,20}(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
# Who could not come to a meeting of the author's own team, where no client is named
_EXCUSED = expression(
    r"^\W{0,4}(?:apologies|absent|entschuldigt|excusée?s?|absente?s?|ausentes|disculpan)\W{0,4}:",
    re.IGNORECASE | re.MULTILINE,
)
_OURS = expression(r"\b(?:me|us|our|my|uns|wir|nous|nos|nosotros|nós)\b", re.IGNORECASE)
_OURSELVES = expression(
    r"\bI\b|\b(?:me|us|we|our|my|ich|wir|uns|unser\w*|moi|je|nous|nos|notre|yo|nosotros|nuestr\w+|eu|nós|noss\w+)\b"
)
_CALLED = r"(?:call|meeting|visit|hour|session|conversation|chat|workshop|demo)\b"
# "Thank you both for the hour yesterday", "our call of Thursday", "danke für das Gespräch"
_RECAPPED = expression(
    rf"{THANKED}(?:(?:the|your|our|an?|this|that|making the|taking the) )?(?:\w+ )?"
    rf"(?:{_CALLED}|time\b|coming\b|having (?:us|me)\b|seeing (?:us|me)\b|hosting\b|meeting\b)"
    rf"|\bour (?:\w+ )?{_CALLED} (?:of |on |from |this )?(?:yesterday|today|morning|afternoon|\w+day\b|\d)"
    r"|\b(?:danke|dank)\b[^.\n]{0,40}\b(?:Gespräch|Zeit|Termin|Besuch|Telefonat)\b|\bmerci (?:pour|de)\b[^.\n]{0,40}"
    r"\b(?:échange|temps|visite|accueil|appel)\b|\bgracias por\b[^.\n]{0,40}\b(?:tiempo|reunión|llamada|visita)\b"
    r"|\bobrigad[oa] pel[oa]\b[^.\n]{0,40}\b(?:tempo|reunião|chamada|visita)\b",
    re.IGNORECASE,
)
_OTHERS = frozenset({"he", "she", "er", "sie", "il", "elle", "él", "ella", "ele", "ela"})
_THEIRS = expression(
    r"\b([^\W\d_]{2,20}) (?:(?:m|t|l|s|n)['’])?(?:a |has |hat |me |nous |nos |still |also )?([^\W\d_]{3,20})"
)
_FEWEST, _TOP = 2, 500
_AIMED = frozenset({"objective", "call objective"})
_STRONG, _WEAK = 4, 5  # so many signs are enough below a head that shows a company, and below one that may be its name


class Signs(NamedTuple):
    """What a text has of a sale: words of selling, promises, people, an aim, an encounter, a day, us, and them."""

    sale: int
    promises: int
    people: int
    aimed: bool
    met: bool
    dated: bool
    ours: bool
    theirs: bool = False

    @property
    def total(self) -> int:
        """How many there are, no sort counting for more than two."""
        counted = (min(_FEWEST, number) for number in (self.sale, self.promises, self.people))
        return sum(counted) + self.aimed + self.met + self.dated + self.ours


def may_be(text: str) -> bool:
    """Say whether ``text`` may be a short note with a day at all; a quick look."""
    return digit_in(text) and is_short(text)


def is_short(text: str) -> bool:
    """Say whether ``text`` is no longer than a note, and shows no program."""
    return len(text) <= _LONGEST and not _FENCE.search(text)


def is_of_a_sale(text: str, vocabulary: Vocabulary, roles: frozenset[str], strength: int = 0) -> bool:
    """Say whether ``text`` is a short note of a sale: "us", a day, two people or two promises, words of selling.

    ``roles`` are the parts of a plan that were seen in it: where one is an objective, promises need no word of selling.
    ``strength`` says how much the name in its head is a client's (see `heads.strength`): below that of a company, what
    people say to each other is enough.
    """
    if not may_be(text):
        return False
    if (not strength and not _OURS.search(text)) or (strength < heads.SHOWN and _EXCUSED.search(text)):
        return False
    found = _signs(text, vocabulary, roles, short=not strength)
    if not found.dated:
        return False
    if strength and _is_told_below(found, strength):
        return True
    named, promised = found.people >= _FEWEST, found.promises >= _FEWEST
    fewer = named and promised and (found.sale > 0 or bool(roles & _AIMED))
    return bool(_OURS.search(text)) and (fewer or (found.sale >= _FEWEST and (promised or named)))


def is_recap(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether ``text`` holds a mail that thanks for a call or tells of ours, and in which two promise something."""
    heads_of = (
        {match.group().strip("> \t*_:").casefold() for match in mails.FIELD.finditer(text)} if may_be(text) else set()
    )
    if len(heads_of) < _FEWEST or not _RECAPPED.search(text):
        return False
    promises = sum(1 for form in (_PROMISE, _SAID, _DATED) for _ in form.finditer(text))
    return promises >= _FEWEST and bool(moments.find(text, vocabulary, Anchor("")))


def _is_told_below(found: Signs, strength: int) -> bool:
    """Say whether the signs are enough below a head that names a client: we met, sell, and want something."""
    needed = _STRONG if strength == heads.SHOWN else _WEAK
    told = found.aimed or found.promises > 0
    sold = found.sale > 0 and (strength == heads.SHOWN or found.met)
    if strength == heads.FILED:
        return found.theirs and told and sold and found.total >= needed
    return found.people > 0 and told and sold and found.total >= needed


def _signs(text: str, vocabulary: Vocabulary, roles: frozenset[str], *, short: bool) -> Signs:
    """Look for the signs; ``short`` leaves those out that only count below a client's name."""
    words = set(_WORD.findall(text))
    folded = {word.casefold() for word in words}
    sale = len(folded & vocabulary.words["sale-word"].keys()) + bool(_MONEY.search(text))
    if not short:
        sale += not vocabulary.words["trade-word"].keys().isdisjoint(folded)
    promises = sum(1 for _ in _PROMISE.finditer(text))
    dated = bool(moments.find(text, vocabulary, Anchor("")))
    if short:
        named = len(given() & words)
        return Signs(sale, promises, named, aimed=False, met=False, dated=dated, ours=True)
    promises += sum(1 for _ in _TAILED.finditer(text)) + sum(1 for _ in _SAID.finditer(text))
    promises += sum(1 for _ in _DATED.finditer(text))
    promises += sum(1 for match in _COLON.finditer(text) if match[1].casefold() in SELF or match[1].title() in given())
    top = {word.casefold() for word in _WORD.findall(text, 0, _TOP)}
    lists = ("encounter", "call-word", "meeting-verb")
    met = any(not vocabulary.words[name].keys().isdisjoint(top) for name in lists) or _is_headed_by_day(
        text, vocabulary
    )
    aimed = bool(roles & _AIMED) or _AIM.search(text) is not None
    ours = _OURSELVES.search(text) is not None
    return Signs(sale, promises, people(text, vocabulary), aimed, met, dated, ours, _is_told_of_them(text, vocabulary))


def people(text: str, vocabulary: Vocabulary) -> int:
    """Return how many people ``text`` seems to name: by given names, titles and what introduces somebody."""
    words = _WORD.findall(text)
    titled = itertools.pairwise(words)
    called = {name for title, name in titled if vocabulary.word("honorific", title) and name[0].isupper()}
    return len(given() & set(words)) + len(called) + sum(1 for _ in _INTRODUCED.finditer(text))


def _is_told_of_them(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether somebody else says, wants or thinks something: "she tells me", "Bill likes the foil", "il veut"."""
    human, told = vocabulary.words["human-verb"], vocabulary.words["told-word"]
    for match in _THEIRS.finditer(text):
        who, verb = match[1], match[2].casefold()
        said = verb in human or verb in told or verb.removesuffix("s") in human or verb.removesuffix("ed") in human
        if said and (who.casefold() in _OTHERS or who.title() in given()):
            return True
    return False


def _is_headed_by_day(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether one of the first two lines holds a day, as those of a note on an encounter do."""
    lines = [line for line in text[:_TOP].split("\n") if line.strip()][:2]
    return any(True for line in lines for _ in dates.find(line, vocabulary))
