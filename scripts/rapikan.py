"""Write the files of innovations/ in canonical form, so that an edit in the form changes only the edited lines.

The form begins with the canonical text of the open data; a file that is laid out otherwise comes back in that order.
Left as they are: files with comments, files that cannot be read, and whatever would not read back as the same record.

    python scripts/rapikan.py            every file
    python scripts/rapikan.py FILE…      these only
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from catalog.reading import walk_innovations  # noqa: E402
from catalog.record_text import canonical_text  # noqa: E402


def main(names: list[str]) -> int:
    """Rewrite the files and print which; the exit code is 0."""
    files = [Path(name).resolve().relative_to(ROOT).as_posix() for name in names] or walk_innovations(ROOT)[0]
    for berkas in files:
        path = ROOT / berkas
        if path.suffix not in (".md", ".yml"):
            continue
        text = path.read_bytes().decode("utf-8")
        if (written := canonical_text(text, berkas)) is None:
            print(f"dibiarkan: {berkas}")
        elif written != text:
            path.write_bytes(written.encode("utf-8"))
            print(berkas)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
