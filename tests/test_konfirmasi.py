"""Which entries are asked about, office by office, as of a given day; where that is shown, and how it is answered."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import make_entri

from catalog.catalog import Catalog, Daerah
from catalog.commands import main
from catalog.konfirmasi import build_day, find_overdue, group_by_office, last_word
from catalog.model.wilayah import PerangkatDaerah
from catalog.pages.context import make_context
from catalog.pages.entri import entry_page
from catalog.pages.konfirmasi import confirmation_page
from catalog.pages.statistik import statistik_page
from catalog.reading import parse_record
from catalog.settings import Settings

TODAY = date(2026, 11, 22)
SETTINGS = Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora")
CatalogOf = Callable[..., Catalog]


def _confirmed(day: str) -> dict[str, str]:
    return {"tanggal": day, "oleh": "Dinas Kesehatan"}


def _source(day: str | None) -> list[dict[str, str]]:
    return [{"judul": "Berita", "penerbit": "contoh.id"} | ({"tanggal": day} if day else {})]


@pytest.mark.parametrize(
    ("confirmed", "source", "asked"),
    [
        ("2025-11-21", "2026-10", True),
        ("2025-11-22", "2019", False),
        ("2025-11", "2019", False),
        ("2025-10", "2019", True),
        ("2025", "2019", False),
        ("2024", "2026", True),
        (None, "2025-11-21", True),
        (None, "2025-11-22", False),
        (None, "2026-01", False),
        (None, None, True),
    ],
)
def test_twelve_months_after_the_last_word_an_entry_is_asked_about(
    confirmed: str | None, source: str | None, asked: bool
) -> None:
    changes = {"dikonfirmasi": _confirmed(confirmed)} if confirmed else {}
    entri = make_entri(sumber=_source(source), **changes)
    assert bool(find_overdue([entri], TODAY)) is asked


def test_the_last_word_is_the_confirmation_else_the_newest_thing_known() -> None:
    status = {"keadaan": "berjalan", "per": "2025-07-24"}
    assert last_word(make_entri(sumber=_source("2025-07"), status=status)) == ("2025-07-24", False)
    assert last_word(make_entri(dikonfirmasi=_confirmed("2024"), status=status)) == ("2024", True)
    assert last_word(make_entri(sumber=_source(None))) == ("", False)


def test_what_has_stopped_is_not_asked_about() -> None:
    assert find_overdue([make_entri(sumber=_source("2019"), status={"keadaan": "berhenti"})], TODAY) == ()


def test_a_leap_day_has_a_day_before_a_year() -> None:
    entri = make_entri(sumber=_source("2027-02-28"))
    assert find_overdue([entri], date(2028, 2, 29)) == ()


def test_the_longest_silence_comes_first(catalog_of: CatalogOf) -> None:
    days = {"a": "2024", "b": None, "c": "2019-05", "d": "2019"}
    entries = [make_entri(f"kab-blora/{id}", sumber=_source(day)) for id, day in days.items()]
    assert [one.entri.slug for one in find_overdue(entries, TODAY)] == ["b", "c", "d", "a"]


@pytest.fixture
def catalog(catalog_of: CatalogOf) -> Catalog:
    """Three entries at home, of two offices and of none, and one elsewhere; all silent but one."""
    office = PerangkatDaerah(nama="Dinas Kesehatan", id="dinas-kesehatan")
    blora = Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah={"dinas-kesehatan": office})
    both = ["dinas-kesehatan", "bapperida"]
    return catalog_of(
        make_entri("kab-blora/a", nama="Aa", perangkat_daerah=both, sumber=_source("2020")),
        make_entri("kab-blora/b", nama="Bb", sumber=_source(None)),
        make_entri("kab-blora/c", nama="Cc", perangkat_daerah=both, dikonfirmasi=_confirmed("2026-10")),
        make_entri("kab-batang/d", nama="Dd", dikonfirmasi=_confirmed("2024-02-01")),
        daerah=[blora],
    )


def test_entries_stand_under_their_offices_and_those_of_nobody_last(catalog: Catalog) -> None:
    groups = group_by_office(find_overdue(catalog.entri, TODAY), catalog)
    assert [(g.wilayah, g.nama, [one.entri.slug for one in g.entri]) for g in groups] == [
        ("kab-batang", "Pemilik belum tercatat", ["d"]),
        ("kab-blora", "Dinas Kesehatan", ["a"]),
        ("kab-blora", "bapperida", ["a"]),
        ("kab-blora", "Pemilik belum tercatat", ["b"]),
    ]


def test_the_statistics_page_lists_them_as_of_the_builds_date(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert build_day() == TODAY
    page = statistik_page(make_context(catalog, SETTINGS)).body
    part = page.partition('id="konfirmasi"')[2].partition("</section>")[0]
    assert "Sampai 22 November 2026, 3 dari 4 entri belum dikonfirmasi kantornya dalam 12 bulan." in part
    assert "<summary>Dinas Kesehatan: 1</summary>" in part
    assert ', sumber terbaru 2020. <a href="../kontribusi/konfirmasi/?kab-blora/a" aria-label="Konfirmasi Aa">' in part
    assert '<a href="../wilayah/kab-batang/">Kabupaten Batang</a></th><td class="kanan">1</td>' in part
    assert "kab-batang/d" not in part


def test_without_a_date_nothing_is_said_of_age(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    body = statistik_page(make_context(catalog, SETTINGS)).body
    assert 'id="konfirmasi"' in body and "pratinjau ini tidak punya tanggal" in body
    assert "kontribusi/konfirmasi/?" not in body


def test_the_section_stands_also_when_nothing_is_to_be_asked(
    catalog_of: CatalogOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    catalog = catalog_of(make_entri(dikonfirmasi=_confirmed("2026-10")))
    body = statistik_page(make_context(catalog, SETTINGS)).body
    assert "Sampai 22 November 2026 tidak ada entri yang perlu dikonfirmasi." in body


def test_an_entrys_page_states_the_date_and_never_the_age(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = []
    for epoch in ("0", "1795305600"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        context = make_context(catalog, SETTINGS)
        pages.append([entry_page(entri, context).body for entri in catalog.entri])
    assert pages[0] == pages[1]
    d, a, b, c = pages[0]
    assert "Belum ada kantor yang menyatakan isinya masih sesuai sejak sumber terbarunya, 2020." in a
    assert "Belum ada kantor yang menyatakan isinya masih sesuai." in b
    assert "Dikonfirmasi 1 Februari 2024" in d and "Terakhir dikonfirmasi oleh Dinas Kesehatan." in d
    assert '<a href="../../../kontribusi/konfirmasi/?kab-blora/c">Masih berjalan?</a>' in c


def test_a_dead_link_of_a_source_is_told_and_not_linked(catalog_of: CatalogOf) -> None:
    dead = {"tautan": "https://contoh.id/hilang", "tautan_mati_sejak": "2026-11"}
    entri = make_entri(sumber=[_source("2020")[0] | dead])
    body = entry_page(entri, make_context(catalog_of(entri), SETTINGS)).body
    assert "contoh.id, tidak terbuka lagi sejak November 2026" in body
    assert "https://contoh.id/hilang" not in body


def test_the_page_that_confirms_knows_where_messages_go(catalog: Catalog) -> None:
    settings = Settings("K", "kab-blora", surel="a@contoh.go.id", whatsapp="6281", repositori="https://contoh.id/k/")
    body = confirmation_page(make_context(catalog, settings)).body
    assert 'data-surel="a@contoh.go.id" data-whatsapp="6281" data-repositori="https://contoh.id/k"' in body


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            'dikonfirmasi: {tanggal: 2026-11-22, oleh: "Dinas \\"Kesehatan\\": Blora, #1"}',
            {"tanggal": "2026-11-22", "oleh": 'Dinas "Kesehatan": Blora, #1'},
        ),
        (
            'status: {keadaan: berhenti, per: 2026-11-22, alasan: "Dilebur {lihat} MPP"}',
            {"keadaan": "berhenti", "per": "2026-11-22", "alasan": "Dilebur {lihat} MPP"},
        ),
    ],
)
def test_the_line_that_the_page_writes_is_read(line: str, read: dict[str, str]) -> None:
    record, problems = parse_record(f"---\nnama: A\n{line}\n---\n", "innovations/kab-blora/a.md")
    assert record is not None and problems == ()
    assert record.data[line.partition(":")[0]] == read


def test_the_command_writes_the_list_of_a_region(root: Path, tmp_path: Path, capsys) -> None:
    data = Path(shutil.copytree(root / "tests" / "records" / "dasar" / "innovations", tmp_path / "innovations"))
    arguments = ["konfirmasi", "--tanggal", "2026-11-22", "--wilayah", "kab-blora", "--innovations", str(data)]
    assert main(arguments, root) == 0
    assert capsys.readouterr().out == (
        "# Masih berjalan?\n"
        "\n"
        "2 dari 2 entri belum dikonfirmasi dalam 12 bulan sebelum 22 November 2026.\n"
        "\n"
        "## Kabupaten Blora\n"
        "\n"
        "### Pemilik belum tercatat: 2 entri\n"
        "\n"
        "- Ambulans Desa Siaga (`kab-blora/ambulans-desa-siaga`): sumber terbaru Mei 2024\n"
        "- Samin 119 (`kab-blora/samin-119`): sumber terbaru Mei 2024\n"
    )
    with pytest.raises(SystemExit) as left:
        main(["konfirmasi", "--tanggal", "besok"], root)
    assert left.value.code == 2
    assert "bukan tanggal" in capsys.readouterr().err
