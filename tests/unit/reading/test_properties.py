"""What holds of every reading, whatever the text."""

from hypothesis import example, given
from hypothesis import strategies as st

from advancelint.reading import Scene, read
from advancelint.reading.lexicon import load
from advancelint.reading.model import FACETS, FIELDS, VOICES
from advancelint.source import Passage

LEXICON = load("en")
WORDS = st.one_of(
    st.sampled_from(sorted(LEXICON.forms)),
    st.sampled_from(sorted(LEXICON.roles)),
    st.sampled_from(sorted(LEXICON.nominals)),
    st.sampled_from(sorted(LEXICON.words)),
    st.sampled_from(sorted(LEXICON.times)),
    st.sampled_from(["Dana", "Tomas Berg", "Ms Quist", "NHSBT", "12", "3 May", "'s", *",;:–→()?/&"]),
)
LINES = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=60))
SCENES = st.builds(
    Scene,
    field=st.sampled_from(FIELDS),
    voice=st.sampled_from(VOICES),
    heading=st.sampled_from(["", "Client actions", "Our actions", "Call with Dana", "The university undertakes to"]),
    owner=st.sampled_from(["", "Dana", "us", "Plant manager", "nobody we know"]),
    client=st.sampled_from([frozenset(), frozenset({"dana", "acme ltd"})]),
    seller=st.sampled_from([frozenset(), frozenset({"tomas berg"})]),
)


@given(text=LINES, scene=SCENES)
def test_every_facet_quotes_the_text_at_its_span(text: str, scene: Scene) -> None:
    found = read(Passage.plain(text), scene)
    for name, facet in found.facets().items():
        assert 0 <= facet.span.start <= facet.span.end <= len(text), name
        assert facet.text == text[facet.span.start : facet.span.end], name
        assert not FACETS[name] or facet.value in FACETS[name], (name, facet.value)
    assert found.confidence in ("high", "medium", "low")


@given(text=LINES, scene=SCENES)
def test_reading_twice_gives_the_same(text: str, scene: Scene) -> None:
    assert read(Passage.plain(text), scene) == read(Passage.plain(text), scene)


@example(text="becomes &")
@given(text=LINES)
def test_an_act_has_words_and_energy(text: str) -> None:
    found = read(Passage.plain(text))
    if found.client_action.value == "act":
        assert found.action.span
        assert found.energy.value != "none"
    else:
        assert found.client_action.value != "none" or found.energy.value == "none"
