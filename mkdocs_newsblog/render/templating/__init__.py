"""Templates: where they are found, how they are rendered, what is wrong with a site's own, and themes."""
