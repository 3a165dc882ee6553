"""What other plugins are configured with, in options of ours."""
