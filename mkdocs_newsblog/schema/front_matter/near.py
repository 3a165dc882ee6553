"""How far two keys are apart."""

from __future__ import annotations

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
