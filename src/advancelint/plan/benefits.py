"""Finds what the client gains where no label says it: "for them it means …", "saves them 40 h a month", "(their win)".

A sentence tells a gain where somebody who is not us saves, loses a burden or can do something, and says how much or on
what condition. What is only praised ("a good product") or compared between suppliers is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.markdown import Heading, ListItem, Paragraph
from advancelint.plan import clockwords
from advancelint.plan.material import Material
from advancelint.plan.outline import Outline, Statement
from advancelint.source import Passage, Span

_NUMBER = (
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half|a third|a quarter|zwei|drei|vier|fünf"
    r"|deux|trois"
    r"|quatre|cinq|dos|tres|cuatro|cinco|dois|três|quatro)\b)"
)
_THEM = r"(?:them|him|her|the [a-z]+|their [a-z]+|your [a-z]+|you|[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,2})"
_THEY = (
    r"(?:they|she|he|you|the [a-z]+(?: [a-z]+)?|their [a-z]+|your [a-z]+|an? [a-z]+ (?:that|who) [^,.;]{3,60}"
    r"|[^\W\d_a-z][\w'’-]+)"
)
_LESS = (
    rf"(?:{_NUMBER}|\b(?:less|fewer|no more|to not|no longer|without|instead of|rather than|one|faster|earlier"
    r"|sooner)\b)"
)
_FEWER = r"\b(?:en moins|une seule?|weniger|statt|menos|sin|sem)\b"
# What stands before the words of the gain, and the gain where the group is named.
_FORMS = (
    # "For them: a result the same day", "So for Joris the case is: four loads a year saved"
    r".*?(?<!thing )(?<!alue )\b[Ff]or (?:them|him|her): (?P<a>[a-z\d£€$].{8,})",
    (
        rf".*?\b[Ff]or {_THEM},? (?:the case is|the win is|it means|that means|this means|that is|what counts is"
        rf"|the gain is|it(?:['’]s| is)(?=.*(?:{_NUMBER}|\b(?:not|no more|fewer|less)\b)))"
        r"[:,]? (?P<b>.{8,})"
    ),
    (
        rf"^(?:[Ff]or|Pour|Für|Para) [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){{0,2}} ?: "
        rf"(?P<c>[a-z\d£€$](?=.*(?:{_LESS}|{_FEWER})).{{8,}})"
    ),
    # "That's what they get out of it, 18k and no fines", "Worth it to her: 30 hours down to 9"
    r".*?\b[Tt]hat['’]?s what (?:they|she|he)(?:['’]d)? gets? out of (?:it|this)[,:–-]+ (?P<r>.{8,})",
    rf".*?\b[Ww]orth (?:it )?(?:to|for) {_THEM}: (?P<s>.{{8,}})",
    r"^\W*[Ii]f we (?:do|get) (?:this|it)(?: right)?: (?P<t>(?!we\b|I\b).{8,})",
    (
        r".*?\b(?:Für sie|Für die \w+|Pour eux|Para ellos|Para eles)(?::|,? (?:heißt das|bedeutet das|cela signifie"
        r"|c'est|significa"
        r"|isso significa|es|é))[:,]? (?P<d>.{8,})"
    ),
    # "Payoff for Brightwater: …", "Nutzen für sie: …"
    (
        r"^\W*(?:[Pp]ayoff|[Bb]enefits?|[Gg]ain|[Ww]in"
        r"|[Vv]alue(?! for them\b)|[Nn]utzen|[Gg]ewinn|[Vv]orteil|[Bb]énéfice"
        r"|[Bb]eneficio|[Bb]enefício|[Gg]anho"
        r"|[Gg]anancia) (?:for|to|für|pour|para) [^:=]{2,40}?[*_]*\s?[:=][*_]* (?P<e>.{8,})"
    ),
    # "What Pinedrift wants out of it is …", "What you would like: one invoice", "They'd get 4 minutes back"
    (
        rf".*?\b[Ww]hat(?! I\b| [Ww]e\b) {_THEY}(?:['’]d)? (?:really )?(?:wants?|(?:would )?(?:get|gain|like)s?|needs?"
        rf"|is after|are after)"
        rf"(?P<out> out of (?:it|this)| from (?:it|this|us)| in the end)?(?:, in (?:a|one) \w+)?(?: is| would be|:) "
        rf"(?P<f>.{{8,}})"
    ),
    (
        r"^(?:They|She|He)(?:'d| would| will|'ll)? gets?(?: [-–:])? (?P<g>(?:\d|no more\b)(?=.*(?:back|less|fewer"
        r"|no more)).{8,})"
    ),
    # "saves them 40 h a month", "frees a full shift"
    (
        rf"(?P<h>.*?\b(?:[Ss]aves|(?:would|could|will|can|[Ii]t['’]d|[Tt]h(?:at|is)['’]d) (?:save|free|spare)"
        r"|spares|frees"
        rf"|gives? back|wins? back"
        rf"|spart|sparen|économise(?:nt)?|ahorra|ahorran|ahorraría|poupam?|economizam?)\b"
        rf"(?=[^.;]{{0,60}}{_NUMBER}).*)"
    ),
    # "If we find half of the leaks, the town can put off the second bore"
    (
        rf".*?(?P<i>\b(?:If|Once|When|With) (?:we|our|this|that|it)\b[^.;]{{3,90}}, {_THEY} (?:can|could|would|will"
        rf"|no longer|stops?"
        r"|saves?|gets?)\b.*)"
    ),
    # "a brewery that knows it could drop from seven litres to five"
    (
        rf"(?P<j>.*{_THEY} (?:would|could|can|will) (?:drop|fall|go (?:down|from)|come down|cut|get back|do without"
        rf"|stop|skip)\b"
        rf"(?=[^.;]{{0,60}}(?:{_NUMBER}|\bwithout\b|\bstop)).*)"
    ),
    # "… so that the second shift can stop", "under 2 hours, which lets Imran close the contract"
    rf"(?P<k>.*?\bso (?:that )?{_THEY} (?:can|could) (?:stop|close|drop|skip|do without|go home|run|work|sell)\b.*)",
    rf"(?P<l>.*{_NUMBER}.*, which (?:lets|frees|spares) {_THEM}.*)",
    # "If it goes well Rowan gets his evenings back", "if it works: Jess does a quote in 25 min"
    (
        r"(?=.*(?:\b(?:back|without|less|fewer|instead|no longer|no more|earlier|sooner|faster|\w+n['’]t have to)\b"
        rf"|\b(?:saves?|gains?|frees?|recovers?)\b[^.;]*{_NUMBER}))"
        r".*?(?P<n>\b(?:[Ii]f|[Oo]nce|[Ww]hen) [^.;:]{3,90}?[, ] ?(?:they|she|he|[A-ZÀ-Þ][\w'’-]+) (?:would |could "
        r"|will |can )?(?:gets?|keeps?|saves?|gains?|wins?|stops?|starts?|pass(?:es)?|frees?|recovers?)\b"
        r"(?! (?:us|me|back to|(?:it|this|that|them) to|in touch|(?:the|a|an|his|her|their) (?:order|contract|signature"
        r"|approval|quote|offer|data|figures|trial|pilot|test))\b).*)"
    ),
    (
        rf"^\W*[Ii]f (?:it|this|that|all)(?: all)? (?:works|goes)(?: well| out| to plan)?[:,] (?P<p>(?:the(?:y|ir)? "
        rf"|s?he |[A-ZÀ-Þ])(?=.*{_NUMBER}).*)"
    ),
    r".*?\b[Ww]hat['’]?s in it for (?!me\b|us\b)[\w'’-]+(?: [\w&][\w'’-]*){0,2}[^\w?]{1,3}(?P<q>.{8,})",
    # "With two cells they need 46 people less", "If the pump held up he'd stop paying back 26k a year"
    (
        rf".*?(?P<u>\b[Ww]ith (?!them\b|him\b|her\b)[^,.;]{{2,40}},? (?:they|she|he) (?:would |could |can |will )?"
        rf"(?:stops?|needs?|saves?|gets?|loses?|comes? back|keeps?|gains?|frees?|spends?)\b(?=.*{_NUMBER})"
        r"(?=.*\b(?:less|fewer|more|back|a year|per|instead|no longer)\b).*)"
    ),
    (
        rf".*?(?P<v>\b[Ii]f the [^.;:]{{3,60}}?,? (?:(?:they|she|he) (?:reckons?|thinks?|says?) )?(?:they|she|he)['’]d "
        rf"[a-z]+ (?=.*{_NUMBER})(?=.*\b(?:less|fewer|more|back|earlier|sooner|instead|a year)\b).*)"
    ),
    # "That's what he gains, 72k a year stops", "Halving it is worth 7.4m a year to them", "would halve that"
    r".*?\b[Tt]hat['’]?s what (?:they|she|he) gains?[,:–-]+ (?P<w>.{8,})",
    rf"(?P<x>.*?\b(?:is|would be|are) worth (?:[^.;]{{0,12}}){_NUMBER}[^;]{{0,30}} to (?:them|him|her)\b.*)",
    r"(?P<y>.*?\b(?:would|could|will) halve (?:that|it|this|the|their)\b.*)",
    # "this takes the evidence job from 6 weeks to 4 days"
    (
        r"(?:.*?[:,] )?(?P<z>\W*(?:[Tt]his|[Tt]hat|[Ii]t) (?:would |could )?(?:takes?|brings?|cuts?) [^.;]{3,60} "
        rf"from {_NUMBER}.* to {_NUMBER}.*)"
    ),
    # "1 driver less waiting (their win)"
    r"(?P<m>.{8,})\((?:that(?:'|’)?s |this is |= ?)?(?:their|the client'?s?|customer'?s?) (?:win|gain|benefit)\)",
)
_TOLD = expression("|".join(f"(?:{form})" for form in _FORMS))
_HINT = expression(
    r"\bfor (?:them|him|her|you|the \w+|[A-Z]\w+)\b|Für |Pour |Para |what they get out|\bworth\b|If we (?:do|get)\b"
    r"|\bwhat [\w'’]+(?: \w+)? (?:really )?(?:want|get|gain|would|need|is|are)"
    r"|\b(?:[Ww]ith [^,.;]{2,40},? (?:they|she|he)|what (?:they|she|he) gains?|halve|takes?|brings?|cuts?)\b"
    r"|\bIf the [^.;]{3,90}\b(?:they|she|he)['’]d\b"
    r"|\b(?:saves|save|spares?|frees?|gives? back|wins? back|spart|sparen|économise(?:nt)?|ahorra\w*|poupam?"
    r"|economizam?)\b|which lets\b|\bin it for\b|\b(?:If|Once|When|With) (?:we|our|this|that|it|all)\b"
    r"|\b(?:If|Once|When) [^.;\n]{3,110}\b(?:gets?|keeps?|saves?|gains?|wins?|stops?|starts?|pass(?:es)?)\b"
    r"|(?:They|She|He)(?:['’]d| would| will|['’]ll)? gets?\b"
    r"|\b(?:could|would|can|will) (?:drop|fall|go|come down|cut|get back|do without|stop|skip)\b|\bso (?:that )?\w+"
    r"|(?:win|gain|benefit)\)|^\W*(?:payoff|benefits?|gain|win|value|nutzen|gewinn|vorteil|bénéfice|benef[ií]cio"
    r"|ganho|ganancia) ",
    re.MULTILINE | re.IGNORECASE,
)
_MEASURED, _FEWER_OF = expression(_LESS), expression(_FEWER)
_FOR_NAME = expression(r"(?:[Ff]or|Pour|Für|Para) [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,2}$")
_COSTS = expression(r"\b(?:costs?|kostet|coûte|cuesta|custa)\b")
OURS = expression(r"^\W*(?:I|[Ww]e|[Oo]ur|[Mm]y)\b(?! think| believe| reckon)")
_SENTENCE = expression(r"(?<=[^\W_A-Z][^\W_A-Z][.!?])[ ]+(?=[^\W\d_])")
_CLAIMED = ("next-step", "people", "attendees", "our-people", "client-people", "ask", "outcome")
_LONGEST, _WIDEST, _DEEPEST = 2_000, 260, 6
_FEWEST, _NEAR = 5, 2  # words of a gain, lines
_WHY = expression(r"(?:why|warum|wieso|pourquoi|por ?qu[eéê])\b(?! not\b)", re.IGNORECASE)
_SO = expression(r"\b(?:so that|damit|pour que|para que) (?!(?:we|wir|nous)\b)(.{8,})")
# "Metrics: close from 11 to 5 days": what is only counted is how things are today.
_METRICS = expression(
    r"(?:M [–—-] )?Metrics?\b(?: [–—-]|$| (?:s?he|they|(?-i:[^\W\d_a-z])[\w'’-]+) (?:confirmed|agreed|gave|owns)$)",
    re.IGNORECASE,
)
_WANT, _DIGIT = expression(r"\bwhat (?:they|she|he) wants?$", re.IGNORECASE), expression(r"\d")
_COMPARED = expression(
    r"\d[^.;]{0,40}(?:→|->|⇒)\s?\S|\bfrom [^\d.;]{0,10}\d[^.;]{0,20}\bto\b"
    r"|\b(?:worth|freed|saved?|saves|halves?|less|fewer)\b",
    re.IGNORECASE,
)


def find(material: Material) -> Passage | None:
    """Return the words that tell what the client gains, the first in the plan; None where none do."""
    for passage in _sentences(material):
        if len(passage.text) > _WIDEST or "?" in passage.text:
            continue
        match = None if OURS.match(passage.text) else _TOLD.match(passage.text)
        group = match.lastgroup if match else None
        if match and group == "f" and not match["out"] and not _MEASURED.search(match["f"]):
            continue
        if match and group and not (group == "h" and _COSTS.search(passage.text)):
            return passage.cut(Span(*match.span(group))).strip()
    return None


def labelled(material: Material) -> Passage | None:
    """Return the gain of a mutual plan, "Why now: …" or "…, so that …", or what MEDDIC's "Metrics" compare; or None."""
    outline, why = material.outline, material.kind == "map"
    for statement in outline.statements:
        value = statement.value.text
        name = statement.name or (outline.sections[statement.section].title if _is_first(outline, statement) else "")
        if value.count(" ") < _FEWEST or "?" in value:
            continue
        purpose = _SO.search(value) if why and statement.plays("objective", "sales-objective") else None
        if purpose:
            return statement.value.cut(Span(*purpose.span(1))).strip()
        whose = _FOR_NAME.match(statement.name) and (_MEASURED.search(value) or _FEWER_OF.search(value))
        if whose or (why and statement.name and _WHY.match(name)) or (_METRICS.match(name) and _COMPARED.search(value)):
            return statement.value
    return _in_grid(outline) or (_wanted(outline) if material.kind in {"account", "deal"} else None)


def _wanted(outline: Outline) -> Passage | None:
    """Return what stands right below "What they want" and counts something; None where nothing does."""
    blocks = outline.document.blocks
    for head, below in pairwise(blocks):
        if isinstance(head, Heading) and isinstance(below, Paragraph) and _WANT.search(head.leaf.content):
            passage = below.leaf.text().passage
            if _DIGIT.search(passage.text):
                return passage
    return None


def _in_grid(outline: Outline) -> Passage | None:
    """Return what a row "| Metrics | 1,900 disputes -> 700 |" compares; None where no table has one."""
    for grid in outline.grids:
        for row in grid.table.rows if len(grid.heads) > 1 else ():
            if _METRICS.match(row.cells[0].content.strip(" *_")) and _COMPARED.search(row.cells[1].content):
                return row.cells[1].text().passage.strip()
    return None


def _is_first(outline: Outline, statement: Statement) -> bool:
    """Say whether a statement stands right below its heading."""
    return 0 <= statement.line - outline.sections[statement.section].line <= _NEAR


def _sentences(material: Material) -> Iterator[Passage]:
    """Yield the sentences of the paragraphs and items that may tell a gain and that nothing else claims."""
    outline = material.outline
    heads = [index for index, section in enumerate(outline.sections) if section.level <= _DEEPEST]
    begins = [outline.sections[index].line for index in heads]
    for block in outline.document.blocks:
        if not isinstance(block, (Paragraph, ListItem)) or block.quoted or len(block.leaf.content) > _LONGEST:
            continue
        content = block.leaf.content
        if not clockwords.has_one_of("gain-hint", content) or not _HINT.search(content):
            continue
        section = heads[max(bisect_right(begins, block.lines.first) - 1, 0)]
        if outline.within(section, *_CLAIMED) or outline.trap(section):
            continue
        passage, start = block.leaf.text().passage, 0
        for mark in (*_SENTENCE.finditer(passage.text), None):
            end = mark.start() if mark else len(passage.text)
            yield passage.cut(Span(start, end)).strip()
            start = mark.end() if mark else end
