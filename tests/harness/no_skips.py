"""Under CI a skipped test fails the run: everything a test needs is installed there, or nothing is proved."""

from __future__ import annotations

import os

import pytest


def skipped(config: pytest.Config) -> int:
    """How many tests or files were skipped; only the process that reports knows of any."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", [])) if reporter else 0


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn success into failure when something was skipped."""
    if os.environ.get("CI") and skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why the run failed."""
    if os.environ.get("CI") and (number := skipped(config)):
        terminalreporter.write_sep("=", f"{number} skipped, which CI does not allow", red=True)
