"""What was found before, kept in a folder of the user's, so that it need not be found again.

`runs` and what it imports decide before anything heavy is imported whether a whole run can be told again, so these
modules import next to nothing. A cache that is missing, foreign, broken or full is no error: the run does its work.
"""
