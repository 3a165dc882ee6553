"""Authors of whom nothing is known but an address for mail."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_newsblog.model.post import Author
from mkdocs_newsblog.read.people.mail import named
from mkdocs_newsblog.read.people.namesakes import tell_apart
from mkdocs_newsblog.read.values.terms import identity
from tests.collect.entries import entry

PLAIN = st.sampled_from(["info", "Info", "info-2", "info_2", "info-3", "ana"])
MAIL = st.builds("{}@{}.example".format, PLAIN, st.sampled_from("abc"))
NAMES = st.lists(st.sampled_from(["Info", "info 2", "Ana"]), max_size=2)


def called(addresses, names, known=()):
    """What each address is called on a site of posts by these people."""
    authors = [*map(named, addresses), *map(Author, names)]
    posts = [entry(f"p{number}", authors=(author,)) for number, author in enumerate(authors)]
    told = tell_apart(posts, {author.key: author for author in known})
    return {
        author.email.casefold(): each.authors[0].name
        for author, each in zip(authors, told, strict=True)
        if author.email
    }


@given(st.lists(MAIL, min_size=1, max_size=8), NAMES, st.randoms())
def test_each_address_is_one_person_whatever_the_order_of_posts(addresses, names, random):
    found = called(addresses, names)
    assert len({identity(name) for name in found.values()}) == len({each.casefold() for each in addresses})
    assert not {identity(name) for name in found.values()} & {identity(name) for name in names}
    assert not [name for name in found.values() if "@" in name]
    shuffled = random.sample(addresses, len(addresses))
    assert called(shuffled, names) == found


def test_addresses_of_the_authors_file_keep_their_names():
    mails = ["info@a.example", "info@b.example", "info-2@c.example"]
    assert called(mails, []) == dict(zip(mails, ["info", "info 3", "info-2"], strict=True))
    known = [named("info@b.example")]
    assert called(mails, [], known) == dict(zip(mails, ["info 3", "info", "info-2"], strict=True))
    assert called(["info@a.example"], ["info"]) == {"info@a.example": "info 2"}


def test_one_who_is_named_in_one_post_is_so_in_all():
    posts = [
        entry("a", authors=(named("m@a.example"),)),
        entry("b", authors=(Author("Mara", email="M@a.example"),)),
    ]
    assert [each.authors[0].name for each in tell_apart(posts, {})] == ["Mara", "Mara"]
    several = [*posts, entry("c", authors=(Author("Max", email="m@a.example"),))]
    assert [each.authors[0].name for each in tell_apart(several, {})] == ["m", "Mara", "Max"]
