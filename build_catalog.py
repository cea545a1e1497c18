"""The catalogue's command line: checks the files, builds the site, previews it. ``--help`` explains each command."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (said here in Indonesian before anything else fails in English)
    sys.exit("Python 3.11 atau lebih baru diperlukan.")

gc.disable()  # short-lived: looking for rubbish among a million live objects is a fifth of the time

from catalog.commands import main  # noqa: E402  a command loads hundreds of classes, none of them rubbish

if __name__ == "__main__":
    try:
        code = main(sys.argv[1:], Path(__file__).resolve().parent)
        sys.stdout.flush()
    except BrokenPipeError:
        code = 141  # whoever read along has seen enough (`… | head`); the shell's code for it
    sys.stderr.flush()
    os._exit(code)  # the system takes the memory back at once; Python would free ten thousand entries one by one
