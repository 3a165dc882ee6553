"""A block of front matter to a document, with everything that is wrong with it as problems."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import NamedTuple

import yaml
from yaml.nodes import Node

from mkdocs_newsblog.model.problem import VALUE_LIMIT, Place, Problem, printable
from mkdocs_newsblog.read.front_matter import mend
from mkdocs_newsblog.read.front_matter.container import Block, Format, UnclosedError
from mkdocs_newsblog.read.front_matter.document import Document
from mkdocs_newsblog.read.front_matter.headers import read_comments, read_headers
from mkdocs_newsblog.read.front_matter.toml_and_json import parse, plain, read_toml, refuse_large
from mkdocs_newsblog.read.front_matter.yaml_block import MAX_NODES, Builder, RefusedError, compose
from mkdocs_newsblog.schema.problems.codes import problem

_AT = r" \(at (?:line (\d{1,9}), column (\d{1,9})|end of document)\)\Z"
"""Where something is wrong with TOML, as Python says it behind what it is."""


class Loaded(NamedTuple):
    """A document, and what was wrong with its block."""

    document: Document
    problems: tuple[Problem, ...] = ()


def load(block: Block, src_uri: str) -> Loaded:
    """Return the document of a block; never raises for what stands in it, except:

    Raises:
        UnclosedError: the block swallowed the body's prose.
    """
    document = Document(src_uri, block.text, block.skipped)
    if block.format is Format.YAML:
        return _load_yaml(document)
    if block.format is Format.HEADERS:
        document.data.update(read_headers(block.text))
    elif block.format is Format.COMMENTS:
        document.data.update(read_comments(block.text))
    elif block.format in (Format.TOML, Format.JSON):
        return _load_other(document, block.format)
    elif block.format is Format.SCRIPT:
        place = Place(src_uri, block.skipped)
        fact = f"the front matter is {block.format}, which nothing here runs, so no key of it is known"
        return Loaded(
            document, (problem("front-matter-unreadable", place, "front matter", fact, "Write it in YAML"),)
        )
    return Loaded(document)


def _load_yaml(document: Document) -> Loaded:
    builder = Builder(document, document.skipped)
    try:
        root = compose(document.text)
        if root is not None:
            builder.add(root)
    except RefusedError as refused:
        return Loaded(Document(document.src_uri), (*builder.problems, _refusal(document, refused)))
    except yaml.YAMLError as error:
        return _rescue(document, error)
    _check_closed(document)
    return Loaded(document, tuple(builder.problems))


def _check_closed(document: Document) -> None:
    """Refuse a block with a sentence for a key behind a blank line: the body's prose was taken for a key."""
    if "\n\n" not in document.text:
        return
    for key in document.data:
        node = document.nodes.get((key,))
        if node is None or len(key.split()) < 3:
            continue
        line = document.place((key,)).line - document.skipped
        if not "".join(document.text.split("\n")[max(line - 2, 0) : line - 1]).strip():
            raise UnclosedError(
                document.skipped - 1, f"probably not closed before line {line + document.skipped}"
            )


def _refusal(document: Document, refused: RefusedError, lines_before: int = 0) -> Problem:
    line = refused.line + document.skipped + lines_before + 1
    place = Place(document.src_uri, line, refused.col + 1)
    return problem(refused.code, place, "front matter", refused.fact, refused.remedy)


def _rescue(document: Document, error: yaml.YAMLError) -> Loaded:
    if (line := mend.prose_line(document.text)) is not None:
        fact = f"probably not closed before line {document.skipped + line + 1}"
        raise UnclosedError(document.skipped - 1, fact) from error
    problems: list[Problem] = []
    indented: list[Problem] = []
    seen: dict[str, int] = {}
    try:
        for mended in mend.mend(document.text):
            problems += _say(document, mended, indented)
            if mended.node is not None:
                before = set(document.data)
                problems += _add_piece(document, mended.node, mended.piece.line)
                problems += _repeated(document, before, mended, seen)
    except RefusedError as refused:
        problems.append(_refusal(document, refused))
    return Loaded(document, (*problems, *_once(indented)))


def _once(indented: list[Problem]) -> list[Problem]:
    """Return the first of the lines that only their indentation is wrong with: an editor made all alike."""
    if len(indented) < 2:
        return indented
    more = len(indented) - 1
    others = f"as {'is 1 more line that is' if more == 1 else f'are {more} more lines that are'} indented so"
    return [indented[0]._replace(fact=f"{indented[0].fact}, {others}")]


def _add_piece(document: Document, node: Node, lines_before: int) -> list[Problem]:
    builder = Builder(document, document.skipped + lines_before)
    try:
        builder.add(node)
    except RefusedError as refused:
        return [*builder.problems, _refusal(document, refused, lines_before)]
    return builder.problems


def _repeated(
    document: Document, before: set[str], mended: mend.Mended, seen: dict[str, int]
) -> list[Problem]:
    line = document.skipped + mended.piece.line + 1
    keys = [str(pair[0].value) for pair in getattr(mended.node, "value", ())]
    found = []
    for key in keys:
        if key in before and key in seen:
            fact = f"the key stands twice, first on line {seen[key]}; the last one counts"
            found.append(problem("key-repeated", Place(document.src_uri, line), key, fact))
        seen.setdefault(key, line)
    return found


def _say(document: Document, mended: mend.Mended, indented: list[Problem]) -> list[Problem]:
    """Return what is wrong with a piece; a line that only its indentation is wrong with, in ``indented``."""
    key = mended.piece.lines[0].partition(":")[0].strip(" \t\"'-") or "front matter"
    if mended.node is None:
        place = Place(document.src_uri, document.skipped + mended.fault_line + 1)
        number = mended.fault_line - mended.piece.line
        shown = tuple(_shown(line) for line in mended.piece.lines[number : number + 1])
        fact = f"not readable as YAML: {mended.fault}; this key is left out"
        return [problem("front-matter-unreadable", place, key, fact, excerpt=shown)]
    found: list[Problem] = []
    for change in mended.mends:
        place = Place(document.src_uri, document.skipped + change.line + 1, change.col + 1)
        excerpt = (_shown(change.before), " " * change.col + "^", _shown(change.after))
        fact = "not valid YAML, read as if mended"
        kind = indented if change.before.lstrip() == change.after.lstrip() else found
        kind.append(problem("front-matter-mended", place, key, fact, excerpt=excerpt))
    return found


def _shown(line: str) -> str:
    return printable(line.replace("\t", "→"))  # one sign wide, so that the caret stands below its fault


def _load_other(document: Document, kind: Format) -> Loaded:
    repeated: list[str] = []
    try:
        refuse_large(document.text, kind)
        found = parse(document, kind, repeated)
    except RefusedError as refused:
        return Loaded(document, (_refusal(document, refused),))
    except (ValueError, RecursionError, OverflowError) as error:
        return _line_by_line(document, kind, error)
    if not isinstance(found, dict):
        fact = "no object of keys and values"
        return Loaded(
            document, (problem("front-matter-unreadable", document.place(()), "front matter", fact),)
        )
    try:
        document.data.update(plain(found, [MAX_NODES]))
    except RefusedError as refused:
        return Loaded(document, (_refusal(document, refused),))
    fact = "the key stands twice; the last one counts"
    return Loaded(
        document, tuple(problem("key-repeated", document.place((key,)), key, fact) for key in repeated)
    )


def _line_by_line(document: Document, kind: Format, error: Exception) -> Loaded:
    """Keep the lines of a broken TOML block that can be read alone, as far as its first table."""
    if kind is Format.TOML:
        budget = [MAX_NODES]
        for line in document.text.split("\n"):
            if line.startswith("["):
                break
            with suppress(ValueError, RecursionError, OverflowError, RefusedError):
                for key, value in plain(read_toml(line), budget).items():
                    document.data.setdefault(key, value)
    reason, number, col = _fault(error, document.text)
    place = Place(document.src_uri, number + document.skipped, col)
    fact = f"not readable as {kind}: {reason}"
    # JSON may stand in one long line: what is around the fault is enough.
    line = document.text.split("\n")[number - 1][max(col - VALUE_LIMIT, 0) : col + VALUE_LIMIT]
    found = problem("front-matter-unreadable", place, "front matter", fact, excerpt=(_shown(line),))
    return Loaded(document, (found,))


def _fault(error: Exception, text: str) -> tuple[str, int, int]:
    """Return what is wrong, and the line and the column that the parser counted in the block itself."""
    if isinstance(error, json.JSONDecodeError):
        return error.msg, error.lineno, error.colno
    reason = str(error).partition("\n")[0] or type(error).__name__
    if (found := re.search(_AT, reason)) is None:
        return reason, 1, 1
    reason = reason[: found.start()]
    if found[1]:
        return reason, int(found[1]), int(found[2])
    written = text.rstrip().split("\n")
    return f"{reason} at its end", len(written), len(written[-1]) + 1
