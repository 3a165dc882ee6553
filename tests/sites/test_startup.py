"""A build imports what it needs, and nothing that is heavy and for other sites."""

import json
import os
import subprocess
import sys

HEAVY = ("PIL", "httpx", "markdown_it", "imagesize", "asyncio", "concurrent", "multiprocessing")
"""For pictures, downloads and captions; the last ones others may pull in."""

BUILD = """
import json, sys
from mkdocs.__main__ import cli

cli(["build", "-q", "-f", sys.argv[1]], standalone_mode=False)
print(json.dumps(sorted(sys.modules)))
"""

CONFIG = """\
site_name: Small
site_url: https://small.example/
theme: {name: mkdocs}
plugins:
  - newsblog: {dir: news}
"""

POST = """\
---
title: Harbour
date: 2026-03-01
tags: [tide]
author: Mara Lind
---
The harbour is open.
"""


def test_a_small_site_imports_nothing_heavy(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    for name, text in {"index.md": "# Home\n", "news/harbour.md": POST}.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(tmp_path / "mkdocs.yml")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    imported = json.loads(done.stdout.splitlines()[-1])
    assert (tmp_path / "site" / "news" / "tags" / "tide" / "index.html").is_file()
    assert "mkdocs_newsblog.feeds.atom" in imported
    assert [name for name in imported if name.partition(".")[0] in HEAVY] == []
