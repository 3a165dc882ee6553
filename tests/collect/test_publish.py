"""Which posts are public, and when: states at a moment, pages in builds and previews, times of change."""

import pytest

from mkdocs_newsblog.collect.publish import BUILT, LISTED, changed_at, has_page, status_at, updates_ahead
from mkdocs_newsblog.model.names import Status
from tests.collect.entries import at, entry

NOW = at("2024-05-10T12:00").at
BEFORE, EXACT, AFTER = "2024-05-10T11:59:59", "2024-05-10T12:00", "2024-05-10T12:00:01"


@pytest.mark.parametrize("asked", [Status.PUBLISHED, Status.UNLISTED])
@pytest.mark.parametrize(
    ("date", "more", "future", "state"),
    [
        (None, {}, False, None),
        (BEFORE, {}, False, None),
        (EXACT, {}, False, None),
        (AFTER, {}, False, Status.SCHEDULED),
        (AFTER, {}, True, None),
        (BEFORE, {"due": at(AFTER)}, False, Status.SCHEDULED),
        (BEFORE, {"due": at(AFTER)}, True, None),
        (AFTER, {"due": at(BEFORE)}, False, None),
        (BEFORE, {"expires": at(AFTER)}, False, None),
        (BEFORE, {"expires": at(EXACT)}, False, Status.EXPIRED),
        (None, {"expires": at(BEFORE)}, True, Status.EXPIRED),
        (AFTER, {"expires": at(BEFORE)}, True, Status.EXPIRED),
        (AFTER, {"expires": at(BEFORE)}, False, Status.SCHEDULED),
    ],
)
def test_a_public_post_waits_for_its_date_and_ends_with_another(asked, date, more, future, state):
    assert status_at(entry("a", date, status=asked, **more), NOW, future=future) is (state or asked)


@pytest.mark.parametrize("asked", [Status.DRAFT, Status.SKIP])
def test_no_date_makes_a_post_public_that_is_none(asked):
    for date, more in ((None, {}), (BEFORE, {}), (AFTER, {}), (BEFORE, {"expires": at(BEFORE)})):
        assert status_at(entry("a", date, status=asked, **more), NOW, future=True) is asked


SHOWN = {
    "a build": ({"serving": False, "drafts": False}, {Status.PUBLISHED, Status.UNLISTED}, None),
    "a preview that is built": (
        {"serving": False, "drafts": True},
        set(Status) - {Status.SKIP},
        {Status.PUBLISHED, Status.UNLISTED},
    ),
    "a preview": ({"serving": True, "drafts": False}, set(Status) - {Status.SKIP}, None),
    "a preview with drafts": ({"serving": True, "drafts": True}, set(Status) - {Status.SKIP}, None),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_has_a_page(name):
    how, shown, shown_if_held = SHOWN[name]
    for held, wanted in ((False, shown), (True, shown if shown_if_held is None else shown_if_held)):
        post = entry("a", held=held)
        assert {state for state in Status if has_page(post, state, **how)} == wanted
    assert LISTED < BUILT <= shown


@pytest.mark.parametrize(
    ("published", "updated", "told"),
    [
        ("2024-05-01", None, "2024-05-01"),
        ("2024-05-01", "2024-05-02", "2024-05-02"),
        ("2024-05-01", "2024-05-01", "2024-05-01"),
        ("2024-05-01T10:00", "2024-05-01", "2024-05-01T10:00"),
        ("2024-05-01", "2024-04-30", "2024-05-01"),
        ("2024-05-01", EXACT, EXACT),
        ("2024-05-01", AFTER, "2024-05-01"),
        (None, "2024-05-02", "2024-05-02"),
        (None, AFTER, None),
        (None, None, None),
    ],
)
def test_programs_are_told_no_change_before_publication_and_none_to_come(published, updated, told):
    post = entry("a", published, updated=at(updated) if updated else None)
    assert changed_at(post, NOW) == (at(told) if told else None)


@pytest.mark.parametrize(
    ("updated", "said"),
    [
        ("2024-05-10", 0),
        ("2024-05-11T12:00", 0),
        ("2024-05-11T12:00:01", 1),
        ("2100-12-31", 1),
        ("2101-01-01", 0),
    ],
)
def test_a_change_more_than_a_day_ahead_is_doubted(updated, said):
    assert len(list(updates_ahead([entry("a", "2024-05-01", updated=at(updated))], NOW))) == said
