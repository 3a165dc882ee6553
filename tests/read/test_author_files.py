"""Files of authors of other systems, unedited."""

from __future__ import annotations

import unicodedata

import pytest

from mkdocs_newsblog.model.post import Author
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.author_map import AuthorMap, read_author_map, resolve
from tests.read.reading import entry


def people(text: str) -> AuthorMap:
    return read_author_map(Source("news/authors.yml", text.encode()))


MATERIAL = """\
authors:
  squidfunk:
    name: Martin D.
    description: Creator
    avatar: https://avatars.example.net/u/932156
    slug: martin
    url: https://martin.example.org
  katharina:
    name: Katharina
    description: Support
    avatar: assets/katharina.png
"""

DOCUSAURUS = """\
yangshun:
  name: Yang T.
  title: Front End Engineer
  url: https://github.com/yangshun
  image_url: https://github.com/yangshun.png
  page: true
  socials:
    x: yangshunz
    github: yangshun
    stackoverflow: 12345
    mastodon: '@yang@social.example'
    newsletter: https://news.example.org
    email: yang@example.org
slorber:
  name: Sébastien L.
  title: Maintainer
  description: >
    A freelance developer, **since** long.
  image_url: /img/slorber.png
  page:
    permalink: '/custom/slorber'
  email: s@example.org
"""

MINIMAL_MISTAKES = """\
Billy Rick:
  name: "Billy Rick"
  bio: "What do you want, jewels?"
  avatar: "/assets/images/bio-photo-2.jpg"
  links:
    - label: "Email"
      icon: "fas fa-fw fa-envelope-square"
      url: "mailto:billyrick@rick.com"
    - label: "Website"
      url: "https://thewhip.example"
    - label: "Twitter"
      url: "https://twitter.com/extravagantman"
"""

FILES = {
    "Material": (
        MATERIAL,
        "squidfunk",
        Author(
            "Martin D.",
            "squidfunk",
            "https://martin.example.org",
            avatar="https://avatars.example.net/u/932156",
            description="Creator",
            slug="martin",
        ),
    ),
    "Docusaurus with socials": (
        DOCUSAURUS,
        "yangshun",
        Author(
            "Yang T.",
            "yangshun",
            "https://github.com/yangshun",
            email="yang@example.org",
            title="Front End Engineer",
            avatar="https://github.com/yangshun.png",
            links=(
                ("X", "https://x.com/yangshunz"),
                ("GitHub", "https://github.com/yangshun"),
                ("Stack Overflow", "https://stackoverflow.com/users/12345"),
                ("Mastodon", "https://social.example/@yang"),
                ("Newsletter", "https://news.example.org"),
            ),
        ),
    ),
    "Docusaurus with a page": (
        DOCUSAURUS,
        "slorber",
        Author(
            "Sébastien L.",
            "slorber",
            email="s@example.org",
            title="Maintainer",
            avatar="/img/slorber.png",
            description="A freelance developer, **since** long.",
            slug="slorber",
        ),
    ),
    "Jekyll, Minimal Mistakes": (
        MINIMAL_MISTAKES,
        "Billy Rick",
        Author(
            "Billy Rick",
            "Billy Rick",
            email="billyrick@rick.com",
            avatar="/assets/images/bio-photo-2.jpg",
            description="What do you want, jewels?",
            links=(("Website", "https://thewhip.example"), ("Twitter", "https://twitter.com/extravagantman")),
        ),
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_system_is_read_as_it_is(name: str) -> None:
    text, key, expected = FILES[name]
    known = people(text)
    assert known.problems == ()
    assert known.authors[key] == expected


def test_a_portrait_knows_where_it_was_written() -> None:
    place = people(MATERIAL).authors["katharina"].avatar_at
    assert place is not None
    assert str(place) == "news/authors.yml:11:13"


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        ("slug: https://code.example/ana", "https://code.example/ana"),
        ("slug: HTTPS://code.example/ana", "HTTPS://code.example/ana"),
        ("slug: http://ana.example/\n  url: /team/ana/", "/team/ana/"),
    ],
)
def test_a_slug_that_is_an_address_of_the_web_leads_there_and_names_no_page(lines: str, url: str) -> None:
    known = people(f"authors:\n ana:\n  name: Ana\n  {lines}\n")
    assert known.problems == ()
    assert known.authors["ana"] == Author("Ana", "ana", url=url)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("mara:\nname: Mara\navatar: a.png\nbo: {name: Bo}\n", ["2:7 name", "3:9 avatar"]),
        ("authors:\n  bo: {name: Bo}\n  mara:\n  full-name: Mara\n", ["4:14 full-name"]),
        ("authors:\n  - mara:\n      name: Mara\nbo: {name: Bo}\n", ["2:3 authors"]),
        ("mara:\n  - name: Mara\nbo: Bo\n", ["2:3 mara"]),
        ("authors:\nmara:\n  name: Mara\nname: {name: A person of that key}\nbo: Bo\n", []),
        ("mara:\nbo: Bo\nname: Name\n", []),
        ("posts: [a, b]\nversion: 2\nbo: Bo\n", []),
    ],
)
def test_keys_beside_a_person_and_lists_of_people_are_said(text: str, wrong: list[str]) -> None:
    known = people(text)
    said = [(found.code, str(found.place), found.key) for found in known.problems]
    places = [each.split() for each in wrong]
    assert said == [("value-ignored", f"news/authors.yml:{place}", key) for place, key in places]
    assert known.authors["bo"].name == "Bo"
    assert known.authors.keys().isdisjoint(key for _, key in places)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("avatr: a.png", "avatar"),
        ("Titel: Editor", "title"),
        ("descripton: Writes.", "description"),
        ("mastadon: '@mara@example.social'", "mastodon"),
        ("image-ur: a.png", "image_url"),
        ("socals: {github: mara}", "socials"),
        *((line, "") for line in ("roles: [a]", "orcid: 0000-0002", "main: true", "avatr:", "surname: May")),
        *((line, "") for line in ("pronouns: they", "pag: true", "given: Mara", "slug: mara", "geo: a")),
        *((line, "") for line in ("fname: Mara", "l_name: May", "mname: A")),
    ],
)
def test_a_mistyped_key_of_a_person_is_said_with_the_one_that_was_meant(line: str, meant: str) -> None:
    known = people(f"authors:\n  mara:\n    name: Mara\n    {line}\n")
    assert known.authors["mara"].name == "Mara"
    key = line.partition(":")[0]
    place = f"news/authors.yml:4:{len(key) + 7}"
    said = {(found.code, str(found.place), found.remedy) for found in known.problems}
    expected = ("unknown-key", place, f"Did you mean {meant}?")
    assert {each for each in said if each[0] == "unknown-key"} == ({expected} if meant else set())


HOSTILE = {
    "avatar: javascript:alert(1)": "link-unsafe",
    "image_url: 'data:text/html,x'": "link-unsafe",
    "image_url: 'data:image/svg+xml,x'": "link-unsafe",
    "avatar: 'data:image/png;base64,AAAA'": "value-ignored",
    "socials: {github: 'javascript:alert(1)'}": "link-unsafe",
    "links: [{label: x, url: 'data:x'}]": "link-unsafe",
    "slug: 'a\\b'": "address-unsafe",
    "page: {permalink: /../../x}": "address-unsafe",
    "socials: {somewhere: me}": "value-ignored",
    "socials: {github: [a]}": "value-ignored",
    "mastodon: {name: ana}": "value-ignored",
    "mastodon: {username: ana, instance: 'a b'}": "value-ignored",
    "gitlab: {username: ana, instance: code.example}": "value-ignored",
    "socials: [{platform: somewhere, username: ana}]": "value-ignored",
    "socials: [{platform: github, username: 'javascript:alert(1)'}]": "link-unsafe",
}


@pytest.mark.parametrize("line", HOSTILE)
def test_what_is_no_address_is_left_out_with_a_word(line: str) -> None:
    known = people(f"ana:\n  name: Ana\n  {line}\n")
    assert [found.code for found in known.problems] == [HOSTILE[line]]
    assert known.authors["ana"] == Author("Ana", "ana")


@pytest.mark.parametrize(
    ("handle", "url"),
    [
        ("a b/../c?d#e", "https://github.com/a%20b/../c%3Fd%23e"),
        ('"><script>', "https://github.com/%22%3E%3Cscript%3E"),
    ],
)
def test_a_handle_stays_a_part_of_its_address(handle: str, url: str) -> None:
    assert people(f"ana:\n  github: '{handle}'\n").authors["ana"].links == (("GitHub", url),)


@pytest.mark.parametrize(
    ("line", "label", "url"),
    [
        ("github: github.com/ana", "GitHub", "https://github.com/ana"),
        ("linkedin: LinkedIn.com/in/ana-lee/", "LinkedIn", "https://LinkedIn.com/in/ana-lee/"),
        ("linkedin: www.linkedin.com/in/ana-lee", "LinkedIn", "https://www.linkedin.com/in/ana-lee"),
        ("twitter: twitter.com/ana", "X", "https://twitter.com/ana"),
        ("links: [www.ana.example/me]", "ana.example", "https://www.ana.example/me"),
        ("links: [{label: Home, url: www.ana.example}]", "Home", "https://www.ana.example"),
        ("gitlab: ana.group/team", "GitLab", "https://gitlab.com/ana.group/team"),
        ("github: github.com", "GitHub", "https://github.com/github.com"),
    ],
)
def test_an_address_of_a_platform_may_lack_its_scheme(line: str, label: str, url: str) -> None:
    known = people(f"ana:\n  name: Ana\n  {line}\n")
    assert known.problems == ()
    assert known.authors["ana"].links == ((label, url),)


@pytest.mark.parametrize(
    ("line", "label", "url"),
    [
        ("mastodon: {username: ana, instance: s.example}", "Mastodon", "https://s.example/@ana"),
        (
            "socials: {mastodon: {handle: '@ana', server: 'https://s.example/'}}",
            "Mastodon",
            "https://s.example/@ana",
        ),
        (
            "socials: {fediverse: {user: ana@s.example, instance: s.example}}",
            "fediverse",
            "https://s.example/@ana",
        ),
        (
            "links: [{platform: mastodon, username: ana, instance: s.example}]",
            "Mastodon",
            "https://s.example/@ana",
        ),
        ("links: [{username: ana, instance: s.example}]", "Mastodon", "https://s.example/@ana"),
        ("mastodon: {username: ana}", "Mastodon", "https://mastodon.social/@ana"),
        ("mastodon: {username: ana, instance: null}", "Mastodon", "https://mastodon.social/@ana"),
        (
            "links: [{platform: mastodon, username: ana, instance: s.example, label: Sea}]",
            "Mastodon",
            "https://s.example/@ana",
        ),
        ("linkedin: {username: ana-lee}", "LinkedIn", "https://www.linkedin.com/in/ana-lee"),
        ("github: {url: 'https://code.example/ana', username: ana}", "GitHub", "https://code.example/ana"),
        ("socials: [{platform: github, handle: ana}]", "GitHub", "https://github.com/ana"),
    ],
)
def test_a_handle_may_be_said_in_parts(line: str, label: str, url: str) -> None:
    known = people(f"ana:\n  name: Ana\n  {line}\n")
    assert known.problems == ()
    assert known.authors["ana"].links == ((label, url),)


@pytest.mark.parametrize(
    "line",
    [
        "url: mailto:ana@example.org",
        "website: MAILTO:ana%40example.org?subject=Hi",
        "href: ana@example.org",
        "homepage: http://ana@example.org",
        "link: Ana <ana@example.org>",
        "avatar: mailto:ana@example.org",
        "image: {src: ana@example.org}",
        "links: [{label: Mail, url: 'mailto:ana@example.org'}]",
        "links: [ana@example.org]",
        "social: {mail: ana@example.org}",
        "socials: {website: ana@example.org}",
        "github: ana@example.org",
        "accounts: [{mastodon: 'mailto:ana@example.org'}]",
    ],
)
def test_an_address_for_mail_is_one_wherever_a_link_belongs(line: str) -> None:
    known = people(f"ana:\n  name: Ana\n  {line}\n")
    assert known.problems == ()
    assert known.authors["ana"] == Author("Ana", "ana", email="ana@example.org")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("avatar: ana@2x.png", Author("Ana", "ana", avatar="ana@2x.png")),
        ("url: https://tube.example/@ana", Author("Ana", "ana", url="https://tube.example/@ana")),
        ("mastodon: ana@s.example", Author("Ana", "ana", links=(("Mastodon", "https://s.example/@ana"),))),
        ("links: ['@ana@s.example']", Author("Ana", "ana", links=(("Mastodon", "https://s.example/@ana"),))),
        ("url: mailto:\n  link: /ana/", Author("Ana", "ana", url="/ana/")),
        ("url: mailto:a@b.c\n  email: d@e.f", Author("Ana", "ana", email="d@e.f")),
        ("link: mailto:a@b.c\n  website: /ana/", Author("Ana", "ana", email="a@b.c", url="/ana/")),
    ],
)
def test_what_is_no_address_for_mail_stays_what_it_is(line: str, expected: Author) -> None:
    assert people(f"ana:\n  name: Ana\n  {line}\n").authors["ana"] == expected


KNOWN = people("ana: {name: Ana Lee}\nbo: {name: Bo Berg}\ncy: {name: Cy}\n")
WRITTEN = {
    "ana": "ana",
    "Ana Lee": "ana",
    "ANA LEE": "ana",
    "'Ana Lee, Bo Berg and Cy'": "ana|bo|cy",
    "'ana, bo'": "ana|bo",
    "'ana & bo'": "ana|bo",
    "[ana, {name: cy, title: Guest}, Ana Lee]": "ana|cy",
    "'<a href=\"https://x.example\">Bo Berg</a>'": "bo",
    "Bo Berg <bo@example.org>": "bo",
    "{key: ana, title: Editor}": "ana",
    "'Ana Lee, Editor'": "Ana Lee, Editor",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_people_of_the_file_are_known_in_every_form(text: str) -> None:
    (found,), problems = resolve([entry(f"authors: {text}")], KNOWN)
    assert problems == []
    assert [author.key for author in found.authors] == WRITTEN[text].split("|")


def test_a_person_is_known_by_an_address_for_mail() -> None:
    known = people("ana@example.org: {name: Ana Lee}\nbo: bo.berg@example.org\n")
    (found,), problems = resolve([entry("authors: [ana@example.org, bo]")], known)
    assert problems == []
    assert [author.name for author in found.authors] == ["Ana Lee", "bo.berg"]
    assert found.authors[1].email == "bo.berg@example.org"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_key_is_known_whichever_way_its_accents_are_written(form: str) -> None:
    other = "NFD" if form == "NFC" else "NFC"
    known = people(unicodedata.normalize(form, "authors:\n  zoë: {name: Zoë Brön, url: /zoe/}\n  jo: Joël\n"))
    for written in ("zoë", "zoë brön"):
        [post], problems = resolve([entry(unicodedata.normalize(other, f"authors: {written}"))], known)
        assert problems == []
        assert post.authors == (Author("Zoë Brön", key="zoë", url="/zoe/"),)
    assert known.authors["jo"].name == "Joël"


def test_long_keys_are_compared_with_none_as_long() -> None:
    letters = [chr(0x4E00 + number) for number in range(180)]
    key, known = "".join(letters * 20), "".join(reversed(letters * 20))
    assert AuthorMap({known: Author("Ana"), f"{key}!": Author("Mara")}).near(key) is None
    assert AuthorMap({"mara-lind": Author("Mara")}).near("mara-lint") == "mara-lind"
