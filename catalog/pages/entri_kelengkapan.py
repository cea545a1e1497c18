"""How complete an entry is, which isian are missing, and what would lift its evidence; a count, never a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from catalog.catalog import Entri
from catalog.kelengkapan import counted_isian
from catalog.model.inovasi import Inovasi
from catalog.pages.context import PageContext
from catalog.validation.plans import plan_of

_BANTUAN = {
    "perangkat_daerah": "Dinas, badan, atau kecamatan yang memiliki inovasi ini.",
    "tahapan": "Masih gagasan, sedang diuji coba, atau sudah diterapkan.",
    "status": "Apakah masih berjalan, dan menurut bukti tanggal berapa.",
    "dikonfirmasi": "Pernyataan kantor pemilik bahwa isi entri masih sesuai.",
    "klasifikasi": "Milik perangkat daerah, desa atau kelurahan, masyarakat, swasta, atau lembaga pendidikan.",
    "tanggal": "Kapan mulai diuji coba, diterapkan, atau dikembangkan lagi.",
    "evaluasi": "Siapa yang menilai, dan apa temuannya.",
    "pelajaran": "Apa yang dipelajari selama menjalankannya, juga yang tidak berhasil.",
    "foto": "Foto kegiatan atau hasilnya, dengan uraian.",
    "masalah": "Masalah apa yang dipecahkan, dan siapa yang mengalaminya.",
    "cara_kerja": "Apa yang dikerjakan, dan bagaimana jalannya.",
    "hasil": "Apa yang berubah sesudahnya.",
}
"""What belongs into an isian, in the words of a reader; where the model's help speaks to those who write files."""

_NAIK = {
    "klaim": "ceritakan cara kerjanya, cara memakai layanannya, langkahnya, biayanya, atau hasilnya.",
    "terdokumentasi": "sebutkan dasar hukum atau dokumennya, misalnya keputusan, SOP, atau panduan.",
    "terukur": "tulis satu hasil dengan angka sebelum dan sesudahnya, beserta sumbernya.",
    "dievaluasi": "sebutkan siapa yang menilai inovasi ini dan apa temuannya.",
}
"""Evidence level → what an entry needs to reach it."""


@dataclass(frozen=True, slots=True)
class KelengkapanView:
    """``kurang`` are the missing isian as (title, what belongs there); ``naik`` is (next level, what it takes)."""

    terisi: int
    dari: int
    kurang: Sequence[tuple[str, str]]
    tingkat: int
    bukti: str
    penjelasan: str
    naik: tuple[str, str] | None


def make_completeness(entri: Entri, context: PageContext) -> KelengkapanView:
    """Return the completeness and evidence of an entry in words."""
    step, name = context.tingkat_bukti[entri.bukti]
    levels = list(context.catalog.vocabularies.bukti.values())
    above = levels[step] if step < len(levels) else None
    return KelengkapanView(
        terisi=entri.kelengkapan.terisi,
        dari=entri.kelengkapan.dari,
        kurang=[_help()[key] for key in entri.kelengkapan.kurang],
        tingkat=step,
        bukti=name,
        penjelasan=levels[step - 1].penjelasan,
        naik=(above.nama, _NAIK[above.id]) if above else None,
    )


@cache
def _help() -> dict[str, tuple[str, str]]:
    plans = plan_of(Inovasi)
    return {key: (title, _BANTUAN.get(key) or plans[key].bantuan) for key, title in counted_isian().items()}
