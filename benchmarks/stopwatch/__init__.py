"""What `benchmarks/speed.py` is made of: a corpus of plans, the tools side by side, a clock, and the goals."""
