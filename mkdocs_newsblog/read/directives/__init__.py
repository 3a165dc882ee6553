"""Lists in pages: directives found in finished HTML, and what each asks for."""
