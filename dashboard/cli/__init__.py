"""The command line: with the page, the only room that reads the clock, the arguments and the environment.

Results go to standard output, everything else to standard error. The exit code is 0 when all went well,
1 when something asked for failed, 2 when it was asked for wrongly.

To add a command: a function in ``commands.py`` and a module of its own that is loaded when it is called.
"""

from dashboard.cli.main import main

__all__ = ["main"]
