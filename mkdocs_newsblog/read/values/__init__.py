"""From the keys of front matter to the values of a post."""
