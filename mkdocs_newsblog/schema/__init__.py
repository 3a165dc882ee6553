"""Floor 1: what people may write, declared once."""
