"""The frame around every page: MkDocs renders it once per folder depth, bodies are poured into it."""

from catalog.frame.build import build_frame
from catalog.frame.page import Page
from catalog.frame.pour import Frame

__all__ = ["Frame", "Page", "build_frame"]
