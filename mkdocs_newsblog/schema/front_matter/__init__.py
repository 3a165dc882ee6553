"""Front matter: ``fields`` has every field, from tables of the keys that stand for it."""
