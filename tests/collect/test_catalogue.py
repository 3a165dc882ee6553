"""The catalogue of posts, with and without some of them."""

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.model.post import Author, SeriesPart
from mkdocs_newsblog.schema.settings import Settings
from tests.collect.entries import entry

KINDS = taxonomies(Settings())
POSTS = st.fixed_dictionaries(
    {
        "date": st.sampled_from([None, "2023-12-31", "2024-01-01", "2024-01-02T10:00", "2024-02-01"]),
        "tags": st.sets(st.sampled_from(["sea", "wind", "rain"])).map(tuple),
        "categories": st.sets(st.sampled_from(["Gear", "Gear/Boots", "Trips"])).map(tuple),
        "authors": st.sets(st.sampled_from(["Ana", "Bo"])).map(lambda names: tuple(map(Author, names))),
        "series": st.sampled_from([(), (SeriesPart("Walk"),), (SeriesPart("Walk", 2), SeriesPart("Run"))]),
        "pinned": st.booleans(),
    }
)


def said(found):
    """All that a catalogue says of posts, without what has none."""
    terms = {
        (name, term.key): (set(term.posts), term.count) for name, all_ in found.terms.items() for term in all_
    }
    periods = [(period.parts, tuple(period.posts)) for period in (*found.years, *found.months, *found.days)]
    series = {key: set(parts) for key, parts in found.series.items() if parts}
    return found.order, list(found.front), terms, periods, series


WITHOUT_NUMBER = {"date": "2023-12-31", "series": (SeriesPart("Walk"),)}
DATED = {"date": "2024-01-01", "series": (SeriesPart("Walk", 2),)}
UNDATED = {"date": None, "series": (SeriesPart("Walk", 2),)}


@given(st.lists(POSTS, max_size=8), st.sets(st.integers(0, 7)))
@example([WITHOUT_NUMBER, DATED, UNDATED], {1})
def test_posts_that_are_lost_leave_nothing_behind(posts, lost):
    entries = [entry(str(number), **post) for number, post in enumerate(posts)]
    names = {f"news/{number}.md" for number in lost}
    rest = [each for each in entries if each.src_uri not in names]
    whole = catalogue(entries, KINDS)
    left = whole.without(names)
    assert said(left) == said(catalogue(rest, KINDS))
    # A part without a number stands where the lost one put it, as on the series' page, which is made by then.
    kept = {key: tuple(uri for uri in parts if uri not in names) for key, parts in whole.series.items()}
    assert left.series == kept
