"""Finds people of whom a sentence says that they are ours: "On our side Ana and Ben Ito", "Ana and Ben from us."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from advancelint.expressions import expression
from advancelint.markdown import Code, Heading, Html, ListItem, Paragraph
from advancelint.plan import appositions, pieces, prose
from advancelint.plan.given import begins, given
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.reading.lexicon import load
from advancelint.source import Passage, Span

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’-]+"
_NAME = expression(rf"{_WORD}(?: {_WORD}){{0,2}}(?: [^\W\d_a-z]\.)?")
_SELF = r"(?:(?:only |just )?(?:me|myself|I|ich|moi|yo|eu)\b)"
_ONE = rf"(?:{_SELF}|{_WORD}(?: {_WORD}){{0,2}}(?: [^\W\d_a-z]\.)?)(?: \([^()\n]{{1,40}}\))?"
_LIST = rf"{_ONE}(?: leads)?(?:(?:,| ?[+&]|,? and| und| et| y| e) (?:{_ONE}))*"
_JOINED = rf"{_ONE}(?:(?: ?[+&]| and| und| et| y| e) (?:{_ONE}))*"  # what follows speaks of no more than these
_DEPARTMENT = (
    "team|lab|labs|office|shop|workshop|service|sales|support|engineering|finance|legal|product|design|warehouse|plant"
    "|works|desk|bench|depot|company|firm|crew|board|quality|logistics|marketing|operations|training|r&d|technical"
)
_SIDE = (
    r"(?:(?:on|from|at) our (?:side|end|team)|our (?:side|team|end)|from us(?: (?:was|were|is|are|came|come))?|ours"
    r"|auf unserer seite|von unserer seite|von uns"
    r"|unsererseits|de notre côté|de nuestra parte|por nuestra parte|da nossa parte|do nosso lado)"
)
# "On our side Ana and me", "Ours besides Jo: Ana Ruiz (technical), Ben Ito"
_LED = expression(rf"(?<![\w'’])(?i:{_SIDE})(?: besides {_WORD})?(?::|\.{{3,}}|,)?\s(?P<who>{_LIST})")
_COLLEAGUE = (
    r"my (?:own )?colleagues?,?|meine? kolleg(?:e|in|en)|meinem kollegen|meiner kollegin|mon collègue|ma collègue"
    r"|mes collègues|mi (?:colega|compañer[oa])|mis (?:colegas|compañeros)|(?:o )?meu colega|(?:a )?minha colega"
)
# "My colleague Ana Ruiz joins", "I go there with Ana and Ben"
_BESIDE_ME = expression(
    rf"(?<![\w'’])(?i:{_COLLEAGUE}|I(?:['’]m| am|['’]ll| will)? (?:be )?(?:go(?:ing)?|driv(?:e|ing)|travel(?:l?ing)?)"
    rf"(?: there| over| out| down| up)? (?:together )?with)\s(?P<who>{_JOINED})"
)
# "Ana Ruiz and Ben from us.", "Ana and Ben for us."
_TAILED = expression(
    rf"(?P<who>{_JOINED})(?:, [^\W\d_A-Z][^,.;:()\n]{{2,40}})?"
    rf" (?:{_SIDE}|for us|für uns|pour nous|por nosotros|por nós)\s*(?:[.;)](?!\.)|$)"
)
# "with Ana Ruiz from our lab", "Ben of our service team"
_HOME = expression(
    rf"(?P<who>{_ONE}),? (?i:(?:from|of|in|at) (?:our|my) (?:own )?(?:[\w&-]+ )?(?:{_DEPARTMENT})"
    rf"|(?:aus|von|vom) unser(?:er|em) (?!kunde)[^\W\d_]+"
    rf"|de (?:notre|nuestr[oa]) (?!client)[^\W\d_]+|d[ao] noss[oa] (?!client)[^\W\d_]+)\b(?! ?:?,? [^\W\d_a-z])"
)
# "Ana Ruiz comes with me."
_JOINING = expression(
    rf"(?P<who>{_JOINED}) (?:(?:will |is |are )?(?:com|join|travell?|go)(?:es|e|s|ing)?|kommt|kommen|fährt|fahren"
    r"|vient|viene|vem)(?: along)? (?:with me|mit mir|avec moi|conmigo|comigo)\b"
)
# "Sourcing head Ana Ruiz. us Ben Ito + me", "Deal folder. Owned by Ben Ito, SE is Raj Anand."
_CALLED = expression(
    rf"(?:(?:^|[.;|] )(?:us|[Oo]wned by)(?: =|:)?|\b(?:AE|SE|CSM|KAM|SDR|BDR) is)\s(?P<who>{_JOINED})", re.MULTILINE
)
# "Account manager Ana Ruiz, contract manager Ben Ito."
_EMPLOYED = expression(
    r"(?:^|[.;|] )(?i:(?:[a-z]+ )?account (?:manager|director|executive|lead|owner)|pre-?sales"
    rf"|customer success manager) (?P<who>{_WORD}(?: {_WORD}){{1,2}}"
    rf"(?:(?:,| and) (?:[a-z-]+ ){{1,3}}{_WORD}(?: {_WORD}){{1,2}})*)",
    re.MULTILINE,
)
_QUICK = expression(
    r"\b(?:owned|account|pre-?sales|customer success|AE|SE|CSM|KAM|SDR|BDR"
    r"|our|us|ours|my|go|going|drive|driving|travel\w*|uns|unser\w*|meine?[mr]?|notre|nous|mon|ma|mes|nuestr[oa]"
    r"|nosotros|mis?|mir|conmigo|comigo|moi|me|noss[oa]|nós|meu|minha)\b",
    re.IGNORECASE,
)
_FAR = 4_000


def marked(found: Iterable[Placed], explained: Iterable[Placed], material: Material) -> list[Placed]:
    """Return ``found``, those on our side of whom a sentence says so, with whom such sentences name beside them.

    So are those among whom the text has ``explained`` whom that puts on our side.
    """
    ours = {one.named.name: one for one in (*explained, *_read(material)) if one.named.side == "seller"}
    listed = [
        one._replace(named=one.named._replace(side="seller"), hint="seller") if one.named.name in ours else one
        for one in found
    ]
    names = {one.named.name for one in listed}
    return [*listed, *(one for name, one in ours.items() if name not in names)]


def _read(material: Material) -> Iterator[Placed]:
    for block in material.outline.document.blocks:
        if isinstance(block, (Code, Html)) or block.quoted or not isinstance(block, (Heading, Paragraph, ListItem)):
            continue
        if _may_tell(block.leaf.content):
            yield from _ours(block.leaf.text().passage, material)


def _may_tell(content: str) -> bool:
    return len(content) <= _FAR and _QUICK.search(content) is not None


def _ours(passage: Passage, material: Material) -> Iterator[Placed]:
    text = passage.text
    for told in (
        match
        for pattern in (_LED, _TAILED, _BESIDE_ME, _HOME, _JOINING, _CALLED, _EMPLOYED)
        for match in pattern.finditer(text)
    ):
        first = told.start("who")
        for one in _NAME.finditer(text, *told.span("who")):
            start = one.start() + appositions.begin(one.group(), material.vocabulary)  # "Bringing Ana Ruiz"
            explained = text.rfind("(", first, start) > text.rfind(")", first, start)
            lines = pieces.broken(passage.cut(Span(start, one.end())), material.source.text)
            name = lines[0] if lines else passage.cut(Span(start, one.end()))  # a line of its own may begin behind it
            if not explained and _is_person(name.text, material):
                span = name.source_span(Span(0, len(name.text)))
                yield Placed(Named(name.text, "", "", span, "seller"), "seller", 0, met=False)


def _is_person(name: str, material: Material) -> bool:
    first, _, last = name.partition(" ")
    ordered = not begins(name) and first.casefold() in load("en").forms  # "Get Ana on our side"
    return name in given() or (bool(last) and not ordered and prose.is_person(name, material.vocabulary))
