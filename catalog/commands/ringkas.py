"""``ringkas``: what a change does, as Markdown on stdout, for the summary of a pull request."""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.commands.arguments import CLEAN


def ringkas(asked: argparse.Namespace, root: Path) -> int:
    """Print the summary; always clean, because ``check`` is what judges."""
    from catalog.commands.inputs import inputs_of
    from catalog.history import read_changes
    from catalog.progress import Bar
    from catalog.ringkasan import look_at_change, write_markdown
    from catalog.settings import read_settings

    bar = Bar()
    change = look_at_change(inputs_of(asked, root), read_changes(root, asked.changed_since), bar)
    bar.close()
    print(write_markdown(change, read_settings(root), asked.pratinjau or ""), end="")
    return CLEAN
