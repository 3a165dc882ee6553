"""Floor 4: from a hero as written to a picture a page can show."""
