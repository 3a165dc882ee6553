"""The safe loader of YAML: the one in C where PyYAML has it, which is many times faster, else Python's."""

from __future__ import annotations

import yaml
from yaml.composer import ComposerError
from yaml.nodes import ScalarNode
from yaml.tokens import ScalarToken

_BREAKS = "\0\r\n\x85\u2028\u2029"
_BLANKS = f" \t{_BREAKS}"
_FLOW = ",[]{}"
"""Signs that end a text within brackets: a question mark is none for libyaml, and addresses have it."""


class PythonLoader(yaml.SafeLoader):
    """Python's, made as strict as libyaml, and no stricter.

    What that refuses is mended or reported, not read as nonsense. What it takes is read: tabs that indent
    nothing, and a question mark in a text within brackets, as ``[https://a.example/b.png?w=9]`` has it.
    """

    def scan_to_next_token(self) -> None:
        """Skip what stands before a token: tabs, too, where they can not stand for an indentation."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain(self) -> ScalarToken:
        """Return a text without quotes."""
        chunks, spaces = list[str](), list[str]()
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#" and (length := self._plain_length()):
            self.allow_simple_key = False
            chunks += (*spaces, self.prefix(length))
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str]:
        """Return what parts two words of such a text; nothing where the text ends."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks = self.prefix(length)
        if "\t" not in blanks:
            return super().scan_plain_spaces(indent, start_mark) or []
        self.forward(length)
        return super().scan_plain_spaces(indent, start_mark) or [] if self.peek() in _BREAKS else [blanks]

    def _plain_length(self) -> int:
        flow = _FLOW if self.flow_level else ""
        length = 0
        while (sign := self.peek(length)) not in _BLANKS and sign not in flow:
            after = self.peek(length + 1) if sign == ":" else "a"
            if after in _BLANKS or after in flow:
                break
            length += 1
        return length

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
