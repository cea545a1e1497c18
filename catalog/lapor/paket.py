"""All reports of a region in one ZIP: for every entry the profile, the same as text, and the proposal."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from catalog.catalog import Catalog, Entri
from catalog.iid.kipp import BentukKipp
from catalog.lapor.berkas import contest_document, profile_document, report_names, source_of
from catalog.lapor.butir import profile_items, profile_text
from catalog.replikasi import Buku
from catalog.swanilai import edition_of

_DATE = (1980, 1, 1, 0, 0, 0)


def write_batch(wilayah: str, catalog: Catalog, buku: Buku, form: BentukKipp, site: str = "/") -> bytes:
    """Return the ZIP of a region's entries, a folder each, ordered by id; the same catalogue gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for entri in catalog.entri_of(wilayah):
            for name, data, method in _files(entri, catalog, buku, form, site):
                package.writestr(zipfile.ZipInfo(f"{entri.slug}/{name}", _DATE), data, method)
    return out.getvalue()


def _files(entri: Entri, catalog: Catalog, buku: Buku, form: BentukKipp, site: str) -> Iterator[tuple[str, bytes, int]]:
    """Yield name, bytes and how to pack them: a DOCX is packed already."""
    profile, proposal = report_names(entri)
    edition = edition_of(entri, catalog.vocabularies.iid)
    items = profile_items(source_of(entri, catalog, buku), edition)
    text = profile_text(items, f"Profil Inovasi Daerah {edition.edisi}: {entri.nama}")
    yield profile, profile_document(entri, catalog, buku, site), zipfile.ZIP_STORED
    yield profile.replace(".docx", ".txt"), text.encode("utf-8"), zipfile.ZIP_DEFLATED
    yield proposal, contest_document(entri, catalog, buku, form, site), zipfile.ZIP_STORED
