"""Values as YAML, beside what was written in a configuration, which stays as it stands there."""

from __future__ import annotations

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes values, and nodes of other files with their tags."""


for _kind in (yaml.ScalarNode, yaml.SequenceNode, yaml.MappingNode):
    _Dumper.add_representer(_kind, lambda _, node: node)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Represent a text, one of several lines as such."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def written(values: object) -> str:
    """Return values as YAML, in their order."""
    return yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
