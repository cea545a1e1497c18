"""The last check of a built site: a sound site passes, and every planted defect is named exactly."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from catalog import final_check
from catalog.final_check import PageFacts, SiteFault, check_site, inspect_page, list_files, look_through, resolve
from catalog.final_check.addresses import read_address
from catalog.final_check.policy import loose_places
from catalog.tembolok import unpack

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; object-src 'none'"
)
PAGE = """<!doctype html>
<html lang="id"><head><meta http-equiv="Content-Security-Policy" content="{policy}">
<meta charset="utf-8"><title>Beranda</title><meta name="description" content="Katalog">
<link rel="canonical" href="https://contoh.go.id/"><link rel="stylesheet" href="{base}assets/gaya.css">
<script src="{base}assets/skrip.js"></script><script type="application/json">{{"a": 1}}</script></head>
<body><a href="#isi">Ke isi</a>
<form action="{base}jelajah/" method="get"><label for="q">Cari</label><input id="q" name="q"></form>
<main id="isi"><h1>Judul</h1><!-- catatan -->
{body}
</main></body></html>
"""
BODY = """<p>Lihat <a href="{base}wilayah/#peta">peta</a>, <a href="{base}jelajah/?q=air&amp;x=1">air</a>,
<a href="https://blorakab.go.id/a?b=c">situs</a>, <a href="mailto:bapperida@contoh.go.id">surat</a>,
<a href="tel:112">112</a>.</p>
<img src="{base}assets/foto.jpg" alt="" width="10" height="20">
<img src="data:image/png;base64,AA==" alt="x" width="1" height="1">
<svg viewBox="0 0 1 1"><defs><clipPath id="k"><rect width="1" height="1"/></clipPath></defs><use href="#k"/></svg>"""


def make_page(body: str = "", base: str = "./") -> str:
    """A sound page with more in its body; ``base`` leads from the page to the root of the site."""
    return PAGE.format(policy=POLICY, base=base, body=BODY.format(base=base) + body)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small sound site: home, two folders, a page two levels down, assets, a page for missing addresses."""
    files = {
        "index.html": make_page(),
        "jelajah/index.html": make_page(base="../"),
        "wilayah/index.html": make_page('<p id="peta">x</p>', base="../"),
        "wilayah/kab-blora/index.html": make_page('<a href="../">atas</a><a href=".">sini</a>', base="../../"),
        "404.html": make_page(base="/"),
        "assets/gaya.css": "@font-face{src:url(huruf.woff2)} a{background:url('data:image/png;base64,AA==')}",
        "assets/huruf.woff2": "x",
        "assets/skrip.js": "",
        "assets/foto.jpg": "x",
        "assets/tanda.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="a" d="M0 0"/><use href="#a"/></svg>',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def rules_of(html: str, path: str = "index.html") -> list[str]:
    return [fault.aturan for fault in inspect_page(path, html).kesalahan]


def test_a_sound_site_has_no_faults(site: Path) -> None:
    assert check_site(site) == ()


def test_facts_of_a_page_are_its_ids_places_and_faults() -> None:
    facts = inspect_page("wilayah/index.html", make_page('<p id="peta"></p><p id="peta"></p>', base="../"))
    assert facts == PageFacts(
        berkas="wilayah/index.html",
        ids="isi\nk\npeta\nq",
        tautan=(
            "assets/foto.jpg",
            "assets/gaya.css",
            "assets/skrip.js",
            "jelajah/index.html",
            "wilayah/index.html#peta",
        ),
        kesalahan=(SiteFault("wilayah/index.html", "id-ganda", "id 'peta' dipakai 2 kali, kosong, atau memuat spasi"),),
    )


IN_THE_BODY = {
    "unknown tag": ("<marquee>x</marquee>", ["tag-tidak-dikenal"]),
    "own element": ("<x-y>x</x-y>", ["tag-tidak-dikenal"]),
    "iframe": ('<iframe src="./"></iframe>', ["tag-tidak-dikenal"]),
    "object": ('<object data="assets/foto.jpg"></object>', ["tag-tidak-dikenal"]),
    "base": ('<base href="./">', ["tag-tidak-dikenal"]),
    "style element": ("<style>a{}</style>", ["tag-tidak-dikenal"]),
    "style element in svg": ("<svg><style>a{}</style></svg>", ["tag-tidak-dikenal"]),
    "foreignObject": ("<svg><foreignObject></foreignObject></svg>", ["tag-tidak-dikenal"]),
    "style attribute": ('<p style="color:red">x</p>', ["atribut-style"]),
    "event attribute": ('<p onclick="x()">x</p>', ["atribut-peristiwa"]),
    "event attribute in capitals": ('<p ONCLICK="x()">x</p>', ["atribut-peristiwa"]),
    "event attribute behind a slash": ("<svg/onload=alert(1)></svg>", ["atribut-peristiwa"]),
    "event attribute without a value": ("<p onfoo>x</p>", ["atribut-peristiwa"]),
    "inline script": ("<script>alert(1)</script>", ["skrip-sebaris"]),
    "inline module": ('<script type="module">1</script>', ["skrip-sebaris"]),
    "empty inline script": ("<script></script>", ["skrip-sebaris"]),
    "svg script": ("<svg><script>alert(1)</script></svg>", ["skrip-sebaris"]),
    "script in a template": (
        "<template><template><p onclick=x></p></template><script>1</script></template>",
        ["atribut-peristiwa", "skrip-sebaris"],
    ),
    "script in noscript": ("<noscript><script>1</script></noscript>", ["skrip-sebaris"]),
    "outer script": ('<script src="https://jahat.id/x.js"></script>', ["sumber-luar"]),
    "outer script without scheme": ('<script src="//jahat.id/x.js"></script>', ["sumber-luar"]),
    "outer image": ('<img src="https://jahat.id/x.png" alt="" width="1" height="1">', ["sumber-luar"]),
    "outer srcset": ('<img src="./" srcset="./ 1x, //j.id/x 2x" alt="" width="1" height="1">', ["sumber-luar"]),
    "svg image as data": ('<img src="data:image/svg+xml;base64,AA==" alt="" width="1" height="1">', ["sumber-luar"]),
    "outer stylesheet": ('<link rel="stylesheet" href="https://jahat.id/x.css">', ["sumber-luar"]),
    "outer preconnect": ('<link rel="preconnect" href="https://jahat.id">', ["sumber-luar"]),
    "outer canonical and stylesheet": ('<link rel="canonical stylesheet" href="https://jahat.id">', ["sumber-luar"]),
    "outer form": ('<form action="https://jahat.id/"></form>', ["sumber-luar"]),
    "outer form button": ('<button formaction="https://jahat.id/">x</button>', ["sumber-luar"]),
    "outer use": ('<svg><use xlink:href="https://jahat.id/x.svg#a"/></svg>', ["sumber-luar"]),
    "javascript link": ('<a href="javascript:alert(1)">x</a>', ["alamat-terlarang"]),
    "javascript link with a tab": ('<a href="java\tscript:alert(1)">x</a>', ["alamat-terlarang"]),
    "javascript link by entity": ('<a href="&#106;avascript&colon;alert(1)">x</a>', ["alamat-terlarang"]),
    "javascript link behind a control": ('<a href="\x01javascript:alert(1)">x</a>', ["alamat-terlarang"]),
    "javascript form": ('<form action="javascript:alert(1)"></form>', ["sumber-luar"]),
    "data link": ('<a href="data:text/html,x">x</a>', ["alamat-terlarang"]),
    "data image link": ('<a href="data:image/png;base64,AA==">x</a>', ["alamat-terlarang"]),
    "ftp link": ('<a href="ftp://a.id/">x</a>', ["alamat-terlarang"]),
    "link without scheme": ('<a href="//jahat.id">x</a>', ["alamat-terlarang"]),
    "link with backslash": ('<a href="/\\jahat.id">x</a>', ["alamat-terlarang"]),
    "link with user name": ('<a href="https://bank@jahat.id">x</a>', ["alamat-terlarang"]),
    "link without host": ('<a href="https:///x">x</a>', ["alamat-terlarang"]),
    "link out of the site": ('<a href="../x/">x</a>', ["alamat-terlarang"]),
    "ping": ('<a href="./" ping="https://jahat.id">x</a>', ["atribut-terlarang"]),
    "refresh to outside": ('<meta http-equiv="refresh" content="0; url=https://jahat.id">', ["alamat-terlarang"]),
    "refresh to a script": ('<meta http-equiv="refresh" content="0; url=javascript:x">', ["alamat-terlarang"]),
    "cookie by meta": ('<meta http-equiv="set-cookie" content="a=b">', ["atribut-terlarang"]),
    "image without alt": ('<img src="./assets/foto.jpg" width="1" height="1">', ["gambar-tanpa-alt"]),
    "image without size": ('<img src="./assets/foto.jpg" alt="x" width="1">', ["gambar-tanpa-ukuran"]),
    "image with size in percent": ('<img src="./" alt="x" width="100%" height="1">', ["gambar-tanpa-ukuran"]),
    "id twice": ('<p id="isi">x</p>', ["id-ganda"]),
    "id of two words": ('<p id="dua kata">x</p>', ["id-ganda"]),
    "empty id": ('<p id="">x</p>', ["id-ganda"]),
    "anchor without a target": ('<a href="#tidak-ada">x</a>', ["jangkar-putus"]),
    "label without a field": ('<label for="tidak-ada">x</label>', ["jangkar-putus"]),
    "described by nothing": ('<p aria-describedby="isi tidak-ada">x</p>', ["jangkar-putus"]),
    "second heading of the page": ("<h1>x</h1>", ["jumlah-h1"]),
    "second main": ("<main>x</main>", ["jumlah-main"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), IN_THE_BODY.values(), ids=IN_THE_BODY)
def test_planted_defect_is_named_and_nothing_else(body: str, expected: list[str]) -> None:
    assert rules_of(make_page(body)) == expected


HARMLESS = {
    "inner refresh": '<meta http-equiv="refresh" content="0; url=jelajah/">',
    "template": "<template><p>x</p></template>",
    "anchor to the top": '<a href="#">x</a><a href="#top">x</a>',
    "anchor in another script": '<p id="biaya-é">x</p><a href="#biaya-%C3%A9">x</a>',
    "text that looks like mark-up": "&lt;script&gt;alert(1)&lt;/script&gt; <code>onclick=</code>",
    "data scripts": '<script type="application/ld+json">{}</script>',
    "outer licence": '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
}


@pytest.mark.parametrize("body", HARMLESS.values(), ids=HARMLESS)
def test_harmless_things_are_not_named(body: str) -> None:
    assert rules_of(make_page(body)) == []


IN_THE_PAGE = {
    "language missing": ('lang="id"', "", ["bahasa"]),
    "language English": ('lang="id"', 'lang="en"', ["bahasa"]),
    "no title": ("<title>Beranda</title>", "", ["judul-kosong"]),
    "empty title": ("Beranda</title>", " </title>", ["judul-kosong"]),
    "no description": ('<meta name="description" content="Katalog">', "", ["deskripsi-kosong"]),
    "empty description": ('content="Katalog"', 'content=" "', ["deskripsi-kosong"]),
    "no heading": ("<h1>Judul</h1>", "<h2>Judul</h2>", ["jumlah-h1"]),
    "policy not first": ("<head><meta http", "<head><meta charset=utf-8><meta http", ["kebijakan-tidak-ada"]),
    "no policy": ("Content-Security-Policy", "Content-Type", ["atribut-terlarang", "kebijakan-tidak-ada"]),
    "policy only for reports": ("Content-Security-Policy", "Content-Security-Policy-Report-Only",
                                ["atribut-terlarang", "kebijakan-tidak-ada"]),
    "inline styles allowed": ("style-src 'self'", "style-src 'self' 'unsafe-inline'", ["kebijakan-longgar"]),
    "inline scripts allowed": ("script-src 'self'", "script-src 'self' 'unsafe-inline'", ["kebijakan-longgar"]),
    "script host allowed": ("script-src 'self'", "script-src 'self' https://cdn.id", ["kebijakan-longgar"]),
    "hash that nobody allowed": ("script-src 'self'", "script-src 'self' 'sha256-AAAA'", ["kebijakan-longgar"]),
    "everything allowed": ("default-src 'none'", "default-src *", ["kebijakan-longgar"]),
    "no base rule": ("base-uri 'none'; ", "", ["kebijakan-longgar"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), IN_THE_PAGE.values(), ids=IN_THE_PAGE)
def test_planted_defect_of_the_whole_page_is_named(old: str, new: str, expected: list[str]) -> None:
    page = make_page()
    assert old in page
    assert rules_of(page.replace(old, new, 1)) == expected


def test_an_inline_script_needs_its_own_hash() -> None:
    page = make_page("<script>siap()</script>")
    digest = "sha256-" + base64.b64encode(hashlib.sha256(b"siap()").digest()).decode()
    assert inspect_page("index.html", page, allowed_script_hashes=frozenset({digest})).kesalahan == ()
    wrong = inspect_page("index.html", page, allowed_script_hashes=frozenset({"sha256-AAAA"})).kesalahan
    assert wrong == (
        SiteFault("index.html", "skrip-sebaris", f"skrip sebaris tidak ada dalam daftar yang diizinkan: {digest}"),
    )


def test_policy_may_name_an_allowed_hash() -> None:
    policy = POLICY.replace("script-src 'self'", "script-src 'self' 'sha256-AAAA'")
    assert loose_places(policy, frozenset({"sha256-AAAA"})) == ()
    sentence = "kebijakan keamanan halaman mengizinkan 'sha256-AAAA' pada script-src"
    assert loose_places(policy, frozenset()) == (sentence,)


IN_THE_SITE = {
    "link to nothing": ("index.html", '<a href="tidak/ada/">x</a>', "tautan-putus", "berkas tidak/ada/index.html"),
    "folder without its slash": ("index.html", '<a href="wilayah">x</a>', "tautan-putus", "berkas wilayah"),
    "anchor elsewhere": (
        "index.html", '<a href="wilayah/#a">x</a>', "jangkar-putus", "id 'a' di wilayah/index.html"
    ),
    "script that is not there": (
        "wilayah/index.html", '<script src="x.js"></script>', "tautan-putus", "berkas wilayah/x.js"
    ),
    "refresh to nothing": (
        "index.html", '<meta http-equiv="refresh" content="0; url=lama/">', "tautan-putus", "berkas lama/index.html"
    ),
    "link in a template": (
        "index.html", '<template><a href="lama/">x</a></template>', "tautan-putus", "berkas lama/index.html"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "body", "rule", "detail"), IN_THE_SITE.values(), ids=IN_THE_SITE)
def test_planted_broken_link_is_named(site: Path, name: str, body: str, rule: str, detail: str) -> None:
    page = site / name
    page.write_text(page.read_text("utf-8").replace("</main>", body + "</main>"), encoding="utf-8")
    assert check_site(site) == (SiteFault(name, rule, f"tidak ada {detail}"),)


IN_A_FILE = {
    "outer font": ("assets/gaya.css", "a{src:url(https://jahat.id/x.woff2)}", "sumber-luar"),
    "outer font without scheme": ("assets/gaya.css", 'a{background:url("//jahat.id/x")}', "sumber-luar"),
    "outer image set": ("assets/gaya.css", 'a{background:image-set("https://jahat.id/x" 1x)}', "sumber-luar"),
    "nested": ("assets/gaya.css", "@media print{a{b:c(url(https://jahat.id/x))}}", "sumber-luar"),
    "import": ("assets/gaya.css", '@import "lain.css";', "sumber-luar"),
    "missing picture": ("assets/gaya.css", "a{background:url(hilang.png)}", "tautan-putus"),
    "script in svg": ("assets/tanda.svg", "<svg><script>1</script></svg>", "svg-berbahaya"),
    "event in svg": ("assets/tanda.svg", "<svg onload='x'></svg>", "svg-berbahaya"),
    "outer use in svg": ("assets/tanda.svg", "<svg><use href='https://jahat.id#a'/></svg>", "svg-berbahaya"),
    "entity in svg": ("assets/tanda.svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>', "svg-berbahaya"),
}


@pytest.mark.parametrize(("name", "text", "rule"), IN_A_FILE.values(), ids=IN_A_FILE)
def test_planted_defect_in_a_file_is_named(site: Path, name: str, text: str, rule: str) -> None:
    (site / name).write_text(text, encoding="utf-8")
    assert [(fault.berkas, fault.aturan) for fault in check_site(site)] == [(name, rule)]


def test_a_symbolic_link_is_named_and_not_followed(site: Path) -> None:
    (site / "rahasia.html").symlink_to("/etc/hostname")
    (site / "map").symlink_to("/etc")
    assert [(fault.berkas, fault.aturan) for fault in check_site(site)] == [
        ("map", "tautan-simbolik"),
        ("rahasia.html", "tautan-simbolik"),
    ]


def test_a_page_in_another_encoding_is_named(site: Path) -> None:
    (site / "aneh.html").write_bytes(b"\xff\xfe")
    assert [fault.aturan for fault in check_site(site)] == ["bukan-utf-8"]


def test_an_empty_page_lacks_everything_and_does_not_crash() -> None:
    assert rules_of("") == [
        "bahasa", "deskripsi-kosong", "judul-kosong", "jumlah-h1", "jumlah-main", "kebijakan-tidak-ada"
    ]  # fmt: skip


def test_a_site_under_a_path_has_its_missing_page_under_it(site: Path) -> None:
    (site / "404.html").write_text(make_page(base="/katalog/"), encoding="utf-8")
    assert check_site(site, root_path="/katalog/") == ()
    assert {fault.aturan for fault in check_site(site)} == {"tautan-putus"}


def test_several_processes_find_what_one_finds(site: Path) -> None:
    for number in range(450):
        folder = site / "inovasi" / f"entri-{number}"
        folder.mkdir(parents=True)
        body = f'<a href="../entri-{number + 1}/#k">x</a><a href="../entri-{number}/#isi">x</a>'
        (folder / "index.html").write_text(make_page(body, base="../../"), encoding="utf-8")
    expected = (
        SiteFault("inovasi/entri-449/index.html", "tautan-putus", "tidak ada berkas inovasi/entri-450/index.html"),
    )
    assert check_site(site, processes=1) == expected
    assert check_site(site, processes=2) == expected


def test_new_pages_are_looked_at_while_the_files_are_listed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether they are told of or not, the same is found, and each page once."""
    monkeypatch.setattr(final_check, "_ALONE", 1)
    (site / "wilayah" / "index.html").write_text(make_page('<a href="../tidak/ada/">x</a>', base="../"))
    expected = look_through(site, processes=1)
    told = look_through(site, processes=2, new={"wilayah/index.html", "index.html"})
    assert {fault.aturan for fault in expected.faults} == {"tautan-putus", "jangkar-putus"}
    assert (told.faults, told.berkas, told.jumlah_byte) == (expected.faults, expected.berkas, expected.jumlah_byte)
    facts = [[fact for part in found.learnt for fact in unpack(part)] for found in (told, expected)]
    assert sorted(facts[0]) == sorted(facts[1])


def test_builder_may_inspect_pages_itself_and_resolve_at_the_end(site: Path) -> None:
    files, size, _ = list_files(site)
    assert size == sum((site / name).stat().st_size for name in files)
    facts = [inspect_page(name, (site / name).read_text("utf-8")) for name in sorted(files) if name.endswith(".html")]
    assert resolve(facts, files) == ()
    assert [fault.aturan for fault in resolve(facts, files - {"assets/foto.jpg"})] == ["tautan-putus"] * 5


def test_known_pages_are_not_read_again_but_their_links_are_followed(site: Path) -> None:
    """A page that is known to be unchanged still leads nowhere when what it led to has gone."""
    first = look_through(site)
    known = {fact.berkas: fact for part in first.learnt for fact in unpack(part)}
    assert not first.facts
    (site / "index.html").write_text("no page at all", encoding="utf-8")
    assert look_through(site, known=known).faults == ()
    (site / "assets" / "foto.jpg").unlink()
    assert {fault.aturan for fault in look_through(site, known=known).faults} == {"tautan-putus"}


ADDRESSES = {
    "": ("dalam", ""),
    "#a": ("dalam", "#a"),
    "?q=x": ("dalam", ""),
    "./": ("dalam", "a/b/index.html"),
    ".": ("dalam", "a/b/index.html"),
    "..": ("dalam", "a/index.html"),
    "../": ("dalam", "a/index.html"),
    "../../": ("dalam", "index.html"),
    "../../..": ("terlarang", ""),
    "../c/../d/?x#y": ("dalam", "a/d/index.html#y"),
    "#top": ("dalam", ""),
    "../c/d-1/": ("dalam", "a/c/d-1/index.html"),
    "../../c/?entri=a/b#top": ("dalam", "c/index.html"),
    "../../c/?entri=a/b#isi": ("dalam", "c/index.html#isi"),
    "../../../c/": ("terlarang", ""),
    "paket/x.min.js": ("dalam", "a/b/paket/x.min.js"),
    "paket": ("dalam", "a/b/paket"),
    "../../c.d/": ("dalam", "c.d/index.html"),
    "https://contoh.go.id/a b": ("terlarang", ""),
    "https://contoh.go.id/a\\b": ("terlarang", ""),
    "https://contoh.go.id:8080/": ("luar", ""),
    "foto%20satu.jpg": ("dalam", "a/b/foto satu.jpg"),
    "/": ("dalam", "index.html"),
    "/x/y.css": ("dalam", "x/y.css"),
    "HTTPS://contoh.go.id": ("luar", ""),
    "mailto:a@contoh.go.id": ("luar", ""),
    "JAVASCRIPT:x": ("terlarang", ""),
    "https://[x": ("terlarang", ""),
}


@pytest.mark.parametrize(("written", "expected"), ADDRESSES.items(), ids=[repr(address) for address in ADDRESSES])
def test_an_address_is_read_as_a_browser_reads_it(written: str, expected: tuple[str, str]) -> None:
    address = read_address(written, "a/b/", "/")
    assert (address.jenis, address.tujuan) == expected
