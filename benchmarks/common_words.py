"""Writes lexicon/en/common.tsv: words that account teams write in lower case; a capital makes them no names.

Usage: python benchmarks/common_words.py [--check]

A word counts when two authors of the train and dev parts of the corpus wrote it in lower case; the test part is never
read here.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict

import corpus
import generated

HEADER = (
    "# Words that at least two authors of the train and dev parts of the corpus write in lower case; written by "
    "benchmarks/common_words.py.\n"
    "word\n"
)
_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")
_AUTHORS = 2


def table() -> str:
    """Return the text of common.tsv."""
    authors: dict[str, set[str]] = defaultdict(set)
    for line in corpus.lines(corpus.part("train") + corpus.part("dev")):
        for word in _WORD.findall(str(line["text"])):
            authors[word].add(str(line["author"]))
    words = sorted(word for word, found in authors.items() if len(found) >= _AUTHORS)
    return HEADER + "\n".join(words) + "\n"


if __name__ == "__main__":
    sys.exit(generated.main({"common.tsv": table}))
