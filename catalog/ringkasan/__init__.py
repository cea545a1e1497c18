"""What a change does to the catalogue, told in Markdown for those who sent it and those who review it.

change = look_at_change(inputs, changes)
text = write_markdown(change, settings)
"""

from catalog.ringkasan.markdown import write_markdown
from catalog.ringkasan.perubahan import EntriBerubah, Perubahan, look_at_change, read_state

__all__ = ["EntriBerubah", "Perubahan", "look_at_change", "read_state", "write_markdown"]
