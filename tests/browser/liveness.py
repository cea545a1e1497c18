"""What must never be on a page that shows other people's text: nodes that act, and links that run."""

from __future__ import annotations

from playwright.sync_api import Page

from .scripts import run_script


def live_nodes(page: Page, html: str | None = None) -> list[str]:
    """Return one line for every node of the open page that runs, loads or leads where only our own text may.

    With ``html`` that text is looked at in place of the page, without running it.
    """
    lines: list[str] = run_script(page, "live", html)
    return lines
