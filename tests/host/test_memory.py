"""Texts that a build keeps on disk for the next one."""

import pytest

from mkdocs_newsblog.build.memory import Memory


class Kept(dict[str, bytes]):
    """What is kept, by key."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def made(kept: Kept, given: object, *, name: str = "", ground: str = "") -> list[str]:
    """Make a text twice, each time in a build of its own; return what was made."""
    texts: list[str] = []
    for _ in range(2):
        memory = Memory()
        memory.shelf, memory.name = kept, name
        memory.stand_on(ground, (), lambda: False)
        memory.text("view", "news/", given, lambda: texts.append("x") or "text")
    return texts


def test_a_text_is_made_once_for_what_it_is_made_from() -> None:
    kept = Kept()
    assert made(kept, ("a", 1)) == ["x"]
    assert made(kept, ("a", 1)) == []
    assert made(kept, ("a", 2)) == ["x"]
    assert made(kept, ("a", 2), ground="other options") == ["x"]


@pytest.mark.parametrize("given", [object(), [print, lambda: 1]])
def test_nothing_is_kept_of_a_value_of_which_not_all_is_seen(given: object) -> None:
    kept = Kept()
    assert made(kept, given) == ["x", "x"]
    assert kept == {}


def test_two_configurations_keep_their_own() -> None:
    kept = Kept()
    assert made(kept, "a", name="one.yml ") == ["x"]
    assert made(kept, "b", name="two.yml ") == ["x"]
    assert made(kept, "a", name="one.yml ") == []
