"""Records of the full-text index: which words of an entry weigh how much, and what helps a query along."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from search_samples import OFFICES, ROOT, VOCABULARIES, make_entri

from catalog.catalog import Badan, Daerah, Entri, make_catalog
from catalog.search import bantu
from catalog.search.bantu import Words, read_words, vocabulary_document, word_document
from catalog.search.kata import Pengolah, name_forms
from catalog.search.records import (
    BADAN,
    KATA_KUNCI,
    KEPANJANGAN,
    LATAR,
    MOST_ISI,
    MOST_KEYS,
    MOST_WORDS,
    NAMA,
    RINGKASAN,
    Bagian,
    SearchRecord,
    make_records,
)
from catalog.sinonim import EMPTY, Sinonim, load_sinonim, split_words

SINONIM = Sinonim(
    padanan={
        ("ambulans",): "ambulans",
        ("gawat", "darurat"): "gawatdarurat",
        ("kegawatdaruratan",): "gawatdarurat",
        ("jawa", "tengah"): "jawatengah",
        ("jateng",): "jawatengah",
        ("rumah", "sakit"): "rumahsakit",
        ("rumah", "sakit", "jiwa"): "rumahsakitjiwa",
        ("rsj",): "rumahsakitjiwa",
    },
    searah={"stroke": ("gawatdarurat", "tidakada"), "rsj": ("takpernah",)},
    ejaan={"ijin": "izin"},
    sehari_hari={"omah": ("rumah",), "bayan": ("kepala", "dusun")},
    abaikan=frozenset({"yang", "lewat", "dan", "ke"}),
    lemah=frozenset({"cara"}),
)


def records_of(*entri: Entri, sinonim: Sinonim = SINONIM) -> list[SearchRecord]:
    regions = [Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah=OFFICES)]
    return list(make_records(make_catalog(entri, regions, VOCABULARIES), sinonim))


def words_of(record: SearchRecord) -> list[str]:
    return [word for part in record.bagian for word in part.kata.split()]


def test_record_holds_everything_an_entry_can_be_found_by_and_how_much_it_weighs() -> None:
    samin = make_entri(
        "kab-blora",
        "Samin 119",
        kepanjangan="Sistem Ambulans Siaga",
        ringkasan="Ambulans gratis yang dipanggil lewat satu nomor.",
        kata_kunci=["gawat darurat", "ijin"],
        perangkat_daerah=["dinas-kesehatan"],
        badan=Badan(
            masalah="Warga sulit memanggil [ambulans](https://contoh.id/zebra) ke rumah sakit.", hasil="Cepat."
        ),
    )
    assert records_of(samin) == [
        SearchRecord(
            id="kab-blora/samin-119",
            tautan="inovasi/kab-blora/samin-119/",
            bagian=(
                Bagian(NAMA, "samin 119 samin119"),
                Bagian(KEPANJANGAN, "sistem ambulans siaga"),
                Bagian(KATA_KUNCI, "gawat darurat izin"),
                Bagian(RINGKASAN, "ambulans gratis dipanggil satu nomor"),
                Bagian(LATAR, "blora jawa tengah kesehatan"),
                Bagian(BADAN, "dinas kesehatan dinkes warga sulit memanggil rumah sakit cepat"),
                Bagian(KATA_KUNCI * 0.8, "gawatdarurat"),
                Bagian(LATAR * 0.8, "jawatengah"),
                Bagian(BADAN * 0.8, "rumahsakit"),
            ),
            isi=3,
        )
    ]


def test_weights_fall_from_name_to_body() -> None:
    assert NAMA > KATA_KUNCI == KEPANJANGAN > RINGKASAN > LATAR > BADAN > 0
    assert NAMA <= 10, "Pagefind takes no greater weight"


def test_a_long_body_gives_each_section_an_equal_share_and_what_is_left_to_the_longer() -> None:
    def section(name: str, count: int) -> str:
        return " ".join(f"{name}{number}" for number in range(count))

    body = Badan(masalah=section("m", 200), cara_kerja=section("c", 10), hasil=section("h", 200))
    words = words_of(records_of(make_entri("kab-blora", "Panjang", badan=body))[0])
    counts = {letter: sum(bool(re.fullmatch(rf"{letter}\d+", word)) for word in words) for letter in "mch"}
    assert counts["c"] == 10
    assert 0 <= counts["h"] - counts["m"] <= 1
    assert len(words) == MOST_WORDS + len(["jawatengah"])


def test_a_word_of_the_body_counts_once_and_only_where_nothing_heavier_holds_it() -> None:
    entri = make_entri("kab-blora", "Zebra", badan=Badan(masalah="zebra gajah gajah", hasil="gajah dan kuda"))
    assert words_of(records_of(entri)[0]).count("gajah") == 1
    assert records_of(entri)[0].bagian[-2].kata == "gajah kuda"


def test_answers_to_earlier_guests_are_found_too() -> None:
    entri = make_entri("kab-blora", "silat", tanya_jawab=[{"tanya": "Berapa servernya?", "jawab": "Cukup sewa awan."}])
    (record,) = records_of(entri)
    assert {"servernya", "awan"} <= set(words_of(record))


def test_a_province_is_named_once_and_a_region_by_its_own_and_its_province() -> None:
    records = records_of(make_entri("kab-blora", "Dua"), make_entri("prov-jawa-tengah", "Satu"))
    latar = [next(part.kata for part in record.bagian if part.bobot == LATAR) for record in records]
    assert latar == ["blora jawa tengah kesehatan", "jawa tengah kesehatan"]


def test_what_has_stopped_is_found_by_that_word_and_counts_less() -> None:
    stopped, running = (
        records_of(make_entri("kab-blora", "Bus Kota", status={"keadaan": state}, alat=["bus"], tahapan="penerapan"))[0]
        for state in ("berhenti", "berjalan")
    )
    assert "dihentikan" in words_of(stopped)
    assert "dihentikan" not in words_of(running)
    assert stopped.isi < running.isi <= MOST_ISI


def test_keys_of_synonyms_are_bounded() -> None:
    terms = {(f"kata{number}", "lain"): f"kunci{number}" for number in range(100)}
    words = [f"kata{number} lain" for number in range(60)]
    entri = make_entri("kab-blora", "Zebra", kata_kunci=words[:50], badan=Badan(masalah=" ".join(words)))
    record = records_of(entri, sinonim=Sinonim(terms, {}, {}, {}, frozenset(), frozenset()))[0]
    assert sum(word.startswith("kunci") for word in words_of(record)) == MOST_KEYS


def test_hostile_text_is_words_and_nothing_else() -> None:
    entri = make_entri(
        "kab-blora", "<b>Uji</b>", badan=Badan(masalah="</p><script>x</script> ___PAGEFIND_WEIGHT___9 &amp;")
    )
    assert all(re.fullmatch(r"[^\W_]+( [^\W_]+)*", part.kata) for part in records_of(entri)[0].bagian)


@pytest.mark.parametrize(
    ("nama", "forms"),
    [
        ("Samin 119", ["samin119"]),
        ("SAMIN119", ["samin", "119"]),
        ("K-119", ["k119"]),
        ("SI N'DUK", ["sinduk"]),
        ("OK OCE", ["okoce"]),
        ("Eno Ina Si Mantap", ["enoina", "inasi", "simantap", "enoinasimantap"]),
        ("SiBakul", ["si", "bakul"]),
        ("SIPELANGI", ["pelangi"]),
        ("PaKU", ["pa", "ku"]),
        ("Batik", []),
        ("", []),
    ],
)
def test_names_are_written_together_and_apart(nama: str, forms: list[str]) -> None:
    assert name_forms(nama, split_words(nama)) == forms


def test_the_longest_term_counts_and_a_key_that_stands_there_itself_is_not_added() -> None:
    pengolah = Pengolah(SINONIM)
    text = "Ambulans ke rumah sakit jiwa, rumah sakit, dan RSJ di Jateng"
    assert list(pengolah.keys(pengolah.content(text))) == [
        "rumahsakitjiwa",
        "rumahsakit",
        "rumahsakitjiwa",
        "jawatengah",
    ]


def test_a_term_that_begins_within_another_and_ends_behind_it_counts_too() -> None:
    pengolah = Pengolah(load_sinonim(ROOT / "vocabularies" / "sinonim.yml"))
    assert list(pengolah.keys(pengolah.content("Bayar pajak bumi dan bangunan"))) == ["pajakdaerah", "pbb"]


def test_without_synonyms_words_are_only_split() -> None:
    assert Pengolah(EMPTY).content("Ijin yang di-antre") == ["ijin", "yang", "di", "antre"]


def read_all(records: list[SearchRecord]) -> Words:
    return read_words(records, len(records))


def test_the_browser_is_given_what_leads_to_words_of_the_catalogue() -> None:
    records = [SearchRecord("a/b", "", (Bagian(NAMA, "gawatdarurat rumahsakit"),))]
    assert word_document(read_all(records), SINONIM) == {
        "padanan": ["gawat darurat|kegawatdaruratan", "rumah sakit"],
        "searah": [["stroke", "gawatdarurat"]],
        "ejaan": {"ijin": "izin"},
        "sehari_hari": {"bayan": "kepala dusun", "omah": "rumah"},
        "abaikan": "dan ke lewat yang",
        "lemah": "cara",
        "umum": "",
        "hampa": "",
    }


def test_the_browser_is_also_given_what_leads_to_an_everyday_problem() -> None:
    document = word_document(read_all([]), SINONIM, ["Ada keluarga di rumah sakit jiwa", "gawat darurat"])
    assert document["padanan"] == ["gawat darurat|kegawatdaruratan", "rumah sakit jiwa|rsj"]
    assert document["searah"] == [["stroke", "gawatdarurat"]]


def test_keys_of_several_words_that_no_record_holds_are_named_since_looking_for_them_is_in_vain() -> None:
    sinonim = replace(SINONIM, searah={"gawatdarurat": ("ambulans",)})
    records = [SearchRecord("a/b", "", (Bagian(NAMA, "ambulans rumahsakit"),))]
    assert (
        word_document(read_all(records), sinonim, ["gawat darurat", "Jateng", "rumah sakit"])["hampa"]
        == "gawatdarurat jawatengah"
    )


def test_words_that_stand_nearly_everywhere_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bantu, "COMMON_COUNT", 3)
    records = [SearchRecord(f"a/{n}", "", (Bagian(NAMA, "desa bus" if n in (1, 2) else "desa"),)) for n in range(16)]
    assert word_document(read_all(records), EMPTY)["umum"] == "desa"
    assert word_document(read_all(records[:15]), EMPTY)["umum"] == ""


def test_the_vocabulary_stands_from_rare_to_frequent() -> None:
    records = [
        SearchRecord(
            f"a/{n}", "", (Bagian(NAMA, f"ambulans {'kb siaga' if n else 'samin119'}"), Bagian(BADAN, "bukan"))
        )
        for n in range(5)
    ]
    assert vocabulary_document(read_all(records), SINONIM) == [
        "darurat gawat jateng jawa jiwa kegawatdaruratan rsj rumah sakit tengah",
        "",
        "",
        "ambulans siaga",
    ]


def test_the_vocabulary_is_bounded_and_may_be_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bantu, "MOST_WORDS", 2)
    records = [SearchRecord("a/b", "", (Bagian(NAMA, "satu dua dua tiga"),))]
    assert vocabulary_document(read_all(records), EMPTY) == ["", "satu", "dua"]
    assert vocabulary_document(read_all([]), EMPTY) == []
