"""The value of a deal: an amount in whole units of its currency, read where a plan states it and never guessed."""

from __future__ import annotations

import re
from functools import cache

from advancelint.doctrine.stated import Stated, any_of, stated_in, words_of_list
from advancelint.expressions import expression
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Span

_NUMBER = r"(?P<number>\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)*)"
_GROUPS = expression(r"[ \u00a0\u202f\u2009'’]")
_YEAR = expression(r"(?:19|20)\d\d")
_RANGE = expression(
    r"[ \t]*(?:-|–|—|to\b|bis\b|and\b|or\b|oder\b|à\b|[/+])[ \t]*(?:[^\w\s]{1,3}[ \t]*)?\d", re.IGNORECASE
)
_MORE = expression(r"\d{4,}|\d[.,'’]\d|\d[ \t]?(?:k|m|mio|tsd)\b", re.IGNORECASE)
# A spreadsheet's 2.4e5, which nobody says, may be meant as it stands or be a slip.
_POWER = expression(r"(?<![\w.,])\d+(?:[.,]\d+)*e[+-]?\d", re.IGNORECASE)
_ASIDE = expression(r"[ \t]*(?:$|[(,.;–—\[·])")
_LEAST = 1_000  # under a label that could mean anything, a number below this is no amount of money
_RANKS = ("first", "second", "third")
_LOOSE = "third"
_CLAUSE = 60
_LONGEST = 2_000


class Amount(NamedTuple):
    """An amount in whole units and its currency: an ISO code, a sign that several share, or "" where none is said."""

    value: int
    currency: str


UNKNOWN = Amount(-1, "")


def amount_of(text: str, sales_objective: str) -> Amount:
    """Return the value that a plan states: under a label, else in its sales objective; `UNKNOWN` where it is unsure."""
    found = _labelled(text)
    amount = _agreed({amount for amount, _ in found}) if found else _in_sentence(sales_objective[:_LONGEST])
    return amount if amount.currency or amount == UNKNOWN else amount._replace(currency=_currency_of(text))


def place_of_amount(text: str, sales_objective: Span = NOWHERE) -> Span:
    """Return where ``text`` states its amount, in 0-based code points: behind a label, else in its sales objective.

    That is the whole line, or the whole sales objective, where its words are parted by markup.
    """
    for amount, stated in _labelled(text):
        if amount != UNKNOWN:
            return _words_of_amount(text, stated.value, stated.line)
    return _words_of_amount(text, text[sales_objective.start : sales_objective.end][:_LONGEST], sales_objective)


def _words_of_amount(text: str, said: str, place: Span) -> Span:
    """Return where in the ``place`` the first amount of what is ``said`` there stands; the place where it is hidden."""
    found = list(_shape().finditer(said))
    signed = next((match for match in found if match["before"] or match["after"]), next(iter(found), None))
    if signed is None:
        return place
    words = signed.group().strip()
    start = text.find(words, *place)
    return Span(start, start + len(words)) if start >= 0 else place


def _labelled(text: str) -> list[tuple[Amount, Stated]]:
    """Return the amounts behind the labels that are believed most among those of ``text``."""
    found: dict[str, list[tuple[Amount, Stated]]] = {rank: [] for rank in _RANKS}
    labels = words_of_list("amount")
    for stated in stated_in(text):
        rank = labels.get(stated.name, "")
        if rank and not (stated.column and rank == _LOOSE):
            amount = _behind_label(stated, loose=rank == _LOOSE)
            if amount is not None:
                found[rank].append((amount, stated))
    return next((found[rank] for rank in _RANKS if found[rank]), [])


def _currency_of(text: str) -> str:
    """Return the one currency that ``text`` states under a label of its own, "" where it does not or states several."""
    known, labels = words_of_list("currency"), words_of_list("unit")
    told = {known.get(stated.value.casefold(), "") for stated in stated_in(text) if stated.name in labels}
    return told.pop() if len(told) == 1 else ""


def _agreed(amounts: set[Amount]) -> Amount:
    """Return the amount of which all speak, with the currency that one of them says; UNKNOWN where they differ."""
    currencies = {amount.currency for amount in amounts if amount.currency}
    if len({amount.value for amount in amounts}) > 1 or UNKNOWN in amounts or len(currencies) > 1:
        return UNKNOWN
    return Amount(next(iter(amounts)).value, currencies.pop() if currencies else "")


@cache
def _shape() -> re.Pattern[str]:
    sign = rf"(?:{any_of('scaled')}|{any_of('currency')})"
    return expression(
        rf"(?<![\w.,])(?P<before>{sign})?[ \t\u00a0]{{0,2}}(?<![\d.,]){_NUMBER}"
        rf"(?:[ \t\u00a0]?(?P<factor>{any_of('factor')})(?![^\W\d_]))?(?:[.,][-–—]{{1,2}})?"
        rf"(?:[ \t\u00a0]?(?P<after>{sign})(?![^\W\d_]))?(?![\w%]|[.,]\d)",
        re.IGNORECASE,
    )


@cache
def _listed(name: str) -> re.Pattern[str]:
    return expression(rf"(?<!\w){any_of(name)}(?!\w)", re.IGNORECASE)


@cache
def _each() -> re.Pattern[str]:
    return expression(any_of("each") + r"(?!\w)", re.IGNORECASE)


@cache
def _yearly() -> re.Pattern[str]:
    return expression(any_of("yearly") + r"(?!\w)", re.IGNORECASE)


@cache
def _about() -> re.Pattern[str]:
    return expression(rf"[^\w<>≤≥+]{{0,3}}(?:{any_of('about')}[ \t]*)?", re.IGNORECASE)


def _behind_label(stated: Stated, *, loose: bool) -> Amount | None:
    """Return the amount with which a value begins, UNKNOWN where it may be another, None where there is none."""
    if _POWER.search(stated.value):
        return UNKNOWN
    signed = _shape().search(stated.value)
    if signed is None:
        return None
    about = _about().match(stated.value, 0, signed.start())
    tail = stated.value[signed.end() :]
    amount = _amount(signed, stated.unit)
    bare = not (signed["before"] or signed["after"] or signed["factor"] or stated.unit)
    if bare and (not _ASIDE.match(tail) or (loose and _is_no_money(signed["number"], amount))):
        return None
    if about is None or about.end() < signed.start():
        return None if loose else UNKNOWN
    if loose and _listed("gain").search(tail):
        return None
    if _RANGE.match(tail) or _MORE.search(_without_years(tail)) or _is_one_of_many(tail):
        return UNKNOWN
    return amount


def _is_no_money(number: str, amount: Amount) -> bool:
    return amount.value < _LEAST or _YEAR.fullmatch(number) is not None


def _without_years(words: str) -> str:
    return re.sub(r"\b(?:19|20)\d\d(?:-\d\d){0,2}\b|\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?", " ", words)


def _is_one_of_many(tail: str) -> bool:
    near = tail[:_CLAUSE]
    return bool(_each().search(near) or (_yearly().search(near) and re.search(r"\d", _without_years(near))))


def _in_sentence(sentence: str) -> Amount:
    """Return the only amount of money in a sentence; UNKNOWN without one, with several, and where it is no price."""
    found = [match for match in _shape().finditer(sentence) if match["before"] or match["after"]]
    if len({_amount(match, "") for match in found}) != 1:
        return UNKNOWN
    before, tail = sentence[: found[0].start()][-_CLAUSE:], sentence[found[-1].end() :]
    clause = re.split(r"[,;(]", before)[-1] if not before.endswith(("(", ", ")) else before
    if _listed("gain").search(clause) or _RANGE.match(tail) or _is_one_of_many(tail):
        return UNKNOWN
    return _amount(found[0], "")


def _amount(match: re.Match[str], unit: str) -> Amount:
    factor = int(words_of_list("factor")[match["factor"].casefold()]) if match["factor"] else 1
    currency = ""
    for sign in (match["before"], match["after"]):
        if sign:
            currency, scale = _signed(sign.casefold())
            factor *= scale
    if unit:
        told, scale = _unit(unit)
        currency, factor = currency or told, factor if match["factor"] else factor * scale
    value = _whole(match["number"], factor)
    return Amount(value, currency) if value >= 0 else UNKNOWN


def _signed(sign: str) -> tuple[str, int]:
    scaled = words_of_list("scaled").get(sign)
    if scaled:
        currency, factor = scaled.split(" ")
        return currency, int(factor)
    return words_of_list("currency").get(sign, ""), 1


def _unit(unit: str) -> tuple[str, int]:
    """Return what a label says in brackets: “(EUR)”, “(k€)”, “(in TEUR)”."""
    match = re.fullmatch(
        rf"(?:in )?(?P<first>{any_of('factor')})?[ ]?(?P<sign>{any_of('scaled')}|{any_of('currency')})?"
        rf"[ ]?(?P<last>{any_of('factor')})?",
        unit,
        re.IGNORECASE,
    )
    if match is None:
        return "", 1
    currency, scale = _signed(match["sign"].casefold()) if match["sign"] else ("", 1)
    word = match["first"] or match["last"]
    return currency, scale * (int(words_of_list("factor")[word.casefold()]) if word else 1)


def _whole(number: str, factor: int) -> int:
    """Return a written number times ``factor``, rounded to a whole one; -1 where its signs can be read in two ways."""
    digits = _GROUPS.sub("", number)
    marks = [mark for mark in digits if mark in ".,"]
    parts = re.split(r"[.,]", digits)
    decimal = ""
    if marks and len(set(marks)) == 1 and len(marks) == 1:
        if len(parts[1]) == 3:
            if factor > 1 or parts[0] == "0":
                return -1  # 1.200 thousand: one thousand two hundred of them, or a little more than one?
        elif len(parts[1]) < 3 or factor > 1:
            decimal = parts.pop()
    elif len(set(marks)) > 1:
        decimal = parts.pop()  # the last sign is another one than those before it
        if len(set(marks[:-1])) > 1 or marks[-1] in marks[:-1]:
            return -1
    if any(len(part) != 3 for part in parts[1:]) or (len(parts) > 1 and not 1 <= len(parts[0]) <= 3):
        return -1
    whole = int("".join(parts)) * factor
    return whole + (int(decimal) * factor + 10 ** len(decimal) // 2) // 10 ** len(decimal) if decimal else whole
