"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_innovations(parser: argparse.ArgumentParser) -> None:
    """Add ``--innovations``, the folder of the data where it is not the repository's own."""
    parser.add_argument("--innovations", type=Path, metavar="FOLDER", help="folder data (bawaan: innovations)")
