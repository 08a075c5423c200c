"""Knows companies by their names: whether two names are one company's, and which company is ours."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.mapping import Scalar
from advancelint.plan import heads, partners, titles
from advancelint.plan.cast import is_called
from advancelint.plan.clockwords import HOUR
from advancelint.plan.given import given
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, is_placeholder
from advancelint.plan.outline import Statement
from advancelint.plan.vocabulary import Vocabulary

_PUNCTUATION = expression(r"[.,&/+]")
_HOUR = expression(rf"\b{HOUR}")
_FROM = expression(r"(?:from|at|for|von|bei|für|pour|chez|por|de|pela|pelo|da|do) ")  # "From Norwood", "Bei Norwood"
_CODED = expression(r"(?<=\w) [(\[]([A-Za-z]{1,4})[)\]]$")
_MOST_LETTERS, _SHORT_WORD = 6, 4
# "EHS at Norwood", "counsel of Norwood", "CFO, Norwood"
_EMPLOYED = expression(
    r"(?:\b(?:at|for|of|bei|chez|von|de|da|do) (?:the )?|, )([^\W\d_a-zß-öø-ÿ][\w&'’-]*(?: [\w&'’-]+){0,3})$"
)


def same_company(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Say whether two names are one company's: "Norwood" and "Norwood Mills Ltd", "norwoodmills" of an address."""
    first, second = _company_words(one, vocabulary), _company_words(other, vocabulary)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    alike = longer[: len(shorter)] == shorter or "".join(first) == "".join(second)
    return alike or _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: str, name: str) -> bool:
    """Say whether ``short`` are the first letters of a company's name: "PBC" of "Pellworth Borough Council"."""
    if not 1 < len(short) <= _MOST_LETTERS or not short.isupper():
        return False
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    short = short.replace("&", "")  # "H&B" of "Hale & Barrow Prints"
    return letters == short or letters[:-1] == short


def _company_words(name: str, vocabulary: Vocabulary) -> list[str]:
    words = _PUNCTUATION.sub(" ", _uncoded(name).casefold()).split()
    while len(words) > 1 and _ends_name(words[-1], vocabulary):
        words.pop()
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _uncoded(name: str) -> str:
    """Return a name without the letters in brackets by which a plan calls it, "Norwood (N)"; not "Norwood (UK)"."""
    code = _CODED.search(name)
    letters = iter(name[: code.start()].casefold()) if code else iter(())
    short = code is not None and name[:1].casefold() == code[1][0].casefold()
    own = code is not None and short and all(letter in letters for letter in code[1].casefold())
    return name[: code.start()] if code and own else name


def in_role(role: str, known: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the company that a role begins with or ends at, "Norwood finance director", "EHS at Norwood"; or ""."""
    employed = _EMPLOYED.search(role)
    if employed and any(same_company(employed[1], one, vocabulary) for one in known):
        return employed[1]
    first, _, rest = role.partition(" ")
    if not rest or not first[0].isupper():
        return ""
    called = next((name for name in known if is_called(first, name, vocabulary)), "")  # "Trust COO"
    long = len(first) > _SHORT_WORD
    return called or next((first for name in known if long and name.split()[:1] == [first]), "")


def _ends_name(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word behind a company's name is none of its name: "Norwood Ltd", "Norwood legal"."""
    return vocabulary.word("company-suffix", word) is not None or vocabulary.word("role-word", word) == "work"


def our_companies(material: Material, account: str = "") -> list[str]:
    """Return the names of our company that config, front matter or a label states.

    Where the ``account`` is known, the other company of a title that sets two against each other is ours, too.
    """
    ours = [material.known.our_company] if material.known.our_company else []
    ours += [value.text for _, value in material.front.values("our-company") if isinstance(value, Scalar)]
    ours += [
        statement.value.text
        for statement in material.outline.statements
        if statement.plays("our-company", "our-people")
        and (statement.plays("our-company") or _is_seller_label(statement, material))
        and not heads.is_person(statement.value.text.partition(" (")[0], material.vocabulary)  # "Vendor: Ana Ruiz"
        and not is_placeholder(statement.value.text, material.vocabulary)
    ]
    if not account or ours:
        return ours
    both = _set_apart(material)
    if not both and material.kind == "map":
        pair, _ = partners.joined(material)
        both = [*pair] if any(same_company(one, account, material.vocabulary) for one in pair) else []
    return [one for one in both if not same_company(one, account, material.vocabulary)]


def _set_apart(material: Material) -> list[str]:
    """Return the companies that the title sets against each other; [] for none.

    "Ana / Norwood Mills / call" sets nobody against a company, nor does "Norwood / spare parts / joint list".
    """
    outline = material.outline
    heading = outline.top or next(iter(outline.sections[1:]), None)
    both = titles.crossed(heading.title, material.vocabulary, "map") if heading else []
    both = [one for one in both if one not in given()]
    named = all(one != one.casefold() for one in both)
    return both if named and not any(map(_is_of_a_call, both)) else []


def _is_of_a_call(name: str) -> bool:
    """Say whether a part of a title tells of a call, and of no company: "7am shop floor, Ana Ruiz"."""
    people = "," in name and not given().isdisjoint(name.replace(",", " ").split())
    return people or _HOUR.search(name) is not None


def _is_seller_label(statement: Statement, material: Material) -> bool:
    """Say whether "Seller: Medivue" names our company and no person: the title names it, too."""
    if not statement.value.text or normalise(statement.name) not in material.vocabulary.words["seller-label"]:
        return False
    heading = material.outline.title
    return bool(heading) and statement.value.text.casefold() in (heading.title.casefold() if heading else "")


def headed(material: Material, section: int, account: str, ours: list[str], in_people: bool) -> str:  # noqa: FBT001 - one fact
    """Return the side of "Perrin team:", or, among people, of "Perrin": headings that name a company."""
    title = _FROM.sub("", normalise(material.outline.sections[section].title))
    company, _, last = title.rpartition(" ")
    if last not in material.vocabulary.words["people-suffix"]:
        company = title if in_people else ""
    if not company:
        return ""
    if same_company(company, account, material.vocabulary):
        return "client"
    if any(same_company(company, one, material.vocabulary) for one in ours):
        return "seller"
    return material.vocabulary.word("side", company) or ""
