"""Why a command cannot go on, as far as whoever gave it can put it right."""

from __future__ import annotations


class Refusal(Exception):
    """The message is in Indonesian and says what to do; the command ends with it, without a traceback."""
