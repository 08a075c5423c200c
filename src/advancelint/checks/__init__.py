"""Rules that need Python: one small module each, independent of one another."""
