"""The dates of a post from its claims, with what is doubtful about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.source import Commits
from mkdocs_newsblog.read.files.paths import PathFacts, read_path
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.time.dates import (
    NotADateError,
    asks_clock,
    asks_git,
    day_of,
    from_number,
    read_date,
)
from mkdocs_newsblog.read.values.fields import Claim, Picker
from mkdocs_newsblog.read.values.wiki_links import unwrapped, with_notes
from mkdocs_newsblog.schema.options.reading import DateOptions
from mkdocs_newsblog.schema.problems.codes import problem, problem_at

DAY_PARTS = (("year", "yyyy", "y"), ("month", "mm", "m"), ("day", "dd", "d"))
"""Keys of an object that is a day, each part by any of its names."""

NO_DATES = ("0001-01-01", "0000-00-00")
UNKNOWN = Commits()
"""What is known of a file where git can't tell."""


class Moments(NamedTuple):
    """The dates of a post; ``is_doubtful`` says that one it would wait for can't be read."""

    published: Moment | None = None
    updated: Moment | None = None
    expires: Moment | None = None
    due: Moment | None = None
    is_doubtful: bool = False


def read_moments(
    picker: Picker,
    path: PathFacts,
    permalink: str | None,
    options: DateOptions,
    commits: Commits | None,
    problems: list[Problem],
) -> Moments:
    """Return when a post was published and updated, when it expires, and what it waits for.

    Its path may give the first, and its commits the first two, where the options ask git.
    """
    published, updated, expires = (
        read_moment(name, picker, options, commits, problems) for name in ("published", "updated", "expires")
    )
    if published is None and "published" not in picker.places:
        published = path.published or (
            read_path(f"{permalink.removesuffix('.html')}.md", options).published if permalink else None
        )
        published = published or (commits.created if commits else None)
        if published is None and commits != UNKNOWN:
            problems.append(_missing(path.src_uri, picker, options))
    if updated is None and "updated" not in picker.places and commits:
        updated = _changed(picker, published, commits)
    if updated and published and commits and published is commits.created and updated.at < published.at:
        published, updated = updated, None  # the post is older than its repository
    if published and updated and updated.at < published.at and updated.day < published.day:
        fact = f"updated on {updated.day}, before it was published on {published.day}"
        place = picker.places["updated"]
        key = next(claim.value.key for claim in picker.claims["updated"] if claim.value.place == place)
        problems.append(problem("date-order", place, key, fact))
    due, is_doubtful = _read_due(picker, published, options, commits, problems)
    return Moments(published, updated, expires, due, is_doubtful)


def dates_needed(problems: Iterable[Problem], status: Status, *, unread: bool) -> Iterator[Problem]:
    """Yield problems as they matter to a post in its state: a draft may say ``date: TBD``.

    ``unread`` says that the date may stand in what could not be read.
    """
    has_no_page = status in (Status.DRAFT, Status.SKIP)
    for found in problems:
        if found.code == "date-missing" and (unread or status is not Status.PUBLISHED):
            continue
        is_of_date = found.code == "date-unreadable" and has_no_page
        yield found._replace(severity=Severity.INFO) if is_of_date else found


def _missing(src_uri: str, picker: Picker, options: DateOptions) -> Problem:
    if not options.git:
        fact = "the post has no date; it is listed last, and in no feed"
        empty = (each.value for each in picker.claims.get("published", ()) if not each.level)
        place = next((value.place for value in empty), Place(src_uri))
        return problem("date-missing", place, "date", fact)
    fact = (
        "the post has no date, and the history of this repository does not name it; "
        "it is listed last, and in no feed"
    )
    remedy = "Commit it to this repository, or add date: YYYY-MM-DD"
    return problem("date-missing", Place(src_uri), "date", fact, remedy)


def _changed(picker: Picker, published: Moment | None, commits: Commits) -> Moment | None:
    """Return the last commit, if it is of a later day; a post may refuse it (``lastUpdated: false``)."""
    changed = commits.changed
    if changed is None or any(claim.value.raw is False for claim in picker.claims.get("updated", ())):
        return None
    is_later = published is None or (changed.at > published.at and changed.day > published.day)
    return changed if is_later else None


def _committed(commits: Commits | None, text: str) -> Moment | None:
    """Return the commit that a text asks for, None where it asks for none or there is none."""
    if commits is None or not asks_git(text):
        return None
    return commits.changed if text.lower().endswith("modified") else commits.created


def read_moment(
    field: str, picker: Picker, options: DateOptions, commits: Commits | None, problems: list[Problem]
) -> Moment | None:
    """Return the date that counts for a field, or None; a value that is no date is an error of its key."""
    claims = _claims(field, picker, options, commits)
    if not claims:
        return None
    chosen = claims[0]
    picker.places[field] = chosen.value.place
    try:
        moment = _committed(commits, chosen.value.text()) or moment_of(chosen.value, options)
    except NotADateError as error:
        fact = f"{error.fact}: {quoted(chosen.value.shown)}"
        problems.append(problem_at("date-unreadable", chosen.value, fact, error.remedy))
        return None
    if len(claims) > 1:
        _disagreements(chosen, moment, claims[1:], options, problems)
    if not 1970 <= moment.at.year <= 2100:
        fact = f"the year {moment.at.year} is not likely meant"
        problems.append(problem_at("date-implausible", chosen.value, fact))
    return moment


def _claims(field: str, picker: Picker, options: DateOptions, commits: Commits | None) -> list[Claim]:
    claims = [claim for claim in picker.claims.get(field, ()) if not _says_nothing(claim.value)]
    if options.git and _committed(commits, "created") is None:
        claims = [claim for claim in claims if not asks_git(claim.value.text())]
    if field == "updated":
        claims = [claim for claim in claims if not asks_clock(claim.value.text())]
    return claims


def _read_due(
    picker: Picker,
    shown: Moment | None,
    options: DateOptions,
    commits: Commits | None,
    problems: list[Problem],
) -> tuple[Moment | None, bool]:
    """Return the last date that a key tells the post to wait for, if it is later than the one shown.

    The second value says that such a key can't be read: nobody knows then whether its time has come.
    """
    claims = _claims("published", picker, options, commits)
    waits = [claim for claim in claims if claim.alias.waits]
    nearest = min((claim.level for claim in waits), default=0)
    due, is_doubtful = shown, False
    for value in (claim.value for claim in waits if claim is not claims[0] and claim.level == nearest):
        try:
            said = _committed(commits, value.text()) or moment_of(value, options)
        except NotADateError as error:
            fact = f"{error.fact}: {quoted(value.shown)}; the post is not published"
            problems.append(problem_at("status-doubtful", value, fact, error.remedy))
            is_doubtful = True
            continue
        if due is None or said.at > due.at:
            due, picker.places["due"] = said, value.place
    return (None if due is shown else due), is_doubtful


def _says_nothing(value: Value) -> bool:
    """Empty values, ``lastUpdated: true`` (ask git) and objects whose parts are aliases of their own.

    So do dates that Go and WordPress have for none.
    """
    if value.is_empty or isinstance(value.raw, bool) or value.text().startswith(NO_DATES):
        return True
    return isinstance(value.raw, dict) and _parts(value) is None


def moment_of(value: Value, options: DateOptions) -> Moment:
    """Return the date of one value.

    Raises:
        NotADateError: the value is none.
    """
    value = unwrapped(value)
    raw = value.raw
    if isinstance(raw, dict):
        parts = _parts(value)
        if parts is not None:
            return day_of(*parts, options)
    if isinstance(raw, (dict, list)):
        raise NotADateError("a list or object instead of a date")
    if isinstance(raw, float):
        return from_number(raw)
    return read_date(with_notes(value.text()), options)


def _parts(value: Value) -> tuple[int, int, int] | None:
    numbers = []
    for names in DAY_PARTS:
        part = value.first(names)
        text = part.text() if part is not None and part.is_scalar else ""
        if not (text.isascii() and text.isdigit() and len(text) <= 4):
            return None
        numbers.append(int(text))
    return numbers[0], numbers[1], numbers[2]


def _disagreements(
    chosen: Claim, moment: Moment, others: Sequence[Claim], options: DateOptions, problems: list[Problem]
) -> None:
    for other in others:
        if other.alias.fallback or other.level > chosen.level:
            continue
        said = f"{quoted(other.value.shown)} is not"
        fact = f"{said} used: {chosen.value.key} comes first"
        try:
            found = moment_of(other.value, options)
            if _agree(moment, found):
                continue
            if other.alias.waits and found.at > moment.at:
                fact = f"{said} shown: {chosen.value.key} comes first; the post waits for it"
        except NotADateError:
            if other.alias.waits:
                continue  # said as what keeps the post back
        problems.append(problem_at("front-matter-overruled", other.value, fact))


def _agree(one: Moment, other: Moment) -> bool:
    """Return whether two dates say the same: one instant, or one calendar day where either has no time."""
    return one.at == other.at or ((one.day_only or other.day_only) and one.day == other.day)
