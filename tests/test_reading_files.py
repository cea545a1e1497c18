"""The walk over the innovations folder: what is a record, what should not be there, and nothing outside is touched."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from reading_samples import ENTRY

from catalog.reading import read_record, walk_innovations


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / "innovations" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ENTRY, encoding="utf-8")


def faults(root: Path) -> list[tuple[str, str]]:
    """Return (path below innovations/, code) of every problem of the walk."""
    return [(p.berkas.removeprefix("innovations/"), p.kode) for p in walk_innovations(root)[1]]


def test_records_are_entries_and_known_registers_in_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        "README.md",
        "kota-solok/wilayah.yml",
        "kota-solok/.gitkeep",
        "kab-blora/samin-119.md",
        "kab-blora/samin-119/gerai.jpg",
        "kab-blora/samin-119/loket.webp",
        "kab-blora/mal-pelayanan-publik.md",
        "kab-blora/perangkat_daerah.yml",
        "nasional/angka.yml",
        "prov-jawa-tengah/lab.yml",
    )
    assert walk_innovations(tmp_path) == (
        (
            "innovations/kab-blora/mal-pelayanan-publik.md",
            "innovations/kab-blora/perangkat_daerah.yml",
            "innovations/kab-blora/samin-119.md",
            "innovations/kota-solok/wilayah.yml",
            "innovations/nasional/angka.yml",
            "innovations/prov-jawa-tengah/lab.yml",
        ),
        (),
    )


@pytest.mark.parametrize(
    ("name", "kode"),
    [
        ("kab-blora/Samin.md", "berkas-nama-salah"),
        ("kab-blora/samin_119.md", "berkas-nama-salah"),
        ("kab-blora/samin--119.md", "berkas-nama-salah"),
        ("kab-blora/-samin.md", "berkas-nama-salah"),
        ("kab-blora/samin.MD", "berkas-nama-salah"),
        ("kab-blora/samin.markdown", "berkas-nama-salah"),
        ("kab-blora/Wilayah.yml", "berkas-nama-salah"),
        ("kab-blora/wilayah.yaml", "berkas-nama-salah"),
        ("kab-blora/.md", "berkas-nama-salah"),
        ("kab-blora/саmin.md", "berkas-nama-salah"),
        ("kab-blora/a\nb\u202e.md", "berkas-nama-salah"),
        ("kab-blora/com1.md", "berkas-nama-terlarang"),
        ("kab-blora/README.md", "berkas-nama-salah"),
        ("kab-blora/catatan.yml", "berkas-tidak-dikenal"),
        ("kab-blora/.DS_Store", "berkas-tidak-dikenal"),
        ("kab-blora/logo.svg", "berkas-svg"),
        ("kab-blora/foto.jpg", "berkas-tidak-dikenal"),
        ("samin.md", "berkas-tidak-dikenal"),
        ("kab-Blora/samin.md", "folder-nama-salah"),
        ("blora/samin.md", "folder-nama-salah"),
        ("desa-blora/samin.md", "folder-nama-salah"),
    ],
)
def test_what_should_not_be_there(tmp_path: Path, name: str, kode: str) -> None:
    write(tmp_path, name)
    records, problems = walk_innovations(tmp_path)
    assert records == ()
    assert [p.kode for p in problems] == [kode]
    assert "\n" not in problems[0].berkas


def test_a_photo_folder_holds_photos_only(tmp_path: Path) -> None:
    write(tmp_path, "kab-blora/a.md", "kab-blora/a/x.jpg", "kab-blora/a/X.jpg", "kab-blora/a/y.gif")
    write(tmp_path, "kab-blora/a/z.svg", "kab-blora/a/dalam/z.jpg", "kab-blora/b/z.png", "kab-blora/c.md/z.png")
    assert faults(tmp_path) == [
        ("kab-blora/a/dalam", "berkas-bukan-berkas"),
        ("kab-blora/a/x.jpg", "berkas-nama-kembar"),
        ("kab-blora/a/y.gif", "berkas-tidak-dikenal"),
        ("kab-blora/a/z.svg", "berkas-svg"),
        ("kab-blora/b", "folder-tanpa-entri"),
        ("kab-blora/c.md", "berkas-bukan-berkas"),
    ]


def test_a_missing_innovations_folder_is_a_problem(tmp_path: Path) -> None:
    records, problems = walk_innovations(tmp_path)
    assert records == ()
    assert [(p.berkas, p.kode) for p in problems] == [("innovations", "berkas-tidak-ada")]


def test_links_are_never_followed(tmp_path: Path) -> None:
    root = tmp_path / "katalog"
    outside = tmp_path / "luar"
    write(root, "kab-blora/a.md")
    write(outside, "kab-luar/rahasia.md", "kab-luar/wilayah.yml")
    region = root / "innovations" / "kab-blora"
    (region / "tautan.md").symlink_to(outside / "innovations" / "kab-luar" / "rahasia.md")
    (region / "wilayah.yml").symlink_to("/dev/zero")
    (region / "a").symlink_to(outside)
    (root / "innovations" / "kab-luar").symlink_to(outside / "innovations" / "kab-luar")
    assert faults(root) == [
        ("kab-blora/a", "berkas-tautan-simbolik"),
        ("kab-blora/tautan.md", "berkas-tautan-simbolik"),
        ("kab-blora/wilayah.yml", "berkas-tautan-simbolik"),
        ("kab-luar", "berkas-tautan-simbolik"),
    ]
    for name in ("kab-blora/tautan.md", "kab-blora/wilayah.yml", "kab-luar/rahasia.md"):
        record, problems = read_record(root, f"innovations/{name}")
        assert record is None
        assert [p.kode for p in problems] == ["berkas-tautan-simbolik"]


def test_the_innovations_folder_itself_may_not_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "luar", "kab-blora/a.md")
    (tmp_path / "innovations").symlink_to(tmp_path / "luar" / "innovations")
    assert faults(tmp_path) == [("innovations", "berkas-tautan-simbolik")]


def test_a_hard_link_is_a_file_like_any_other(tmp_path: Path) -> None:
    write(tmp_path, "kab-blora/a.md")
    region = tmp_path / "innovations" / "kab-blora"
    os.link(region / "a.md", region / "b.md")
    records, problems = walk_innovations(tmp_path)
    assert len(records) == 2
    assert problems == ()
    assert read_record(tmp_path, records[1])[0] is not None


def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    write(tmp_path, "kab-blora/a.md")
    region = tmp_path / "innovations" / "kab-blora"
    os.mkfifo(region / "pipa.md")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(region / "soket.md"))
        assert faults(tmp_path) == [
            ("kab-blora/pipa.md", "berkas-bukan-berkas"),
            ("kab-blora/soket.md", "berkas-bukan-berkas"),
        ]
        for name in ("pipa.md", "soket.md"):
            _, problems = read_record(tmp_path, f"innovations/kab-blora/{name}")
            assert [p.kode for p in problems] == ["berkas-bukan-berkas"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, "kab-blora/a.md")
    path = tmp_path / "innovations" / "kab-blora" / "a.md"
    os.truncate(path, 1 << 40)  # a sparse file of a terabyte
    _, problems = read_record(tmp_path, "innovations/kab-blora/a.md")
    assert [p.kode for p in problems] == ["berkas-terlalu-besar"]


@pytest.mark.parametrize(
    "berkas",
    ["../a.md", "/etc/passwd", "innovations//a.md", "", ".", "innovations\\a.md", "a\x00b.md", "innovations/./a.md"],
)
def test_paths_that_leave_the_folder(tmp_path: Path, berkas: str) -> None:
    record, problems = read_record(tmp_path, berkas)
    assert record is None
    assert [p.kode for p in problems] == ["berkas-di-luar"]


@pytest.mark.parametrize("berkas", ["innovations", "innovations/kab-blora"])
def test_a_folder_is_no_record(tmp_path: Path, berkas: str) -> None:
    write(tmp_path, "kab-blora/a.md")
    assert [p.kode for p in read_record(tmp_path, berkas)[1]] == ["berkas-bukan-berkas"]
