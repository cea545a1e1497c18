"""The planner's own reasoning, asked of its modules: dates, travel, days, links, YAML, calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import icalendar
import pytest
import yaml
from playwright.sync_api import Browser

from .building import Site
from .chromium import Visitor

Ask = Callable[[str, str], Any]
LIBUR = '{libur: {"2026-12-24": "cuti bersama"}, tetap: {"12-25": "libur nasional"}, lengkap: [2026]}'


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str, site: Site) -> Iterator[Ask]:
    """Return ``ask(module, expression)``: the value of an expression in which ``m`` is the module."""
    visitor = Visitor(browser, address)
    visitor.page.goto(address + "tentang/")

    def evaluate(module: str, expression: str) -> Any:
        (path,) = (site.folder / "assets").glob(f"{module}.*.js")
        return visitor.page.evaluate(f"import('/assets/{path.name}').then((m) => ({expression}))")

    yield evaluate
    visitor.close()
    visitor.assert_quiet()


DATES = {
    "14 Desember 2026": "2026-12-14",
    "senin, 14 desember 2026": "2026-12-14",
    "14 Des 2026": "2026-12-14",
    "14-12-2026": "2026-12-14",
    "14/12/2026": "2026-12-14",
    "14.12.2026": "2026-12-14",
    "2026-12-14": "2026-12-14",
    "2026-2-9": "2026-02-09",
    "29 Februari 2028": "2028-02-29",
    "1 Agt 2027": "2027-08-01",
    " ": "",
    "31-04-2027": "",
    "14 Xember 2026": "",
    "12-14-2026": "",
    "14 12 26": "",
    "14 ma 2027": "",
}


@pytest.mark.parametrize(("typed", "iso"), DATES.items())
def test_dates_are_read_as_people_write_them(ask: Ask, typed: str, iso: str) -> None:
    assert ask("rencana-tanggal", f"m.readTyped({typed!r})")["iso"] == iso


def test_months_later_and_zones(ask: Ask) -> None:
    days = "[['2026-11-30', 3], ['2027-08-31', 6], ['2026-12-15', 12]]"
    later = ask("rencana-tanggal", f"{days}.map(([iso, months]) => m.tambahBulan(iso, months))")
    assert later == ["2027-02-28", "2028-02-29", "2027-12-15"]
    zones = ask("rencana-tanggal", "['33', '51', '62', '73', '94', ''].map((kode) => m.zonaWaktu(kode).nama)")
    assert zones == ["WIB", "WITA", "WIB", "WITA", "WIT", "WIB"]


KUDUS = "[-6.8, 110.8]"
HOSTS = """[
    ['kab-blora', [-7.0, 111.4], 2], ['kab-grobogan', [-7.1, 110.9], 1],
    ['kab-entah', null, 1], ['kab-pati', [-6.7, 111.0], 1],
  ].map(([id, titik, n]) => {
    const sesi = Array.from({ length: n }, (_, k) => ({ kantor: `dinas ${k}`, entri: [] }));
    return { id, nama: id, titik, sesi };
  })"""


def test_the_round_is_the_shortest_and_unknown_places_come_last(ask: Ask) -> None:
    found = ask("rencana-jadwal", f"m.orderHosts({HOSTS}, {KUDUS}).map(({{ id, jarak }}) => [id, jarak])")
    assert [id for id, _ in found] == ["kab-pati", "kab-blora", "kab-grobogan", "kab-entah"]
    assert found[0][1] == 25 and found[-1][1] is None
    assert ask("rencana-jadwal", "m.orderHosts([], null)") == []


def test_twenty_hosts_are_ordered_without_trying_every_order(ask: Ask) -> None:
    place = "{ id: `kab-${n}`, titik: [-7, 110 + ((n * 7) % 20) / 10], sesi: [] }"
    hosts = f"Array.from({{ length: 20 }}, (_, n) => ({place}))"
    order = ask("rencana-jadwal", f"m.orderHosts({hosts}, [-7, 109]).map(({{ titik }}) => titik[1])")
    assert order == [110 + n / 10 for n in range(20)]


SHOWN = """(({ hari, lewat, tersisa }) => ({
  hari: hari.map(({ iso, sesi }) => [iso, sesi.map(({ tuan, paruh }) => `${tuan.id} ${paruh}`)]),
  lewat,
  tersisa: tersisa.map(({ tuan }) => tuan.id),
}))"""


def schedule(ask: Ask, dates: str, rules: str = "{}") -> dict[str, Any]:
    found = ask("rencana-jadwal", f"{SHOWN}(m.scheduleDays({HOSTS}, {dates}, {rules}, {LIBUR}))")
    assert isinstance(found, dict)
    return found


def test_hosts_get_days_of_their_own_where_there_are_enough(ask: Ask) -> None:
    found = schedule(ask, "{ mulai: '2026-12-14', selesai: '2026-12-18' }")
    assert found["hari"] == [
        ["2026-12-14", ["kab-blora pagi", "kab-blora siang"]],
        ["2026-12-15", ["kab-grobogan pagi"]],
        ["2026-12-16", ["kab-entah pagi"]],
        ["2026-12-17", ["kab-pati pagi"]],
    ]
    assert (found["lewat"], found["tersisa"]) == ([], [])


def test_where_days_are_few_two_hosts_share_one_and_the_rest_is_named(ask: Ask) -> None:
    found = schedule(ask, "{ mulai: '2026-12-14', selesai: '2026-12-15' }")
    assert found["hari"][1] == ["2026-12-15", ["kab-grobogan pagi", "kab-entah siang"]]
    assert found["tersisa"] == ["kab-pati"]


def test_weekends_holidays_and_closed_days_are_passed_over(ask: Ask) -> None:
    """Pati receives on Tuesdays only, and gets one."""
    rules = "{'kab-pati': {hari_terima: {nilai: ['selasa'], dari: 'wilayah'}}}"
    found = schedule(ask, "{ mulai: '2026-12-23', selesai: '2026-12-29' }", rules)
    assert [iso for iso, _ in found["hari"]] == ["2026-12-23", "2026-12-28", "2026-12-29"]
    assert found["hari"][-1] == ["2026-12-29", ["kab-pati pagi"]]
    reasons = ["cuti bersama", "libur nasional", "bukan hari kerja", "bukan hari kerja"]
    assert [row["sebab"] for row in found["lewat"]] == reasons


def test_no_date_gives_no_day(ask: Ask) -> None:
    assert schedule(ask, "{ mulai: '', selesai: '2026-12-15' }")["hari"] == []


PLAN = """{
  inovasi: ['kab-blora/silat', 'kab-blora/samin-119'], daerah: 'Kabupaten Kudus', penduduk: '900.000', cara: 'luring',
  peserta: '12', mulai: '14 Desember 2026', tujuan: ['modal'],
  tujuan_lain: 'a & b\\nc#d', lepas: { 'kab-blora/samin-119': ['biaya'] },
  tanya: [{ inovasi: 'kab-blora/silat', teks: 'Berapa: lama?' }, { inovasi: '', teks: 'Umum' }],
  kantor: 'RAHASIA', hasil: { 'kab-blora': 'RAHASIA' },
}"""


def test_a_link_carries_the_plan_and_only_what_may_travel(ask: Ask, site: Site) -> None:
    (isi,) = (site.folder / "assets").glob("rencana-isi.*.js")
    there_and_back = f"""import('/assets/{isi.name}').then(({{ tidyPlan }}) => {{
      const hash = m.writeHash(tidyPlan({PLAN}));
      return [hash, m.readHash(hash).rencana, tidyPlan({{ ...tidyPlan({PLAN}), kantor: '', hasil: {{}} }})];
    }})"""
    hash, read, wanted = ask("rencana-tautan", there_and_back)
    assert read == wanted and "RAHASIA" not in hash
    start = "#v=1&e=kab-blora/silat&e=kab-blora/samin-119&d=Kabupaten+Kudus&p=900.000&c=luring&m=14+Desember+2026"
    assert hash.startswith(start)


VISIT = """{
  tanggal: '2026-12-15', tanggal_selesai: '', tuan_rumah: 'kab-blora', tamu: 'kab-kudus', rombongan: '', peserta: 12,
  jenis: 'studi-tiru', topik: t, inovasi: ['kab-blora/silat'], moda: 'luring', hasil: t, rencana: false,
  sumber: { judul: t, penerbit: 'Bapperida', tautan: '' },
}"""


def test_the_record_is_yaml_whatever_is_typed(ask: Ask) -> None:
    evil = "a: b # c \"d\" \\ 'e' - [x] {y} &z *q !t | > % @ `\nbaris dua\t\u2028 no: 010"
    text = ask("rencana-yaml", f"((t) => m.wholeFile([{VISIT}, {VISIT}]))({evil!r})")
    rows = yaml.load(text, yaml.BaseLoader)["daftar"]
    plain = " ".join(evil.split())
    assert rows[0] == rows[1]
    assert rows[0] == {
        "tanggal": "2026-12-15",
        "tuan_rumah": "kab-blora",
        "tamu": "kab-kudus",
        "jenis": "studi-tiru",
        "peserta": "12",
        "topik": plain,
        "inovasi": ["kab-blora/silat"],
        "moda": "luring",
        "hasil": plain,
        "sumber": [{"judul": plain, "penerbit": "Bapperida"}],
    }


NUMBERS = {
    "NIP 19850101 201001 1 001": "NIK atau NIP",
    "3316011201900001": "NIK atau NIP",
    "hubungi 0812-3456-7890": "nomor ponsel",
    "+62 812 345 678 90": "nomor ponsel",
    "(0296) 531234, 2026-12-14": "",
    "8.783 anak dari 2021 sampai 2025": "",
}


@pytest.mark.parametrize(("text", "kind"), NUMBERS.items())
def test_numbers_of_persons_are_seen(ask: Ask, text: str, kind: str) -> None:
    assert ask("rencana-periksa", f"m.personalNumber({text!r})") == kind


def test_the_calendar_keeps_long_and_odd_texts(ask: Ask) -> None:
    title = "Kunjungan; ke, Blora \\ 😀 " + "panjang é " * 30 + "habis"
    one = f"""{{
      tuan: {{ id: 'kab-blora' }}, iso: '2026-12-31', mulai: '08.30', selesai: '12.30', zona: {{ jam: 9 }},
      judul: {title!r}, tempat: 'A', uraian: 'satu\\ndua',
    }}"""
    whole = "{ iso: '2026-12-31', judul: 'x', uraian: '' }"
    text = ask("rencana-ics", f"m.writeIcs([{one}], [{whole}], new Date(Date.UTC(2026, 10, 22)), 'contoh.go.id')")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    timed, day = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(timed["SUMMARY"]) == title
    assert timed.decoded("DTSTART").isoformat() == "2026-12-30T23:30:00+00:00"
    assert str(timed["DESCRIPTION"]) == "satu\ndua" and day.decoded("DTEND").isoformat() == "2027-01-01"


ROWS = """[{
  id: 'a/b', nama: 'B', isi: { tanya_jawab: [{ tanya: 'Berapa biaya pelatihan operator?', jawab: 'Rp 5 juta' }] },
  bagian: { terjawab: [{ id: 'orang', nama: 'orang yang dibutuhkan', tanya: 'Berapa orang yang mengerjakannya?' }] },
}]"""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("Biayanya melatih operator?", ["Rp 5 juta"]), ("Butuh orang berapa?", [True]), ("Apakah wajib zonasi?", [])],
)
def test_an_answer_is_offered_for_other_words_of_the_same_question(ask: Ask, typed: str, offered: list[Any]) -> None:
    asked = f"m.findAnswers({typed!r}, {ROWS}).map(({{ jawab, bagian }}) => jawab || bagian)"
    assert ask("rencana-jawab", asked) == offered
