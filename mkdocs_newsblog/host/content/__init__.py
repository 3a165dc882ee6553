"""What pages hold, and what themes are told of it."""
