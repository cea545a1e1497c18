"""The static lists of entries, readable without JavaScript: by urusan, year, stage, status, kind; 50 a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.indonesian import ribuan
from catalog.pages.context import BELUM_DIKETAHUI, ListKey, PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import PER_HALAMAN, Remah, make_card, make_paging, plan_pages, year_text

RINGKAS = frozenset({"inovasi", "keadaan", "jenis"})
"""Lists that are looked through for a name: one line an entry. The others have cards."""

MOST_CARDS = 1000
"""Nobody reads cards over twenty pages: a longer list is one to look through, too."""

_URUT_BUKTI = "Yang buktinya paling kuat lebih dulu, lalu yang isiannya paling lengkap."


@dataclass(frozen=True, slots=True)
class Judul:
    """How a list presents itself: address below the site's root, words, the way to it."""

    alamat: str
    judul: str
    lede: str
    remah: Remah
    bagian: str
    urut: str
    kosong: str = ""


def list_keys(kind: str, context: PageContext) -> list[ListKey]:
    """Return the lists of a kind by key: those with entries, and all of urusan and stages, so that they stay."""
    lists = context.catalog.vocabularies
    always = {"inovasi": ("",), "urusan": tuple(lists.urusan), "tahapan": tuple(lists.tahapan)}.get(kind, ())
    return sorted({(kind, id) for id in always} | {key for key in context.daftar if key[0] == kind})


def list_paths(key: ListKey, context: PageContext) -> list[str]:
    """Return the addresses of the pages of a list, at least one."""
    pages = plan_pages(make_head(key, context).alamat, len(context.daftar.get(key, ())))
    return [address for address, _, _ in pages]


def list_page(key: ListKey, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of a static list."""
    head, entries = make_head(key, context), context.daftar.get(key, ())
    paging = make_paging(head.alamat, number, len(entries))
    shown = entries[(number - 1) * PER_HALAMAN : number * PER_HALAMAN]
    in_short = key[0] in RINGKAS or len(entries) > MOST_CARDS
    suffix = f", halaman {number}" if number > 1 else ""
    return render_page(
        "daftar.html",
        path=paging.tautan(number),
        title=head.judul + suffix,
        description=f"{head.lede} {ribuan(len(entries))} inovasi dalam katalog.",
        section=head.bagian,
        d=head,
        kartu=[] if in_short else [make_card(entri, context) for entri in shown],
        baris=[_entry_row(entri, context) for entri in shown] if in_short else [],
        halaman=paging,
        umpan=key[0] == "urusan" and number == 1 and any(entri.kebaruan for entri in entries),
        jumlah=len(entries),
        dari=(number - 1) * PER_HALAMAN + 1,
        sampai=(number - 1) * PER_HALAMAN + len(shown),
    )


def _entry_row(entri: Entri, context: PageContext) -> tuple[str, str, str]:
    """Return name, address below the site's root, and what stands behind the name."""
    return entri.nama, entri.tautan, f"{context.catalog.nama_wilayah(entri.wilayah)}, {year_text(entri)}"


def make_head(key: ListKey, context: PageContext) -> Judul:
    """Return the head of a list; every urusan has one, also without entries."""
    kind, id = key
    makers = {
        "inovasi": _all_head,
        "urusan": _urusan_head,
        "tahun": _year_head,
        "tahapan": _stage_head,
        "keadaan": _status_head,
        "jenis": _kind_head,
    }
    return makers[kind](id, context)


def _all_head(id: str, context: PageContext) -> Judul:
    return Judul("inovasi/", "Semua inovasi", "Seluruh isi katalog menurut nama.", [], "", "Urut nama, A sampai Z.")


def _urusan_head(id: str, context: PageContext) -> Judul:
    row = context.catalog.vocabularies.urusan[id]
    return Judul(
        alamat=f"urusan/{id}/",
        judul=row.nama,
        lede=row.penjelasan,
        remah=[("Urusan", "urusan/")],
        bagian="urusan",
        urut=_URUT_BUKTI,
        kosong="Belum ada inovasi pada urusan ini",
    )


def _year_head(id: str, context: PageContext) -> Judul:
    known = id != BELUM_DIKETAHUI
    return Judul(
        alamat=f"tahun/{id}/",
        judul=f"Inovasi tahun {id}" if known else "Inovasi yang tahunnya belum diketahui",
        lede=f"Mulai diterapkan atau diuji coba pada {id}; bila itu belum diketahui, pertama diberitakan pada {id}."
        if known
        else "Sumbernya belum menyebut kapan inovasi ini mulai.",
        remah=[("Tahun", "tahun/")],
        bagian="",
        urut=_URUT_BUKTI,
    )


def _stage_head(id: str, context: PageContext) -> Judul:
    term = context.catalog.vocabularies.tahapan.get(id)
    return Judul(
        alamat=f"tahapan/{id}/",
        judul=f"Tahapan: {term.nama.lower()}" if term else "Tahapan belum diketahui",
        lede=term.penjelasan if term else "Sumbernya belum menyebut sejauh mana inovasi ini dijalankan.",
        remah=[("Tahapan", "tahapan/")],
        bagian="",
        urut=_URUT_BUKTI,
        kosong="Belum ada inovasi pada tahapan ini",
    )


def _status_head(id: str, context: PageContext) -> Judul:
    term = context.catalog.vocabularies.status[id]
    return Judul(
        alamat=f"keadaan/{id}/",
        judul=f"Keadaan: {term.nama.lower()}",
        lede=term.penjelasan,
        remah=[("Statistik", "statistik/")],
        bagian="statistik",
        urut=_URUT_BUKTI,
    )


def _kind_head(id: str, context: PageContext) -> Judul:
    term = context.catalog.vocabularies.jenis.get(id)
    return Judul(
        alamat=f"jenis/{id}/",
        judul=f"Inovasi {term.nama.lower()}" if term else "Inovasi yang jenisnya belum diketahui",
        lede=term.penjelasan if term else "Sumbernya belum menyebut apakah inovasi ini digital.",
        remah=[("Statistik", "statistik/")],
        bagian="statistik",
        urut=_URUT_BUKTI,
    )


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of an index: a list, how many entries it has, its share of the longest in percent."""

    nama: str
    ket: str
    tautan: str
    jumlah: int
    panjang: str = ""


def urusan_index(context: PageContext) -> Page:
    """Return the index of the urusan in their groups; those without entries stand quietly below."""
    lists = context.catalog.vocabularies
    groups = []
    for group in lists.kelompok.values():
        rows = [
            _row(("urusan", u.id), u.nama, u.penjelasan, context)
            for u in lists.urusan.values()
            if u.kelompok == group.id
        ]
        groups.append((group, [r for r in rows if r.jumlah], [r for r in rows if not r.jumlah]))
    return render_page(
        "urusan.html",
        path="urusan/",
        title="Inovasi menurut urusan",
        description="Ke-38 urusan pemerintahan daerah dan inovasi yang tercatat pada masing-masing.",
        section="urusan",
        kelompok=groups,
        jumlah=len(lists.urusan),
    )


def year_index(context: PageContext) -> Page:
    """Return the index of the years, newest first."""
    years = sorted((id for kind, id in context.daftar if kind == "tahun" and id != BELUM_DIKETAHUI), reverse=True)
    rows = [_row(("tahun", year), year, "", context) for year in years]
    unknown = _row(("tahun", BELUM_DIKETAHUI), "Tahun belum diketahui", "", context)
    return render_page(
        "tahun.html",
        path="tahun/",
        title="Inovasi menurut tahun",
        description="Banyaknya inovasi menurut tahun mulainya.",
        baris=_with_lengths(rows),
        belum=unknown if unknown.jumlah else None,
    )


def stage_index(context: PageContext) -> Page:
    """Return the index of the stages, the unknown one last."""
    terms = context.catalog.vocabularies.tahapan.values()
    rows = [_row(("tahapan", term.id), term.nama, term.penjelasan, context) for term in terms]
    head = make_head(("tahapan", BELUM_DIKETAHUI), context)
    unknown = _row(("tahapan", BELUM_DIKETAHUI), "Belum diketahui", head.lede, context)
    return render_page(
        "tahapan.html",
        path="tahapan/",
        title="Inovasi menurut tahapan",
        description="Inovasi yang masih gagasan, sedang diuji coba, atau sudah diterapkan.",
        baris=[*rows, unknown],
    )


def _row(key: ListKey, nama: str, ket: str, context: PageContext) -> Baris:
    return Baris(nama, ket, f"{key[0]}/{key[1]}/", len(context.daftar.get(key, ())))


def _with_lengths(rows: Sequence[Baris]) -> list[Baris]:
    longest = max((row.jumlah for row in rows), default=1)
    return [Baris(r.nama, r.ket, r.tautan, r.jumlah, f"{100 * r.jumlah / longest:.1f}") for r in rows]
