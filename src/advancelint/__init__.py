"""advancelint judges the call objectives of sales plans by one question: what will the client do?"""

__version__ = "0.1.0"
# Where the repository lies; a stand-in, as in README.md, until it is published. Reports lead to pages below it.
HOME = "https://example.com/advancelint"
