"""Where that which is kept stands, and for which versions of programs it holds."""
