"""The evidence level of an entry: computed from what it holds, never typed."""

from __future__ import annotations

from catalog.model.inovasi import Inovasi


def measure_bukti(inovasi: Inovasi, has_body: bool) -> str:
    """Return the highest level reached, an id of ``vocabularies/bukti.yml``.

    dievaluasi: somebody evaluated it; terukur: a before-and-after pair; terdokumentasi: a document or legal basis;
    klaim: it says what it does; nama-saja: only its name, owner or awards are known.
    """
    if inovasi.evaluasi:
        return "dievaluasi"
    if any(h.sebelum is not None and h.sesudah is not None for h in inovasi.hasil_terukur):
        return "terukur"
    if inovasi.dokumen or inovasi.dasar_hukum:
        return "terdokumentasi"
    if has_body or inovasi.hasil_terukur or inovasi.langkah or inovasi.layanan or inovasi.biaya:
        return "klaim"
    return "nama-saja"
