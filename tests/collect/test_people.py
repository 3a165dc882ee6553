"""What is known of a person, put together from several posts."""

from dataclasses import fields

import pytest

from mkdocs_newsblog.collect.people import completed
from mkdocs_newsblog.model.post import Author
from mkdocs_newsblog.model.problem import Place

ANA = Author("Ana")
SAID = {
    "key": "ana",
    "url": "https://a.example/",
    "email": "ana@a.example",
    "title": "Editor",
    "description": "Writes.",
    "slug": "ana-lee",
    "links": (("Code", "https://c.example/"),),
    "avatar": "ana.png",
}


@pytest.mark.parametrize("name", SAID)
def test_what_one_post_says_of_a_person_completes_what_another_says(name):
    more = {name: SAID[name]} | ({"avatar_at": Place("news/b.md", 3)} if name == "avatar" else {})
    full = Author("Ana", **more)
    assert completed(ANA, full) == full
    assert completed(ANA, full).avatar_at == full.avatar_at
    assert completed(full, ANA) == full
    other = Author("Ana", **(more | {name: SAID["links"] if name == "links" else "other"}))
    assert completed(full, other) is full or completed(full, other) == full


def test_nothing_that_is_known_of_a_person_is_forgotten():
    assert {field.name for field in fields(Author)} == {"name", *SAID, "avatar_at", "nameless"}
