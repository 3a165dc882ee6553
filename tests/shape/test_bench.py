"""The benchmark finds the parts of the package that it puts clocks around."""

import json
import subprocess
import sys

from tests.harness.site import PROJECT


def test_every_phase_is_one_that_the_benchmark_can_time():
    command = [sys.executable, "bench/measured.py", "--phases", "--version"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    phases = json.loads(done.stdout.splitlines()[-1])["phases"]
    assert phases["start"] > 0
    assert {"reading", "planning", "content", "listings", "feeds", "metadata", "images"} < set(phases)
