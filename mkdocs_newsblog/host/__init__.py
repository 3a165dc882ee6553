"""Floor 7: the only package that imports the host (MkDocs, or ProperDocs under its name)."""
