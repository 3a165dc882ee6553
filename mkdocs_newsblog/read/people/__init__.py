"""Authors: who they are, and where they are found elsewhere."""
