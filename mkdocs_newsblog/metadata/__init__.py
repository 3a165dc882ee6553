"""Floor 4: what a page says in its head."""
