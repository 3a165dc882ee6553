"""What a page's head can say of the page: plain values; addresses are absolute, or None without a site's."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

_ACCOUNT = re.compile(r"/@([\w.-]+)/?", re.ASCII)
NO_FEDIVERSE = frozenset({"medium.com", "youtube.com", "tiktok.com", "threads.net", "substack.com"})
"""Sites whose profiles look like Mastodon's and are none."""


CARD_FORMATS = frozenset({"image/gif", "image/jpeg", "image/png", "image/webp"})
"""Formats of pictures that networks and chats show; drawings (SVG) and AVIF are none of them."""


class Creator(NamedTuple):
    """An author: ``url`` is the author's page, ``same_as`` a profile elsewhere."""

    name: str
    url: str | None = None
    same_as: str | None = None
    organization: bool = False

    @property
    def account(self) -> str | None:
        """The account in the Fediverse that a profile's address names: ``@user@host``."""
        profile = self.same_as or self.url  # which is the profile where the author has no page
        if not profile:
            return None
        parts = urlsplit(profile)
        found = _ACCOUNT.fullmatch(parts.path)
        if found is None or parts.scheme != "https" or parts.netloc.removeprefix("www.") in NO_FEDIVERSE:
            return None
        return f"@{found[1]}@{parts.netloc}"


class Profile(NamedTuple):
    """The author whose page a listing is, with what is known of them besides name and address."""

    creator: Creator
    position: str | None = None
    description: str | None = None
    portrait: str | None = None
    """The address of a picture."""
    same_as: tuple[str, ...] = ()
    """Addresses of the author elsewhere."""


class Illustration(NamedTuple):
    """The picture of a page; sizes in pixels where they are known."""

    url: str
    alt: str = ""
    caption: str | None = None
    width: int | None = None
    height: int | None = None
    media_type: str | None = None

    @property
    def fits_cards(self) -> bool:
        """Whether a card can show it, as far as anybody knows."""
        return self.media_type is None or self.media_type in CARD_FORMATS


class Publisher(NamedTuple):
    """Who publishes the section."""

    name: str
    url: str | None = None
    logo: str | None = None


class Step(NamedTuple):
    """A page in the way from the site's front page to this one."""

    title: str
    url: str | None


class PageFacts(NamedTuple):
    """A post or a listing."""

    kind: Literal["article", "listing"]
    title: str
    site_name: str
    language: str
    publisher: Publisher
    url: str | None = None
    """The canonical address."""
    description: str | None = None
    image: Illustration | None = None
    stand_in: Illustration | None = None
    """What cards show for a picture that they can't."""
    published: str | None = None
    """Date and time with zone (ISO 8601)."""
    modified: str | None = None
    creators: tuple[Creator, ...] = ()
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    series: tuple[Step, ...] = ()
    words: int = 0
    article_type: str = "BlogPosting"
    blog: Step | None = None
    trail: tuple[Step, ...] = ()
    """Steps from the site's front page to this page, this page included."""
    items: tuple[Step, ...] = ()
    """Posts of a listing."""
    profile: Profile | None = None
    noindex: bool = False
    previous: str | None = None
    next: str | None = None

    @property
    def card_image(self) -> Illustration | None:
        """The picture for Open Graph and X."""
        return self.stand_in or self.image
