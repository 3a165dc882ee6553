"""Entries for tables."""

import datetime as dt

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.post import Entry


def at(text, *, day_only=None):
    """A moment from ISO text; a text without a time is a day."""
    moment = dt.datetime.fromisoformat(text)
    only = len(text) == 10 if day_only is None else day_only
    return Moment(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC), day_only=only)


def entry(name, date=None, **more):
    """A post by its file name."""
    return Entry(f"news/{name}.md", more.pop("title", name), published=at(date) if date else None, **more)
