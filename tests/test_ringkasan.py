"""The summary of a change: whole texts, as a contributor reads them, and strangers' words that must stay words."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.commands import main
from catalog.ringkasan.tulisan import code, plain, sentence

RECORDS = Path(__file__).parent / "records"
GOLDEN = Path(__file__).parent / "golden" / "ringkasan"
HOSTILE = '---\nnama: "<img src=x onerror=alert(1)> [tautan](https://contoh.id) @bupati `x`"\n'

MPP = """---
nama: Mal Pelayanan Publik {daerah}
urusan: kesehatan
ringkasan: Semua izin dilayani di satu gedung, juga pada hari Sabtu.
sumber:
  - judul: Berita contoh
    penerbit: contoh.id
    tautan: https://contoh.id/berita
---
"""


def _git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.id", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, root: Path) -> Path:
    """A repository with the small valid tree, a second region, and an old faulty entry, committed."""
    shutil.copytree(RECORDS / "dasar" / "innovations", tmp_path / "innovations")
    shutil.copytree(root / "vocabularies", tmp_path / "vocabularies")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "innovations" / "kab-batang").mkdir()
    shutil.copy(root / "innovations" / "kab-batang" / "wilayah.yml", tmp_path / "innovations" / "kab-batang")
    (tmp_path / "innovations" / "kab-batang" / "mpp.md").write_text(MPP.format(daerah="Batang"))
    (tmp_path / "innovations" / "kab-blora" / "lama-rusak.md").write_text("---\nnama: Rusak\n---\n")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "awal")
    return tmp_path


Change = Callable[[Path], None]


def _good(data: Path) -> None:
    (data / "kab-blora" / "mpp.md").write_text(MPP.format(daerah="Blora"))
    path = data / "kab-blora" / "samin-119.md"
    gained = "tahapan: penerapan\ndokumen:\n  - jenis: SOP\n    judul: Panggilan darurat\n"
    path.write_text(path.read_text().replace("sumber:", f"{gained}sumber:", 1).replace("## Masalah", "## Cara kerja"))


def _faulty(data: Path) -> None:
    (data / "kab-blora" / "samin-119.md").write_text(f"{HOSTILE}urusan: kesehatann\nsumbr: x\n---\n")
    (data / "kab-blora" / "nama `aneh` <b>.md").write_text("x")
    (data / "kab-blora" / "perangkat_daerah.yml").write_text("lengkap: mungkin\ndaftar: []\n")
    (data / "kab-batang" / "mpp.md").unlink()


def _hostile_but_valid(data: Path) -> None:
    rest = MPP.partition("\n")[2].partition("\n")[2]
    (data / "kab-blora" / "aneh.md").write_text(HOSTILE + rest)


def _outside(data: Path) -> None:
    (data.parent / "mkdocs.yml").write_text((data.parent / "mkdocs.yml").read_text() + "# catatan\n")


@pytest.mark.parametrize("change", [_good, _faulty, _hostile_but_valid, _outside], ids=lambda one: one.__name__[1:])
def test_the_whole_summary(change: Change, repository: Path, capsys) -> None:
    change(repository / "innovations")
    assert main(["ringkas", "--changed-since", "HEAD", "--pratinjau", "pratinjau-situs"], repository) == 0
    said = capsys.readouterr().out
    expected = GOLDEN / f"{change.__name__[1:]}.md"
    if os.environ.get("REGENERATE_GOLDEN"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_comments_and_unknown_isian_that_a_change_takes_away_are_named(repository: Path, capsys) -> None:
    data = repository / "innovations" / "kab-blora"
    entry, register = data / "samin-119.md", data / "perangkat_daerah.yml"
    texts = {entry: entry.read_text(), register: register.read_text()}
    entry.write_text(
        texts[entry].replace("nama: Samin 119\n", "nama: Samin 119 # cek `lagi` 3316014107900001\ncatatan_kami: x\n")
    )
    register.write_text("# dari Perbup\n" + texts[register])
    _git(repository, "commit", "-qam", "catatan")
    for path, text in texts.items():
        path.write_text(text)
    assert main(["ringkas", "--changed-since", "HEAD"], repository) == 0
    said = capsys.readouterr().out
    gone = "Kembalikan bila tidak disengaja."
    (line,) = (line for line in said.splitlines() if "# cek `lagi`" in line)
    assert line.startswith("- Hilang dari berkas sebelumnya: komentar ``# cek `lagi`") and line.endswith(gone)
    assert "3316014107900001" not in said
    assert f"- Hilang dari berkas sebelumnya: isian `catatan_kami`. {gone}" in said
    office = "`innovations/kab-blora/perangkat_daerah.yml`"
    assert f"- {office}: Hilang dari berkas sebelumnya: komentar `# dari Perbup`. {gone}" in said


def test_a_link_leads_to_the_public_page_or_to_the_file(repository: Path, capsys) -> None:
    _good(repository / "innovations")
    settings = repository / "mkdocs.yml"
    text = settings.read_text()
    settings.write_text(text.replace("repositori: ''", "repositori: https://contoh.id/katalog"))
    main(["ringkas", "--changed-since", "HEAD"], repository)
    said = capsys.readouterr().out
    assert "(https://contoh.id/katalog/blob/HEAD/innovations/kab-batang/mpp.md), Kabupaten Batang" in said
    settings.write_text(text.replace("site_url: ''", "site_url: https://inovasi.contoh.id"))
    main(["ringkas", "--changed-since", "HEAD"], repository)
    assert "(https://inovasi.contoh.id/inovasi/kab-batang/mpp/), Kabupaten Batang" in capsys.readouterr().out


def test_an_unknown_revision_is_misuse(repository: Path, capsys) -> None:
    assert main(["ringkas", "--changed-since", "tidak-ada"], repository) == 2
    assert "Git tidak dapat menjawab" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lumbung Desa", "Lumbung Desa"),
        ("*tebal* _miring_", r"\*tebal\* \_miring\_"),
        ("baris\nkedua\r\n# judul", r"baris kedua \# judul"),
        ("[x](javascript:alert(1))", r"\[x\]\(javascript:alert\(1\)\)"),
        ("@bupati", "@\u2060bupati"),
        ("https://contoh.id", "https:\u2060//contoh.id"),
        ("a\x1bb\u202ec", r"a\<U\+001B\>b\<U\+202E\>c"),
    ],
)
def test_strangers_words_stay_words(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("", "` `")])
def test_code_has_as_many_backticks_as_it_needs(text: str, shown: str) -> None:
    assert code(text) == shown


def test_our_own_sentences_keep_their_code() -> None:
    assert sentence("Nilai `urusan` tidak ada dalam daftar.") == "Nilai `urusan` tidak ada dalam daftar."
    assert sentence("tulis `nama: *x*` lalu *y*") == r"tulis `nama: *x*` lalu \*y\*"
    assert sentence("satu ` saja") == r"satu \` saja"
