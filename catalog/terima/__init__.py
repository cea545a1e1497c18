"""Files that came by WhatsApp or e-mail → their place in the catalogue, checked first, nothing half-written.

received = receive(inputs, asked)
for one in received.berkas: …
"""

from catalog.terima.pilihan import Ditolak, Pilihan
from catalog.terima.story import Diterima, Kiriman, receive

__all__ = ["Diterima", "Ditolak", "Kiriman", "Pilihan", "receive"]
