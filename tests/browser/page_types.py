"""One real address for every type of page, chosen from the built catalogue, and the worst case where types vary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from catalog.replikasi import open_book

from .building import Site

MISSING = "tidak-ada/sama-sekali/"
"""An address without a page, two folders deep: answered by ``404.html``."""


def choose_addresses(site: Site) -> dict[str, str]:
    """Return type of page → address below the root; an address that stands for two types is there once."""
    chosen = {
        "beranda": "",
        **_explore(site),
        **_problems(site),
        **_compare(site),
        **_replications(site),
        **_visits(site),
        **_planner(site),
        **_assessments(site),
        **_evaluations(site),
        **_forms(site),
        **_confirmation(site),
        **_entries(site),
        **_regions(site),
        **_lists(site),
        "statistik": "statistik/",
        "data": "data/",
        "terbaru": "terbaru/",
        **_handwritten(site),
        "404": MISSING,
    }
    first_name = {address: name for name, address in reversed(chosen.items())}
    return {name: address for name, address in chosen.items() if first_name[address] == name}


def _explore(site: Site) -> dict[str, str]:
    urusan = _most_common(entri.urusan_utama for entri in site.catalog.entri)
    bukti = _most_common(entri.bukti for entri in site.catalog.entri)
    return {
        "jelajah": "jelajah/",
        "jelajah-hasil": "jelajah/?q=pelayanan",
        "jelajah-saring": f"jelajah/?urusan={urusan}&bukti={bukti}",
        "jelajah-kosong": f"jelajah/?q=qzxvqzxv&urusan={urusan}",
        "jelajah-serupa": f"jelajah/?urut=serupa&daerah={site.settings.wilayah_rumah}",
        "jelajah-serupa-pilih": "jelajah/?urut=serupa",
    }


def _compare(site: Site) -> dict[str, str]:
    """Nothing chosen, the four fullest entries, and one entry beside an id that is none."""
    by_size = sorted(site.catalog.entri, key=lambda entri: len(site.html(entri.tautan)))
    four = "&".join(f"inovasi={entri.id}" for entri in by_size[-4:])
    return {
        "bandingkan": f"bandingkan/?{four}",
        "bandingkan-kosong": "bandingkan/",
        "bandingkan-satu": f"bandingkan/?inovasi={by_size[0].id}&inovasi=tidak/ada",
    }


def _replications(site: Site) -> dict[str, str]:
    """The ledger's first and last page, the largest lineage, and the entry with most pairs as origin and as copy."""
    book = open_book(site.catalog)
    last = [address for address in site.addresses() if address.startswith("replikasi/halaman-")]
    lineages = [address for address in site.addresses() if address.startswith("replikasi/") and address.count("/") == 3]
    by_picture = sorted(lineages, key=lambda address: site.html(address).count("<path"))
    named = {"entri-asal": book.asal, "entri-salinan": book.penerima}
    fullest = {name: max(pairs, key=lambda id: (len(pairs[id]), id)) for name, pairs in named.items() if pairs}
    return {
        "replikasi": "replikasi/",
        **({"replikasi-akhir": last[-1]} if last else {}),
        **({"silsilah": by_picture[-1]} if by_picture else {}),
        **{name: f"inovasi/{id}/" for name, id in fullest.items()},
    }


def _visits(site: Site) -> dict[str, str]:
    """The first and last page of visits, the table of regions, exhibitions, laboratories, stopped ones, a poster."""
    last = [address for address in site.addresses() if address.startswith("kunjungan/halaman-")]
    packages = [address for address in site.addresses() if address.endswith("/paket/")]
    posters = [address for address in packages if 'id="poster"' in site.html(address)]
    fullest = max(posters, key=lambda address: len(site.html(address)), default="")
    return {
        "kunjungan": "kunjungan/",
        **({"kunjungan-akhir": last[-1]} if last else {}),
        "kunjungan-wilayah": "kunjungan/wilayah/",
        "pameran": "pameran/",
        "lab": "lab/",
        "berhenti": "berhenti/",
        **({"poster": f"{fullest}#poster"} if fullest else {}),
    }


def _assessments(site: Site) -> dict[str, str]:
    """The index, the self-assessment with most entries and with none judged, the reports of an entry and none."""
    pages = [address for address in site.addresses() if address.endswith("/swanilai/") and address.count("/") == 3]
    by_size = sorted(pages, key=lambda address: len(site.html(address)))
    judged = next(entri for entri in site.catalog.entri if entri.bukti != "nama-saja")
    return {
        "swanilai": "swanilai/",
        "swanilai-wilayah": by_size[-1],
        "swanilai-kosong": by_size[0],
        "lapor": "lapor/",
        "lapor-isi": f"lapor/?inovasi={judged.id}",
    }


def _confirmation(site: Site) -> dict[str, str]:
    """The page that confirms, about an entry and about none."""
    return {
        "konfirmasi": f"kontribusi/konfirmasi/?{site.catalog.entri[0].id}",
        "konfirmasi-kosong": "kontribusi/konfirmasi/",
    }


def _forms(site: Site) -> dict[str, str]:
    """The form empty, with an entry to correct, and for the records of a region."""
    return {
        "formulir": "kontribusi/formulir/",
        "formulir-sunting": "kontribusi/formulir/?entri=kab-blora/samin-119",
        "formulir-kunjungan": "kontribusi/formulir/?jenis=kunjungan&wilayah=kab-blora",
        "formulir-aturan": "kontribusi/formulir/?jenis=aturan&wilayah=kab-blora",
    }


def _evaluations(site: Site) -> dict[str, str]:
    """The awards, the fullest report card of an office, and the fullest evaluation of a region."""
    pages = site.addresses()
    by_size = sorted(pages, key=lambda address: len(site.html(address)))
    cards = [address for address in by_size if "/opd/" in address]
    evaluations = [address for address in by_size if address.endswith("/evaluasi/")]
    named = {"rapor": cards, "evaluasi": evaluations}
    return {"penghargaan": "penghargaan/"} | {name: found[-1] for name, found in named.items() if found}


def _planner(site: Site) -> dict[str, str]:
    """The planner without anything, and with two hosts, two days, and a number of guests that cannot be."""
    first = [next(iter(site.catalog.entri_of(id))).id for id in site.catalog.wilayah_berentri[:2]]
    plan = "&".join(f"e={id}" for id in first)
    return {
        "rencana": "kunjungan/rencana/",
        "rencana-isi": f"kunjungan/rencana/?isi#v=1&{plan}&d=kota-banda-aceh&c=luring&m=2026-12-14&s=2026-12-15&n=0",
    }


def _problems(site: Site) -> dict[str, str]:
    """The index of everyday problems; the doors with the most to show, with the least, and without the home region."""
    pages = [address for address in site.addresses() if address.startswith("masalah/") and address.count("/") == 2]
    by_size = sorted(pages, key=lambda address: len(site.html(address)))
    without_home = [address for address in by_size if 'class="kosong"' in site.html(address)]
    return {
        "masalah-indeks": "masalah/",
        "masalah": by_size[-1],
        "masalah-pendek": by_size[0],
        "masalah-bukan-di-rumah": without_home[-1],
        "masalah-darurat": "masalah/butuh-ambulans/",
    }


def _entries(site: Site) -> dict[str, str]:
    entries = site.catalog.entri
    by_size = sorted(entries, key=lambda entri: len(site.html(entri.tautan)))
    by_name = sorted(entries, key=lambda entri: len(entri.nama))
    with_expansion = sorted(entries, key=lambda entri: len(entri.inovasi.kepanjangan or ""))
    chosen = {
        "entri-dalam": by_size[-1],
        "entri-tengah": by_size[len(by_size) // 2],
        "entri-pendek": next((entri for entri in by_size if entri.bukti == "nama-saja"), by_size[0]),
        "entri-nama-panjang": by_name[-1],
        "entri-kepanjangan-panjang": with_expansion[-1],
    }
    by_status = {entri.keadaan: entri for entri in by_size}
    if "berhenti" in by_status:
        chosen["entri-berhenti"] = by_status["berhenti"]
    with_photo = [entri for entri in by_size if entri.inovasi.foto]
    if with_photo:
        chosen["entri-foto"] = with_photo[-1]
    packages = {"paket": chosen["entri-dalam"], "paket-pendek": chosen["entri-pendek"]}
    return {name: entri.tautan for name, entri in chosen.items()} | {
        name: f"{entri.tautan}paket/" for name, entri in packages.items()
    }


def _regions(site: Site) -> dict[str, str]:
    catalog = site.catalog
    by_count = sorted(catalog.wilayah_berentri, key=lambda wilayah: len(catalog.entri_of(wilayah)))
    largest = max(by_count, key=lambda wilayah: len(site.html(f"wilayah/{wilayah}/")))
    provinces = [wilayah for wilayah in by_count if wilayah.startswith("prov-")]
    return {
        "wilayah-indeks": "wilayah/",
        **_maps(site),
        "wilayah-rumah": f"wilayah/{site.settings.wilayah_rumah}/",
        "wilayah-terbesar": f"wilayah/{largest}/",
        "wilayah-satu": f"wilayah/{by_count[0]}/",
        **({"wilayah-provinsi": f"wilayah/{provinces[-1]}/"} if provinces else {}),
    }


def _maps(site: Site) -> dict[str, str]:
    """The map with most circles, and one of a province whose line is older than itself."""
    maps = [address for address in site.addresses() if address.startswith("wilayah/peta/")]
    by_circles = sorted(maps, key=lambda address: site.html(address).count("<circle"))
    young = [address for address in maps if "papua-barat-daya" in address]
    return {name: found[-1] for name, found in (("peta-terbesar", by_circles), ("peta-baru", young)) if found}


_LISTS = ("urusan", "tahun", "tahapan", "jenis", "keadaan", "bukti")
"""Folders of static lists: an index, and a page for each value."""


def _lists(site: Site) -> dict[str, str]:
    """The index of every kind of list, its longest and its shortest page, and two pages of all entries."""
    chosen = {"inovasi": "inovasi/", "inovasi-2": "inovasi/halaman-2/"}
    everything = site.addresses()
    for name in _LISTS:
        pages = [address for address in everything if address.startswith(f"{name}/")]
        by_size = sorted((address for address in pages if address.count("/") == 2), key=lambda a: len(site.html(a)))
        if pages:
            chosen[f"{name}-indeks"] = f"{name}/"
        if by_size:
            chosen[name], chosen[f"{name}-pendek"] = by_size[-1], by_size[0]
    return {name: address for name, address in chosen.items() if address in everything}


def _handwritten(site: Site) -> dict[str, str]:
    """Every page of ``content/``: they are few, and each is written by hand."""
    found = [address for address in site.addresses() if address.split("/")[0] in ("tentang", "panduan")]
    return {address.strip("/").replace("/", "-"): address for address in found}


def _most_common(values: Iterable[str]) -> str:
    return max(Counter(values).items(), key=lambda item: (item[1], item[0]))[0]
