"""What the page of a folder, ``_index.md`` in Hugo and Zola, or its file of data says of every post below.

Zola leaves out all that lies below a draft, Hugo the page alone. Hugo hands down the keys of ``cascade``,
which posts may say otherwise, and so does Eleventy with a file of data in the folder. Only what keeps posts
from readers is taken from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.defaults import Defaults, Merged
from mkdocs_newsblog.read.files.decode import read_text
from mkdocs_newsblog.read.files.paths import folders_of
from mkdocs_newsblog.read.front_matter.container import UnclosedError, split
from mkdocs_newsblog.read.front_matter.document import Document, Value
from mkdocs_newsblog.read.front_matter.load import load
from mkdocs_newsblog.read.time.dates import NotADateError
from mkdocs_newsblog.read.values.fields import Claims, claims_in, read_claims, switch_of
from mkdocs_newsblog.read.values.moments import moment_of
from mkdocs_newsblog.read.values.status import read_status
from mkdocs_newsblog.schema.front_matter.fields import STATES, normal
from mkdocs_newsblog.schema.options.reading import DateOptions
from mkdocs_newsblog.schema.problems.codes import problem, problem_at

CASCADE = "cascade"
ZOLA = frozenset(
    {
        *("title", "description", "sort_by", "weight", "draft", "template", "page_template", "aliases"),
        *("paginate_by", "paginate_reversed", "paginate_path", "insert_anchor_links", "render"),
        *("in_search_index", "transparent", "generate_feed", "generate_feeds", "redirect_to", "extra"),
    }
)
"""All keys that a folder's page may have in Zola, which accepts no other (Zola, Section, Front matter)."""
_OTHER_KINDS = frozenset({"home", "section", "taxonomy", "term"})
"""What Hugo calls pages that are no posts."""
HEADLESS = frozenset({"headless", "build"})
"""Keys by which Hugo gives a page to nobody; ``_build`` is compared as ``build``."""
SURE = ".11tydata.json"
"""How the name of a file ends that is Eleventy's alone."""
DOUBTS = frozenset({"status-unknown", "status-unreadable", "status-doubtful"})
_OF_BUNDLE = "no post below {} is published, since the page of the bundle has no readers"
_UNLESS = "unless it says otherwise itself"


def read_folder_page(source: Source) -> Defaults:
    """Return what the page of a folder keeps from readers; what is wrong with it is said of the page."""
    own = _document(source)
    below = Merged(own)
    found = Defaults(source.src_uri, below)
    handed = list(_handed_down(own))
    problems = [said for value in handed for said in _lay(below, value, found.shown)]
    posts_only = bool(handed) and all(_kind(_target(value)) == "page" for value in handed)
    closed = _draft(own)
    if closed is not None:
        fact = f"no post below {found.shown} is published, since the page of the folder is a draft"
        problems.append(problem_at("folder-held-back", closed, fact))
        return found._replace(problems=tuple(problems), closed=closed.place)
    return found._replace(problems=tuple(problems), posts_only=posts_only)


def read_folder_data(source: Source) -> Defaults:
    """Return what a folder's file of data keeps from readers, such as Eleventy's ``drafts/drafts.json``.

    A file of that name may hold something else, so nothing is wrong with one that can't be read, nor with
    values that say nothing of publication, such as ``"status": "ok"`` of a service; ``.11tydata`` is sure.
    """
    own = _document(source)
    below = Merged(own)
    found = Defaults(source.src_uri, below)
    is_sure = source.src_uri.endswith(SURE)
    # Data has no targets: it holds for the whole folder.
    given = {
        key: raw
        for key, raw in own.data.items()
        if normal(key) != "target" and (is_sure or not _is_doubtful(key, raw))
    }
    said = _lay(below, Value(given, (), own), found.shown)
    return found._replace(problems=tuple(each if is_sure else _weighed(each, given) for each in said))


def _weighed(said: Problem, given: Mapping[str, object]) -> Problem:
    """Return what is said of a value, as a warning for a number: services tell their times so."""
    raw = given.get(said.key)
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return said
    remedy = "Remove the key to publish them, or rename the file if it is no data of Eleventy"
    return said._replace(severity=Severity.WARNING, remedy=remedy)


def _is_doubtful(key: str, raw: object) -> bool:
    """Whether a key speaks of publication in words or dates that can't be read."""
    doubts: list[Problem] = []
    claims = claims_in({key: raw})
    read_status(claims, doubts, "")
    return any(doubt.code in DOUBTS for doubt in doubts) or not all(map(_is_date, _dates(claims)))


def _is_date(value: Value) -> bool:
    """Whether a value may be a date: of a text with digits only the site's options could tell."""
    if value.is_empty or (isinstance(value.raw, str) and any(map(str.isdigit, value.raw))):
        return True
    try:
        return bool(moment_of(value, DateOptions()))
    except NotADateError:
        return False


def close_bundles(entries: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Return posts with those as drafts that lie beside or below an ``index.md`` which Hugo gives no page.

    They are parts of that bundle, for other pages to show (Hugo, Headless bundles).
    """
    entries = list(entries)
    bundles = {entry.path.rpartition("/")[0]: entry for entry in entries if _is_headless(entry)}
    if not bundles:
        return entries, []
    held = [_in_bundle(entry, bundles) for entry in entries]
    drafts = (Status.DRAFT, Status.SKIP)
    kept = [
        entry._replace(status=Status.DRAFT) if bundle and entry.status not in drafts else entry
        for entry, bundle in zip(entries, held, strict=True)
    ]
    closing = {bundle.src_uri for bundle in held if bundle}
    said = [
        problem("folder-held-back", bundle.place("status"), "file", _OF_BUNDLE.format(quoted(f"{folder}/")))
        for folder, bundle in bundles.items()
        if bundle.src_uri in closing
    ]
    return kept, said


def _is_headless(entry: Entry) -> bool:
    if entry.path.rpartition("/")[2] != "index.md":
        return False
    claims = claims_in({key: raw for key, raw in entry.meta.items() if normal(key) in HEADLESS})
    return read_status(claims, [], "") is Status.DRAFT


def _in_bundle(entry: Entry, bundles: Mapping[str, Entry]) -> Entry | None:
    _, *folders = folders_of(entry.path)
    found = next((bundles[folder] for folder in folders if folder in bundles), None)
    return None if found is entry else found


def _document(source: Source) -> Document:
    text = read_text(source)
    if not isinstance(text, Problem):
        try:
            return load(split(text), source.src_uri).document
        except UnclosedError:
            pass
    return Document(source.src_uri)


def _draft(own: Document) -> Value | None:
    """Return the key that makes the page a draft; what can't be read does so, too.

    In Hugo such a page alone has no readers. Its pages have a date, or are not written in TOML.
    """
    if own.nodes or own.text.lstrip().startswith("{") or not ZOLA.issuperset(own.data):
        return None
    values = (Value(raw, (key,), own) for key, raw in own.data.items() if normal(key) == "draft")
    return next((value for value in values if not value.is_empty and switch_of(value) is not False), None)


def _handed_down(own: Document) -> Iterator[Value]:
    for key, raw in own.data.items():
        if normal(key) == CASCADE:
            yield from (value for value in Value(raw, (key,), own).items() if isinstance(value.raw, dict))


def _lay(below: Merged, value: Value, folder: str) -> Iterator[Problem]:
    """Put what one object hands down over that of others, and yield what is said of it."""
    closing = _closing(claims_in(value.fields))
    kept = {key: item for key, item in value.fields.items() if key in closing}
    if not kept:
        return
    given = Merged(below.own)
    given.lay(below.own, kept, value.path)
    said = _said(read_claims(given)[0], folder)
    target = _target(value)
    kind = _kind(target)
    if target is not None and kind != "page":
        if said and kind not in _OTHER_KINDS:
            yield _doubt(target, folder)
        return
    below.lay(below.own, kept, value.path)
    if said:
        place, key, fact = said
        yield problem("folder-held-back", place, f"{value.key}.{key}".lstrip("."), fact)


def _closing(claims: Claims) -> set[object]:
    """Return the keys that keep posts from readers, for now or for good."""
    others = (claim.value for field in STATES for claim in claims.get(field, ()))
    return {value.path[0] for value in (*_dates(claims), *others)}


def _dates(claims: Claims) -> list[Value]:
    """Return the dates that posts wait for, or end with."""
    waits = (claim for claim in claims.get("published", ()) if claim.alias.waits)
    return [claim.value for claim in (*claims.get("expires", ()), *waits)]


def _said(claims: Claims, folder: str) -> tuple[Place, str, str] | None:
    """Return where a folder is closed, the key, and what comes of it; None where nothing is."""
    doubts: list[Problem] = []
    for field in STATES:
        alone = {field: claims[field]} if field in claims else {}
        status = read_status(alone, doubts, "")
        if status is not Status.PUBLISHED:
            value = alone[field][0].value
            what = "shown in a listing" if status is Status.UNLISTED else "published"
            return value.place, value.key, f"no post below {folder} is {what}, {_UNLESS}"
    date = next((value for value in _dates(claims) if not value.is_empty), None)
    if date is None:
        return None
    return date.place, date.key, f"{quoted(date.text())} holds for each post below {folder}, {_UNLESS}"


def _target(value: Value) -> Value | None:
    """Return what an object that is handed down says of the pages it is for, None for all of them."""
    found = (value.child(key) for key in value.fields if normal(key) == "target")
    return next((target for target in found if not target.is_empty), None)


def _kind(target: Value | None) -> str | None:
    """Return the kind of pages that a target asks for, if it asks for nothing else."""
    raw = target.raw if target is not None else None
    if not isinstance(raw, dict) or [normal(str(key)) for key in raw] != ["kind"]:
        return None
    return str(next(iter(raw.values()))).strip().lower()


def _doubt(target: Value, folder: str) -> Problem:
    fact = (
        f"some posts below {folder} are not for readers, and which this target means can't be told here; "
        "none is held back"
    )
    return problem_at("folder-doubtful", target, fact)
