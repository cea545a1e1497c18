"""Related entries: who is related, in which order, and that a change reaches its neighbours and nobody else."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from conftest import ROOT, make_entri

from catalog.catalog import Catalog, Entri
from catalog.terkait import BobotKata, calon, read_weights
from catalog.terkait.kata import weigh_words, words_of
from catalog.terkait.story import near, relate
from catalog.vocabularies import VocabularyError

CatalogOf = Callable[..., Catalog]

WEIGHTS = read_weights(ROOT / "vocabularies")

AMBULANS = make_entri(
    "kab-blora/samin-119",
    nama="Samin 119",
    ringkasan="Aplikasi untuk memanggil pertolongan gawat darurat medis selama 24 jam.",
    kata_kunci=["ambulans", "gawat darurat", "kecelakaan"],
)
AMBULANS_KUDUS = make_entri(
    "kab-kudus/k-119",
    nama="K-119",
    ringkasan="Warga menelepon satu pusat panggilan, lalu ambulans terdekat datang ke lokasi.",
    kata_kunci=["gawat darurat", "ambulans", "panggilan darurat"],
)
AMBULANS_CEPU = make_entri(
    "kab-blora/ambulans-desa",
    nama="Ambulans Desa",
    ringkasan="Mobil desa mengantar pasien gawat darurat ke rumah sakit tanpa biaya.",
    kata_kunci=["ambulans", "gawat darurat", "kecelakaan"],
)
IKAN = make_entri(
    "kab-demak/lele",
    nama="Kampung Lele",
    urusan=["kelautan-dan-perikanan"],
    ringkasan="Warga memelihara ikan lele dan ikan patin di kolam pekarangan.",
    kata_kunci=["ikan lele", "ikan patin", "kolam"],
)


def test_the_same_problem_in_another_region_comes_first(catalog_of: CatalogOf) -> None:
    catalog = catalog_of(AMBULANS, AMBULANS_KUDUS, AMBULANS_CEPU, IKAN)
    assert relate(catalog, WEIGHTS, {}) == {
        "kab-blora/samin-119": ("kab-kudus/k-119", "kab-blora/ambulans-desa"),
        "kab-blora/ambulans-desa": ("kab-kudus/k-119", "kab-blora/samin-119"),
        "kab-kudus/k-119": ("kab-blora/samin-119", "kab-blora/ambulans-desa"),
    }


def test_at_most_five_and_never_itself(catalog_of: CatalogOf) -> None:
    regions = ("kab-kudus", "kab-pati", "kab-demak", "kab-jepara", "kab-sragen", "kab-tegal", "kab-batang")
    copies = [make_entri(f"{region}/ambulans", kata_kunci=["ambulans", "gawat darurat"]) for region in regions]
    related = relate(catalog_of(AMBULANS, *copies), WEIGHTS, {})
    assert [len(ids) for ids in related.values()] == [5] * 8
    assert all(id not in ids for id, ids in related.items())


@pytest.mark.parametrize(
    "changes",
    [
        {"bagian_dari": AMBULANS.id},
        {"status": {"keadaan": "berhenti", "pengganti": AMBULANS.id}},
        {"replikasi": {"dari": [{"asal": AMBULANS.id}]}},
        {"replikasi": {"oleh": [{"wilayah": "kab-blora", "tahap": "berjalan", "entri": AMBULANS.id}]}},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_the_page_names_anyway_is_not_named_again(changes: dict[str, object], catalog_of: CatalogOf) -> None:
    linked = make_entri(
        "kab-kudus/k-119", ringkasan=AMBULANS_KUDUS.inovasi.ringkasan, kata_kunci=["ambulans"], **changes
    )
    unlinked = make_entri(
        "kab-kudus/k-119", ringkasan=AMBULANS_KUDUS.inovasi.ringkasan, kata_kunci=["ambulans", "gawat darurat"]
    )
    assert relate(catalog_of(AMBULANS, unlinked), WEIGHTS, {})
    assert relate(catalog_of(AMBULANS, linked), WEIGHTS, {}) == {}


def test_a_name_that_is_a_pun_relates_to_nothing(catalog_of: CatalogOf) -> None:
    pun = make_entri(
        "kota-bontang/pepes-ikan-patin",
        nama="Pepes Ikan Patin",
        kepanjangan="Penyebaran Pesan Informasi Kesehatan Pangan Aman",
        ringkasan="Penyebaran informasi tentang pangan aman kepada warga Bontang.",
    )
    assert relate(catalog_of(pun, IKAN), WEIGHTS, {}) == {}
    plain = make_entri("kota-bontang/ikan-patin", nama="Kolam Ikan Patin", urusan=["pangan"])
    assert set(relate(catalog_of(plain, IKAN), WEIGHTS, {})) == {plain.id, IKAN.id}


def test_entries_of_which_little_is_known_have_no_neighbours_rather_than_nonsense(catalog_of: CatalogOf) -> None:
    unknown = [
        make_entri(f"{region}/{name.lower()}", nama=name, ringkasan=f"Inovasi kesehatan Puskesmas {name}.")
        for region, name in (("kab-kudus", "Wisanggeni"), ("kab-pati", "Gatotkaca"))
    ]
    assert relate(catalog_of(*unknown, AMBULANS), WEIGHTS, {}) == {}


def test_one_common_word_is_chance_unless_the_urusan_is_common_too(catalog_of: CatalogOf) -> None:
    kolam: dict[str, Any] = {"nama": "Kolam", "ringkasan": "Garam dari banyak kolam plastik.", "kata_kunci": ["garam"]}
    lapak: dict[str, Any] = {"nama": "Lapak", "ringkasan": "Pasar menjual beras atau garam.", "kata_kunci": ["garam"]}
    one, same = make_entri("kab-kudus/kolam", **kolam), make_entri("kab-pati/lapak", **lapak)
    other = make_entri("kab-pati/lapak", urusan=["perdagangan"], **lapak)
    assert relate(catalog_of(one, other), WEIGHTS, {}) == {}
    assert set(relate(catalog_of(one, same), WEIGHTS, {})) == {one.id, same.id}


def test_a_common_everyday_problem_counts_more_than_a_common_urusan(catalog_of: CatalogOf) -> None:
    """Who is only a little alike is related when both answer the same problem."""
    one = make_entri("kab-kudus/kolam", nama="Kolam", ringkasan="Garam dan cuka dari banyak kolam.")
    other = make_entri("kab-pati/lapak", nama="Lapak", urusan=["pangan"], ringkasan="Garam dan cuka dari banyak lapak.")
    same_urusan = make_entri("kab-pati/lapak", nama="Lapak", ringkasan="Garam dan cuka dari banyak lapak.")
    assert relate(catalog_of(one, same_urusan), WEIGHTS, {}) == {}
    catalog = catalog_of(one, other)
    assert relate(catalog, WEIGHTS, {one.id: ("bertani",), other.id: ("jualan-belum-laku",)}) == {}
    assert relate(catalog, WEIGHTS, {one.id: ("bertani", "harga-naik"), other.id: ("harga-naik",)}) == {
        one.id: (other.id,),
        other.id: (one.id,),
    }


def test_an_empty_catalogue_and_entries_without_a_word(catalog_of: CatalogOf) -> None:
    assert relate(catalog_of(), WEIGHTS, {}) == {}
    silent = make_entri("kab-kudus/xx", nama="XX", ringkasan="…" * 30)
    assert near(silent, WEIGHTS) == ()
    assert relate(catalog_of(silent, AMBULANS), WEIGHTS, {}) == {}


# -- Larger catalogues, made of words drawn at random ---------------------------------------------------------------

SUBJECTS = [f"{first}{second}" for first in ("garam", "jagung", "kopi", "sapi") for second in ("", "an", "nya", "ku")]
REGIONS = ("kab-blora", "kab-kudus", "kab-pati", "kab-demak", "kota-tegal", "kota-solok")
URUSAN = ("kesehatan", "pertanian", "pangan")


def random_entri(rng: Random, id: str) -> Entri:
    """An entry whose words many others have as well."""
    return make_entri(
        id,
        nama=" ".join(rng.sample(SUBJECTS, 2)),
        urusan=[rng.choice(URUSAN)],
        ringkasan=" ".join([*rng.sample(SUBJECTS, 5), "bagi warga yang membutuhkannya"]),
        kata_kunci=rng.sample(SUBJECTS, rng.randint(1, 4)),
    )


def random_entries(rng: Random, count: int) -> dict[str, Entri]:
    ids = [f"{rng.choice(REGIONS)}/e-{number}" for number in range(count)]
    return {id: random_entri(rng, id) for id in ids}


def test_no_order_and_no_hash_seed_changes_anything(catalog_of: CatalogOf) -> None:
    entries = list(random_entries(Random(1), 200).values())
    related = relate(catalog_of(*entries), WEIGHTS, {})
    assert len(related) > 150
    assert relate(catalog_of(*reversed(entries)), WEIGHTS, {}) == related
    code = (
        "import test_terkait as t; from random import Random; from catalog.catalog import make_catalog;"
        "entries = t.random_entries(Random(1), 200).values();"
        "print(t.relate(make_catalog(entries, [], None), t.WEIGHTS, {}))"
    )
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == repr(related)


def test_some_entries_can_be_asked_for_alone(catalog_of: CatalogOf) -> None:
    catalog = catalog_of(*random_entries(Random(2), 120).values())
    whole = relate(catalog, WEIGHTS, {})
    some = [entri.id for entri in catalog.entri[::7]]
    assert relate(catalog, WEIGHTS, {}, some) == {id: whole[id] for id in some if id in whole}


def test_a_change_reaches_only_entries_with_a_common_near_word(
    catalog_of: CatalogOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edited, added and removed entries, in lists longer than the reach."""
    monkeypatch.setattr(calon, "REACH", 3)
    rng = Random(3)
    entries = random_entries(rng, 150)
    before = relate(catalog_of(*entries.values()), WEIGHTS, {})
    moved = 0
    for step in range(60):
        id = rng.choice(sorted(entries)) if step % 3 else f"{rng.choice(REGIONS)}/baru-{step}"
        old = entries.pop(id, None)
        new = None if step % 3 == 1 else random_entri(rng, id)
        if new:
            entries[id] = new
        after = relate(catalog_of(*entries.values()), WEIGHTS, {})
        reached = {word for changed in (old, new) if changed for word in near(changed, WEIGHTS)}
        different = [e for e in entries.values() if e.id != id and before.get(e.id) != after.get(e.id)]
        assert all(reached & set(near(e, WEIGHTS)) for e in different)
        moved += len(different)
        before = after
    assert moved > 100


def test_a_change_reaches_no_more_entries_however_many_share_its_words(
    catalog_of: CatalogOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calon, "REACH", 2)
    entries = [make_entri(f"kab-blora/e-{number:03}", kata_kunci=["ambulans", "darurat"]) for number in range(200)]
    before = relate(catalog_of(*entries), WEIGHTS, {})
    after = relate(catalog_of(*entries[:100], *entries[101:]), WEIGHTS, {})
    different = {id for id in after if before[id] != after[id]}
    assert different == {f"kab-blora/e-{number:03}" for number in (98, 99, 101, 102)}


def test_words_said_in_passing_by_a_new_entry_reach_nobody(
    catalog_of: CatalogOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calon, "REACH", 3)
    entries = random_entries(Random(5), 150).values()
    before = relate(catalog_of(*entries), WEIGHTS, {})
    new = make_entri(
        "kab-aceh-barat/pertama",
        nama="Pertama",
        ringkasan=" ".join(reversed(SUBJECTS)),
        kata_kunci=[f"lain{letter}" for letter in "abcdefghijkl"],
    )
    assert not set(near(new, WEIGHTS)) & set(SUBJECTS)
    assert relate(catalog_of(new, *entries), WEIGHTS, {}) == before


def test_in_long_lists_like_stands_beside_like(catalog_of: CatalogOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred entries about ambulances, two of each kind: the two find each other over the heads of the rest."""
    monkeypatch.setattr(calon, "REACH", 2)
    first, second = [f"garam{letter}" for letter in "abcdefghij"], [f"kopi{letter}" for letter in "abcdefghij"]
    entries = [
        make_entri(f"{region}/{one}-{other}", nama="Nama", kata_kunci=["ambulans", one, other])
        for region in ("kab-kudus", "kab-pati")
        for one in first
        for other in second
    ]
    related = relate(catalog_of(*entries), WEIGHTS, {})
    assert all(related[e.id][0].split("/")[1] == e.slug for e in entries)


def test_within_reach_the_choice_is_that_of_an_exhaustive_search(catalog_of: CatalogOf) -> None:
    catalog = catalog_of(*random_entries(Random(4), 12).values())
    related = relate(catalog, WEIGHTS, {})
    for entri in catalog.entri:
        others = sorted((e for e in catalog.entri if e is not entri), key=lambda e: (-rank(entri, e), e.id))
        best = [e for e in others if rank(entri, e) - (e.wilayah != entri.wilayah) * 0.1 >= 0.2][:5]
        best.sort(key=lambda e: e.wilayah == entri.wilayah)
        found = [rank(entri, other) for id in related.get(entri.id, ()) if (other := catalog.find(id))]
        assert found == pytest.approx([rank(entri, other) for other in best], abs=0.003)  # weights are whole numbers


def rank(one: Entri, other: Entri) -> float:
    """The cosine of two entries by the book, with what a common urusan and another region add."""
    a, b = weigh_words(one, WEIGHTS), weigh_words(other, WEIGHTS)
    cosine = sum(a[word] * b.get(word, 0) for word in a) / (math.hypot(*a.values()) * math.hypot(*b.values()))
    return cosine + 0.03 * (one.urusan_utama == other.urusan_utama) + 0.1 * (one.wilayah != other.wilayah)


# -- Words and their weights ----------------------------------------------------------------------------------------


def test_words_of_a_text() -> None:
    assert words_of("PSC 119: ke Puskesmas & RSUD, 24 jam (Rp 1.000), anti-stunting") == [
        "psc",
        "119",
        "puskesmas",
        "rsud",
        "jam",
        "000",
        "anti",
        "stunting",
    ]


def test_what_the_words_of_an_entry_weigh() -> None:
    table = BobotKata({"warga": 40, "ambulans": 280, "blora": 0}, lain=350)
    entri = make_entri(
        nama="Samin", kepanjangan="Ambulans Blora", ringkasan="Ambulans bagi ke-1 warga Blora.", kata_kunci=["ambulans"]
    )
    assert weigh_words(entri, table) == {"ambulans": 280 * (20 + 3 + 3), "warga": 40 * 10, "bagi": 350 * 10}
    assert near(entri, table) == ("ambulans", "bagi", "warga")


def test_the_committed_table() -> None:
    lines = (ROOT / "vocabularies" / "bobot_kata.csv").read_text(encoding="utf-8").splitlines()
    words = [line.split(",")[0] for line in lines[2:]]
    assert lines[0] == "kata,bobot"
    assert words == sorted(set(words))
    assert WEIGHTS.lain > WEIGHTS.bobot["stunting"] > WEIGHTS.bobot["warga"] > 0
    assert WEIGHTS.bobot["blora"] == WEIGHTS.bobot["sehingga"] == 0


@pytest.mark.parametrize("text", ["kata,bobot\n", "kata,bobot\n*,1\nair,x\n", "air,1\n", "kata,bobot\nair\n", ""])
def test_a_broken_table_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "bobot_kata.csv").write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"bobot_kata\.csv"):
        read_weights(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"bobot_kata\.csv"):
        read_weights(tmp_path)
