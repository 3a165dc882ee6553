"""The host's options, files, pages and navigation, and what they are called here."""
