"""CI fails on what is skipped; elsewhere a skip is only reported."""

import os
import subprocess
import sys

import pytest

from tests.harness.site import PROJECT

SKIPPED = {
    "a test": "import pytest\ndef test_it():\n    pytest.skip('why not')\n",
    "a module": "import pytest\npytest.skip('why not', allow_module_level=True)\n",
    "a missing module": "import pytest\npytest.importorskip('no_such_module')\n",
}


def run(folder, text, *arguments, **variables):
    (folder / "test_sample.py").write_text(text)
    (folder / "test_sound.py").write_text("def test_it():\n    pass\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.harness.no_skips", *arguments, str(folder)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "PYTEST"))}
    environment |= {"PYTHONPATH": str(PROJECT)} | variables
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("kind", SKIPPED)
@pytest.mark.parametrize("workers", [[], ["-n", "2"]])
def test_a_skip_fails_the_run_in_ci(tmp_path, kind, workers):
    done = run(tmp_path, SKIPPED[kind], *workers, CI="true")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout
    assert "1 skipped, which CI does not allow" in done.stdout


def test_elsewhere_a_skip_does_not_fail_the_run(tmp_path):
    assert run(tmp_path, SKIPPED["a test"]).returncode == 0


def test_a_run_without_skips_passes_in_ci(tmp_path):
    assert run(tmp_path, "", CI="true").returncode == 0
