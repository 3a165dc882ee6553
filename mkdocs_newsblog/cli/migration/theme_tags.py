"""Tags of a blog whose site has the theme's plugin for them, for `newsblog migrate`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from mkdocs_newsblog.schema.options.showing import ShownOptions

LEFT = "tags: false and no tags in shown.post, since Material's tags plugin shows tags of posts"
BESIDES = "Material's tags plugin shows tags of posts besides; see the documentation"
"""Said where a variable decides whether it runs."""


def left_to_the_theme(options: dict[str, object]) -> dict[str, object]:
    """Return options without tags, which would else stand on each post twice."""
    shown = cast("Mapping[str, list[str]]", options.get("shown", {}))
    facts = shown.get("post", ShownOptions().post)
    return {**options, "tags": False, "shown": {**shown, "post": [it for it in facts if it != "tags"]}}
