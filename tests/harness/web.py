"""A built site over HTTP on the loopback, at the path its `site_url` names."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.harness.built import Built


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, folder: Path, mount: str) -> None:
        self.mount = mount
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.mount):
            return str(Path(self.directory) / "outside-the-site")
        return super().translate_path(path.removeprefix(self.mount.rstrip("/")))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(built: Built) -> Iterator[str]:
    """The address of a built site's home page while the block runs."""
    mount = urlsplit(built.site_url).path.rstrip("/") + "/"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder=built.site_dir, mount=mount))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{mount}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
