"""What a site calls its tags, as Docusaurus keeps it in ``tags.yml`` beside the posts: each below its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from yaml import YAMLError

from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.defaults import read_defaults
from mkdocs_newsblog.read.files.decode import read_text as decoded
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.front_matter.yaml_block import RefusedError, compose
from mkdocs_newsblog.read.values.addresses import read_address
from mkdocs_newsblog.read.values.texts import read_text
from mkdocs_newsblog.schema.problems.codes import problem_at


class KnownTag(NamedTuple):
    """What is said of a tag; posts name it by its ``key``."""

    key: str
    label: str | None = None
    """What readers see; where nothing is said, tags are shown as posts write them."""
    slug: str | None = None
    """Last part of the address of its page; default: made of the key."""
    description: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class TagFile:
    """The tags that a file speaks of, and what is wrong with it."""

    tags: Mapping[str, KnownTag] = field(default_factory=dict)
    """By their keys."""
    problems: tuple[Problem, ...] = ()


def read_tag_file(source: Source) -> TagFile:
    """Return the tags of a file (Docusaurus, ``tags.yml``); nothing in it makes this raise.

    A tag of which nothing is said is known by its key alone. What is wrong with a file of something else,
    such as a list, is no mistake.
    """
    read = read_defaults(source)
    problems = [found for found in read.problems if found.code != "key-not-text"]  # a tag may be a year
    root = Value(read.document.data, (), read.document)
    found = {key: _tag(key, root.child(key), problems) for key in root.fields}
    tags = {key: tag for key, tag in found.items() if tag is not None}
    if problems and not tags and _is_yaml(source):
        problems = [each._replace(severity=Severity.INFO) for each in problems]
    return TagFile(tags, tuple(problems))


def _is_yaml(source: Source) -> bool:
    """Whether a file can be read: where it speaks of no tag, it may be there for something else."""
    text = decoded(source)
    try:
        return isinstance(text, str) and compose(text) is not None
    except (RefusedError, YAMLError):
        return False


def _tag(key: str, value: Value, problems: list[Problem]) -> KnownTag | None:
    if value.is_empty:
        return KnownTag(key)
    if not isinstance(value.raw, dict):
        fact = f"what is said of the tag {quoted(key)} should be keys, is {quoted(value.shown)}"
        advice = "Write label, permalink or description below it"
        problems.append(problem_at("value-ignored", value, fact, advice))
        return None
    label, description = (_text(value, name, problems) for name in ("label", "description"))
    at = value.child("permalink") if "permalink" in value.fields else None
    slug, permalink = read_address(at, problems)
    last = (slug or permalink or "").rpartition("/")[2]
    # With its ending the folder of a page could be called as a file that is there.
    last = last.removesuffix(".html").removesuffix(".htm")
    return KnownTag(key, label or None, last or None, description)


def _text(value: Value, name: str, problems: list[Problem]) -> str | None:
    return read_text(value.child(name), problems) if name in value.fields else None
