"""Visits: told by two registers and counted once, followed into the ledger, as calendar and table; rules of hosts."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from conftest import make_entri
from icalendar import Calendar

from catalog.catalog import Catalog, Daerah
from catalog.exports.visits import COLUMNS, kunjungan_csv
from catalog.kalender import Kalender
from catalog.kunjungan import (
    Rencana,
    applying_rules,
    check_plan,
    count_followed,
    count_regions,
    count_years,
    planned,
    read_visits,
    rules_of,
    visit_files,
    write_calendar,
)
from catalog.kunjungan.berkas import usual_document
from catalog.kunjungan.kalender_ics import escape, fold
from catalog.model.umum import AturanKunjungan
from catalog.model.wilayah import Kunjungan, ProfilWilayah
from catalog.replikasi import open_book
from catalog.settings import Settings
from catalog.vocabularies import Vocabularies

BERITA = {"judul": "Berita contoh", "penerbit": "contoh.id", "tanggal": "2024-05"}
SETTINGS = Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora")


def visit(host: str, guest: str, **isian: Any) -> Kunjungan:
    front = {"tuan_rumah": host, "tamu": guest, "jenis": "studi-tiru", "topik": "Belajar SILAT", "sumber": [BERITA]}
    return Kunjungan.model_validate(front | isian)


def region(id: str, *visits: Kunjungan, **profil: Any) -> Daerah:
    name = {"kab-blora": "Kabupaten Blora", "kab-grobogan": "Kabupaten Grobogan", "kab-kudus": "Kabupaten Kudus"}[id]
    front = {"kode": "33.16", "nama": name, "jenis": "kabupaten", "provinsi": "Jawa Tengah", "sumber": [BERITA]}
    return Daerah(
        id, name, profil=ProfilWilayah.model_validate(front | profil) if profil else None, kunjungan=tuple(visits)
    )


@pytest.fixture
def catalog(catalog_of: Any) -> Catalog:
    """Blora and Grobogan both tell of one visit; others are undated, planned, or without an entry."""
    silat = make_entri(
        "kab-blora/silat",
        nama="SILAT",
        replikasi={
            "oleh": [
                {"wilayah": "kab-grobogan", "tahap": "berjalan", "tanggal": "2025-01"},
                {"wilayah": "kab-kudus", "tahap": "berjalan", "tanggal": "2019"},
            ]
        },
    )
    host = visit("kab-blora", "kab-grobogan", tanggal="2024-04-18", inovasi="kab-blora/silat", peserta="12")
    later = [{"bulan": "12", "uraian": "Berjalan."}, {"bulan": "3", "uraian": "Tim dibentuk."}]
    guest = visit(
        "kab-blora", "kab-grobogan", tanggal="2024-04-18", hasil="Sepakat.", tindak_lanjut=later,
        sumber=[BERITA | {"judul": "Berita Grobogan"}],
    )  # fmt: skip
    return catalog_of(
        silat,
        daerah=[
            region(
                "kab-blora",
                host,
                visit("kab-blora", "kab-kudus", tanggal="2022", inovasi="kab-blora/silat"),
                visit(
                    "kab-blora",
                    "Kementerian Dalam Negeri",
                    rencana="ya",
                    tanggal="2027-03-02",
                    tanggal_selesai="2027-03-04",
                    acara="Baris; koma, \\ garis",
                ),
                visit("kab-blora", "kab-kudus", rencana="ya", tanggal="2027"),
                visit("kab-blora", "kab-kudus"),
                visit("kab-blora", "kab-kudus"),
            ),
            region("kab-grobogan", guest),
            region("kab-kudus"),
        ],
    )


def test_what_host_and_guest_both_tell_is_one_visit(catalog: Catalog) -> None:
    visits = read_visits(catalog)
    assert [(v.tanggal, v.utama.tamu, v.register) for v in visits] == [
        ("2027-03-02", "Kementerian Dalam Negeri", ("kab-blora",)),
        ("2027", "kab-kudus", ("kab-blora",)),
        ("2024-04-18", "kab-grobogan", ("kab-blora", "kab-grobogan")),
        ("2022", "kab-kudus", ("kab-blora",)),
        ("", "kab-kudus", ("kab-blora",)),
        ("", "kab-kudus", ("kab-blora",)),
    ]
    joined = visits[2]
    assert (joined.kata("peserta"), joined.kata("hasil"), joined.inovasi) == ("12", "Sepakat.", ("kab-blora/silat",))
    assert [t.uraian for t in joined.tindak_lanjut] == ["Tim dibentuk.", "Berjalan."]
    assert (joined.tanpa_laporan, visits[3].tanpa_laporan, visits[0].tanpa_laporan) == ((6,), (3, 6, 12), ())
    assert [source.judul for source in joined.sumber] == ["Berita contoh", "Berita Grobogan"]


def test_the_order_of_files_does_not_matter(catalog: Catalog, catalog_of: Any) -> None:
    turned = catalog_of(*reversed(catalog.entri), daerah=list(reversed(catalog.daerah.values())))
    assert read_visits(turned) == read_visits(catalog)


def test_regions_and_years_are_counted_without_plans(catalog: Catalog) -> None:
    visits, pairs = read_visits(catalog), open_book(catalog).pasangan
    rows = [(row.id, row.tuan_rumah, row.tamu, row.nyata) for row in count_regions(visits, pairs, catalog)]
    assert rows == [("kab-blora", 4, 0, 1), ("kab-kudus", 0, 3, 0), ("kab-grobogan", 0, 1, 0)]
    assert count_years(visits) == (("2027", 2, 0), ("2024", 1, 2), ("2022", 1, 3), ("", 2, 4))


def test_a_copy_older_than_the_visit_does_not_follow_it(catalog: Catalog) -> None:
    found = count_followed(read_visits(catalog), open_book(catalog).pasangan)
    assert (found.kunjungan, found.tanpa_inovasi, found.berlaporan) == (4, 2, 1)
    assert (found.pasangan, found.kesepakatan) == (2, 0)
    assert [pair.penerima for pair in found.nyata] == ["kab-grobogan"]


def test_the_calendar_is_read_back_by_a_library(catalog: Catalog) -> None:
    text = write_calendar(read_visits(catalog), catalog, "Katalog, kami", "https://contoh.go.id/")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 3, 2), date(2027, 3, 5))
    assert event["summary"] == "Kementerian Dalam Negeri berkunjung ke Kabupaten Blora"
    assert event["description"] == "Studi tiru: Belajar SILAT\nBaris; koma, \\ garis"
    assert event["dtstamp"].dt.isoformat() == "2024-05-01T00:00:00+00:00"
    assert event["url"] == "https://contoh.go.id/wilayah/kab-blora/"
    assert calendar["x-wr-calname"] == "Rencana kunjungan\\, Katalog\\, kami"
    assert text == write_calendar(read_visits(catalog), catalog, "Katalog, kami", "https://contoh.go.id/")


def test_a_calendar_without_a_planned_visit_is_valid(catalog_of: Any) -> None:
    calendar = Calendar.from_ical(write_calendar((), catalog_of(), "Katalog"))
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_long_lines_are_folded_between_characters() -> None:
    folded = fold("DESCRIPTION:" + "é😀" * 60)
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "").strip() == "DESCRIPTION:" + "é😀" * 60
    assert fold("A:" + "x" * 73) == "A:" + "x" * 73 + "\r\n"


def test_signs_of_the_format_are_escaped_and_control_signs_left_out() -> None:
    assert escape("a;b,c\\d\r\ne\x00\x07f") == "a\\;b\\,c\\\\d\\nef"


def test_only_plans_with_a_day_are_in_the_calendar(catalog: Catalog) -> None:
    assert [v.tanggal for v in planned(read_visits(catalog))] == ["2027-03-02"]


def test_the_table_has_a_row_a_visit_and_a_text_no_formula(catalog: Catalog) -> None:
    text = kunjungan_csv(catalog)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert (list(rows[0]), len(rows)) == (list(COLUMNS), 6)
    assert {key: value for key, value in rows[2].items() if value} == {
        "tanggal": "2024-04-18",
        "rencana": "tidak",
        "tuan_rumah": "kab-blora",
        "nama_tuan_rumah": "Kabupaten Blora",
        "kode_wilayah_tuan_rumah": "33.16",
        "tamu": "kab-grobogan",
        "nama_tamu": "Kabupaten Grobogan",
        "kode_wilayah_tamu": "33.15",
        "jenis": "studi-tiru",
        "peserta": "12",
        "topik": "Belajar SILAT",
        "inovasi": "kab-blora/silat",
        "hasil": "Sepakat.",
        "sesudah_3_bulan": "Tim dibentuk.",
        "sesudah_12_bulan": "Berjalan.",
        "dicatat": "kab-blora; kab-grobogan",
        "sumber": "Berita contoh; Berita Grobogan",
    }


def test_the_planner_gets_the_usual_rules_and_the_holidays_in_ten_kilobytes(catalog: Catalog) -> None:
    files = visit_files(catalog, SETTINGS)
    assert set(files) == {"kunjungan/kalender.ics", "kunjungan/aturan.json"}
    assert len(files["kunjungan/aturan.json"]().encode()) < 10_000
    usual = usual_document(catalog)
    assert usual["libur"]["lengkap"] == [2026, 2027]
    assert usual["libur"]["libur"]["2027-01-05"] == "libur nasional (Isra Mikraj Nabi Muhammad)"
    assert usual["praktik"]["tenggat_hari_kerja"] == 7
    assert list(usual["judul"])[:2] == ["ditujukan_kepada", "tembusan"]
    assert usual["judul"]["tenggat_hari_kerja"] == "Tenggat surat"


# Rules of hosts


def rules(**isian: Any) -> AturanKunjungan:
    return AturanKunjungan.model_validate(isian)


def test_each_rule_comes_from_the_nearest_side_that_states_it() -> None:
    found = applying_rules(
        rules(rombongan_maksimal="20", daring="tidak"),
        rules(rombongan_maksimal="40", tenggat_hari_kerja="3"),
        rules(rombongan_maksimal="60", tenggat_hari_kerja="7", biaya="Sendiri."),
    )
    assert {name: (one.nilai, one.dari) for name, one in found.items()} == {
        "tenggat_hari_kerja": (3, "wilayah"),
        "rombongan_maksimal": (20, "entri"),
        "daring": (False, "entri"),
        "biaya": ("Sendiri.", "umum"),
    }


def test_hours_and_days_are_one_rule() -> None:
    usual = rules(hari="Hari kerja", hari_terima=["senin"])
    assert list(applying_rules(None, rules(hari="Selasa pagi"), usual)) == ["hari"]
    assert list(applying_rules(rules(hari_terima="kamis"), rules(hari="Selasa"), usual)) == ["hari_terima"]


def test_a_region_without_rules_has_the_usual_ones(catalog: Catalog) -> None:
    assert {one.dari for one in rules_of(catalog, "kab-blora").values()} == {"umum"}


SLEMAN = {
    "tenggat_hari_kerja": "7",
    "hari": "Selasa dan Kamis mulai pukul 07.30 WIB.",
    "hari_terima": ["selasa", "kamis"],
    "rombongan_maksimal": "40",
    "menginap": "Di wilayah Sleman.",
    "keterangan": "Tamu dari pusat dikecualikan.",
}


def say(vocabularies: Vocabularies, rencana: Rencana, **host: Any) -> list[str]:
    applied = applying_rules(None, rules(**host) if host else None, vocabularies.praktik_kunjungan)
    found = check_plan(rencana, applied, vocabularies.kalender, "Kabupaten Sleman")
    return [f"{one.tingkat} {one.aturan}: {one.kalimat}" for one in found]


def test_a_plan_that_fits_is_told_nothing(vocabularies: Vocabularies) -> None:
    assert say(vocabularies, Rencana("2026-11-23", "2026-12-03", "", 40), **SLEMAN) == []


def test_every_broken_rule_says_which_and_what_would_fit(vocabularies: Vocabularies) -> None:
    plan = Rencana(dikirim="2026-12-18", mulai="2026-12-24", selesai="2026-12-26", peserta=95)
    by = "menurut aturan Kabupaten Sleman"
    assert say(vocabularies, plan, **SLEMAN) == [
        "melanggar tanggal: Kamis, 24 Desember 2026 cuti bersama (Kelahiran Yesus Kristus). Yang cocok: "
        "Selasa, 29 Desember 2026.",
        "melanggar tanggal: Jumat, 25 Desember 2026 libur nasional (Kelahiran Yesus Kristus). Yang cocok: "
        "Selasa, 29 Desember 2026.",
        f"melanggar hari_terima: Sabtu, 26 Desember 2026 bukan hari menerima tamu {by} (Selasa dan Kamis mulai pukul "
        "07.30 WIB). Yang cocok: Selasa, 29 Desember 2026.",
        f"melanggar tenggat_hari_kerja: Surat harus diterima 7 hari kerja sebelum kunjungan {by}. Bila diterima "
        "Jumat, 18 Desember 2026, kunjungan paling cepat Kamis, 31 Desember 2026.",
        f"melanggar rombongan_maksimal: Rombongan 95 orang lebih dari 40 orang, batas {by}. Kurangi pesertanya, atau "
        "bagi menjadi 3 rombongan.",
        f"catatan menginap: Aturan menginap ({by}): Di wilayah Sleman.",
        f"catatan keterangan: Keterangan tuan rumah ({by}): Tamu dari pusat dikecualikan.",
    ]


def test_what_is_only_usual_is_no_breach(vocabularies: Vocabularies) -> None:
    assert say(vocabularies, Rencana("2026-12-28", "2027-01-04", "", 41)) == [
        "kebiasaan tenggat_hari_kerja: Surat harus diterima 7 hari kerja sebelum kunjungan menurut kebiasaan umum. "
        "Bila diterima Senin, 28 Desember 2026, kunjungan paling cepat Jumat, 8 Januari 2027.",
        "kebiasaan rombongan_maksimal: Rombongan 41 orang lebih dari 40 orang, batas menurut kebiasaan umum. Kurangi "
        "pesertanya, atau bagi menjadi 2 rombongan.",
    ]


def test_without_the_date_of_the_letter_its_last_day_is_told(vocabularies: Vocabularies) -> None:
    assert say(vocabularies, Rencana(mulai="2027-01-13"), tenggat_hari_kerja="5") == [
        "catatan tenggat_hari_kerja: Surat harus diterima 5 hari kerja sebelum kunjungan menurut aturan Kabupaten "
        "Sleman: paling lambat Rabu, 6 Januari 2027."
    ]


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Rencana(mulai="2026-02-30"), "melanggar tanggal: Tanggal “2026-02-30” tidak ada di kalender."),
        (Rencana(mulai="besok"), "melanggar tanggal: Tanggal “besok” tidak terbaca; tulis seperti 2027-01-12."),
        (
            Rencana("2026-11-02", "2026-12-03", "2026-12-02"),
            "melanggar tanggal: Tanggal pulang, Rabu, 2 Desember 2026, lebih awal daripada tanggal datang, Kamis, "
            "3 Desember 2026.",
        ),
        (
            Rencana("2026-11-02", "2026-12-03", "2028-12-02"),
            "melanggar tanggal: Lama kunjungan 731 hari; periksa tanggal datang dan pulangnya.",
        ),
        (Rencana(peserta=0), "melanggar peserta: Jumlah peserta sedikitnya 1 orang."),
        (Rencana(peserta=5000), "melanggar peserta: Jumlah peserta 5.000 orang tidak lazim; periksa angkanya."),
        (
            Rencana("2028-01-03", "2028-03-01"),
            "catatan tanggal: Hari libur keagamaan 2028 belum tercatat di sini; periksa lagi sebelum bersurat.",
        ),
    ],
)
def test_odd_plans_get_one_sentence(vocabularies: Vocabularies, plan: Rencana, said: str) -> None:
    assert say(vocabularies, plan) == [said]


def test_an_online_visit_is_offered_or_refused(vocabularies: Vocabularies) -> None:
    by = "menurut aturan Kabupaten Sleman"
    assert say(vocabularies, Rencana(moda="daring"), daring="tidak") == [
        f"melanggar daring: Kunjungan daring tidak dilayani {by}. Pilih tatap muka."
    ]
    assert say(vocabularies, Rencana(), daring="ya") == [
        f"catatan daring: Kunjungan daring dilayani {by}; pertimbangkan sebelum bepergian."
    ]


# Working days


def test_both_years_hold_what_was_decided(vocabularies: Vocabularies) -> None:
    """17 and 18 national holidays, 8 days of joint leave each, as the decrees of the three ministers count them."""
    calendar = vocabularies.kalender
    for year, national in ((2026, 17), (2027, 18)):
        days = [name for day, name in calendar.libur.items() if day.startswith(str(year))]
        assert sum(name.startswith("libur nasional") for name in days) == national
        assert sum(name.startswith("cuti bersama") for name in days) == 8
    assert all(f"{year}-{day}" in calendar.libur for year in (2026, 2027) for day in calendar.tetap)


def test_working_days_are_counted_from_the_day_after() -> None:
    calendar = Kalender({"2026-12-02": "libur"}, {"12-25": "Natal"}, frozenset())
    monday = date(2026, 11, 30)
    assert calendar.kerja_sesudah(monday, 0) == monday
    assert calendar.kerja_sesudah(monday, 2) == date(2026, 12, 3)
    assert calendar.kerja_sebelum(date(2026, 12, 3), 2) == monday
    assert calendar.kerja_sebelum(date(2026, 12, 6), 1) == date(2026, 12, 3)
    assert not calendar.is_kerja(date(2031, 12, 25))


def test_the_last_day_of_a_letter_and_the_first_of_a_visit_agree(vocabularies: Vocabularies) -> None:
    calendar = vocabularies.kalender
    for offset in range(400):
        start = date.fromordinal(date(2026, 11, 1).toordinal() + offset)
        for lead in (1, 3, 7):
            last = calendar.kerja_sebelum(start, lead)
            assert calendar.kerja_sesudah(last, lead) <= start
            assert calendar.kerja_sesudah(calendar.kerja_sesudah(last, 1), lead) > start
