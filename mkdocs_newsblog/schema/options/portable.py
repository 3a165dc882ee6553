"""What names of files may be on every system: how long, and which ones Windows keeps for itself."""

from __future__ import annotations

LONGEST = 240
"""Bytes of UTF-8 that a part of an address may have: file systems end at 255, with an ending such as
``.html``."""
LONGEST_PATH = 800
"""Bytes that all of it may have: systems end at 1024 or later, with the folder of the site before it."""
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, with or without an extension."""


def is_device(name: str) -> bool:
    """Whether Windows takes a name for that of a device."""
    return name.partition(".")[0].rstrip().lower() in DEVICES


def too_long(path: str) -> str | None:
    """Return what an address has too much of, None where it can be a file."""
    if any(_size(part) > LONGEST for part in path.split("/")):
        return f"a part of more than {LONGEST} bytes"
    return f"more than {LONGEST_PATH} bytes" if _size(path) > LONGEST_PATH else None


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
