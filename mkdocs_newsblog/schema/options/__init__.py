"""The groups of options, the words and bounds that they share, and what is wrong with a value."""
