"""A real server on the loopback that does whatever a picture's server should not."""

import threading
import zlib
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.images.drawing import animated, picture

GOOD = picture(120, 80)


@cache
def huge():
    """The bytes of a small file that takes much memory."""
    return picture(7000, 6000, kind="PNG", colour="red")


class Handler(BaseHTTPRequestHandler):
    """Answers `/name` by the method of that name, and writes down every request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.seen.append((self.headers["Host"], self.path, dict(self.headers)))
        getattr(self, self.path.strip("/").partition("?")[0].replace("-", "_"))()

    def log_message(self, *_):
        """Say nothing."""

    def answer(self, data=GOOD, kind="image/jpeg", status=200, **headers):
        self.send_response(status)
        said = {"Content_Type": kind, "Content_Length": str(len(data)), **headers}
        for name, value in said.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def good(self):
        self.answer()

    def tagged(self):
        same = self.headers.get("If-None-Match") == '"one"'
        self.answer(b"" if same else GOOD, status=304 if same else 200, ETag='"one"')

    def jpg(self):
        self.answer(kind="image/jpg")

    def untold(self):
        self.answer(kind=self.path.partition("?")[2])

    def untold_page(self):
        self.answer(b"<html></html>", "application/octet-stream")

    def untold_icon(self):
        self.answer(picture(32, 32, kind="ICO"), "binary/octet-stream")

    def torn(self):
        self.answer(b"GIF89a/*", "image/gif")

    def loud(self):
        self.answer(kind="Image/JPEG ; q=1")

    def oddly_tagged(self):
        self.answer(ETag='"\u00fc"')

    def dated(self):
        date = "Wed, 21 Oct 2015 07:28:00 GMT"
        same = self.headers.get("If-Modified-Since") == date
        self.answer(b"" if same else GOOD, status=304 if same else 200, Last_Modified=date)

    def unasked_304(self):
        self.answer(b"", status=304)

    def changing(self):
        data = picture(120, 80, colour=f"#0000{len(self.server.seen):02x}")
        self.answer(data, ETag=f'"{len(self.server.seen)}"')

    def missing(self):
        self.answer(b"no", "text/plain", 404)

    def page(self):
        self.answer(b"<html></html>", "text/html")

    def untyped(self):
        self.answer(kind=None)

    def svg(self):
        self.answer(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "image/svg+xml")

    def lying(self):
        self.answer(b"<html><script></script></html>")

    def other(self):
        self.answer(picture(kind="PNG"), "image/jpeg")

    def truncated(self):
        self.answer(GOOD[:-200])

    def bomb(self):
        self.answer(huge(), "image/png")

    def gif(self):
        self.answer(animated(), "image/gif")

    def large(self):
        self.answer(b"\xff\xd8\xff" + bytes(3_000_000))

    def large_unsaid(self):
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Connection", "close")
        self.end_headers()
        self.pour(bytes(100_000))

    def large_said_small(self):
        self.answer(GOOD + bytes(10), Content_Length=str(len(GOOD) - 300))

    def compressed(self):
        self.answer(zlib.compress(bytes(5_000_000)), Content_Encoding="deflate")

    def silent(self):
        self.server.over.wait(20)

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.end_headers()
        self.pour(b"x", pause=0.05)

    def drip_head(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-")
        self.pour(b"x", pause=0.05)

    def pour(self, data, pause=0.0):
        try:
            while not self.server.over.wait(pause):
                self.wfile.write(data)
        except OSError:
            self.close_connection = True

    def hang_up(self):
        self.close_connection = True

    def nonsense(self):
        self.wfile.write(b"\0\1\2 not http\r\n\r\n")
        self.close_connection = True

    def go(self):
        self.answer(b"", status=302, Location=self.path.partition("?")[2])

    def go_with_a_cookie(self):
        self.answer(b"", status=302, Location="/good", Set_Cookie="a=b")

    def go_to_sharp_s(self):
        self.answer(b"", status=302, Location=f"http://fa\u00df.pics.test:{self.server.server_port}/good")

    def circle(self):
        self.answer(b"", status=301, Location="/circle")

    def nowhere(self):
        self.answer(b"", status=302)


class Server(ThreadingHTTPServer):
    """The running server: its port, and what it was asked."""

    daemon_threads = True

    def __init__(self, tls=None):
        super().__init__(("127.0.0.1", 0), Handler)
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.seen = []
        self.over = threading.Event()

    def handle_error(self, *_):
        """Say nothing of clients that hang up."""


@contextmanager
def misbehaving(tls=None):
    """The server, running while the block does; with an `ssl.SSLContext` it speaks https."""
    server = Server(tls)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
