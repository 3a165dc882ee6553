"""Parts of serialized HTML that are no prose: code, formulas, and the tags themselves."""

from __future__ import annotations

TAG = r"<[^<>\"]*+(?>(?:\"[^\"]*+\"[^<>\"]*+)*)>"
"""A tag: values in it may have any sign but a quote."""
CODE = r"<(?P<code>code|pre)(?=[\s>]).*?</(?P=code)>"
"""Code, but no element of an app whose name begins so: such a one has another end."""
FORMULA = r"<(?P<formula>span|div) class=\"arithmatex\">.*?</(?P=formula)>"
AS_TYPED = f"{CODE}|{FORMULA}|{TAG}"
"""What stands in these is meant as it is typed."""
