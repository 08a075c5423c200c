"""Turns diagnostics into text, JSON and patches; knows the diagnostic and nothing else."""
