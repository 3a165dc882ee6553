"""A bar for whoever waits at a terminal, and nothing in a log."""

import io

import pytest

from mkdocs_newsblog.images.progress import MUCH, progress_bar


class Terminal(io.StringIO):
    """A standard error that is a terminal, or is not."""

    def __init__(self, *, real):
        super().__init__()
        self.real = real

    def isatty(self):
        return self.real


@pytest.mark.parametrize(
    ("steps", "real", "shown"), [(MUCH, True, True), (MUCH - 1, True, False), (500, False, False)]
)
def test_a_bar_is_shown_on_a_terminal_when_there_is_much_to_do(monkeypatch, steps, real, shown):
    screen = Terminal(real=real)
    monkeypatch.setattr("sys.stderr", screen)
    with progress_bar(steps, "Pictures") as advance:
        for _ in range(steps):
            advance()
    assert ("Pictures" in screen.getvalue()) is shown
    assert ("100%" in screen.getvalue()) is shown
