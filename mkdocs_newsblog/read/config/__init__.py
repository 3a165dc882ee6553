"""The host's configuration as files hold it, for commands that run without the host."""
