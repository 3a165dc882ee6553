"""Options of what is said of posts elsewhere: summaries on cards, and posts named below others."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from mkdocs_newsblog.schema.options.group import COUNTED, LAYOUT_NAME, Options, TaxonomyName, shaped

ALL, NONE = "all", "none"
"""Among which posts neighbours are looked for, where that is no taxonomy."""


def row(value: Any) -> Any:
    """``false`` stands for no neighbours, ``true`` for the default."""
    return {True: ALL, False: NONE}[value] if isinstance(value, bool) else value


Neighbours = Annotated[
    TaxonomyName,
    BeforeValidator(row),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": LAYOUT_NAME}, {"type": "boolean"}]}),
]


class RelatedOptions(Options):
    """Other posts named below a post: those its author names, then those on the same subjects."""

    limit: Annotated[int, Field(ge=0, le=20), COUNTED] = 3
    """Posts up to which the list is filled; those that the author names all stand in it."""
    automatic: bool = True
    """Whether posts with the same rare tags, categories and other terms fill the list."""


Fact = Literal["date", "updated", "authors", "minutes", "categories", "tags", "terms"]


class ShownOptions(Options):
    """What is said of a post beside its title: `terms` are those of the site's own taxonomies."""

    post: tuple[Fact, ...] = get_args(Fact)
    """On its own page."""
    card: tuple[Fact, ...] = ("date", "minutes", "tags")
    """On cards, in the layouts `cards` and `list`."""


class SummaryOptions(Options):
    """Where the text of a card comes from."""

    from_: tuple[Literal["marker", "summary", "description", "auto"], ...] = Field(
        default=("marker", "summary", "description", "auto"), alias="from"
    )
    """Sources in order; the first that a post has is used. None at all: cards show titles only."""
    marker: Annotated[str, shaped(r"^[^\r\n]*\S[^\r\n]*$", "one line that is not empty")] | None = None
    """A line that ends the summary in the body, beside the markers of other systems: such as `---`."""
    required: bool = False
    """Whether a post that none of the sources but `auto` has anything for is an error."""
    words: Annotated[int, Field(ge=1, le=10_000), COUNTED] = 50
    """Length of an automatic summary, in words; it ends with the block, item or sentence that reaches it."""
