"""Floor 0: what things are. Frozen values, standard library only."""
