"""Turns diagnostics into text and JSON; knows the diagnostic and nothing else."""
