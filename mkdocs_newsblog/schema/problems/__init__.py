"""Every problem that can be reported: ``codes`` has them all, from tables by subject."""
