"""Counts the words by which a mail shows whether a buyer wrote it or a seller."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.greetings import THANKED

_BUYS = expression(
    rf"\b(?:{THANKED}(?:the |your |all )?(?:\w+ )?(?:visit|quot\w+|offer|proposal|samples?|demo|presentation|trial"
    r"|recap|summary|minutes|info(?:rmation)?)"
    rf"|{THANKED}(?:coming|showing us|stopping by|dropping (?:in|by)|popping (?:in|by)|visiting)"
    r"|your (?:\w+ )?(?:offer|quot(?:e|ation)|proposal|pric(?:e|es|ing)|products?|system|solution|samples?|rates|terms"
    r"|layout|software|kits?)"
    r"|let us have (?:the|your) (?:\w+ )?(?:pric(?:e|es|ing)|rates|quot\w+|offer|proposal|terms)"
    r"|(?:could|can|would) you (?:please |kindly |also )?(?:send|quote|let us have|post|give us|price"
    r"|get (?:us|me) your)"
    r"|you(?: have|['’]ve)? quoted"
    r"|please (?:send|quote|let us have|revise)|revised (?:quot\w+|offer|proposal)"
    r"|not acceptable|too (?:high|expensive|dear)|over budget|we (?:can )?accept"
    r"|what (?:does|would) (?:it|this|that) cost"
    r"|our (?:board|finance|it|purchasing|procurement|boss|md|directors?|budget|legal|management|committee|standard"
    r"|auditors?|cfo|coo|cio|finance \w+|supply chain|safety|staff meeting)"
    r"|dank für (?:ihren|den|das|ihr|euren|die) (?:besuch|angebot|muster|vorführung|präsentation)"
    r"|(?:ihr|euer|ihre) (?:angebot|preise?|muster|system|lösung|anlage)|(?:könnten|können) sie (?:uns|mir)"
    r"|bitte (?:senden|schicken) sie"
    r"|merci (?:pour|de) (?:votre|la|ta) (?:visite|devis|offre|proposition|démo\w*|présentation)"
    r"|votre (?:offre|devis|proposition|prix|tarif|solution|système)|(?:pourriez|pouvez)-vous"
    r"|gracias por (?:su|la|vuestra|tu) (?:visita|oferta|propuesta|cotización|demo\w*|presentación)"
    r"|(?:su|vuestra|tu) (?:oferta|propuesta|cotización|presupuesto|precio)|pued(?:en?|es?) (?:enviar|mandar)(?:nos|me)"
    r"|obrigad[oa] pel[ao] (?:visita|proposta|orçamento|apresentação|demo\w*)|(?:vossa|sua) (?:proposta|oferta|cotação)"
    r"|(?:pode|podem|poderia) (?:enviar|mandar))\b",
    re.IGNORECASE,
)
_SELLS = expression(
    rf"\b(?:{THANKED}(?:the |your )?(?:\w+ )?(?:time|order|interest|hospitality|call|tour|feedback|trust|chat|lunch"
    r"|hour|morning|afternoon)|what (?:i|we) took away"
    rf"|{THANKED}(?:having|seeing|meeting|hosting|making|taking)"
    r"|our (?:\w+ )?(?:offer|quot(?:e|ation)|proposal|pric(?:e|es|ing)|products?|demo|engineers?"
    r"|installers?|fitters?|trial)"
    r"|(?:i|we)(?:['’]ll| will) (?:send|get) you (?:an? |the |our )?(?:\w+ )?(?:price|quot\w+|offer|proposal)"
    r"|attached[^.\n]{0,30}(?:quot\w+|offer|proposal|summary|recap|deck|slides)"
    r"|your (?:team|board|plant|sites?|finance|it|order|needs|lines?|lab|warehouse|colleagues|boss|directors?|legal)"
    r"|unser (?:angebot|team)|ihr (?:team|werk|einkauf)|notre (?:offre|devis|proposition)"
    r"|votre (?:équipe|usine|direction)"
    r"|nuestra (?:oferta|propuesta)|su (?:equipo|planta)|nossa (?:proposta|oferta)|sua equipa?)\b",
    re.IGNORECASE,
)
BUYER = expression(
    r"\b(?:buyer|purchas(?:ing|ers?)|procurement|supply chain|einkauf\w*|einkäufer\w*|achats?|acheteu\w+|compras)\b",
    re.IGNORECASE,
)
_SELLER = expression(
    r"\b(?:sales|key accounts?|account (?:manager|executive)|vertrieb\w*|business development|ventas|vendas)\b",
    re.IGNORECASE,
)
_SAID_TO = expression(r"\b(?:(?i:you|your|yours|vous|votre|vos|usted\w*|vuestr\w+|você|vocês)|Sie|Ihnen|Ihre?\w*)\b")
_SAID_OF = expression(
    r"\b(?:(?i:he|she|they|him|her|his|their|ils?|elles?|él|ellos|eles?|elas?)|er|sie|ihm|ihn|ihre?\w*)\b"
)
_SIGNED, _TOLD = 180, 2  # characters of a signature, and what somebody's work there counts


def counted(body: str) -> tuple[int, int]:
    """Return how much the words of a mail, and the work in its signature, are a buyer's and a seller's."""
    buys = len({found.group().casefold() for found in _BUYS.finditer(body)})
    sells = len({found.group().casefold() for found in _SELLS.finditer(body)})
    tail = body[-_SIGNED:]
    return buys + _TOLD * bool(BUYER.search(tail)), sells + _TOLD * bool(_SELLER.search(tail))


def balance(words: str) -> int:
    """Return how much more words speak to their reader than of others; below 0 for colleagues on a client."""
    return len(_SAID_TO.findall(words)) - len(_SAID_OF.findall(words))
