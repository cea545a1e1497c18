"""Commands: arguments in, a printed report and an exit code out (0 clean, 1 errors in the data, 2 misuse)."""

from catalog.commands.story import main

__all__ = ["main"]
