"""The reference in the documentation and the schemas for editors, made of the declarations."""
