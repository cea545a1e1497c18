"""What a page has put on the clipboard, and the table in it."""

from __future__ import annotations

from html.parser import HTMLParser

from playwright.sync_api import Page


class Cells(HTMLParser):
    """Collects the text of every cell of a table, row by row, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "; "

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def clipboard(page: Page) -> dict[str, str]:
    """Return what is on the clipboard, by type."""
    content: dict[str, str] = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
            return Object.fromEntries(await Promise.all(texts));
        }"""
    )
    return content
