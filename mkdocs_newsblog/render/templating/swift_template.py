"""Templates that begin a context quickly: one does so for each page, and for each file that it includes."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, MutableMapping

from jinja2 import Template
from jinja2.runtime import Context, new_context


class SwiftTemplate(Template):
    """A template whose globals are one dictionary; Jinja's are a chain of two, which is slow to go through.

    They are made one again for each context, so that whoever adds to the environment's is heard.
    """

    def new_context(
        self,
        vars: dict[str, object] | None = None,  # noqa: A002 (Jinja's names)
        shared: bool = False,
        locals: Mapping[str, object] | None = None,  # noqa: A002
    ) -> Context:
        """Return a context as :meth:`jinja2.Template.new_context` does."""
        return new_context(
            self.environment, self.name, self.blocks, vars, shared, _flat(self.globals), locals
        )


def _flat(names: MutableMapping[str, object]) -> MutableMapping[str, object]:
    """Return the same names and values; dictionaries are copied many times faster than chains."""
    if not isinstance(names, ChainMap):
        return names
    flat: dict[str, object] = {}
    for level in reversed(names.maps):
        flat.update(level)
    return flat
