"""Documents in every format: valid, whole, and the same for the same values."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from email.utils import format_datetime
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_newsblog.feeds import FEEDS
from mkdocs_newsblog.feeds.atom import iri
from mkdocs_newsblog.feeds.characters import allowed
from mkdocs_newsblog.feeds.dates import rfc822
from mkdocs_newsblog.feeds.document import FeedAuthor, FeedDocument, FeedImage, FeedItem
from mkdocs_newsblog.feeds.news_sitemap import news_language
from mkdocs_newsblog.feeds.xml_writer import around, element, fragment, write
from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import FeedFormat
from tests.feeds.rules import ATOM, DC, MEDIA, faults, parsed

AT = dt.datetime(2024, 9, 25, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
ITEM = FeedItem(
    id="https://example.org/news/a/",
    url="https://example.org/news/a/",
    title="A & B <em>and</em> C",
    published=Moment(AT),
    summary_html='<p>One <a href="https://example.org/news/b/">two</a></p>',
    summary_text="One two",
    authors=(FeedAuthor("Mara Lindqvist", "https://example.org/news/authors/mara/"),),
    labels=("world", "C++"),
    image=FeedImage("https://example.org/a.jpg", "A pier", "image/jpeg", 1200, 675, 4711),
)
FEED = FeedDocument(
    url="https://example.org/news/feed.xml",
    home_url="https://example.org/news/",
    title="News – Example",
    description="What is new",
    language="en",
    items=(ITEM,),
    author="Example",
    hub="https://hub.example.org/",
    stylesheets=(("text/xsl", "../feed.xsl"),),
)
FORMATS = list(FeedFormat)


def written(kind, *items, **changes):
    return FEEDS[kind].write(FEED._replace(items=items, **changes))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_and_day_of_the_week_is_called_as_in_mail(month):
    at = AT.replace(month=month, day=month)
    assert rfc822(at) == format_datetime(at)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_feed_breaks_no_rule_and_reads_back(kind):
    data = written(kind, ITEM)
    assert faults(data) == []
    assert parsed(data) == [(ITEM.id, ITEM.url, ITEM.title, AT)]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_feed_without_posts_is_a_feed(kind):
    data = written(kind)
    assert faults(data) == []
    assert parsed(data) == []


HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "an entity": "Less &lt; more &amp; &nbsp;",
    "the end of a CDATA section": "a ]]> b",
    "an emoji": "Launch 🚀 day 👩🏽‍🚀",
    "quotes": "\"double\" 'single'",
    "Persian": "خبر تازه از ایستگاه",
    "a bare ampersand": "R&D & more",
    "an end tag alone": "Never write </p> here",
}


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("kind", FORMATS)
def test_a_title_comes_back_as_its_author_wrote_it(kind, title):
    data = written(kind, ITEM._replace(title=title))
    assert faults(data) == []
    if kind is FeedFormat.JSON:
        assert json.loads(data)["items"][0]["title"] == title
    else:
        found = [
            node.text for node in ElementTree.fromstring(data).iter() if node.tag in ("title", f"{ATOM}title")
        ]
        assert found[-1] == title


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("NUL \x00 here", "NUL here"),
        ("C1 \x85 control", "C1 control"),
        ("two\nlines", "two lines"),
        ("no \ufffe character \U0001ffff", "no character"),
        ("lost \ufffd sign", "lost sign"),
    ],
)
@pytest.mark.parametrize("kind", FORMATS)
def test_what_no_feed_may_hold_is_left_out(kind, title, left):
    data = written(kind, ITEM._replace(title=title))
    assert faults(data) == []
    assert parsed(data)[0][2] == left


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_a_feed(text):
    item = ITEM._replace(title=f"x{text}", labels=(f"y{text}",), authors=(FeedAuthor(f"z{text}"),))
    for kind in FORMATS:
        data = written(kind, item)
        assert faults(data) == []
        assert len(parsed(data)) == 1


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    "at",
    [
        dt.datetime(1, 1, 1, tzinfo=dt.UTC),
        dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14))),
        dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.timezone(dt.timedelta(hours=-12))),
        dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45))),
        dt.datetime(2024, 2, 29, 12, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45))),
        dt.datetime(1890, 1, 1, tzinfo=dt.timezone(dt.timedelta(minutes=19, seconds=32))),
        dt.datetime(2024, 2, 29, 12, 0, 0, 999999, tzinfo=dt.timezone(-dt.timedelta(hours=3, minutes=30))),
    ],
    ids=str,
)
def test_every_date_is_written_as_the_format_wants_it(kind, at):
    data = written(kind, ITEM._replace(published=Moment(at), updated=Moment(at)))
    assert faults(data) == []


def test_a_feed_changed_when_its_newest_post_did():
    later = ITEM._replace(updated=Moment(AT + dt.timedelta(days=3)))
    feed = feedparser.parse(written(FeedFormat.ATOM, ITEM, later._replace(id="urn:x:1")))
    assert feed.feed.updated == "2024-09-28T07:30:00+02:00"
    assert [entry.updated for entry in feed.entries] == [
        "2024-09-25T07:30:00+02:00",
        "2024-09-28T07:30:00+02:00",
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_whole_post_stands_beside_its_summary(kind):
    data = written(kind, ITEM._replace(content_html="<p>All</p><pre><code>x &lt; 1</code></pre>"))
    assert faults(data) == []
    if kind is FeedFormat.JSON:
        item = json.loads(data)["items"][0]
        assert (item["content_html"][:10], item["summary"]) == ("<p>All</p>", "One two")
    else:
        entry = feedparser.parse(data).entries[0]
        assert entry.content[0].value == "<p>All</p><pre><code>x &lt; 1</code></pre>"
        assert "One" in entry.summary


@pytest.mark.parametrize("kind", FORMATS)
def test_a_feed_without_a_picture_names_none(kind):
    data = written(kind, ITEM)
    assert [word for word in (b"icon", b"<image") if word in data] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_the_picture_of_a_feed_stands_in_each_format(kind):
    data = written(kind, ITEM, icon="https://example.org/i.png?a&b")
    assert faults(data) == []
    if kind == FeedFormat.JSON:
        assert json.loads(data)["icon"] == "https://example.org/i.png?a&b"
        return
    feed = feedparser.parse(data).feed
    assert (feed.icon if kind == FeedFormat.ATOM else feed.image.href) == "https://example.org/i.png?a&b"
    if kind == FeedFormat.RSS:  # both are required, and should be those of the channel
        assert (feed.image.title, feed.image.link) == (FEED.title, FEED.home_url)


def test_a_post_about_a_page_elsewhere_names_it_beside_its_own_address():
    data = {kind: written(kind, ITEM._replace(external_url="https://x.example/")) for kind in FORMATS}
    assert [faults(each) for each in data.values()] == [[], [], []]
    links = ElementTree.fromstring(data[FeedFormat.ATOM]).findall(f"{ATOM}entry/{ATOM}link")
    assert {link.get("rel"): link.get("href") for link in links} == {
        "alternate": ITEM.url,
        "related": "https://x.example/",
        "enclosure": ITEM.image.url,
    }
    (item,) = json.loads(data[FeedFormat.JSON])["items"]
    assert (item["url"], item["external_url"]) == (ITEM.url, "https://x.example/")


def test_a_picture_keeps_its_words_and_its_size():
    rss = ElementTree.fromstring(written(FeedFormat.RSS, ITEM))
    assert rss.find(".//enclosure").attrib == {"url": ITEM.image.url, "length": "4711", "type": "image/jpeg"}
    assert rss.findtext(f".//{MEDIA}description") == "A pier"
    atom = ElementTree.fromstring(written(FeedFormat.ATOM, ITEM))
    link = next(link for link in atom.iter(f"{ATOM}link") if link.get("rel") == "enclosure")
    assert (link.get("length"), link.get("title")) == ("4711", "A pier")
    item = json.loads(written(FeedFormat.JSON, ITEM))["items"][0]
    assert (item["image"], item["attachments"][0]["size_in_bytes"]) == (ITEM.image.url, 4711)
    assert item["_newsblog"] == {"image_alt": "A pier"}


def test_a_picture_of_unknown_size_and_kind_is_no_lie():
    unsized = ITEM._replace(image=ITEM.image._replace(length=None))
    rss = ElementTree.fromstring(written(FeedFormat.RSS, unsized))
    assert rss.find(".//enclosure").get("length") == "0"
    untyped = ITEM._replace(image=ITEM.image._replace(media_type=None, length=None))
    for kind in FORMATS:
        assert faults(written(kind, untyped)) == []
    rss = ElementTree.fromstring(written(FeedFormat.RSS, untyped))
    assert rss.find(".//enclosure") is None
    assert rss.find(f".//{MEDIA}content").get("url") == ITEM.image.url


@pytest.mark.parametrize(
    "identity",
    [
        "post-7",
        "42",
        "urn:uuid:no",
        "https://example.org/a b",
        str(uuid.UUID(int=7)),
        "tag:example.org,2024:7",
    ],
)
@pytest.mark.parametrize("kind", FORMATS)
def test_any_identity_is_valid_in_any_format(kind, identity):
    data = written(kind, ITEM._replace(id=identity))
    assert faults(data) == []
    assert parsed(data)[0][0] == (iri(identity) if kind is FeedFormat.ATOM else identity)


@pytest.mark.parametrize(
    "identity", [f"urn:uuid:{uuid.UUID(int=7)}", f"urn:uuid:{uuid.UUID(int=171)}".upper()]
)
def test_an_identity_from_another_atom_feed_stays_what_it_is(identity):
    assert parsed(written(FeedFormat.ATOM, ITEM._replace(id=identity)))[0][0] == identity


def test_a_permanent_link_is_one_only_where_it_leads_to_the_post():
    def mark(identity):
        return (
            ElementTree.fromstring(written(FeedFormat.RSS, ITEM._replace(id=identity)))
            .find(".//guid")
            .get("isPermaLink")
        )

    assert [mark(ITEM.url), mark("https://elsewhere.example/a/"), mark("a")] == ["true", "false", "false"]


def test_authors_are_names_and_never_addresses_for_mail():
    rss = ElementTree.fromstring(written(FeedFormat.RSS, ITEM))
    assert [node.text for node in rss.iter(f"{DC}creator")] == ["Mara Lindqvist"]
    assert rss.find(".//author") is None


def test_a_browser_finds_the_stylesheet_before_the_feed():
    data = written(FeedFormat.RSS, ITEM)
    assert data.splitlines()[1] == b'<?xml-stylesheet type="text/xsl" href="../feed.xsl"?>'
    assert b"stylesheet" not in written(FeedFormat.RSS, ITEM, stylesheets=())


def test_plain_text_is_escaped_as_readers_that_expect_markup_need_it():
    data = written(FeedFormat.RSS, ITEM)
    assert b"A &#x26; B &#x3C;em&gt;and&#x3C;/em&gt; C" in data
    assert b"&amp;" not in data


def test_a_document_that_is_no_xml_never_leaves():
    for writer in (write, fragment):
        with pytest.raises(ValueError, match="no XML"):
            writer(around("rss", element("not a name", "text")))


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pt_BR", "pt"),
        ("zh", "zh-cn"),
        ("zh-Hans", "zh-cn"),
        ("zh-Hant", "zh-tw"),
        ("zh_TW", "zh-tw"),
        ("ZH-hk", "zh-tw"),
        ("zh-MO", "zh-tw"),
    ],
)
def test_a_language_is_named_as_news_sitemaps_name_it(tag, language):
    assert news_language(tag) == language


def test_a_text_keeps_every_character_that_xml_encourages_and_no_other():
    every = "".join(map(chr, range(0x110000)))
    gone = {
        *range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFD,
        *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)),
    } - {9, 10, 13}  # fmt: skip
    assert set(map(ord, every)) - set(map(ord, allowed(every))) == gone


@given(st.text())
def test_allowed_text_is_allowed(text):
    kept = allowed(text)
    assert allowed(kept) == kept
    ElementTree.fromstring(f"<a>{kept.replace('&', '').replace('<', '').replace(']]>', '')}</a>".encode())
