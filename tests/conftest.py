"""What holds for all tests."""

import os

# What one test found must not be told again in another one; tests of the cache bring a folder of their own.
os.environ["ADVANCELINT_NO_CACHE"] = "1"
