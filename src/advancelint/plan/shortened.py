"""Tells the dot of a shortened word from the end of a sentence: "Dr. Okafor", "sends rev. C", "z. B. am Montag"."""

from __future__ import annotations

from advancelint.expressions import expression

_LONGEST = 9  # characters that are looked at: "approx" and what stands before it
_SHORT = expression(
    r"(?:^|[\s(])(?:(?:[^\W\d_]\.)?[^\W\d_]"
    r"|(?i:mrs?|ms|dra?|prof|capt|ing|engr?|arq|adv|st|no|nr|ca|vs|mio|mrd|tsd|max|sched|approx|incl|rev|ver|fig|resp|bzw|sra?|mme|inkl|evtl))\Z"
)
_LETTERED = expression(r"(?<![.\w])[a-z]{2,} [B-HJ-Z]\Z")  # "two for lift B. She will …"
_ALONE, _GOES_ON = expression(r"[^\w\n]*[^\W\d_]{1,4}"), expression(r"\. ?[^\W\d_A-Z]")
_COUNTED = expression(r"(?:^|[\s(])(?:\d{1,2}\.)?\d{1,2}\Z")
# "12. Mai" goes on; "badge the first 10. I also want …" does not.
_BEGINS = expression(
    r"\.\s+(?:I|We|He|She|They|It|You|This|That|The|Then|There|If|But|And|Also|Our|My|His|Her|Their|Not?"
    r"|Ich|Wir|Er|Sie|Dann|Und|Je|Nous|Il|Elle|On|Puis|Yo|Él|Ella|Luego|Eu|Ele|Ela|Depois)\b"
)


def ends_in_short(text: str, stop: int) -> bool:
    """Say whether the word of ``text`` that ends at ``stop``, a 0-based offset, is shortened by the dot there."""
    said = text[max(0, stop - _LONGEST) : stop]
    line = said.rpartition("\n")[2]
    if len(line) < _LONGEST and _ALONE.fullmatch(line) and _GOES_ON.match(text, stop):
        return True  # "el. bills": nobody says one short word and begins anew
    if _LETTERED.search(said) and _BEGINS.match(text, stop):
        return False
    return _SHORT.search(said) is not None or (_COUNTED.search(said) is not None and not _BEGINS.match(text, stop))
