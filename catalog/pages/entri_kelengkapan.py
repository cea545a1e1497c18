"""How complete an entry is, which isian are missing, and what would lift its evidence; a count, never a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.kelengkapan import counted_isian
from catalog.pages.context import PageContext

_NAIK = {
    "klaim": "ceritakan cara kerjanya, cara memakai layanannya, langkahnya, biayanya, atau hasilnya.",
    "terdokumentasi": "sebutkan dasar hukum atau dokumennya, misalnya keputusan, SOP, atau panduan.",
    "terukur": "tulis satu hasil dengan angka sebelum dan sesudahnya, beserta sumbernya.",
    "dievaluasi": "sebutkan siapa yang menilai inovasi ini dan apa temuannya.",
}
"""Evidence level → what an entry needs to reach it."""


_DALAM_KALIMAT = {
    "dikonfirmasi": "konfirmasi kantor pemilik",
    "tanggal": "tanggal mulai",
    "aktor": "pihak yang terlibat",
}
"""Isian whose title does not do as a word in a sentence."""


@dataclass(frozen=True, slots=True)
class KelengkapanView:
    """``kurang`` are the titles of the missing isian; ``naik`` is (next level, what it takes)."""

    terisi: int
    dari: int
    kurang: Sequence[str]
    tingkat: int
    bukti: str
    penjelasan: str
    naik: tuple[str, str] | None


def make_completeness(entri: Entri, context: PageContext) -> KelengkapanView:
    """Return the completeness and evidence of an entry in words."""
    step, name = context.tingkat_bukti[entri.bukti]
    levels = list(context.catalog.vocabularies.bukti.values())
    titles = counted_isian()
    above = levels[step] if step < len(levels) else None
    return KelengkapanView(
        terisi=entri.kelengkapan.terisi,
        dari=entri.kelengkapan.dari,
        kurang=[_DALAM_KALIMAT.get(key) or _in_a_sentence(titles[key]) for key in entri.kelengkapan.kurang],
        tingkat=step,
        bukti=name,
        penjelasan=levels[step - 1].penjelasan,
        naik=(above.nama, _NAIK[above.id]) if above else None,
    )


def _in_a_sentence(title: str) -> str:
    """'Dasar hukum' → 'dasar hukum'; an abbreviation ('SDM') stays as it is."""
    return title if title.isupper() else title[:1].lower() + title[1:]
