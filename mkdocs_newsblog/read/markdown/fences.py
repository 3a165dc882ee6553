"""Fences of code that say more than their language, as other systems have it, in the words of the host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_newsblog.read.markdown.code import FENCE, Span, code_spans, indented_spans, is_within
from mkdocs_newsblog.read.markdown.replaced import replaced

HIGHEST = 2000
"""Number of the last line of a block that is made to stand out."""
_SAID = re.compile(
    r"^[ \t>]*(?:`{3,}|~{3,})[ \t]*"
    r"(?:\{[a-z][\w:.+-]*\}[ \t]+[^\s`]|[\w#+-][\w#.+-]*(?:[ \t]*[{:\[,]|[ \t]+\w))",
    re.MULTILINE,
)
"""What a text has at least when a fence in it says more than its language or its directive."""
_DIRECTIVE = (
    r"(?P<before>[ \t]*(?:>[ \t]*)*)(?P<fence>`{3,}|~{3,})[ \t]*"
    r"(?P<name>\{(?P<kind>[a-z][\w:.+-]*)\})[ \t]+(?P<told>[^\s`][^\n`]*)\n"
)
_CODE = frozenset({"code", "code-block", "code-cell", "sourcecode"})
"""Directives that are told the language of the code in them (MyST, Code blocks; Sphinx, Showing code)."""
_BELOW = r"(?:[ \t]*:[a-z-]+:[^\n]*\n)+|[ \t]*---[ \t]*\n(?:[ \t]*[a-z-]+:[^\n]*\n)*[ \t]*---[ \t]*\n"
"""What such a directive is told besides, on lines of its own."""
_NAME = re.compile(r"[\w+#.-]+")
_LANGUAGE = r"[ \t]*(?P<lang>[\w#+-][\w#.+-]*)(?P<rest>(?:[ \t{:\[,].*)?)"
_KEY = r"(?P<key>[A-Za-z][\w-]*)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
_PIECE = (
    rf"{_KEY}|\{{(?P<held>[^{{}}]*)\}}|(?P<bare>[^\s\"'{{}},]+))"
    r"|\{(?P<lines>[^{}]*)\}|\[(?P<label>[^\[\]]*)\]|(?<!\s):(?:title=)?(?P<glued>[^\s{}]+)"
    r"|[A-Za-z][\w-]*(?=[\s,]|\Z)|\d+(?:-\d+)?(?=[\s,]|\Z)|\"[^\"]*\"|'[^']*'|/[^/\s]*/\w*"
)
_ATTRIBUTES = r"\s*\{([^{}]*)\}"
"""Attributes, ``{.wide}`` or ``{linenos=table}``, if it looks like them: lines stand in braces as well."""
_ATTRIBUTE = (
    rf"(?P<class>[.#][^\s{{}}.#,\"'=]+)|{_KEY}|\[(?P<held>[^\[\]]*)\]|(?P<bare>[^\s\"'\[\],]+))|[^\s,]+"
)
_OPTIONS: Mapping[str, str] = {
    **dict.fromkeys(("title", "filename", "file", "name", "caption"), "title"),
    **dict.fromkeys(("hl_lines", "highlight", "mark"), "hl_lines"),
    "linenos": "linenos",
    "linenums": "linenums",
    **dict.fromkeys(("showlinenumbers", "startlinenumber", "linenumbers", "numberlines"), ""),
    **dict.fromkeys(("ins", "del", "add", "remove", "diff", "collapse", "frame", "wrap", "meta", "copy"), ""),
    **dict.fromkeys(("linenostart", "hide_lines", "anchorlinenos", "lineanchors", "linenumbersintable"), ""),
    **dict.fromkeys(("style", "tabwidth", "guesssyntax", "noclasses"), ""),
}
"""Options of the host by what other systems call them, in small letters; "" for what it has not."""
_NUMBERED = r"\d{1,9}(?:[ \t]+\d{1,9}){0,2}"
_NATIVE = r"\s*hl_lines=(?:\"[\d ]+\"|'[\d ]+')\s*"
"""What every host reads as it stands."""
_SUPERFENCES = frozenset({"pymdownx.superfences", "pymdownx.extra"})
_RANGES = r"\s*\d{1,4}(?:\s*-\s*\d{1,4})?(?:(?:\s*,\s*|\s+)\d{1,4}(?:\s*-\s*\d{1,4})?){0,99}\s*"
_RANGE = r"(\d+)(?:\s*-\s*(\d+))?"


def has_superfences(extensions: Iterable[str]) -> bool:
    """Whether an extension of the site numbers the lines of fences that ask for it."""
    return any(name.partition(":")[0] in _SUPERFENCES for name in extensions)


def plain_fences(text: str, *, superfences: bool = False) -> str:
    """Return a text whose fences say what they say as attributes: ``js {2} title="a.js"``, ``js:a.js``.

    For the host such a fence is none, or not without an extension, and readers see its signs and no code.
    So it is with ``{figure} a.png`` of MyST: there the fence that closes it would open code, up to the next.
    What a directive is told comes into the code, and one of code becomes code in its language.

    What only ``superfences`` knows is left out without that: elsewhere ``linenums`` would stop the host.
    """
    if not _SAID.search(text):
        return text
    return replaced(text, _changes(text, code_spans(text), indented_spans(text), superfences=superfences))


def _changes(
    text: str, fences: Sequence[Span], indented: Sequence[Span], *, superfences: bool
) -> Iterator[tuple[int, int, str]]:
    for start, _ in fences:
        if is_within(start, indented):
            continue
        if directive := re.compile(_DIRECTIVE).match(text, start):
            yield _of_directive(text, directive)
            continue
        end = text.find("\n", start)
        line = FENCE.fullmatch(text, start, len(text) if end < 0 else end)
        said = re.fullmatch(_LANGUAGE, line[2].rstrip()) if line else None
        given = _options(said["rest"]) if said and said["rest"].strip() else None
        if line and said and given is not None:
            lang, options = said["lang"], _written(given, superfences=superfences)
            put = f" {{ .{lang} {' '.join(options)} }}" if options else lang
            yield *line.span(2), put


def _of_directive(text: str, found: re.Match[str]) -> tuple[int, int, str]:
    lead = found["before"] + found["fence"]
    language = _NAME.match(found["told"]) if found["kind"] in _CODE else None
    if language is None:
        return found.start(), found.end(), f"{lead}\n{found['before']}{found['name']} {found['told']}\n"
    below = re.compile(_BELOW).match(text, found.end())
    return found.start(), below.end() if below else found.end(), f"{lead}{language[0]}\n"


def _options(rest: str) -> dict[str, str] | None:
    """Return the options of a fence as the host calls them, or None where it is left alone."""
    if re.fullmatch(_NATIVE, rest):
        return None
    braced = re.fullmatch(_ATTRIBUTES, rest)
    is_attributes = braced is not None and ("=" in braced[1] or braced[1].lstrip().startswith((".", "#")))
    text, pieces = (braced[1], _ATTRIBUTE) if braced and is_attributes else (rest, _PIECE)
    said: dict[str, str] = {}
    place = 0
    while place < len(text):
        if text[place] in " \t,":
            place += 1
            continue
        piece = re.compile(pieces).match(text, place)
        told = _told(piece) if piece else None
        if piece is None or told is None:
            return None
        said.setdefault(*told)
        place = piece.end()
    return said


def _told(piece: re.Match[str]) -> tuple[str, str] | None:
    """Return which option of the host a piece gives, "" for none, and its value; None for one of a plugin.

    A class or an id is an option of its own name, and so is an attribute that is not known, with ``=``.
    """
    given = piece.groupdict()
    if given.get("class"):
        return given["class"], ""
    if given["key"] is not None:
        value = given["double"] or given["single"] or given["held"] or given["bare"] or ""
        option = _OPTIONS.get(given["key"].lower(), f"{given['key']}=" if "class" in given else None)
        return None if option is None else (option, value)
    if given.get("lines") is not None:
        return None if "=" in given["lines"] else ("hl_lines", given["lines"])
    glued = given.get("glued") or ""
    title = given.get("label") or (glued if "." in glued else "")
    return "title" if title else "", title


def _numbers(lines: str) -> str:
    """Return the numbers of lines one by one, since not every host knows what lies between two."""
    if not re.fullmatch(_RANGES, lines := lines.replace('"', "").replace("'", "")):
        return ""
    found = set[int]()
    for first, last in re.findall(_RANGE, lines):
        found.update(range(int(first), min(int(last or first), HIGHEST) + 1))
    return " ".join(map(str, sorted(found)))


def _written(said: Mapping[str, str], *, superfences: bool) -> list[str]:
    """Return options as attributes; a text with both kinds of quotes can be none.

    For superfences an empty title stands for none, and it hands on what it does not know itself.
    """
    options = [key for key in said if key.startswith((".", "#"))]
    if (numbered := said.get("linenos")) in ("table", "inline"):
        options.append(f"linenos={numbered}")
    if superfences and re.fullmatch(_NUMBERED, first := said.get("linenums", "").strip()):
        options.append(f'linenums="{first}"')
    title, lines = said.get("title", "").strip(), _numbers(said.get("hl_lines", ""))
    values = {"title=": title} if title or (superfences and "title" in said) else {}
    values |= {"hl_lines=": lines} if lines else {}
    values |= {key: value for key, value in said.items() if superfences and key.endswith("=")}
    for key, value in values.items():
        if not ('"' in value and "'" in value):
            quote = "'" if '"' in value else '"'
            options.append(f"{key}{quote}{value}{quote}")
    return options
