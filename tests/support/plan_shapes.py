"""Strategies for documents that look like plans, tidy and untidy, with what tools and people leave in them."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = ("Dana Reyes", "Tomas Berg", "Birgit", "we", "the client", "Norwood Dairy", "Olu Adeyemi", "us", "Zoë O’Hara")
ROLES = ("CFO", "plant manager", "AE", "Head of Finance", "Einkaufsleiterin", "directrice achats", "our SE")
DAYS = (
    "9 June 2026", "2026-06-09", "by Friday", "9/6", "06/09/2026", "end of June", "Q3", "in two weeks", "31 June",
    "2026-13-45", "tomorrow", "29.02.2027", "bis 3. Juli", "le 4 juin", "TBD", "week 24", "99999-01-01",
)  # fmt: skip
ACTS = (
    "signs the test plan", "will introduce us to the board", "present the module", "build rapport", "sends the report",
    "agrees to a pilot if the price is right", "understand their needs", "Unterlagen schicken", "valide le budget",
    "firma el contrato", "take the next step", "said they love it", "does not want to meet before the audit",
)  # fmt: skip
LABELS = (
    "Objective", "Call objective", "Fallback", "Next steps", "Next step", "Outcome", "Stage", "Participants", "Account",
    "Sales objective", "Client win", "Close date", "Ziel", "Nächste Schritte", "Objectif", "Prochaines étapes",
    "Objetivo", "What we must get", "Budget", "Date", "Our people", "Agenda", "Notes", "Risk", "Status", "paused until",
)  # fmt: skip
STAGES = ("discovery", "evaluation", "negotiation", "won", "unheard-of", "4")
# What text editors, copying and hostile minds put between letters.
ODD = (
    "\u200b", "\u200d", "\ufeff", "\u202e", "\u2066", "\u2069", "\u00a0", "\u00ad", "\u0301", "\0", "\t", "\x0b",
    "\x0c", "\x1b[31m", "\x85", "\u2028", "\u2029", "\udcff", "\udc80", "İ", "ß", "ﬁ", "²", "٣", "🏭", "👩🏽‍🔧", "|",
    "`", "*", "**", "_", "~~", "[", "](", "<", "&amp;", "&#0;", "\\", ":", "<!--", "-->", "  \n", "\n", "\n\n", "```",
    "::error::x", "##vso[a]", "]]>", "{{x}}", "[ ]", "[x]", "=", "#", ">", "- ", "%0A", "(", ")", "“", "”", "→",
)  # fmt: skip


def _said(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(" ".join)


_name, _act, _day, _label = (st.sampled_from(one) for one in (NAMES, ACTS, DAYS, LABELS))
_person = st.one_of(
    _name,
    st.builds("{} ({})".format, _name, st.sampled_from(ROLES)),
    st.builds("{}, {}, Norwood".format, _name, st.sampled_from(ROLES)),
)
sentences = st.one_of(
    _said(_name, _act, _day),
    _said(_name, _act),
    st.builds("{} → {} → {}".format, _act, _name, _day),
    st.builds("{} ({}, {})".format, _act, _name, _day),
    st.builds("On {}, {} said: “{} {}”.".format, _day, _person, _name, _act),
    st.lists(_person, min_size=1, max_size=4).map(", ".join),
    st.sampled_from(STAGES),
    _day,
    st.just(""),
)
_labelled = st.builds(
    "{0}{1}{2}".format,
    st.sampled_from(["", "- ", "* ", "1. ", "> ", "> > - ", "  - ", "\t"]),
    st.builds(
        lambda form, label: form.format(label), st.sampled_from(["{}:", "**{}:**", "__{}__:", "{} –", "*{}*"]), _label
    ),
    sentences.map(" {}".format),
)
_items = st.lists(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["- ", "- [ ] ", "- [x] ", "1. ", "  - ", "    - ", "* ~~done~~ ", "> - ", "- | "]),
        st.one_of(st.just(""), _label.map("{}: ".format)),
        sentences,
    ),
    min_size=1,
    max_size=4,
).map("\n".join)


@st.composite
def _tables(draw: st.DrawFn) -> str:
    heads = draw(
        st.lists(st.sampled_from([*LABELS, "Who", "What", "When", "Owner", "Due", "Role", ""]), min_size=1, max_size=4)
    )
    lead = draw(st.sampled_from(["", "> ", "  "]))
    rows = draw(st.lists(st.lists(sentences, max_size=5), max_size=3))
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"{lead}| {' | '.join(line)} |" for line in lines)


_headings = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "######"]), st.one_of(_label, sentences)),
    st.builds("## Call with {}, {}".format, _person, _day),
    st.builds("{}\n{}".format, _label, st.sampled_from(["---", "==="])),
    st.builds("**{}**".format, _label),
)
_holds = st.sampled_from([
    "<!-- advancelint-disable-next-line AD401 reason: agreed -->", "<!-- advancelint-disable-file SP203 reason: x -->",
    "<!-- advancelint-disable AD401, CH601 reason: x until: 2026-01-01 -->", "<!-- advancelint-enable AD401 -->",
    "<!-- advancelint-disable-line -->", "<!-- advancelint-disable-next-line nope reason: x -->", "<!-- advancelint-x",
    "<!-- a note -->", "<div>", "</div>",
])  # fmt: skip
_codes = st.builds("{0}\n{1}\n{0}".format, st.sampled_from(["```", "~~~", "    "]), sentences)
_quoted = st.lists(_labelled, min_size=1, max_size=3).map(lambda lines: "\n".join(f"> {line}" for line in lines))
parts = st.one_of(_labelled, _labelled, _items, _tables(), _headings, _headings, sentences, _quoted, _codes, _holds)
_values = st.sampled_from(["deal-plan", "[a, b]", "{a: b}", "&a", "*a", "!!x y", "'", "|", "call-plan"])
_fronts = st.one_of(
    st.just(""),
    st.just("---\ntype: deal-plan\naccount: Norwood Dairy\nstage: discovery\n---\n"),
    st.builds(
        "---\n{}\n---\n".format,
        st.lists(
            st.builds(
                "{}: {}".format,
                st.sampled_from(["type", "stage", "date", "client-people", "account", "our-people", "x", "close-date"]),
                st.one_of(sentences, _values),
            ),
            max_size=4,
        ).map("\n".join),
    ),
    st.just("---\nkey: [\n"),
)  # fmt: skip


@st.composite
def plans(draw: st.DrawFn, odd: bool = True, titled: bool = False) -> str:
    """A plan as text with LF; ``odd`` allows what tears lines, words and marks apart, and halves of characters.

    A ``titled`` one has a title, so that no later heading is taken for it.
    """
    title = draw(
        st.sampled_from(
            [
                "# Call plan: Norwood Dairy\n\n",
                "# Deal plan Norwood\n\n",
                "# Notes\n\n",
                "" if not titled else "# A\n\n",
            ]
        )
    )
    gap = draw(st.sampled_from(["\n\n", "\n\n", "\n"]))
    text = draw(_fronts) + title + gap.join(draw(st.lists(parts, min_size=1, max_size=9)))
    for _ in range(draw(st.integers(0, 3)) if odd else 0):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from(ODD)) * draw(st.sampled_from([1, 1, 2, 7])) + text[place:]
    return text


def bytes_of(text: str) -> bytes:
    """Return ``text`` as a file holds it; halves of characters become bytes that are no UTF-8."""
    return text.encode("utf-8", "surrogateescape")


files = st.one_of(plans().map(bytes_of), plans().map(bytes_of), st.binary(max_size=300))
