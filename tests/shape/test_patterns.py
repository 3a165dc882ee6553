"""Regular expressions: what not every Python that the plugin runs on can do."""

import re
import tokenize

import pytest

from tests.shape.test_floors import MODULES, PACKAGE

POSSESSIVE = re.compile(r"(?<!\()\)(?:[*+?]|\{[0-9,]+\})\+")
"""A group that is repeated possessively; ``()*+`` stands in lists of characters."""


@pytest.mark.parametrize("module", MODULES)
def test_no_group_is_repeated_possessively(module):
    """Write ``(?>(?:…)*)``: from 3.11.0 to 3.11.4, which Debian 12 has, Python goes on at the wrong place.

    Where the last try of such a group fails behind its first character, the match goes on there, and not
    where the group ended (https://github.com/python/cpython/issues/106052). A single character is sound.
    """
    with tokenize.open(PACKAGE / module) as file:
        tokens = list(tokenize.generate_tokens(file.readline))
    texts = [token.string for token in tokens if token.type not in (tokenize.OP, tokenize.COMMENT)]
    assert [text for text in texts if POSSESSIVE.search(text)] == []


@pytest.mark.parametrize(
    ("pattern", "found"),
    [(r"(?:a|b)*+", 1), (r"(?:a){2,}+", 1), (r"(?>(?:a)*)", 0), (r"[a)]*+\)", 0), ("/()*+,", 0)],
)
def test_such_groups_are_found(pattern, found):
    assert len(POSSESSIVE.findall(pattern)) == found
