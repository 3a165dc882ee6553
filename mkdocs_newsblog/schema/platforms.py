"""Where people are found elsewhere: names of platforms, and the addresses that a handle belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Platform(NamedTuple):
    """A platform: what people call it, and what stands before a handle; nothing where it takes an address."""

    label: str
    start: str = ""


PLATFORMS: Mapping[str, Platform] = {
    "bluesky": Platform("Bluesky", "https://bsky.app/profile/"),
    "codeberg": Platform("Codeberg", "https://codeberg.org/"),
    "facebook": Platform("Facebook", "https://www.facebook.com/"),
    "github": Platform("GitHub", "https://github.com/"),
    "gitlab": Platform("GitLab", "https://gitlab.com/"),
    "instagram": Platform("Instagram", "https://www.instagram.com/"),
    "linkedin": Platform("LinkedIn", "https://www.linkedin.com/in/"),
    "mastodon": Platform("Mastodon", "https://mastodon.social/@"),
    "medium": Platform("Medium", "https://medium.com/@"),
    "newsletter": Platform("Newsletter"),
    "orcid": Platform("ORCID", "https://orcid.org/"),
    "reddit": Platform("Reddit", "https://www.reddit.com/user/"),
    "stackoverflow": Platform("Stack Overflow", "https://stackoverflow.com/users/"),
    "telegram": Platform("Telegram", "https://t.me/"),
    "threads": Platform("Threads", "https://www.threads.net/@"),
    "twitch": Platform("Twitch", "https://www.twitch.tv/"),
    "twitter": Platform("X", "https://x.com/"),
    "x": Platform("X", "https://x.com/"),
    "youtube": Platform("YouTube", "https://www.youtube.com/@"),
}
"""By the name that authors files use, as Docusaurus has them, and some more."""

GROUPS = ("socials", "social", "links", "accounts")
"""Keys of an author that hold several of these, normalised."""
