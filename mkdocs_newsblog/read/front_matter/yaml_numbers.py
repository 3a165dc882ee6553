"""Numbers, days and moments of YAML 1.1, or the text that was written where they can't be."""

from __future__ import annotations

import datetime as dt

import yaml
from yaml.nodes import ScalarNode

_CONSTRUCT = yaml.constructor.SafeConstructor()
_INT, _FLOAT, _MOMENT = (f"tag:yaml.org,2002:{name}" for name in ("int", "float", "timestamp"))
NUMBERS = frozenset({_INT, _FLOAT, _MOMENT})
"""The tags that a reader gives to such values."""


def number(node: ScalarNode) -> int | float | dt.date | str:
    """Return what YAML 1.1 makes of a node with one of :data:`NUMBERS`, or its text where that can't be."""
    text = str(node.value)
    if len(text) > 64:  # int() of thousands of digits is slow, and refused from 4,300 on
        return text
    try:
        if node.tag == _INT:
            return int(_CONSTRUCT.construct_yaml_int(node))
        if node.tag == _FLOAT:
            return float(_CONSTRUCT.construct_yaml_float(node))
        found: dt.date = _CONSTRUCT.construct_yaml_timestamp(node)
    except (ValueError, OverflowError, AttributeError, KeyError, yaml.YAMLError):
        return text
    return found
