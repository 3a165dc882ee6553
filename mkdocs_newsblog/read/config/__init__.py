"""The host's configuration as files hold it: read without the host, and each value with its place."""
