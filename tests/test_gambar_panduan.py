"""The pictures of the handwritten pages: light, told in words, and with a place kept for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

CONTENT = Path(__file__).resolve().parent.parent / "content"
PICTURES = sorted(path for path in CONTENT.rglob("*") if path.suffix in (".webp", ".png", ".jpg", ".jpeg"))
MOST_BYTES = 25_000
_SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)(?:\{ ([^}]*) \})?")


def _uses() -> dict[Path, tuple[str, dict[str, str]]]:
    """Every picture that a page shows: its words and its attributes."""
    found = {}
    for page in CONTENT.rglob("*.md"):
        for words, place, attributes in _SHOWN.findall(page.read_text(encoding="utf-8")):
            found[(page.parent / place).resolve()] = (words, dict(one.split("=") for one in attributes.split()))
    return found


def test_every_picture_is_shown_and_there_are_no_others() -> None:
    assert PICTURES and sorted(_uses()) == PICTURES


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_light_and_its_place_is_kept(path: Path) -> None:
    words, attributes = _uses()[path]
    width, height = (int(attributes[name]) for name in ("width", "height"))
    with Image.open(path) as image:
        assert abs(image.height / image.width - height / width) < 0.01
    assert path.stat().st_size <= MOST_BYTES
    assert len(words) > 20 and attributes["loading"] == "lazy"
