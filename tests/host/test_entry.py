"""What hosts load: see mkdocs_newsblog.host.entry."""

import subprocess
import sys

import pytest

SEEN = """
import gc, sys
import mkdocs.plugins, mkdocs.commands.build, mkdocs.structure.pages  # what a host has imported by then
gc.enable() if sys.argv[1] == "True" else gc.disable()
loops = []
gc.callbacks.append(lambda phase, facts: loops.append(phase))
from mkdocs_newsblog.host.entry import NewsblogPlugin
seen, number = gc.isenabled(), len(loops)
print(seen, number, NewsblogPlugin.__module__)
"""


@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_rests_during_the_import_and_is_then_as_it_was(collects):
    command = [sys.executable, "-c", SEEN, str(collects)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    seen, loops, module = done.stdout.split()
    assert (seen, module) == (str(collects), "mkdocs_newsblog.host.plugin")
    assert int(loops) <= 2  # one that was due when the collector came back
