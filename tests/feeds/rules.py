"""What validators ask of feeds, written down independently of the code that makes them."""

from __future__ import annotations

import datetime as dt
import json
import re
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import feedparser
import html5lib
import jsonschema

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
MEDIA = "{http://search.yahoo.com/mrss/}"

URI = re.compile(r"https?://[0-9a-zA-Z.:\[\]-]+(/[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]*)?")
IRI = re.compile(r"(https?://\S+|urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|tag:\S+|urn:\S+)")
RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d [+-]\d\d[03]0"
)
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
MIME = re.compile(r"[a-z]+/[a-z0-9.+-]+")
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ufdd0-\ufdef\ufffe\uffff]")
ACTIVE = {"script", "form", "input", "button", "iframe", "object", "embed", "style", "svg", "link", "meta"}

ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "date_published"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "url": {"type": "string", "pattern": "^https?://"},
        "external_url": {"type": "string", "pattern": "^https?://"},
        "title": {"type": "string"},
        "content_html": {"type": "string", "minLength": 1},
        "content_text": {"type": "string", "minLength": 1},
        "summary": {"type": "string"},
        "image": {"type": "string", "pattern": "^https?://"},
        "date_published": {"type": "string", "pattern": RFC3339.pattern},
        "date_modified": {"type": "string", "pattern": RFC3339.pattern},
        "authors": {"$ref": "#/$defs/authors"},
        "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "language": {"type": "string"},
        "attachments": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["url", "mime_type"],
                "properties": {
                    "url": {"type": "string", "pattern": "^https?://"},
                    "mime_type": {"type": "string", "pattern": MIME.pattern},
                    "title": {"type": "string"},
                    "size_in_bytes": {"type": "integer", "minimum": 0},
                },
                "additionalProperties": False,
            },
        },
    },
    "patternProperties": {"^_[^.]+$": {"type": "object"}},
    "additionalProperties": False,
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "home_page_url", "feed_url", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "description": {"type": "string"},
        "icon": {"type": "string", "pattern": "^https?://"},
        "language": {"type": "string", "pattern": "^[a-z]{2,3}"},
        "authors": {"$ref": "#/$defs/authors"},
        "hubs": {"type": "array", "items": {"type": "object", "required": ["type", "url"]}},
        "items": {"type": "array", "items": ITEM},
    },
    "additionalProperties": False,
    "$defs": {
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "minProperties": 1,
                "properties": {
                    name: {"type": "string", "minLength": 1} for name in ("name", "url", "avatar")
                },
                "additionalProperties": False,
            },
        }
    },
}
"""JSON Feed 1.1 as a schema."""


def faults(data: bytes) -> list[str]:
    """Return all that is wrong with a feed, of whatever format."""
    if data.startswith(b"{"):
        return json_faults(data)
    tree = ElementTree.fromstring(data)
    found = _text_faults(data.decode())
    if not data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>'):
        found.append("no declaration, or a byte order mark")
    return found + (rss_faults(tree) if tree.tag == "rss" else atom_faults(tree))


def _text_faults(text: str) -> list[str]:
    return [f"character {match[0]!r}" for match in UNSEEN.finditer(text)]


def html_faults(html: str) -> list[str]:
    """Return what feeds must not hold: active content, relative addresses, ids, broken markup."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parseFragment(html)
    found = [f"HTML: {code} in {html[:200]!r}" for _, code, _ in parser.errors]
    for node in tree.iter():
        if not isinstance(node.tag, str):
            found.append("a comment")
            continue
        found += [f"<{node.tag}>"] if node.tag in ACTIVE else []
        for name, value in node.attrib.items():
            if name in {"id", "style", "name"} or name.startswith("on"):
                found.append(f"attribute {name}")
            if name in {"href", "src", "poster"} and not re.match(r"(https?|mailto|tel):", value):
                found.append(f"address {value!r}")
    return found


def rss_faults(rss: ElementTree.Element) -> list[str]:
    """Return what the RSS Advisory Board's profile and the W3C's validator would say."""
    channel = rss.find("channel")
    assert channel is not None
    found = [
        f"no {name}" for name in ("title", "link", "description", "language") if not channel.findtext(name)
    ]
    links = {link.get("rel"): link.get("href") for link in channel.findall(f"{ATOM}link")}
    found += [] if URI.fullmatch(links.get("self") or "") else ["no self link"]
    found += _repeated([item.findtext("guid") or "" for item in channel.findall("item")])
    for item in channel.findall("item"):
        found += _rss_item_faults(item)
    for date in (*channel.findall("pubDate"), *channel.findall("lastBuildDate")):
        found += _rfc822_faults(date.text or "")
    return found


def _rss_item_faults(item: ElementTree.Element) -> list[str]:
    names = [child.tag for child in item]
    found = [
        f"{name} stands {names.count(name)} times"
        for name in ("title", "link", "guid", "pubDate", "description")
        if names.count(name) != 1
    ]
    if f"{CONTENT}encoded" in names and names.index("description") > names.index(f"{CONTENT}encoded"):
        found.append("content:encoded before description")
    if "author" in names:
        found.append("an author that is no address for mail")
    found += _rfc822_faults(item.findtext("pubDate") or "")
    found += [] if URI.fullmatch(item.findtext("link") or "") else [f"link {item.findtext('link')}"]
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") == "true" and not URI.fullmatch(guid.text or ""):
        found.append(f"guid {guid.text} is no permanent link")
    enclosures = item.findall("enclosure")
    found += ["several enclosures"] if len(enclosures) > 1 else []
    for each in enclosures:
        good = URI.fullmatch(each.get("url") or "") and MIME.fullmatch(each.get("type") or "")
        found += [] if good and (each.get("length") or "").isdigit() else [f"enclosure {each.attrib}"]
    for media in item.findall(f"{MEDIA}content"):
        found += [] if URI.fullmatch(media.get("url") or "") else [f"media {media.attrib}"]
    for name in ("description", f"{CONTENT}encoded"):
        found += html_faults(item.findtext(name) or "")
    return found


def atom_faults(feed: ElementTree.Element) -> list[str]:
    """Return what RFC 4287 and the W3C's validator would say."""
    names = ("id", "title", "updated", "author")
    found = [f"no {name}" for name in names if feed.find(f"{ATOM}{name}") is None]
    links = [link.get("rel") for link in feed.findall(f"{ATOM}link")]
    found += [] if links.count("self") == 1 and links.count("alternate") == 1 else [f"links {links}"]
    found += [] if feed.get("{http://www.w3.org/XML/1998/namespace}lang") else ["no language"]
    entries = feed.findall(f"{ATOM}entry")
    found += _repeated([entry.findtext(f"{ATOM}id") or "" for entry in entries])
    for element in (feed, *entries):
        identity = element.findtext(f"{ATOM}id") or ""
        found += [] if IRI.fullmatch(identity) else [f"id {identity!r}"]
        for name in ("updated", "published"):
            for date in element.findall(f"{ATOM}{name}"):
                found += [] if RFC3339.fullmatch(date.text or "") else [f"{name} {date.text}"]
        for person in element.findall(f"{ATOM}author"):
            found += [] if (person.findtext(f"{ATOM}name") or "").strip() else ["an author without a name"]
    for entry in entries:
        found += _entry_faults(entry)
    return found


def _entry_faults(entry: ElementTree.Element) -> list[str]:
    found = [f"no {name}" for name in ("id", "title", "updated") if entry.find(f"{ATOM}{name}") is None]
    for link in entry.findall(f"{ATOM}link"):
        found += [] if URI.fullmatch(link.get("href") or "") else [f"link {link.attrib}"]
    rels = [link.get("rel") for link in entry.findall(f"{ATOM}link")]
    found += [] if rels.count("alternate") == 1 else [f"links {rels}"]
    for name in ("summary", "content"):
        text = entry.find(f"{ATOM}{name}")
        if text is not None:
            found += html_faults(text.text or "") + ([] if text.get("type") == "html" else ["type of text"])
    return found


def json_faults(data: bytes) -> list[str]:
    """Return what JSON Feed 1.1 would say."""
    feed = json.loads(data)
    found = [error.message for error in jsonschema.Draft202012Validator(JSON_FEED).iter_errors(feed)]
    found += _repeated([item["id"] for item in feed["items"]]) + _text_faults(data.decode())
    for item in feed["items"]:
        found += html_faults(item.get("content_html", ""))
        found += [] if URI.fullmatch(item["url"]) else [f"url {item['url']}"]
    return found


def _rfc822_faults(text: str) -> list[str]:
    if not RFC822.fullmatch(text):
        return [f"date {text!r}"]
    day = parsedate_to_datetime(text)
    return [] if text.startswith(f"{day:%a}, ") else [f"weekday of {text!r}"]


def _repeated(values: list[str]) -> list[str]:
    return [
        f"{value!r} is no identity of its own"
        for value in set(values)
        if values.count(value) > 1 or not value
    ]


def parsed(data: bytes) -> list[tuple[str, str, str, dt.datetime]]:
    """Return id, address, title and date of each item as a reader takes them."""
    if data.startswith(b"{"):
        return [
            (item["id"], item["url"], item["title"], dt.datetime.fromisoformat(item["date_published"]))
            for item in json.loads(data)["items"]
        ]
    feed = feedparser.parse(data)
    assert feed.bozo == 0, feed.get("bozo_exception")
    return [
        (entry.id, entry.link, entry.title, dt.datetime(*entry.published_parsed[:6], tzinfo=dt.UTC))
        for entry in feed.entries
    ]
