"""The hero: a path, an address, an object, a list, or a switch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from mkdocs_newsblog.model.media import names_picture
from mkdocs_newsblog.model.post import ImageSource
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.pictures.resources import RESOURCES, Found, named, part_of, resource
from mkdocs_newsblog.read.pictures.unfilled import is_of_file, is_stem, is_unfilled
from mkdocs_newsblog.read.values.fields import Claim, Picker, switch_of
from mkdocs_newsblog.read.values.texts import read_text
from mkdocs_newsblog.read.values.wiki_links import flattened, unwrapped, wiki_link
from mkdocs_newsblog.schema.front_matter.fields import normal
from mkdocs_newsblog.schema.front_matter.pictures import IMAGE_OBJECT, LENGTH
from mkdocs_newsblog.schema.problems.codes import problem_at

_PLACE = r"(?i)top|bottom|left|right|cent(?:er|re)|inherit|initial|unset|revert|none|auto|[0-9%]|\("
"""What is in a position of CSS; a card keeps a side that is named, and the middle without one."""
_SIDES = "Write top, bottom, left, right or center"
_PIXELS = r"(?a)([0-9]{1,6})(?:\.0+)?\s*(?:px)?"
_LENGTH = "(?a)" + LENGTH
_SRC = frozenset(map(normal, IMAGE_OBJECT["src"])) - {"html"}
_TOLD = frozenset(
    normal(name)
    for part, names in IMAGE_OBJECT.items()
    if part not in ("src", "alt") and not part.startswith("hidden")
    for name in names
)
"""Keys that say something of a picture."""


def read_image(picker: Picker, problems: list[Problem]) -> ImageSource | None:
    """Return the hero that was asked for, with all that is said of it, or None."""
    chosen = _chosen(picker, problems)
    if chosen is None:
        return _said(picker, problems)
    claim, src, around = chosen
    link = wiki_link(read_text(src, problems, required=True) or "")
    if not (text := link.target):
        return None
    text = _in_folder("https:" + text if text.startswith("//") else text, picker, problems)
    picker.places["image"] = src.place
    parts = [
        (name, part_of(each, names)) for each in reversed(around) for name, names in IMAGE_OBJECT.items()
    ]
    own = {name: part for name, part in parts if part is not None}
    alt = _text(own.get("alt"), picker, "image.alt", problems, empty=True)
    return ImageSource(
        src=text,
        place=src.place,
        key=claim.value.key,
        alt=link.alt if alt is None else alt,
        caption=_text(own.get("caption"), picker, "image.caption", problems),
        credit=_text(own.get("credit"), picker, "image.credit", problems),
        width=_pixels(own.get("width") or picker.pick("image.width"), problems),
        height=_pixels(own.get("height") or picker.pick("image.height"), problems),
        dark_src=_text(own.get("dark_src"), picker, "", problems),
        position=_text(own.get("position"), picker, "image.position", problems),
    )


def _chosen(picker: Picker, problems: list[Problem]) -> tuple[Claim, Value, tuple[Value, ...]] | None:
    chosen: tuple[Claim, Value, tuple[Value, ...]] | None = None
    for claim in picker.claims.get("image.src", ()):
        if claim.value.is_empty or _is_switch(claim.value) or is_unfilled(claim.value):
            continue
        found = _source(claim.value)
        if chosen is not None and (called := named(chosen[1], claim.value)) is not None:
            chosen = (claim, *called)
        elif found is None:
            _without_path(claim.value, problems)
        elif chosen is None:
            chosen = (claim, *found)
        elif not claim.alias.fallback and claim.level <= chosen[0].level:
            _disagree(chosen[1], found[0], problems)
    return chosen


def _in_folder(text: str, picker: Picker, problems: list[Problem]) -> str:
    """Return a relative path below the folder that Chirpy has for a post's pictures, where it names one."""
    if ":" in text or text.startswith("/") or (folder := picker.pick("image.folder")) is None:
        return text
    folder_text = read_text(folder, problems)
    return f"{folder_text.rstrip('/')}/{text}" if folder_text else text


def _said(picker: Picker, problems: list[Problem]) -> ImageSource | None:
    """Return what is said of a picture that is not named: ``featureAlt`` of one in the folder."""
    names = ("alt", "caption", "credit", "position")
    said = [claim.value for name in names for claim in picker.claims.get(f"image.{name}", ())]
    around = [claim.value for claim in picker.claims.get("image.src", ()) if is_of_file(claim.value)]
    parts = [(name, part_of(each, IMAGE_OBJECT[name])) for each in around for name in names]
    own = {name: part for name, part in parts if part is not None and part.raw}
    texts = [_text(own.get(name), picker, f"image.{name}", problems, empty=name == "alt") for name in names]
    if texts[0] is None and not any(texts):
        return None
    alt, caption, credit, position = texts
    first = (*said, *around)[0]
    return ImageSource("", first.place, first.key, alt, caption, credit, position=position)


def read_shown(picker: Picker, problems: list[Problem]) -> bool:
    """Return whether front matter leaves the hero switched on."""
    for claim in (*picker.claims.get("image.shown", ()), *picker.claims.get("image.src", ())):
        if _is_switch(claim.value) and switch_of(claim.value) is False:
            return False
    hidden = [claim.value for claim in picker.claims.get("image.hidden", ())]
    return not (_is_off(hidden, problems) or _is_off(_parts(picker, "hidden"), None))


def read_places(picker: Picker, problems: list[Problem]) -> tuple[bool, bool]:
    """Return whether the hero is shown on the post's own page, and on cards."""
    page, cards = (_is_off(_parts(picker, f"hidden_on_{place}"), problems) for place in ("page", "cards"))
    beside = [claim.value for claim in picker.claims.get("image.hidden_on_page", ())]
    return not (page or _is_off(beside, problems)), not cards


def _parts(picker: Picker, name: str) -> list[Value]:
    found = (part_of(claim.value, IMAGE_OBJECT[name]) for claim in picker.claims.get("image.src", ()))
    return [part for part in found if part is not None]


def _is_off(switches: Iterable[Value], problems: list[Problem] | None) -> bool:
    for value in switches:
        hidden = switch_of(value)
        if hidden:
            return True
        if hidden is None and not value.is_empty and problems is not None:
            fact = f"should be true or false, is {quoted(value.shown)}"
            problems.append(problem_at("value-ignored", value, fact))
    return False


def _without_path(value: Value, problems: list[Problem]) -> None:
    """Name an object that says something of a picture and not which; switched off or empty says nothing."""
    is_named = normal(str(value.path[-1])) in ("header", RESOURCES) or is_of_file(value)
    if not is_named and _means_a_picture(value.raw):
        fact = "a picture without a path"
        problems.append(problem_at("value-ignored", value, fact, "Add src"))


def _means_a_picture(raw: object) -> bool:
    """Return whether an object has keys of a picture; others have a meaning to their own system only."""
    told = {normal(str(key)): part for key, part in raw.items() if part} if isinstance(raw, dict) else {}
    return "hidden" not in told and any(
        name in _TOLD or (name in _SRC and (not isinstance(part, dict) or _means_a_picture(part)))
        for name, part in told.items()
    )


def _is_switch(value: Value) -> bool:
    """Return whether a value is true, false or a word for them, which is never a path."""
    return isinstance(value.raw, bool | str) and switch_of(value) is not None


def _source(value: Value) -> Found | None:
    """Return the path that a text, an object or a list of these holds, with what is around it."""
    if normal(str(value.path[-1])) == RESOURCES:
        return resource(value)
    for item in flattened(value):
        if isinstance(item.raw, bool) or item.is_empty:
            continue
        if not isinstance(item.raw, dict):
            return item, (item,)
        if (captioned := _captioned(item)) is not None:
            return captioned.child("src"), (captioned,)
        for part in _candidates(item):
            inner = _source(part) if isinstance(part.raw, dict) else (part, ())
            if inner is not None:
                return inner[0], (*inner[1], item)
    return None


def _captioned(item: Value) -> Value | None:
    """Return a path with words of its own, ``{/a.jpg: Low water}`` (Beautiful Jekyll), as an object."""
    path, words = next(iter(item.fields.items())) if len(item.fields) == 1 else ("", None)
    if not isinstance(path, str) or isinstance(words, (dict, list)) or not names_picture(path):
        return None
    return Value({"src": path, "caption": words}, item.path, item.doc)


def _candidates(item: Value) -> Iterator[Value]:
    keys = item.keys()
    for name in IMAGE_OBJECT["src"]:
        key = keys.get(normal(name))
        if key is None:
            continue
        part = _drawn(item.child(key)) if normal(name) == "html" else unwrapped(item.child(key))
        if not part.is_empty and not isinstance(part.raw, (bool, list)) and not is_stem(item, part):
            yield part


def _drawn(value: Value) -> Value:
    """Return HTML that stands for a picture (Starlight) as an object; a drawing within it is no file."""
    image = LexborHTMLParser(value.raw).css_first("img") if isinstance(value.raw, str) else None
    return Value(dict(image.attributes) if image else None, value.path, value.doc)


def _text(
    own: Value | None, picker: Picker, field: str, problems: list[Problem], *, empty: bool = False
) -> str | None:
    value = own if own is not None else picker.pick(field)
    if value is None and empty:
        blank = (claim.value for claim in picker.claims.get(field, ()) if claim.value.raw == "")
        return "" if next(blank, None) is not None else None
    if value is None or (value.is_empty and not empty):
        return None
    text = "" if value.raw == "" else read_text(value, problems)
    if text and field == "image.position" and not re.search(_PLACE, text):
        fact = f"{quoted(text)} is no side of a picture, so cards keep its middle"
        problems.append(problem_at("value-ignored", value, fact, _SIDES))
    return text


def _pixels(value: Value | None, problems: list[Problem]) -> int | None:
    if value is None or value.is_empty:
        return None
    found = re.fullmatch(_PIXELS, value.text())
    if re.fullmatch(_LENGTH, value.text()):
        return None
    if found is None or not int(found[1]):
        fact = f"should be a number of pixels, is {quoted(value.shown)}"
        problems.append(problem_at("value-ignored", value, fact))
        return None
    return int(found[1])


def _disagree(chosen: Value, other: Value, problems: list[Problem]) -> None:
    if other.text() != chosen.text():
        fact = f"this picture is not used: {chosen.key} comes first"
        problems.append(problem_at("front-matter-overruled", other, fact))
