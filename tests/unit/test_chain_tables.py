"""The chain of each account in the summary of a CI job."""

from __future__ import annotations

import re

from reports import diagnostic, report, text_of

from advancelint.diagnostic import STANDINGS, Chain, Link
from advancelint.report.chains import chain_lines
from advancelint.report.markdown import LIMIT
from advancelint.source import Place


def link(name: str = "2026-06-09 Talk", standing: str = "asked", line: int = 20, asked: str = "Ana signs.") -> Link:
    return Link(name, asked, standing, "plans/norwood.md", (line, line + 1))


def chain(*links: Link, path: str = "plans/norwood.md", stage: str = "align") -> Chain:
    return Chain(path, "Norwood", stage, links)


def rows(*chains: Chain, found: int = 14) -> list[list[str]]:
    made = report(diagnostic(start=Place(found, 1)))._replace(chains=chains)
    text = text_of("markdown", made).partition("### The chain of each account")[2]
    return [line.strip("| ").split(" | ") for line in text.splitlines() if re.match(r"\| (?!call|---)", line)]


def test_every_standing_has_words_of_its_own() -> None:
    told = rows(chain(*(link(standing=standing) for standing in STANDINGS)))
    assert len({row[2].rstrip(" |") for row in told}) == len(STANDINGS)


def test_what_lies_ahead_is_marked_and_what_is_over_is_not() -> None:
    past, ahead = rows(chain(link("2026-05-02 Visit", "advance"), link()))
    assert past[0] == "2026-05-02 Visit"
    assert ahead[0] == "**ahead** 2026-06-09 Talk"


def test_an_ask_with_a_finding_is_not_called_an_advance() -> None:
    (good,) = rows(chain(link(line=20)))
    assert "asks for an advance" in good[2]
    for line in (13, 14):  # the objective has two lines
        (doubted,) = rows(chain(link(line=line)))
        assert doubted[2:] == ["asks for an act of the client's", "AD401"]


def test_a_long_chain_shows_its_end() -> None:
    made = chain(*(link(f"call {number}") for number in range(30)))
    assert [row[0] for row in rows(made)] == [f"**ahead** call {number}" for number in range(6, 30)]
    assert "6 earlier calls not shown." in list(chain_lines(report()._replace(chains=(made,)), LIMIT))


def test_long_words_are_cut() -> None:
    (row,) = rows(chain(link(asked="word " * 100)))
    assert len(row[1]) == 100
    assert row[1].endswith("…")


def test_without_chains_nothing_is_said() -> None:
    assert "chain" not in text_of("markdown", report(diagnostic()))


def test_chains_end_at_an_account_below_their_share_and_findings_keep_the_rest() -> None:
    many = tuple(chain(link(asked="ü" * 90), path=f"{number:05}.md") for number in range(3000))
    findings = [diagnostic(path=f"{number:05}.md", instead="ü" * 400) for number in range(3000)]
    text = text_of("markdown", report(*findings)._replace(chains=many))
    assert LIMIT - 4000 < len(text.encode("utf-8")) <= LIMIT < 1024 * 1024, "GitHub drops what is larger"
    head, _, tail = text.partition("### The chain of each account")
    assert len(tail.encode("utf-8")) <= LIMIT // 4 + 100
    shown = tail.count("**Norwood**")
    assert tail.endswith(f"\n\n{3000 - shown} accounts more left out here.\n")
    assert head.count("| error |") > 700
