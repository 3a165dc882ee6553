"""Each template is compiled once in a run of the tests, however many sites are built with it.

That takes two thirds of the time of a small site's build. What a text becomes depends on the text and on the
kind of its environment alone, and the code that it becomes never changes.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from types import CodeType
from typing import Any

import pytest
from jinja2 import Environment

SAID = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
    *("autoescape", "finalize", "undefined", "is_async", "optimized", "newstyle_gettext"),
)
"""What an environment is told that decides how a text is read and what it becomes."""


def kind_of(env: Environment) -> Hashable:
    """Return what two environments have in common that make the same of a text.

    Filters and tests are called while a template is compiled, where all that they are given is written there.
    """
    calls = frozenset([*env.filters.items(), *env.tests.items()])
    said = tuple(getattr(env, name, None) for name in SAID)
    return (type(env), said, tuple(env.extensions), calls, repr(env.policies))


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Let every environment ask for code that was made before."""
    compiled: dict[Hashable, CodeType] = {}
    whole: Any = Environment.compile

    def compile_once(
        self: Environment,
        source: Any,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,
        defer_init: bool = False,
    ) -> Any:
        if raw or not isinstance(source, str):
            return whole(self, source, name, filename, raw, defer_init)
        key = (kind_of(self), source, name, filename, defer_init)
        if key not in compiled:
            compiled[key] = whole(self, source, name, filename, raw, defer_init)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compile_once)
        yield
