"""Pages that are not templated again: what each was made from, and what of it can be compared."""
