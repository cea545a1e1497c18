"""A change in Markdown, in plain Indonesian: what is good, what to mend, kelengkapan before and after, what is alike.

Names of files and texts of entries are strangers' words: they are escaped here, and never reach a shell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from catalog.kelengkapan import changed_isian, counted_isian
from catalog.privacy import mask
from catalog.problems import Problem
from catalog.record_text import Lebih
from catalog.ringkasan.baik import good_points
from catalog.ringkasan.perubahan import EntriBerubah, Perubahan
from catalog.ringkasan.tulisan import code, plain, sentence
from catalog.saran import Mirip
from catalog.settings import Settings

_MOST_ENTRIES, _MOST_PROBLEMS, _MOST_FILES = 50, 30, 30
_MISSING_SHOWN = 8


def write_markdown(change: Perubahan, settings: Settings, pratinjau: str = "") -> str:
    """Return the summary as Markdown with a line break at its end; ``pratinjau`` names the artifact of the site."""
    return "\n".join(_lines(change, settings, pratinjau)) + "\n"


def _lines(change: Perubahan, settings: Settings, pratinjau: str) -> Iterator[str]:
    yield "# Ringkasan pemeriksaan"
    yield ""
    yield _verdict(change)
    if pratinjau and not change.jumlah_kesalahan:
        yield ""
        yield (
            f"Pratinjau situs: unduh **{plain(pratinjau)}** di bagian *Artifacts* halaman ini dan buka zip-nya. "
            "Halaman entri dapat dibuka langsung; untuk menjelajah, jalankan `python3 -m http.server` di foldernya."
        )
    shown = change.entri[:_MOST_ENTRIES]
    for one in shown:
        yield ""
        yield from _entry_lines(one, change, settings, bool(pratinjau) and not change.jumlah_kesalahan)
    if len(change.entri) > len(shown):
        yield ""
        yield f"{len(change.entri) - len(shown)} entri lain tidak diuraikan di sini; anotasinya ada di daftar berkas."
    yield from _other_files(change)


def _verdict(change: Perubahan) -> str:
    errors = change.jumlah_kesalahan
    if not change.entri and not change.berkas_data:
        return "Perubahan ini tidak menyentuh data di `innovations/`."
    counted = f"{len(change.entri)} entri dan {len(change.berkas_data)} berkas data lain disentuh."
    if errors:
        return f"**Belum dapat diterima: {errors} kesalahan perlu diperbaiki.** {counted}"
    text = f"**Dapat diterima: tidak ada kesalahan.** {counted}"
    if change.di_luar:
        text += f" {change.di_luar} kesalahan di berkas lain bukan akibat perubahan ini dan tidak dihitung."
    return text


def _entry_lines(one: EntriBerubah, change: Perubahan, settings: Settings, has_preview: bool) -> Iterator[str]:
    state = one.baru or one.lama
    yield f"## {plain(state.nama) if state else code(one.berkas)}"
    yield ""
    yield f"{_what_happened(one)} {code(one.berkas)}" if state else _what_happened(one)
    if not one.ada_baru:
        return
    if has_preview and one.entri:
        yield f"Halamannya di pratinjau: {code(f'{one.entri.tautan}index.html')}"
    yield from _section("Yang sudah baik", good_points(one, change.catalog.vocabularies))
    yield from _section("Yang harus diperbaiki", _problem_lines([p for p in one.problems if p.is_error]))
    seen = [*_problem_lines([p for p in one.problems if not p.is_error]), *_loss_lines(one.hilang)]
    yield from _section("Yang perlu dilihat", seen)
    yield from _completeness(one)
    yield from _section("Entri yang mirip", [_alike_line(other, change, settings) for other in one.mirip])
    named = ("serupa-di-wilayah-lain", "singkatan-bentrok")
    advice = list(_problem_lines([p for p in one.saran if p.kode not in named]))
    if advice:
        yield ""
        yield f"<details><summary>{len(advice)} saran yang tidak menahan entri</summary>"
        yield ""
        yield from advice
        yield ""
        yield "</details>"


def _what_happened(one: EntriBerubah) -> str:
    if not one.ada_baru:
        return "Entri dihapus; alamat halamannya ikut hilang. Inovasi yang berhenti sebaiknya ditandai, bukan dihapus."
    return "Entri diperbaiki." if one.ada_lama else "Entri baru."


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield ""
        yield f"### {title}"
        yield ""
        yield from listed


def _problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    for p in problems[:_MOST_PROBLEMS]:
        found, mend = code(p.ditemukan), sentence(p.perbaiki)
        yield f"- Baris {p.baris}: {sentence(p.pesan)} Ditemukan: {found}. Perbaiki: {mend}."
    if len(problems) > _MOST_PROBLEMS:
        yield f"- {len(problems) - _MOST_PROBLEMS} lagi; lihat anotasi di daftar berkas."


def _loss_lines(lost: Lebih) -> Iterator[str]:
    """Comments and isian that only the file before held; who edits on the website does not see them."""
    told = [f"komentar {code(mask(text))}" for text in lost.komentar] + [f"isian {code(name)}" for name in lost.isian]
    for text in told[:_MOST_PROBLEMS]:
        yield f"- Hilang dari berkas sebelumnya: {text}. Kembalikan bila tidak disengaja."
    if len(told) > _MOST_PROBLEMS:
        yield f"- {len(told) - _MOST_PROBLEMS} lagi hilang dari berkas sebelumnya."


def _completeness(one: EntriBerubah) -> Iterator[str]:
    if one.baru is None:
        return
    now, before = one.baru.kelengkapan, one.lama.kelengkapan if one.lama else None
    yield ""
    yield "### Kelengkapan"
    yield ""
    yield f"{f'{before.terisi} → ' if before else ''}{now.terisi} dari {now.dari} isian."
    titles = counted_isian()
    if before is not None:
        gained, lost = changed_isian(before, now)
        if gained:
            yield f"Bertambah: {', '.join(gained)}."
        if lost:
            yield f"**Hilang: {', '.join(lost)}.** Pastikan ini disengaja."
    if now.kurang:
        rest = len(now.kurang) - _MISSING_SHOWN
        further = f", dan {rest} lainnya" if rest > 0 else ""
        yield f"Belum ada: {', '.join(titles[key] for key in now.kurang[:_MISSING_SHOWN])}{further}."


def _alike_line(other: Mirip, change: Perubahan, settings: Settings) -> str:
    region = plain(change.catalog.nama_wilayah(other.wilayah))
    why = "singkatan sama, kepanjangan berbeda" if other.bentrok else "nama sama atau hampir sama"
    address = _address(other, settings)
    name = f"[{plain(other.nama)}]({address})" if address else f"{plain(other.nama)} ({code(other.berkas)})"
    return f"- {name}, {region}: {why}."


def _address(other: Mirip, settings: Settings) -> str:
    """The entry's page on the public site, else its file in the repository; '' while neither has an address."""
    if settings.site_url:
        return f"{settings.site_url}{other.tautan}"
    return f"{settings.repositori.rstrip('/')}/blob/HEAD/{other.berkas}" if settings.repositori else ""


def _other_files(change: Perubahan) -> Iterator[str]:
    yield from _section("Berkas data lain", _files(change.berkas_data))
    yield from _section("Kesalahan di berkas data lain", _placed([p for p in change.problems if p.is_error]))
    yield from _section("Peringatan di berkas data lain", _placed([p for p in change.problems if not p.is_error]))
    lost = [f"- {code(path)}: {line[2:]}" for path, what in change.hilang for line in _loss_lines(what)]
    yield from _section("Hilang dari berkas data lain", lost)
    yield from _section("Berkas di luar data", _files(change.lain))


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths[:_MOST_FILES]:
        yield f"- {code(path)}"
    if len(paths) > _MOST_FILES:
        yield f"- {len(paths) - _MOST_FILES} berkas lagi"


def _placed(problems: Sequence[Problem]) -> Iterator[str]:
    for line, p in zip(_problem_lines(problems), problems, strict=False):
        yield line.replace("- Baris", f"- {code(p.berkas)}, baris", 1)
