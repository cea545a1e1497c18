"""Documents in proper form from blocks: templates with visible places to fill in, DOCX from a shared skeleton.

A document is a list of blocks, plain values that JSON can hold, because the planner in the browser makes the same
documents (``theme/assets/js/naskah*.js``): both sides fill the same templates and the same skeleton.
"""

from catalog.naskah.docx import skeleton_parts, write_docx
from catalog.naskah.ramping import write_slim_docx
from catalog.naskah.templat import ORDER, Templat, fill, load_templates

__all__ = ["ORDER", "Templat", "fill", "load_templates", "skeleton_parts", "write_docx", "write_slim_docx"]
