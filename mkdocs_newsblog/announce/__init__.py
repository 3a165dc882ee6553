"""Between rendering and the build: a section's finished values as feeds, head tags and files for programs."""
