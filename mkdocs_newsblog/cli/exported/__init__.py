"""An exported docs folder on disk, and the configuration that points to it."""
