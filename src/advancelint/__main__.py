"""`python -m advancelint`: the installed command, where a folder of scripts is not on the path."""

from advancelint.cli.process import run

if __name__ == "__main__":
    run()
