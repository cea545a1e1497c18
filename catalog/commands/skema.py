"""``skema``: writes what editors need to complete and explain isian; see docs/kontribusi.md."""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.commands.arguments import CLEAN


def skema(asked: argparse.Namespace, root: Path) -> int:
    """Write the schemas and snippets below ``root`` and say how to use them."""
    from catalog.skema import editor_files
    from catalog.vocabularies import load_vocabularies

    for path, text in editor_files(load_vocabularies(root / "vocabularies")).items():
        target = (asked.out or root) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        print(path)
    print("Buka foldernya di VS Code: ketik nama isian lalu Ctrl+Spasi; tugas “Periksa” ada di Terminal > Run Task.")
    return CLEAN
