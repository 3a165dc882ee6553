"""Examples in docstrings say what the code does."""

import doctest
import importlib
import pkgutil

import mkdocs_newsblog


def test_the_examples_in_docstrings_hold():
    tried = 0
    for module in pkgutil.walk_packages(mkdocs_newsblog.__path__, "mkdocs_newsblog."):
        if not module.name.endswith("__main__"):
            found = doctest.testmod(importlib.import_module(module.name))
            assert found.failed == 0, module.name
            tried += found.attempted
    assert tried >= 5
