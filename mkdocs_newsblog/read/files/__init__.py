"""Files of a section: which there are, what may be read of them, and what their paths and history say."""
