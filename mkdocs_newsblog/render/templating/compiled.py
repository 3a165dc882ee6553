"""Templates that were compiled: each section, language and build of a preview has its own environment."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Code of templates for as long as the process lives, by place and source; on no disk does it lie.

    Jinja asks for it by the hash of a template's source. It does not ask whether filters and extensions are
    the same, so an environment may share it only with others that were made alike.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._codes: dict[str, tuple[str, CodeType]] = {}
        self._extensions: set[str] = set()

    def serve(self, env: Environment) -> None:
        """Let an environment use this; nothing is left of others that had other extensions."""
        if env.extensions.keys() != self._extensions:
            self._codes.clear()
            self._extensions = set(env.extensions)
        env.bytecode_cache = self

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where it was compiled from the same source."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if code is not None and checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; of each template its last source alone."""
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)
