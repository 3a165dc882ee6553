"""Pictures as posts name them; which files they are is decided in ``images/``."""
