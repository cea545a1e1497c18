"""The ledger of replications: joining both sides, stages, who says so, what counts, lineages."""

from __future__ import annotations

import random
from typing import Any

import pytest
from conftest import ROOT, make_entri

from catalog.catalog import Catalog, Daerah, make_catalog
from catalog.iid import current_edition, load_editions
from catalog.model.wilayah import Kunjungan
from catalog.replikasi import (
    TAHAP,
    Pasangan,
    Peristiwa,
    Selisih,
    counted,
    ends_of,
    find_lineages,
    make_ledger,
    open_book,
)
from catalog.replikasi.tahap import agree, furthest, is_later, merge

EDITION = current_edition(load_editions(ROOT / "vocabularies" / "iid"))
SILAT = "kab-blora/silat"
TIRUAN = "kab-grobogan/silat-grobogan"
BERITA: dict[str, Any] = {"judul": "Berita contoh", "penerbit": "contoh.id", "tanggal": "2024-05"}


def origin(*oleh: dict[str, Any], id: str = SILAT, **changes: Any) -> Any:
    return make_entri(id, replikasi={"oleh": list(oleh)}, **changes)


def copy(*dari: dict[str, Any], id: str = TIRUAN, **changes: Any) -> Any:
    return make_entri(id, replikasi={"dari": list(dari)}, **changes)


def by(tahap: str, tanggal: str = "", wilayah: str = "kab-grobogan", **further: Any) -> dict[str, Any]:
    return {"wilayah": wilayah, "tahap": tahap} | ({"tanggal": tanggal} if tanggal else {}) | further


def of(tahap: str = "", tanggal: str = "", asal: str = SILAT, **further: Any) -> dict[str, Any]:
    stage = ({"tahap": tahap} if tahap else {}) | ({"tanggal": tanggal} if tanggal else {})
    return {"asal": asal} | stage | further


def visit(tamu: str = "kab-grobogan", tuan_rumah: str = "kab-blora", **changes: Any) -> Kunjungan:
    given: dict[str, Any] = {
        "tanggal": "2024-04-18",
        "tuan_rumah": tuan_rumah,
        "tamu": tamu,
        "jenis": "studi-tiru",
        "topik": "Anak tidak sekolah",
        "inovasi": [SILAT],
        "sumber": [BERITA],
    }
    return Kunjungan.model_validate(given | changes)


def received(*visits: Kunjungan, id: str = "kab-blora") -> Daerah:
    return Daerah(id, id, kunjungan=visits)


def only(catalog: Catalog) -> Pasangan:
    (pair,) = make_ledger(catalog)
    return pair


def told(pair: Pasangan) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(event.tahap, event.tanggal, event.pihak) for event in pair.peristiwa]


# ---- one side, both sides ----


def test_stages_are_those_of_the_vocabulary(vocabularies: Any) -> None:
    assert tuple(vocabularies.tahap_replikasi) == TAHAP


def test_rows_of_the_same_region_are_stages_of_one_pair(catalog_of: Any) -> None:
    pair = only(catalog_of(origin(by("berjalan", "2025-02"), by("minat", "2024-01"), by("kesepakatan", "2024-09-03"))))
    assert (pair.asal, pair.penerima, pair.wilayah_asal) == (SILAT, "kab-grobogan", "kab-blora")
    assert told(pair) == [
        ("minat", "2024-01", ("asal",)),
        ("kesepakatan", "2024-09-03", ("asal",)),
        ("berjalan", "2025-02", ("asal",)),
    ]
    assert (pair.tahap, pair.tanggal, pair.pihak, pair.tahap_menurut) == ("berjalan", "2025-02", "asal", "asal")


def test_what_both_files_say_is_confirmed_by_two_sides_and_dated_by_the_more_precise(catalog_of: Any) -> None:
    pair = only(catalog_of(origin(by("berjalan", "2025")), copy(of("berjalan", "2025-02-01"))))
    assert told(pair) == [("berjalan", "2025-02-01", ("asal", "penerima"))]
    assert (pair.pihak, pair.tahap_menurut, pair.entri, pair.selisih) == ("dua-pihak", "dua-pihak", (TIRUAN,), ())


def test_the_adopters_word_alone_is_according_to_the_adopter(catalog_of: Any) -> None:
    pair = only(catalog_of(make_entri(SILAT), copy(of("uji-coba", "2025"))))
    assert (pair.tahap, pair.pihak, pair.dihitung) == ("uji-coba", "penerima", True)


def test_an_origin_named_without_a_stage_has_none_and_does_not_count(catalog_of: Any) -> None:
    pair = only(catalog_of(make_entri(SILAT), copy(of())))
    assert (pair.tahap, pair.tahap_menurut, pair.pihak, pair.dihitung) == ("", "", "penerima", False)


def test_two_files_may_record_a_pair_while_only_one_tells_its_stage(catalog_of: Any) -> None:
    pair = only(catalog_of(origin(by("kesepakatan", "2022")), copy(of())))
    assert (pair.tahap, pair.pihak, pair.tahap_menurut) == ("kesepakatan", "dua-pihak", "asal")


def test_two_sides_that_cite_the_same_source_do_not_confirm_each_other(catalog_of: Any) -> None:
    one, other = BERITA | {"id": "a"}, {"id": "b", "judul": "Berita lain", "penerbit": "contoh.id"}
    agreed = origin(by("kesepakatan", sumber="a"), sumber=[one])
    assert only(catalog_of(agreed, copy(of(inspirasi="Sama.", sumber="a"), sumber=[one]))).satu_sumber
    assert not only(catalog_of(agreed, copy(of(inspirasi="Sama.", sumber="b"), sumber=[other]))).satu_sumber
    assert not only(catalog_of(agreed)).satu_sumber


def test_what_was_changed_and_what_came_out_is_told_by_each_side_with_its_sources(catalog_of: Any) -> None:
    pair = only(
        catalog_of(
            origin(
                by("berjalan", penyesuaian="Tanpa aplikasi.", hasil="Enam desa.", sumber="a"),
                sumber=[BERITA | {"id": "a"}],
            ),
            copy(of("berjalan", pembeda="Lewat kader.", hasil="Enam desa.", kesepakatan="PKS 2024")),
        )
    )
    assert [(s.isian, s.pihak, s.entri, s.teks) for s in pair.pernyataan] == [
        ("kesepakatan", "penerima", TIRUAN, "PKS 2024"),
        ("pembeda", "asal", SILAT, "Tanpa aplikasi."),
        ("pembeda", "penerima", TIRUAN, "Lewat kader."),
        ("hasil", "asal", SILAT, "Enam desa."),
        ("hasil", "penerima", TIRUAN, "Enam desa."),
    ]
    assert [(r.entri, r.sumber.judul) for r in pair.pernyataan[1].sumber] == [(SILAT, "Berita contoh")]


def test_an_entry_of_the_adopter_joins_the_row_that_names_only_its_region(catalog_of: Any) -> None:
    book = open_book(catalog_of(origin(by("berjalan")), copy(of("berjalan"))))
    assert len(book.pasangan) == 1
    assert book.asal[SILAT] == book.penerima[TIRUAN] == book.wilayah["kab-blora"] == book.wilayah["kab-grobogan"]
    assert ends_of(book.pasangan[0]) == (SILAT, TIRUAN)


# ---- names instead of ids ----


@pytest.mark.parametrize("name", ["Kabupaten Grobogan", "kabupaten grobogan", "Desa Punggul"])
def test_a_full_name_of_a_region_is_that_region_and_another_text_is_a_place(catalog_of: Any, name: str) -> None:
    pair = only(catalog_of(origin(by("berjalan", wilayah=name))))
    is_region = name.casefold() == "kabupaten grobogan"
    assert (pair.penerima, pair.dihitung) == (("kab-grobogan", True) if is_region else (name, False))


def test_one_text_spelled_twice_is_one_origin(catalog_of: Any) -> None:
    pairs = make_ledger(
        catalog_of(
            copy(of("berjalan", asal="Lapor Hendi, Kota Semarang")),
            copy(of("uji-coba", asal="lapor hendi (Kota Semarang)"), id="kab-grobogan/lapor"),
        )
    )
    assert [(p.asal, p.wilayah_asal, p.entri) for p in pairs] == [
        ("Lapor Hendi, Kota Semarang", "", ("kab-grobogan/lapor", TIRUAN))
    ]


def test_a_sequel_at_home_is_no_replication_also_when_its_origin_is_a_text(catalog_of: Any) -> None:
    inside = catalog_of(make_entri(SILAT), copy(of("berjalan"), id="kab-blora/silat-dua"))
    named = catalog_of(copy(of("berjalan", asal="SILAT lama Kabupaten Blora"), id="kab-blora/silat-dua"))
    elsewhere = catalog_of(origin(by("berjalan", wilayah="Desa Jepon, Kabupaten Blora")))
    assert [(only(c).sewilayah, only(c).dihitung) for c in (inside, named, elsewhere)] == [(True, False)] * 3


# ---- visits ----


def test_a_visit_is_a_stage_and_never_a_replication(catalog_of: Any) -> None:
    pair = only(catalog_of(make_entri(SILAT), daerah=[received(visit())]))
    assert told(pair) == [("kunjungan", "2024-04-18", ("asal",))]
    assert (pair.tahap, pair.hanya_kunjungan, pair.dihitung) == ("kunjungan", True, False)
    assert counted([pair]).jumlah == 0


def test_a_visit_joins_the_pair_that_an_entry_records(catalog_of: Any) -> None:
    pair = only(catalog_of(origin(by("berjalan")), daerah=[received(visit())]))
    assert told(pair) == [("kunjungan", "2024-04-18", ("asal",)), ("berjalan", "", ("asal",))]
    assert (pair.tahap, pair.hanya_kunjungan, pair.dihitung) == ("berjalan", False, True)


def test_a_visit_does_not_make_a_stage_of_an_origin_named_without_one(catalog_of: Any) -> None:
    pair = only(catalog_of(make_entri(SILAT), copy(of()), daerah=[received(visit())]))
    assert (pair.tahap, told(pair)) == ("", [("kunjungan", "2024-04-18", ("asal",))])


def test_the_same_visit_in_both_registers_is_one_confirmed_by_two_sides(catalog_of: Any) -> None:
    registers = [received(visit()), received(visit(topik="SILAT"), id="kab-grobogan")]
    pair = only(catalog_of(make_entri(SILAT), daerah=registers))
    assert (told(pair), pair.pihak) == ([("kunjungan", "2024-04-18", ("asal", "penerima"))], "dua-pihak")


def test_two_visits_without_dates_stay_two(catalog_of: Any) -> None:
    one, other = visit(tanggal=None), visit(tanggal=None, topik="Basis data")
    pair = only(catalog_of(make_entri(SILAT), daerah=[received(one, other)]))
    assert [event.perihal for event in pair.peristiwa] == ["Anak tidak sekolah", "Basis data"]


@pytest.mark.parametrize(
    "changes",
    [
        {"rencana": "ya"},
        {"jenis": "verifikasi"},
        {"tamu": "Kementerian PANRB"},
        {"tamu": "kab-blora"},
        {"tuan_rumah": "kab-rembang"},
        {"tuan_rumah": "kab-grobogan", "tamu": "kab-blora"},
        {"inovasi": []},
    ],
)
def test_plans_juries_ministries_and_third_places_make_no_pair(catalog_of: Any, changes: dict[str, Any]) -> None:
    given = {"tamu": "kab-grobogan", "tuan_rumah": "kab-blora"} | changes
    assert make_ledger(catalog_of(make_entri(SILAT), daerah=[received(visit(**given))])) == ()


def test_people_of_the_origin_who_went_to_the_adopter_join_its_pair(catalog_of: Any) -> None:
    went = visit(tuan_rumah="kab-grobogan", tamu="kab-blora")
    pair = only(catalog_of(origin(by("uji-coba")), daerah=[received(went)]))
    assert told(pair) == [("kunjungan", "2024-04-18", ("asal",)), ("uji-coba", "", ("asal",))]


# ---- dates and stages ----


def test_dates_of_unlike_precision_agree_when_they_can_be_the_same_day() -> None:
    assert agree("2021", "2021-06-03")
    assert agree("", "2021")
    assert not agree("2021-05", "2021-06-03")
    assert is_later("2022", "2021-06-03")
    assert not is_later("2021-06", "2021")
    assert not is_later("2022", "")


def test_the_furthest_stage_counts_and_a_copy_that_ran_again_runs() -> None:
    def events(*stages: tuple[str, str]) -> list[Peristiwa]:
        return [Peristiwa(stage, date, ("asal",)) for stage, date in stages]

    assert furthest([]) == ("", "")
    assert furthest(events(("berjalan", "2020"), ("minat", "2024"))) == ("berjalan", "2020")
    assert furthest(events(("berjalan", "2020"), ("berhenti", "2022"))) == ("berhenti", "2022")
    assert furthest(events(("berjalan", ""), ("berhenti", ""))) == ("berhenti", "")
    assert furthest(events(("berhenti", "2022"), ("berjalan", "2020"), ("uji-coba", "2024"))) == ("uji-coba", "2024")
    disputed = [Peristiwa("berhenti", "2022", ("penerima",)), Peristiwa("berjalan", "2024", ("asal",))]
    assert furthest(disputed) == ("berhenti", "2022")


def test_a_stage_at_two_dates_that_cannot_be_one_is_two_events() -> None:
    one, other = Peristiwa("berjalan", "2021", ("asal",)), Peristiwa("berjalan", "2022-01", ("penerima",))
    assert merge([other, one]) == (one, other)


@pytest.mark.parametrize(
    ("asal", "penerima", "expected", "counts"),
    [
        (("berjalan", "2021"), ("berjalan", "2021-06"), None, True),
        (("kesepakatan", "2022"), ("berjalan", "2024"), None, True),
        (("berjalan", "2021"), ("berjalan", "2022"), ("tanggal", "berjalan", "2021", "berjalan", "2022"), True),
        (("uji-coba", ""), ("berjalan", ""), ("tahap", "uji-coba", "", "berjalan", ""), True),
        (("berjalan", ""), ("minat", ""), ("tahap", "berjalan", "", "minat", ""), False),
        (("berjalan", "2021"), ("berhenti", "2023"), None, False),
    ],
)
def test_where_the_sides_differ_both_are_kept_unless_their_dates_explain_it(
    catalog_of: Any, asal: Any, penerima: Any, expected: Any, counts: bool
) -> None:
    pair = only(catalog_of(origin(by(*asal)), copy(of(*penerima))))
    assert pair.selisih == ((Selisih(*expected),) if expected else ())
    assert pair.dihitung is counts


# ---- the indicator ----


@pytest.mark.parametrize(("regions", "level"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)])
def test_three_different_regions_give_the_third_level(catalog_of: Any, regions: int, level: int) -> None:
    places = ["kab-grobogan", "kab-rembang", "kota-solok", "prov-jawa-tengah"][:regions]
    found = counted(make_ledger(catalog_of(origin(*(by("berjalan", wilayah=place) for place in places)))))
    assert (found.wilayah, found.dua_pihak) == (tuple(places), 0)
    assert EDITION.level_of("jumlah_replikasi", found.jumlah) == level


def test_what_does_not_count_for_the_indicator(catalog_of: Any) -> None:
    rows = [
        by("berjalan"),
        by("berjalan"),
        by("minat", wilayah="kab-rembang"),
        by("kesepakatan", wilayah="kab-pati"),
        by("berhenti", wilayah="kab-kudus"),
        by("kunjungan", wilayah="kab-jepara"),
        by("berjalan", wilayah="kab-blora"),
        by("berjalan", wilayah="SMP 1 Cepu"),
    ]
    catalog = catalog_of(origin(*rows), copy(of("berjalan")), copy(of("berjalan"), id="kab-grobogan/lain"))
    found = counted(make_ledger(catalog))
    assert (found.wilayah, found.jumlah, found.dua_pihak) == (("kab-grobogan",), 1, 1)


# ---- lineages ----


def lineages(catalog: Catalog) -> list[tuple[str, list[tuple[str, int, int, bool]]]]:
    found = find_lineages(make_ledger(catalog), catalog)
    return [(one.akar, [(s.nama, s.kedalaman, s.induk, s.ulang) for s in one.simpul]) for one in found]


def test_a_lineage_shows_copies_and_copies_of_copies(catalog_of: Any) -> None:
    catalog = catalog_of(
        origin(by("berjalan"), by("kesepakatan", wilayah="kab-rembang"), by("minat", wilayah="kab-pati")),
        copy(of("berjalan")),
        copy(of("uji-coba", asal=TIRUAN), id="kota-solok/silat"),
    )
    assert lineages(catalog) == [
        (SILAT, [(SILAT, 0, -1, False), (TIRUAN, 1, 0, False), ("kota-solok/silat", 2, 1, False),
                 ("kab-rembang", 1, 0, False)])
    ]  # fmt: skip


def test_one_copy_alone_is_no_lineage(catalog_of: Any) -> None:
    assert lineages(catalog_of(origin(by("berjalan")))) == []


def test_an_entry_of_two_origins_stands_below_both_and_its_copies_once(catalog_of: Any) -> None:
    catalog = catalog_of(
        make_entri(SILAT),
        make_entri("kab-pati/a"),
        copy(of("berjalan"), of("berjalan", asal="kab-pati/a")),
        copy(of("berjalan", asal=TIRUAN), id="kab-kudus/c"),
        copy(of("berjalan", asal=TIRUAN), id="kab-kudus/d"),
    )
    assert lineages(catalog) == [
        (SILAT, [(SILAT, 0, -1, False), (TIRUAN, 1, 0, False), ("kab-kudus/c", 2, 1, False),
                 ("kab-kudus/d", 2, 1, False)])
    ]  # fmt: skip


def test_origins_in_a_circle_end(catalog_of: Any) -> None:
    catalog = catalog_of(
        copy(of(asal="kab-kudus/b"), id="kab-blora/a"),
        copy(of(asal="kab-pati/c"), id="kab-kudus/b"),
        copy(of(asal="kab-blora/a"), id="kab-pati/c"),
    )
    assert lineages(catalog) == [
        (
            "kab-blora/a",
            [("kab-blora/a", 0, -1, False), ("kab-pati/c", 1, 0, False), ("kab-kudus/b", 2, 1, False),
             ("kab-blora/a", 3, 2, True)],
        )
    ]  # fmt: skip


# ---- properties ----


def _random_catalog(rng: random.Random, vocabularies: Any, shuffled: random.Random) -> Catalog:
    regions = rng.sample(sorted(vocabularies.wilayah), 12)
    ids = [f"{rng.choice(regions)}/e{number}" for number in range(40)]

    def row(entry: str) -> dict[str, Any]:
        oleh = [by(rng.choice(TAHAP), rng.choice(["", "2021", "2021-05"]), rng.choice([*regions, "Desa A"]))]
        dari = [of(rng.choice(["", *TAHAP]), rng.choice(["", "2022"]), rng.choice([*ids, "Teks"]))]
        return {"oleh": oleh * rng.randint(0, 2), "dari": dari * rng.randint(0, 1)}

    entries = [make_entri(id, replikasi=row(id)) for id in ids]
    guests = [visit(rng.choice(regions), rng.choice(regions), inovasi=[rng.choice(ids)]) for _ in range(30)]
    shuffled.shuffle(entries)
    return make_catalog(entries, [received(*guests)], vocabularies)


@pytest.mark.parametrize("seed", range(20))
def test_any_catalogue_gives_the_same_ledger_whatever_the_order_of_its_files(vocabularies: Any, seed: int) -> None:
    one, other = (
        _random_catalog(random.Random(seed), vocabularies, random.Random(order)) for order in (seed, seed + 1)
    )
    pairs = make_ledger(one)
    assert pairs == make_ledger(other)
    assert find_lineages(pairs, one) == find_lineages(make_ledger(other), other)
    assert len({(p.asal, p.penerima) for p in pairs}) == len(pairs)
    for pair in pairs:
        assert not (pair.hanya_kunjungan and pair.tahap != "kunjungan")
        assert not (pair.dihitung and pair.tahap not in ("uji-coba", "berjalan"))
        assert all(event.pihak for event in pair.peristiwa)
