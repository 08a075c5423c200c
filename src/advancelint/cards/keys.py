"""The one table of what may stand in a card: the loader and the published schema of cards read it.

A key is one line: its name, what it says and, where it is no plain text, the shape of its value.
"""

from __future__ import annotations

from advancelint.cards.shapes import (
    Key,
    anything,
    asked,
    bound,
    choice,
    either,
    items,
    mapping,
    named,
    names,
    number,
    only,
    option,
    optional,
    sentence,
    shaped,
    test,
    text,
    values,
    when,
)  # fmt: skip
from advancelint.nodes import KINDS, LADDER, gaps_of, spots_of
from advancelint.reading.model import FIELDS
from advancelint.rule import SAFETIES, SCOPES, SEVERITIES

CODE = r"[A-Z]{2,8}[0-9]{3}"
KEBAB = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
FORMER = rf"{CODE}|{KEBAB}"
VERSION = r"[0-9]+\.[0-9]+\.[0-9]+"
TAG = r"[A-Z]{1,3}[0-9]{0,2}"
URL = r"https?://[!#-;=?-Z_a-z~]+"
OPTION_NAME = r"[a-z][a-z0-9_]*"
_TARGET = r".+:[A-Za-z_]\w*"
STATUSES = ("stable", "preview", "deprecated")
TROUBLES = (
    "unreadable", "undecodable", "front-matter", "empty", "too-deep", "not-understood", "front-matter-value",
    "other-language",
)  # fmt: skip
FAULTS = ("unused", "unknown", "malformed", "expired", "unmatched", "renamed")
OPTION_TYPES = ("string", "integer", "number", "boolean", "array")
FOUND = "phrase"  # what a `phrases` card found, which is no spot of the node

# The words of `when` beside the fields, and those of the test of one field.
JOINERS = (
    Key("any", "conditions of which at least one must hold", items(when)),
    Key("all", "conditions that must all hold", items(when)),
    Key("not", "a condition that must not hold", when),
)
OPERATORS = (
    Key("not", "what the value must not be", test),
    Key("any", "tests of which at least one must hold", items(test)),
    Key("all", "tests that must all hold", items(test)),
    Key("at_least", "the lowest number that the value may be", optional(number)),
    Key("at_most", "the highest number that the value may be", optional(number)),
    Key("matches", "a regular expression that must match somewhere in the value; (?i) in front ignores case"),
)
GRADE = (
    Key("when", "the values for which this severity counts; the last severity has none", when),
    Key("is", "the severity", optional(only(*SEVERITIES)), needed=True),
)
PHRASE = (
    Key("phrase", "words that must not occur, in whatever case", needed=True),
    Key("replacement", "what to write instead; sentences can quote it as {replacement}"),
)
PHRASES = (
    Key("never", "words that must not occur; synerg* stands for any ending",
        either(text, items(either(text, mapping(PHRASE))))),
    Key("except", "longer words inside of which they may occur", either(text, items(text))),
    Key("needs", "words of which at least one has to occur", either(text, items(text))),
)  # fmt: skip
FIX = (
    Key("safety", "safe where the meaning stays, unsafe where work is left", only(*SAFETIES), needed=True),
    Key("title", "what is done, with slots", sentence, needed=True),
    Key("replace", "the spot whose words are replaced; “phrase” for what a card with phrases found",
        choice(lambda kind: (*spots_of(kind), FOUND))),
    Key("gap", "the place of a plan or a call at which a labelled line is added", choice(gaps_of)),
    Key("label", "the label of the line that is added"),
    Key("with", "the new words, with slots; a slot without words means that there is no fix", sentence),
)  # fmt: skip
EXAMPLE = (
    Key("text", "one line to judge"),
    Key("plan", "a whole document to judge instead"),
    Key("at", "the words that are underlined"),
    Key("fixed", "what the fix makes of the example"),
    Key("stage", "the stage of the plan in which the line stands", only(*LADDER)),
    Key("field", "what the line is; an objective, where nothing is said", only(*FIELDS)),
    Key("client", "names of people on the client's side", items(text)),
    Key("seller", "names of our people", items(text)),
    Key("options", "values of options of the card that count in this example, as {limit: 5}", values(OPTION_NAME)),
)
_ONE = {"oneOf": [{"required": ["text"]}, {"required": ["plan"]}]}
_CLEAN = (key for key in EXAMPLE if key.name not in ("at", "fixed"))
EXAMPLES = (
    Key("flagged", "examples in which the rule finds something", items(mapping(EXAMPLE, **_ONE)), needed=True),
    Key("clean", "examples in which it finds nothing", items(mapping(_CLEAN, **_ONE)), needed=True),
)
OPTION_SCHEMA = (
    Key("type", "string, integer, number, boolean, or array for a list of texts", only(*OPTION_TYPES), needed=True),
    Key("enum", "the values that it can have", items(anything)),
    Key("minimum", "the lowest number", bound),
    Key("maximum", "the highest number", bound),
    Key("pattern", "a regular expression that the text, or each of them, has to match"),
)
OPTION = (
    Key("schema", "what its value can be, in words of JSON Schema", mapping(OPTION_SCHEMA), needed=True),
    Key("default", "its value where the config says nothing", anything, needed=True),
    Key("help", "what it is for", needed=True),
)
KEYS = (
    Key("code", "the code of the rule: capital letters and three digits, as ABC101", shaped(CODE), needed=True),
    Key("name", "its name: lower-case words joined by hyphens", shaped(KEBAB), needed=True),
    Key("summary", "what it finds, in a sentence", needed=True),
    Key("family", "the family that it belongs to: a lower-case word", shaped(KEBAB), needed=True),
    Key("severity", "how bad a finding is; or a list of severities, all but the last with a “when”",
        optional(either(only(*SEVERITIES), items(mapping(GRADE), contains={"not": {"required": ["when"]}}))),
        needed=True),
    Key("precedence", "of several findings on a line the one with the lowest number is the diagnosis; else 99", number),
    Key("on", "what the rule looks at, one after the other", only(*KINDS), needed=True),
    Key("scope", "what a finding rests on, where that is more than its fields tell", only(*SCOPES)),
    Key("where", "which nodes are looked at, for what is not told by “when”", when),
    Key("when", "values that the node must have, all of them", when, condition=True),
    Key("phrases", "words that must not occur: a list, or a mapping of never, except and needs",
        either(option, items(either(text, mapping(PHRASE))), mapping(PHRASES, minProperties=1)), condition=True),
    Key("schema", "a JSON Schema that the node has to satisfy, as “advancelint inspect --format json” prints it",
        asked, condition=True),
    Key("check", "a Python function of an installed package, package.module:function", shaped(_TARGET), condition=True),
    Key("input", "trouble with the file itself, which the engine meets", only(*TROUBLES), condition=True),
    Key("suppression", "trouble with a suppression, which the engine meets", only(*FAULTS), condition=True),
    Key("at", "the spot that is underlined; the whole node, where nothing is said", choice(spots_of)),
    Key("message", "what a finding says; slots such as {client} quote the plan", sentence, needed=True),
    Key("note", "a word below the underlined place, with slots", sentence),
    Key("looks_for", "what the rule looks for, for its page"),
    Key("why", "why it matters, as a clause", needed=True),
    Key("instead", "how a better line begins, with slots", sentence),
    Key("fix", "how a finding is mended", mapping(FIX)),
    Key("options", "what a team can set in [options.ABC101]; $name stands for the value", named(OPTION_NAME, OPTION)),
    Key("examples", "lines and plans with and without a finding: the rule's tests and its page", mapping(EXAMPLES)),
    Key("status", "stable; preview while it is on trial; deprecated when it should not be used any more",
        only(*STATUSES)),
    Key("deprecated", "of a deprecated rule, a sentence that says what to do instead"),
    Key("replaces", "old codes and names of the rule, which lead to it", items(shaped(FORMER), uniqueItems=True)),
    Key("since", "the version that brought the rule, as 1.2.0", shaped(VERSION)),
    Key("source", "what of docs/doctrine.md it rests on, as S1: one tag or a list",
        either(shaped(TAG), items(shaped(TAG)))),
    Key("url", "where more about the rule can be read", shaped(URL)),
)  # fmt: skip
CONDITIONS = names(key for key in KEYS if key.condition)
