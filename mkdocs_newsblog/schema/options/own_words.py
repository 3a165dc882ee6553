"""Words that a site may write itself: their names, what is filled into them, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from string import Formatter
from typing import Annotated, Any, NamedTuple, cast

from pydantic import AfterValidator, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError

from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.schema.options.reading import LANGUAGE_TAG, check_language

OTHER = "other"
FORMS = ("zero", "one", "two", "few", "many", OTHER)
"""Plural categories of CLDR; each language has the last and some of the others (UTS #35, part 3)."""

LINE = "one line of text"


class Word(NamedTuple):
    """One word of the fragments."""

    where: str
    places: tuple[str, ...] = ()
    """What is filled in, each in braces."""
    counted: bool = False
    """Whether it has plural forms."""


WORDS: Mapping[str, Word] = {
    "blog": Word("Title of a section that has none"),
    "archive": Word("Title of the archive"),
    "tags": Word("Title of the index of tags"),
    "categories": Word("Title of the index of categories"),
    "authors": Word("Title of the index of authors"),
    "series": Word("Title of the index of series"),
    "tag": Word("Before the name of a tag, on its page"),
    "category": Word("Before the name of a category, on its page"),
    "author": Word("Before the name of an author, on their page"),
    "part": Word("Before the name of a series, on its page"),
    "named": Word("Title of such a page: one of these words, and the name", ("kind", "title")),
    "page": Word("A further page of a listing", ("number",)),
    "pagination": Word("Name of the links to pages of a listing, for screen readers"),
    "newer": Word("Link to the page of a listing with newer posts"),
    "older": Word("Link to the page of a listing with older posts"),
    "previous_page": Word("The same where posts are in the order of their parts: the page before"),
    "next_page": Word("The same: the page behind"),
    "previous": Word("Above the link to the post before, at the end of a post"),
    "next": Word("Above the link to the post behind, at the end of a post"),
    "neighbours": Word("Name of these two links, for screen readers"),
    "place": Word("Place of a post in its series", ("number", "total")),
    "all_parts": Word("Link to all posts of a series"),
    "previous_part": Word("Above the link to the part before"),
    "next_part": Word("Above the link to the part behind"),
    "related": Word("Heading of related posts"),
    "ways": Word("Name of the links below the heading of a listing, for screen readers", ("title",)),
    "posts": Word("Number of posts in a part of the archive", ("number",), counted=True),
    "minutes": Word("Reading time", ("number",), counted=True),
    "and_more": Word("Behind the first authors of a card", ("number",), counted=True),
    "updated": Word("When a post was changed", ("date",)),
    "undated": Word("Heading of posts without a date, in the archive"),
    "pinned": Word("Mark of a pinned post"),
    "nothing": Word("A listing without posts"),
    "moved": Word("The page at a former address"),
    "column_date": Word("Heading of dates, in the layout `table`"),
    "column_title": Word("Heading of titles, in the layout `table`"),
    "draft": Word("Mark of a draft, in a preview"),
    "scheduled": Word("Mark of a scheduled post, in a preview"),
    "expired": Word("Mark of an expired post, in a preview"),
    "unlisted": Word("Mark of an unlisted post, in a preview"),
    "problems": Word("Above the mistakes of a post, in a preview"),
    "list_problems": Word("Above the mistakes of a list, in a preview"),
}
"""Every word by the name that templates ask for."""

Words = Mapping[str, str | Mapping[str, str]]
"""Texts by the names of words, or by plural forms where a number is in them."""
Path = tuple[str, ...]


def check_words(words: dict[str, Any]) -> dict[str, Any]:
    """Refuse names that nothing asks for, and texts that can't be filled in.

    Raises:
        ValidationError: all that is wrong, each with its place.
    """
    if faults := list(_faults(words, (), top=True)):
        raise ValidationError.from_exception_data("words", faults)
    return words


def _faults(words: Mapping[Any, Any], path: Path, *, top: bool) -> Iterator[InitErrorDetails]:
    for name, value in words.items():
        here = (*path, name)
        if name in WORDS:
            yield from _word_faults(WORDS[name], value, here)
        elif not (top and _is_language(name)):
            yield _fault(f"there is no word {quoted(name)}{_advice(name, WORDS)}", here, value)
        elif isinstance(value, Mapping):
            yield from _faults(value, here, top=False)
        else:
            yield _fault("should be words of that language by their names", here, value)


def split_words(words: Mapping[str, Any]) -> tuple[Words, Mapping[str, Words]]:
    """Return a site's own words for all its languages, and those for single ones by language tag."""
    everywhere = {name: text for name, text in words.items() if name in WORDS}
    return everywhere, {tag: own for tag, own in words.items() if tag not in WORDS}


def _is_language(name: str) -> bool:
    try:
        return bool(check_language(name))
    except ValueError:
        return False


def _word_faults(word: Word, value: object, path: Path) -> Iterator[InitErrorDetails]:
    if not word.counted or not isinstance(value, Mapping):
        kind = f"{LINE} or plural forms" if word.counted else LINE
        yield from _text_faults(word, value, path, kind)
        return
    for form, text in value.items():
        if form in FORMS:
            yield from _text_faults(word, text, (*path, form), LINE, whole=form == OTHER)
        else:
            yield _fault(f"there is no plural form {quoted(form)}{_advice(form, FORMS)}", (*path, form), text)
    if OTHER not in value:
        yield _fault(f"should have the plural form '{OTHER}', as every language has", path, value)


def _text_faults(
    word: Word, text: object, path: Path, kind: str, *, whole: bool = True
) -> Iterator[InitErrorDetails]:
    """Yield what is wrong with a text; a plural form that is for few numbers may say them in words."""
    if not isinstance(text, str) or not text.strip() or len(text.splitlines()) > 1:
        yield _fault(f"should be {kind}", path, text)
        return
    try:
        found = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        yield _fault("should have braces in pairs, and {{ for one that is shown", path, text)
        return
    missing = [f"{{{place}}}" for place in word.places if place not in [name for name, *_ in found]]
    if any(name not in word.places or spec or conversion for name, spec, conversion in found):
        known = " and ".join(f"{{{place}}}" for place in word.places)
        yield _fault(f"should have nothing in braces{known and f' but {known}'}", path, text)
    elif whole and missing:
        yield _fault(f"should have {' and '.join(missing)} in it", path, text)


def _advice(name: object, known: Iterable[str]) -> str:
    near = get_close_matches(str(name)[:40], known, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _fault(fact: str, path: Path, value: object) -> InitErrorDetails:
    # What stands in braces is filled in where there are values for it, and there are none.
    return InitErrorDetails(type=PydanticCustomError("word", cast("Any", fact)), loc=path, input=value)


def words_schema() -> dict[str, Any]:
    """Return the JSON Schema of the option: words, and words by language."""
    text = {"type": "string", "pattern": r"^[^\r\n]*\S[^\r\n]*$"}
    forms = {
        "type": "object",
        "properties": dict.fromkeys(FORMS, text),
        "required": [OTHER],
        "additionalProperties": False,
    }
    words = {
        name: {"description": word.where, **({"anyOf": [text, forms]} if word.counted else text)}
        for name, word in WORDS.items()
    }
    plain = {"type": "object", "properties": words, "additionalProperties": False}
    return {**plain, "patternProperties": {rf"^(?!(?:{'|'.join(WORDS)})$){LANGUAGE_TAG}$": plain}}


OwnWords = Annotated[dict[str, Any], AfterValidator(check_words), WithJsonSchema(words_schema())]
