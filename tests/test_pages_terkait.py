"""The part "Inovasi serupa" of an entry's page."""

from __future__ import annotations

from pages_samples import DALAM, NAMA_SAJA, SETTINGS, make_entri, sample_catalog
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Entri
from catalog.pages.context import make_context
from catalog.pages.entri import entry_page

BATANG = make_entri(
    "kab-batang/mpp",
    nama="MPP Batang",
    kata_kunci=["layanan satu gedung", "SIM", "izin", "KTP"],
)
SAMIN = make_entri("kab-blora/samin-119")

SECTION = """
<section class="bagian" id="serupa"><h2>Inovasi serupa</h2>
<ul class="daftar-ringkas">
<li><a href="../../kab-batang/mpp/">MPP Batang</a> <small>Kabupaten Batang: izin, KTP</small></li>
<li><a href="../../kab-blora/samin-119/">Samin 119</a> <small>Kabupaten Blora</small></li>
</ul>
</section>
""".strip()


def body_of(entri: Entri, *related: Entri) -> str:
    catalog = sample_catalog(*related)
    context = make_context(catalog, SETTINGS, terkait={entri.id: tuple(other.id for other in related)})
    return entry_page(entri, context).body


def test_related_entries_stand_before_the_sources_with_region_and_common_keywords() -> None:
    body = body_of(DALAM, BATANG, SAMIN)
    assert SECTION in body
    assert body.index('id="tanya"') < body.index('id="serupa"') < body.index('id="sumber"')
    assert '<li><a href="#serupa">Inovasi serupa</a></li>' in body


def test_without_related_entries_there_is_no_such_part() -> None:
    assert "serupa" not in body_of(DALAM)


def test_a_page_of_which_only_the_name_is_known_has_it_too() -> None:
    assert 'id="serupa"' in body_of(NAMA_SAJA, SAMIN)


def test_keywords_too_long_for_the_line_are_left_out() -> None:
    long = make_entri("kab-batang/panjang", kata_kunci=["k" * 60, "gerai bersama satu gedung lama", "SIM"])
    page = LexborHTMLParser(body_of(DALAM, long))
    told = [node.text() for node in page.css("#serupa ul small")]
    assert told == ["Kabupaten Batang: gerai bersama satu gedung lama"]
    longer = make_entri("kab-batang/lebih-panjang", kata_kunci=["k" * 60])
    assert "Kabupaten Batang</small>" in body_of(DALAM, longer)


def test_what_another_entry_holds_is_text() -> None:
    hostile = make_entri("kab-batang/jahat", nama="<b>Jahat</b>", kata_kunci=["<script>1</script>"])
    page = LexborHTMLParser(body_of(DALAM, hostile))
    assert [node.text() for node in page.css("#serupa ul a")] == ["<b>Jahat</b>"]
    assert not page.css("#serupa ul b, #serupa ul script")


def test_five_related_entries_take_less_than_900_bytes() -> None:
    regions = ("kab-kudus", "kab-pati", "kab-demak", "kab-jepara", "kab-sragen")
    related = [
        make_entri(f"{w}/ambulans-desa", nama="Ambulans Desa", kata_kunci=["gawat darurat", "ambulans"])
        for w in regions
    ]
    assert len(body_of(DALAM, *related)) - len(body_of(DALAM)) < 900
