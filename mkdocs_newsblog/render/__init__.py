"""Floor 5: values to HTML fragments."""
