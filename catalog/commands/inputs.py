"""What every command that reads data starts from, and the way to refuse a command that cannot be carried out."""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.load import Inputs


class Misuse(Exception):
    """The command cannot be carried out as asked; the message is in Indonesian."""


def inputs_of(asked: argparse.Namespace, root: Path) -> Inputs:
    """Return where to read from.

    Raises:
        Misuse: the folder is not there, or is not called ``innovations``.
    """
    inputs = Inputs.of(root, asked.innovations)
    if inputs.innovations.name != "innovations" or not inputs.innovations.is_dir():
        raise Misuse(f"{inputs.innovations} bukan folder data; namanya harus innovations dan folder itu harus ada.")
    return inputs
