"""What a finding rests on: how far the rule looked when it spoke, and the lines that decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advancelint.nodes import VOCABULARY
from advancelint.nodes.fieldtype import ACCOUNT, STAGE
from advancelint.records import NamedTuple
from advancelint.rule import SCOPES, Node, Rule, Value
from advancelint.source import Span


class Grounds(NamedTuple):
    """The scope of a finding, one of `rule.SCOPES`, and the places of the file that it rests on."""

    scope: str
    spans: tuple[Span, ...]


NO_GROUNDS = Grounds("", ())


def grounds_of(rule: Rule, node: Node) -> Grounds:
    """Return what the findings of ``rule`` on ``node`` rest on; the rule is asked once more to see what it asks for.

    A card that looks at the stage rests on the line that states it, and on the whole account where the plan has none.
    """
    noted = _Noted(node.values)
    again = node._replace(values=noted)
    for _ in rule.find(again):
        rule.severity(again)
    spans = [node.span, *node.roots]
    scope = rule.card.scope
    if rule.card.condition == "check" and any(VOCABULARY[node.kind][name].reach == ACCOUNT for name in noted.names):
        scope = max(scope, "account", key=SCOPES.index)
    if any(VOCABULARY[node.kind][name].reach == STAGE for name in noted.names):
        spans.append(node.plan.stage.span)
        if not node.plan.stage.present:
            scope = max(scope, "account", key=SCOPES.index)
    return Grounds(scope, tuple(span for span in spans if span))


class _Noted(Mapping[str, Value]):
    """Values that note which of them were asked for."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Value:
        value = self._values[name]
        self.names.add(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
