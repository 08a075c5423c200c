"""advancelint judges the call objectives of sales plans by one question: what will the client do?"""

__version__ = "0.1.0"
