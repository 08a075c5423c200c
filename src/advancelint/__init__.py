"""advancelint judges the call objectives of sales plans by one question: what will the client do?"""

__version__ = "0.1.0"
# Where the repository lies; a stand-in, as in README.md, until it is published. Reports lead to pages below it.
HOME = "https://example.com/advancelint"
# What a workflow of GitHub Actions calls the same place; a stand-in as well.
ACTION = "example/advancelint"
