"""What `git log` prints, to the first and the last commit of each file."""

import pytest

from mkdocs_newsblog.read.files.history import History, read_log

TIMES = [f"2024-0{month}-01T10:00:00+02:00" for month in range(1, 8)]


def log(*commits):
    """What git prints of commits, the newest first: each with its time and what it did.

    Each is the first parent of the one before, where its name and its parents do not stand behind its time.
    """
    tokens = []
    for number, (said, *changes) in enumerate(commits):
        time, *names = said.split(" ")
        tokens.append(" ".join([f"={time}", *(names or (f"c{number}", f"c{number + 1}"))]))
        for place, change in enumerate(changes):
            status, *paths = change.split(" ")
            tokens += [("" if place else "\n") + status, *paths]
    return "".join(f"{token}\0" for token in tokens).encode()


def days(history, path):
    """The first and the last time of a file."""
    found = history.of(path)
    return found and tuple(each.at.isoformat() for each in found)


CASES = {
    "one commit": ([(TIMES[0], "A a")], {"a": (0, 0), "b": None}),
    "several": ([(TIMES[2], "M a"), (TIMES[1], "A b"), (TIMES[0], "A a")], {"a": (0, 2), "b": (1, 1)}),
    "two files": ([(TIMES[1], "M a", "A b"), (TIMES[0], "A a")], {"a": (0, 1), "b": (1, 1)}),
    "renamed": ([(TIMES[1], "R100 a b"), (TIMES[0], "A a")], {"b": (0, 0), "a": None}),
    "renamed and changed": ([(TIMES[1], "R087 a b"), (TIMES[0], "A a")], {"b": (0, 1)}),
    "renamed twice": ([(TIMES[2], "R100 b c"), (TIMES[1], "R060 a b"), (TIMES[0], "A a")], {"c": (0, 1)}),
    "another file at the former name": (
        [(TIMES[2], "A a"), (TIMES[1], "R100 a b"), (TIMES[0], "A a")],
        {"a": (2, 2), "b": (0, 0)},
    ),
    "another file at the new name before": (
        [(TIMES[3], "R090 a b"), (TIMES[2], "A a"), (TIMES[1], "D b"), (TIMES[0], "A b")],
        {"b": (2, 3)},
    ),
    "deleted": ([(TIMES[1], "D a"), (TIMES[0], "A a")], {"a": None}),
    "away for a while": ([(TIMES[2], "A a"), (TIMES[1], "D a"), (TIMES[0], "A a")], {"a": (0, 2)}),
    "a copy is a file of its own": ([(TIMES[1], "C075 a b"), (TIMES[0], "A a")], {"a": (0, 0), "b": (1, 1)}),
    "commits of others": ([(TIMES[2],), (TIMES[1], "A a"), (TIMES[0],)], {"a": (1, 1)}),
    "only what a merge adds counts, and as no update": (
        [
            (f"{TIMES[3]} m p q", "A a", "M b", "R090 b c", "D d", "A e"),
            (f"{TIMES[2]} p o", "M b", "M c", "M d"),
            (f"{TIMES[1]} o n q", "M d", "T e"),
            (f"{TIMES[0]} n", "A b", "A c", "A d"),
        ],
        {"a": (3, 3), "b": (0, 2), "c": (0, 2), "d": None, "e": (3, 3)},
    ),
    "deleted on a branch, and kept by its merge": (
        [
            (f"{TIMES[3]} m a b",),
            (f"{TIMES[2]} b o", "D a"),
            (f"{TIMES[1]} a o", "M a"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"a": (0, 1)},
    ),
    "deleted on a branch, kept, and renamed": (
        [
            (f"{TIMES[4]} l m", "R100 a b"),
            (f"{TIMES[3]} m a b",),
            (f"{TIMES[2]} b o", "D a"),
            (f"{TIMES[1]} a o", "M a"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"b": (0, 1), "a": None},
    ),
    "deleted on a branch, and by its merge": (
        [
            (f"{TIMES[3]} m a b", "D a"),
            (f"{TIMES[2]} a o", "M a"),
            (f"{TIMES[1]} b o", "D a"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"a": None},
    ),
    "renamed on a branch, and changed beside it": (
        [
            (f"{TIMES[3]} m a b", "R100 a b"),
            (f"{TIMES[2]} a o", "M a"),
            (f"{TIMES[1]} b o", "R100 a b"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"b": (0, 2), "a": None},
    ),
    "changed on a branch, and renamed beside it": (
        [
            (f"{TIMES[4]} l m", "R100 b c"),
            (f"{TIMES[3]} m a b", "M b"),
            (f"{TIMES[2]} b o", "M a"),
            (f"{TIMES[1]} a o", "R100 a b"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"c": (0, 2), "a": None, "b": None},
    ),
    "renamed on two branches, and changed on one": (
        [
            (f"{TIMES[4]} m a b",),
            (f"{TIMES[3]} b o", "R100 a b"),
            (f"{TIMES[2]} a n", "M b"),
            (f"{TIMES[1]} n o", "R100 a b"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"b": (0, 2)},
    ),
    "renamed on a branch, and kept by its merge": (
        [
            (f"{TIMES[3]} m a b",),
            (f"{TIMES[2]} b o", "R100 a b"),
            (f"{TIMES[1]} a o", "M a"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"a": (0, 1), "b": None},
    ),
    "renamed on a branch, kept, and renamed to another name": (
        [
            (f"{TIMES[4]} l m", "R100 a c"),
            (f"{TIMES[3]} m a b",),
            (f"{TIMES[2]} b o", "R100 a b"),
            (f"{TIMES[1]} a o", "M a"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"c": (0, 1)},
    ),
    "another file at a former name, gone again": (
        [(TIMES[4], "D a"), (TIMES[3], "M a"), (TIMES[2], "A a"), (TIMES[1], "R100 a b"), (TIMES[0], "A a")],
        {"a": None, "b": (0, 0)},
    ),
    "renamed, and a former name given to another file that was renamed, too": (
        [
            (TIMES[4], "R100 a c"),
            (TIMES[3], "M a"),
            (TIMES[2], "A a"),
            (TIMES[1], "R100 a b"),
            (TIMES[0], "A a"),
        ],
        {"c": (2, 3), "b": (0, 0)},
    ),
    "merges by what they add to each parent, as an older git says them": (
        [
            (f"{TIMES[3]} m a b", "R100 a b"),
            (f"{TIMES[3]} m a b", "M b"),
            (f"{TIMES[2]} a o", "M a"),
            (f"{TIMES[1]} b o", "R100 a b"),
            (f"{TIMES[0]} o", "A a"),
        ],
        {"b": (0, 2), "a": None},
    ),
    "only a rename is known": ([(TIMES[1], "R100 a b")], {"b": (1, 1)}),
    "a file that is called like a time": ([(TIMES[0], f"A ={TIMES[1]}")], {f"={TIMES[1]}": (0, 0)}),
    "a file that is called like a status": (
        [(TIMES[1], "A R100", "M M"), (TIMES[0], "A M")],
        {"R100": (1, 1)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_has_the_times_of_its_first_and_last_commit(name):
    commits, wanted = CASES[name]
    history = read_log(log(*commits))
    for path, places in wanted.items():
        assert days(history, path) == (places and tuple(TIMES[place] for place in places)), path


def test_a_name_is_found_in_either_form_of_its_letters():
    history = read_log(log((TIMES[0], "A e\u0301", "A \u00fc")))
    assert days(history, "\u00e9") == days(history, "e\u0301") == days(history, "u\u0308") == (TIMES[0],) * 2


@pytest.mark.parametrize(
    "time",
    [
        "",
        "x",
        "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00:00+00:00",
        "2024-01-01T10:00:00+99:59",
        "9" * 5000,
    ],
)
def test_a_time_that_is_none_dates_nothing(time):
    history = read_log(log((time, "A a", "A b"), (TIMES[0], "M b")))
    assert (days(history, "a"), days(history, "b")) == (None, (TIMES[0],) * 2)


@pytest.mark.parametrize(
    "printed", [b"", b"\0", b"=\0", b"\0\0A", b"A\0a\0", b"=2024-01-01\0R100\0a", b"\xff\0=\xff\0\nA\0\xff\0"]
)
def test_nothing_that_git_may_print_makes_it_raise(printed):
    assert isinstance(read_log(printed), History)
