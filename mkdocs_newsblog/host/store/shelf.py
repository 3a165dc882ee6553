"""What a build keeps for the next one: bytes by key, in one database file of the cache folder.

One file and not one for each entry: to make a thousand files takes longer than to write what is in them.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import closing, suppress
from pathlib import Path

with suppress(ImportError):  # some Pythons are built without it
    import sqlite3

FORMAT = 0x6E620004
"""Our mark in the file's header (``PRAGMA application_id``), with the version of the entries."""
TABLE = "entry (key TEXT PRIMARY KEY, sum BLOB, data BLOB, used INTEGER)"
LOOK = (
    "SELECT application_id, (SELECT count(*) FROM sqlite_master),"
    " (SELECT count(*) FROM sqlite_master WHERE sql <> ?) FROM pragma_application_id"
)
"""Asks for the mark, for what is in a file, and for what is not our table: views and triggers may run on."""

OLD = 30
"""Days after which an entry that no build asked for is removed."""
MANY = 64
"""Entries that wait in memory before they are written in one transaction."""
FEW = 8
"""The same, where another build waits for them."""
PATIENCE = 5.0
"""Seconds to wait for another build that writes to the same file."""

HELD = frozenset({3, 5, 6, 8, 10, 13, 14})
"""Errors of the disk, or of a file that somebody else holds: the file itself may be sound. No permission,
busy, locked, read-only, input and output, full, can't open (https://sqlite.org/rescode.html)."""


class Shelf:
    """Entries on disk. Nothing of it is needed: what can't be read is not there.

    Several processes may use one file at once. What a killed build had begun to write is undone by the next.
    The order of writes is left to the system; a checksum notices what a failure of power left half.
    """

    def __init__(self, path: Path, many: int = MANY) -> None:
        """Take the file, which need not exist, and how many entries may wait to be written."""
        self._path = path
        self._many = many
        self._database: sqlite3.Connection | None = None
        self._waiting: dict[str, bytes] = {}
        self._used: list[str] = []
        self._today = int(time.time() // 86_400)
        self._off = "sqlite3" not in globals()
        self.is_shared = False
        """Whether another process puts entries there meanwhile, so that an empty file may not stay empty."""
        self._is_new = False

    def get(self, key: str) -> bytes | None:
        """Return the bytes of an entry, None for one that is not there or not whole."""
        if self._off or key in self._waiting:
            return self._waiting.get(key)
        try:
            database = self._opened()
            if self._is_new and not self.is_shared:
                return None
            found = database.execute("SELECT sum, data, used FROM entry WHERE key = ?", (key,))
            row = found.fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        except OSError:
            return None
        if row is None or not isinstance(row[1], bytes) or _sum(key, row[1]) != row[0]:
            return None
        if row[2] != self._today:
            self._used.append(key)
        return row[1]

    def put(self, key: str, data: bytes) -> None:
        """Keep some bytes."""
        if not self._off:
            self._waiting[key] = data
        if len(self._waiting) >= self._many:
            self._write()

    def branch(self) -> Shelf:
        """Return the same place for another process, where the others see at once what is put."""
        return Shelf(self._path, FEW)

    @property
    def is_off(self) -> bool:
        """Whether nothing is kept any more, after an error of the disk."""
        return self._off

    def pause(self) -> None:
        """Let go of the file, and let what is waiting wait on."""
        self._let_go()

    def close(self) -> None:
        """Write what is waiting, and remove what no build has asked for in a long time."""
        if self._waiting or self._used:
            self._write(tidy=True)
        self._let_go()

    def _write(self, *, tidy: bool = False) -> None:
        waiting, used = self._waiting, self._used
        self._waiting, self._used = {}, []
        try:
            rows = [(key, _sum(key, data), data, self._today) for key, data in waiting.items()]
            database = self._opened()
            database.execute("BEGIN IMMEDIATE")
            database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
            marks = ((self._today, key) for key in used)
            database.executemany("UPDATE entry SET used = ? WHERE key = ?", marks)
            if tidy:
                database.execute("DELETE FROM entry WHERE used < ?", (self._today - OLD,))
            database.execute("COMMIT")
            if tidy and 2 * _number(database, "freelist_count") > _number(database, "page_count"):
                database.executescript("PRAGMA incremental_vacuum")  # which steps through all of it
        except sqlite3.Error as error:
            self._give_up(error)
        except OSError:
            self._off = True

    def _opened(self) -> sqlite3.Connection:
        """Return the database, made anew where the file is somebody else's.

        Raises:
            sqlite3.Error: it can't be opened.
            OSError: its folder can't be made.
        """
        if self._off:
            raise OSError("no cache in this build")
        if self._database is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_symlink():  # a folder of caches may be one, but a file of ours never is
                raise sqlite3.DatabaseError("a link")
            self._database = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
            mark, tables, strange = self._database.execute(LOOK, (f"CREATE TABLE {TABLE}",)).fetchone()
            if strange or (mark != FORMAT and (mark or tables)):
                raise sqlite3.DatabaseError("not ours")
            self._database.executescript(
                "PRAGMA synchronous = OFF; PRAGMA auto_vacuum = INCREMENTAL; BEGIN IMMEDIATE;"
                f"CREATE TABLE IF NOT EXISTS {TABLE}; PRAGMA application_id = {FORMAT}; COMMIT"
                if mark != FORMAT
                else "PRAGMA synchronous = OFF"
            )
            self._is_new = self._database.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is None
        return self._database

    def _give_up(self, error: sqlite3.Error) -> None:
        """Begin anew in place of a file that is damaged or somebody else's; else do without in this build."""
        self._let_go()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in HELD:
            self._off = True
            return
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            try:
                path.unlink(missing_ok=True)
            except OSError:
                self._off = True

    def _let_go(self) -> None:
        if self._database is not None:
            with closing(self._database):
                self._database = None


def _number(database: sqlite3.Connection, name: str) -> int:
    """Return a number that a database knows of itself."""
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])


def _sum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()
