"""The safe loader of YAML: the one in C where PyYAML has it, which is many times faster, else Python's."""

from __future__ import annotations

import yaml
from yaml.composer import ComposerError
from yaml.nodes import ScalarNode


class PythonLoader(yaml.SafeLoader):
    """Python's, made as strict as libyaml: what that refuses is mended or reported, not read as nonsense."""

    def compose_scalar_node(self, anchor: dict[str, yaml.Node]) -> ScalarNode:
        """Return the node of a text.

        Raises:
            ComposerError: half of a character, which no file can hold; or a picture in Markdown, of which the
                first word is read as a tag.
        """
        node: ScalarNode = super().compose_scalar_node(anchor)
        try:
            node.value.encode()
        except UnicodeEncodeError:
            raise _error("found invalid Unicode character escape code", node) from None
        if node.tag.startswith("!["):
            raise _error("found a tag with a bracket", node)
        return node


def _error(fact: str, node: ScalarNode) -> ComposerError:
    return ComposerError(None, None, fact, node.start_mark)


Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", PythonLoader)
"""The loader that this installation reads front matter and configurations with."""
