"""Dates as they are written, and the one clock of a build."""
