"""What a plugin remembers of its builds does not outlive the test that made them."""

import os
import subprocess
import sys

from tests.harness.site import PROJECT

SAMPLE = """
import pytest
from mkdocs.config.defaults import MkDocsConfig

seen = []

@pytest.mark.parametrize("run", [1, 2])
def test_it(run):
    config, again = (MkDocsConfig() for _ in range(2))
    for each in (config, again):
        each.load_dict({"site_name": "Site", "plugins": ["material/search"], "theme": "material"})
        assert each.validate() == ([], [])
    plugin = again.plugins["material/search"]
    assert plugin is config.plugins["material/search"]
    assert not any(plugin is one for one in seen)
    seen.append(plugin)
"""


def test_a_test_gets_plugins_of_its_own_and_keeps_them(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "test_sample.py").write_text(SAMPLE)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.harness.new_plugins", str(tmp_path)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment |= {"PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert "2 passed" in done.stdout, done.stdout
