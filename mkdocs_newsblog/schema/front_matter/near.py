"""How far two keys are apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

COMPARED = 100
"""Characters of a name that are compared with those that are known: the time grows faster than the texts."""


def distance_within(left: str, right: str, limit: int) -> int | None:
    """Return the number of edits between two words, or None where it exceeds ``limit``.

    An edit inserts, drops or replaces a letter, or swaps two neighbours (optimal string alignment). In words
    of up to four letters a replaced letter makes another word (``data``, ``date``) and counts double.
    """
    if abs(len(left) - len(right)) > limit:
        return None
    swap_cost = 2 if min(len(left), len(right)) <= 4 else 1
    rows = [list(range(len(right) + 1))]
    for row, char in enumerate(left, 1):
        current = [row]
        for col, other in enumerate(right, 1):
            best = min(rows[-1][col] + 1, current[-1] + 1)
            best = min(best, rows[-1][col - 1] + (0 if char == other else swap_cost))
            if row > 1 and col > 1 and char == right[col - 2] and left[row - 2] == other:
                best = min(best, rows[-2][col - 2] + 1)
            current.append(best)
        rows.append(current)
    edits = rows[-1][-1]
    return edits if edits <= limit else None


class KnownNames:
    """Names that others are compared with: letter by letter with those alone that may be near.

    The letters of a name are a number, in which each bit is one letter at its first, second or later time.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._bits: dict[tuple[str, int], int] = {}
        self._letters: Mapping[str, int] = {name: self._added(name) for name in names}

    def closest(self, name: str, cutoff: float) -> str | None:
        """Return what ``difflib.get_close_matches`` finds first among the names, or None."""
        word = name[:COMPARED]
        letters = sum(1 << self._bits[each] for each in _counted(word) if each in self._bits)
        maybe = [
            known
            for known, others in self._letters.items()
            if _ratio((letters & others).bit_count(), len(word) + len(known)) >= cutoff
        ]
        return next(iter(get_close_matches(word, maybe, n=1, cutoff=cutoff)), None)

    def _added(self, name: str) -> int:
        return sum(1 << self._bits.setdefault(each, len(self._bits)) for each in _counted(name))


def _ratio(shared: int, length: int) -> float:
    """Return how alike two names are at most, as ``difflib`` counts it."""
    return 2 * shared / length if length else 1


def _counted(name: str) -> Iterator[tuple[str, int]]:
    """Yield each letter of a name, with how often it stood there before."""
    seen: dict[str, int] = {}
    for letter in name:
        seen[letter] = seen.get(letter, -1) + 1
        yield letter, seen[letter]
