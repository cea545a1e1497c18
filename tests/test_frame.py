"""The frame: what MkDocs makes of theme/ and content/, and what pouring a page into it gives."""

from __future__ import annotations

import dataclasses
import gzip
import pickle
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog.frame import Frame, Page, build_frame
from catalog.frame.build import DEPTHS, FrameError
from catalog.frame.policy import content_security_policy
from catalog.frame.pour import MENU, split_frame
from catalog.frame.scripts import COMMENT_LINES, hash_scripts, without_comments
from catalog.frame.stylesheet import minify, prune
from catalog.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = "\"><script>alert(1)</script>&'"
ADDRESSED = {
    "site_url": "https://inovasi.contoh.go.id/katalog/",
    "surel": "bapperida@contoh.go.id",
    "whatsapp": "6281200000000",
    "repositori": "https://git.contoh.go.id/katalog",
}


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    return build_frame(ROOT, tmp_path_factory.mktemp("bingkai"), read_settings(ROOT))


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    settings = dataclasses.replace(read_settings(ROOT), **ADDRESSED)
    return build_frame(ROOT, tmp_path_factory.mktemp("beralamat"), settings)


def _page(path: str = "inovasi/kab-contoh/a/", **changes: object) -> Page:
    page = Page(path=path, title="Judul", description="Ringkas", body="<h1>Judul</h1>")
    return dataclasses.replace(page, **changes)  # type: ignore[arg-type]


def _tree(html: str | bytes) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def _text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node.text()


def _one(tree: LexborHTMLParser, selector: str, attribute: str) -> str | None:
    nodes = tree.css(selector)
    assert len(nodes) == 1, (selector, len(nodes))
    return nodes[0].attributes[attribute]


# -- pouring ------------------------------------------------------------------


def test_everything_poured_into_the_head_and_links_is_escaped(frame: Frame, addressed: Frame) -> None:
    page = _page(title=HOSTILE, description=HOSTILE, body="<h1>aman</h1>")
    for each in (frame, addressed):
        html = each.pour(page)
        tree = _tree(html)
        assert "<script>alert" not in html
        assert _text(tree, "title") == f"{HOSTILE} – Katalog Inovasi Daerah"
        assert _one(tree, "meta[name=description]", "content") == HOSTILE
        assert all(node.attributes.get("src") for node in tree.css("script"))


def test_the_body_stands_in_main_as_it_is(frame: Frame) -> None:
    body = "<h1>Judul</h1>\n<p>[[[judul]]] dan [[[isi]]] bukan tempat.</p>"
    assert f'<main id="isi" class="isi md-typeset" tabindex="-1">\n{body}\n</main>' in frame.pour(_page(body=body))


@pytest.mark.parametrize("path", ["", "jelajah/", "wilayah/kab-contoh/", "inovasi/kab-contoh/a/", "a/b/c/d/"])
def test_links_are_relative_to_the_depth_of_the_page(frame: Frame, path: str) -> None:
    page = _page(path)
    tree = _tree(frame.pour(page))
    links = [node.attributes["href"] or "" for node in tree.css(".menu a")]
    assert links == [f"{page.base}{key}/" for key, _ in MENU]
    own = [node.attributes["href"] or "" for node in tree.css("link[href], footer a, .atas__nama")]
    assert all(link.startswith((page.base, "https://")) for link in own)


def test_frames_of_all_depths_differ_only_in_the_prefix(frame: Frame) -> None:
    paths = ["", "a/", "a/b/", "a/b/c/", "a/b/c/d/"]
    assert len(paths) == DEPTHS == len(frame.frames)
    shapes = {
        re.sub(r'(href|src|action)="(?:\./|(?:\.\./)+)', r'\1="', frame.frames[depth][0].filled({"isi": ""}))
        for depth in range(DEPTHS)
    }
    assert len(shapes) == 1


def test_a_page_deeper_than_the_frames_is_our_bug(frame: Frame) -> None:
    with pytest.raises(ValueError, match="no frame of depth 5"):
        frame.pour(_page("a/b/c/d/e/"))


@pytest.mark.parametrize(
    ("path", "section", "expected"),
    [
        ("wilayah/", "wilayah", {"Wilayah": "page"}),
        ("wilayah/kab-contoh/", "wilayah", {"Wilayah": "true"}),
        ("", "", {"Katalog Inovasi Daerah": "page"}),
        ("masalah/", "", {}),
    ],
)
def test_the_current_part_of_the_site_is_marked(
    frame: Frame, path: str, section: str, expected: dict[str, str]
) -> None:
    tree = _tree(frame.pour(_page(path, section=section)))
    marked = {node.text().strip(): node.attributes["aria-current"] for node in tree.css("header [aria-current]")}
    assert marked == expected


def test_the_header_search_is_left_out_where_the_page_has_its_own(frame: Frame) -> None:
    trees = {path: _tree(frame.pour(_page(path))) for path in ("", "jelajah/", "wilayah/")}
    assert {path: len(tree.css("header form[role=search]")) for path, tree in trees.items()} == {
        "": 0,
        "jelajah/": 0,
        "wilayah/": 1,
    }


def test_the_search_form_works_without_script(frame: Frame) -> None:
    tree = _tree(frame.pour(_page()))
    assert _one(tree, "header form[role=search]", "action") == "../../../jelajah/"
    assert _one(tree, "header form[role=search]", "method") == "get"
    assert _one(tree, "header form input[type=search]", "name") == "q"
    assert _one(tree, "header form label", "for") == _one(tree, "header form input[type=search]", "id")


def test_the_home_page_carries_the_name_of_the_catalogue_alone(frame: Frame) -> None:
    assert _text(_tree(frame.pour(_page("", title=""))), "title") == "Katalog Inovasi Daerah"


def test_the_canonical_address_needs_a_site_address(frame: Frame, addressed: Frame) -> None:
    assert _tree(frame.pour(_page())).css("link[rel=canonical]") == []
    assert _one(_tree(addressed.pour(_page())), "link[rel=canonical]", "href") == (
        "https://inovasi.contoh.go.id/katalog/inovasi/kab-contoh/a/"
    )


def test_a_page_asks_for_its_scripts_and_what_they_import(frame: Frame) -> None:
    small = dataclasses.replace(frame, scripts={"a.js": ("a.1.js", ("b.2.js",))})
    html = small.pour(_page(scripts=("a.js", "lain.js")))
    basket, *asked = re.findall(r'<(?:script type="module" src|link rel="modulepreload" href)="[^"]+"', html)
    assert "/assets/keranjang." in basket  # on every page
    assert asked == [
        '<link rel="modulepreload" href="../../../assets/b.2.js"',
        '<script type="module" src="../../../assets/a.1.js"',
        '<script type="module" src="../../../assets/lain.js"',
    ]


def test_a_pickled_frame_pours_the_same(frame: Frame) -> None:
    page = _page(section="jelajah")
    assert pickle.loads(pickle.dumps(frame)).pour(page) == frame.pour(page)


def test_an_unknown_token_in_the_theme_is_our_bug() -> None:
    with pytest.raises(ValueError, match="unknown tokens"):
        split_frame("<main>[[[isi]]]</main>[[[salah]]]")


# -- report links ---------------------------------------------------------------


def test_a_report_names_the_page_and_goes_to_the_configured_addresses(addressed: Frame) -> None:
    tree = _tree(addressed.pour(_page(title="Samin & Kawan")))
    sentence = (
        "Saya%20menemukan%20kekeliruan%20pada%20halaman%20%E2%80%9CSamin%20%26%20Kawan%E2%80%9D%20%28https%3A//inovasi.contoh.go.id/"
        "katalog/inovasi/kab-contoh/a/%29.%20Yang%20keliru%3A%20%E2%80%A6%20Yang%20benar%3A%20%E2%80%A6%20Sumbernya%3A%20%E2%80%A6"
    )
    assert [node.attributes["href"] for node in tree.css("#laporkan .tombol")] == [
        f"mailto:bapperida@contoh.go.id?subject=Kekeliruan%20di%20katalog%3A%20Samin%20%26%20Kawan&body={sentence}",
        f"https://wa.me/6281200000000?text={sentence}",
    ]


def test_without_an_address_the_sentence_is_there_and_the_way_to_the_keepers(frame: Frame) -> None:
    text = " ".join(_text(_tree(frame.pour(_page())), "#laporkan").split())
    assert "pada halaman “Judul” (/inovasi/kab-contoh/a/). Yang keliru: …" in text
    assert "Salin kalimat ini, lengkapi, lalu sampaikan kepada pengelola katalog." in text


# -- handwritten pages ------------------------------------------------------------


def test_a_handwritten_page_looks_exactly_like_a_poured_one(frame: Frame, addressed: Frame) -> None:
    for each in (frame, addressed):
        for path, data in each.handwritten.items():
            html = data.decode()
            body = html.split('tabindex="-1">\n', 1)[1].split("\n</main>", 1)[0]
            tree = _tree(html)
            page = Page(
                path=path.removesuffix("index.html"),
                title=_text(tree, "title").removesuffix(" – Katalog Inovasi Daerah"),
                description=_one(tree, "meta[name=description]", "content") or "",
                body=body,
                section=path.split("/")[0],
            )
            assert each.pour(page) == html


def test_handwritten_pages_are_exactly_those_of_content(frame: Frame) -> None:
    sources = {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.md")}
    expected = {source.removesuffix(".md").removesuffix("/index") + "/index.html" for source in sources}
    assert set(frame.handwritten) == expected
    assert list(frame.handwritten) == sorted(frame.handwritten)


def test_links_between_handwritten_pages_and_the_frame_lead_somewhere(frame: Frame) -> None:
    generated = {"", "panduan/kesalahan/", "bandingkan/", "terbaru/", "replikasi/", *(f"{key}/" for key, _ in MENU)}
    generated |= {"kontribusi/formulir/", "kontribusi/konfirmasi/", "kunjungan/", "kunjungan/rencana/", "pameran/"}
    generated |= {"lab/", "berhenti/", "swanilai/", "lapor/", "penghargaan/"}
    generated |= {f"inovasi/{path.parent.name}/{path.stem}/" for path in (ROOT / "innovations").glob("*/*.md")}
    known = generated | {path.removesuffix("index.html") for path in frame.handwritten}
    for path, data in frame.handwritten.items():
        folder = Path("/") / Path(path).parent
        for node in _tree(data).css("a[href]"):
            link = node.attributes["href"] or ""
            if not link.startswith(("http", "mailto:", "#")) and not link.endswith(".docx"):
                target = (folder / re.split("[?#]", link)[0]).resolve().as_posix().strip("/")
                assert (f"{target}/" if target else "") in known, (path, link)


def test_the_404_page_has_absolute_links(frame: Frame, addressed: Frame) -> None:
    for each, prefix in ((frame, "/"), (addressed, "/katalog/")):
        tree = _tree(each.not_found)
        assert _text(tree, "h1") == "Halaman tidak ditemukan"
        links = [node.attributes["href"] or "" for node in tree.css("a[href], link[href]")]
        assert all(
            link.startswith((prefix, "https://", "mailto:", "#")) and not link.startswith("//") for link in links
        )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("index.md", "content/index.md memakai alamat yang dibuat oleh katalog sendiri; beri nama lain."),
        ("a.svg", "content/a.svg bukan jenis berkas yang diterbitkan (.md atau foto); pindahkan dari content/."),
        ("taut.md", "content/taut.md adalah tautan simbolik; salin berkasnya ke folder ini."),
    ],
)
def test_content_that_cannot_be_published_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    if name == "taut.md":
        (content / name).symlink_to(ROOT / "mkdocs.yml")
    else:
        (content / name).write_text("x", encoding="utf-8")
    with pytest.raises(FrameError) as caught:
        build_frame(tmp_path, tmp_path / "kerja", Settings("Katalog", "kab-contoh"))
    assert str(caught.value) == sentence


# -- policy, assets, weight ---------------------------------------------------------


def test_the_policy_comes_first_and_nothing_is_inline(frame: Frame) -> None:
    handwritten = [data.decode() for data in frame.handwritten.values()]
    for html in (frame.pour(_page()), frame.not_found.decode(), *handwritten):
        assert html.split("<head>", 1)[1].lstrip().startswith('<meta http-equiv="Content-Security-Policy"')
        tree = _tree(html)
        assert _one(tree, "meta[http-equiv=Content-Security-Policy]", "content") == content_security_policy()
        assert tree.css("style, [style], script:not([src])") == []
        assert [node.html for node in tree.css("*") if any(key.startswith("on") for key in node.attributes)] == []


def test_nothing_of_material_is_published_but_its_pruned_stylesheet(frame: Frame) -> None:
    own = {path.name for path in (ROOT / "theme/assets/js").glob("*.js")} | {"katalog.css", "cetak.css", "tanda.svg"}
    assets = [path.removeprefix("assets/") for path in frame.assets if path.startswith("assets/")]
    assert {re.sub(r"\.[0-9a-f]{10}(?=\.)", "", path) for path in assets} == own
    beside = {path for path in frame.assets if not path.startswith("assets/")}
    assert beside == {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.webp")}


def test_every_file_the_frame_names_exists(frame: Frame) -> None:
    tree = _tree(frame.pour(_page("")))
    named = [node.attributes.get("href") or node.attributes["src"] or "" for node in tree.css("link, script")]
    assert sorted(name.removeprefix("./") for name in named) == sorted(
        path for path in frame.assets if re.search(r"/(katalog|kerangka|keranjang|tanda)\.", path)
    )


def test_the_frame_stays_within_its_weight(frame: Frame) -> None:
    def weight(data: bytes) -> int:
        return len(gzip.compress(data, 9))

    style = next(data for path, data in frame.assets.items() if path.endswith(".css"))
    script = next(data for path, data in frame.assets.items() if "/kerangka." in path)
    assert weight(style) <= 13_000
    assert len(script) <= 2_000
    assert weight(frame.pour(_page(body="")).encode()) <= 2_500


def test_the_same_sources_give_the_same_bytes(frame: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert build_frame(ROOT, tmp_path, frame.settings) == frame


# -- stylesheet and scripts -----------------------------------------------------------


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-typeset h2{margin:1em}", ".md-typeset h2{margin:1em}"),
        (".md-header{color:red}.md-typeset .tabbed-set{color:red}", ""),
        (".md-typeset table,.md-typeset details{margin:0}", ".md-typeset table{margin:0}"),
        (
            "[dir=rtl] .md-typeset ul{margin:0}[dir=ltr] .md-typeset ul{margin:1px}",
            "[dir=ltr] .md-typeset ul{margin:1px}",
        ),
        ("[data-md-color-scheme=slate] a{color:red}#__drawer{top:0}", ""),
        ("@media print{.md-nav{top:0}}@media print{.md-typeset a{top:0}}", "@media print{.md-typeset a{top:0}}"),
        (":root{--a:var(--b);--b:1px;--c:2px}a{top:var(--a)}", ":root{--a:var(--b);--b:1px}a{top:var(--a)}"),
        ("@keyframes x{from{top:0}}", ""),
        ("code:not(.focus-visible){outline:none}", "code:not(.focus-visible){outline:none}"),
        (":is(.md-nav,.admonition)>p{top:0}:is(.md-nav)>p{top:1px}", ":is(.md-nav,.admonition)>p{top:0}"),
    ],
)
def test_pruning_keeps_what_can_match_our_pages(css: str, kept: str) -> None:
    assert prune(css) == kept


def test_pruning_drops_properties_that_our_own_stylesheet_sets() -> None:
    assert prune(":root{--a:1px;--b:2px}a{top:var(--a);left:var(--b)}", used_elsewhere=":root{--a:3px}") == (
        ":root{--b:2px}a{top:var(--a);left:var(--b)}"
    )


def test_minifying_keeps_meaning() -> None:
    css = (
        "/* x */ a , b :hover > c { color : var( --d ) ; margin: 0  auto !important }\n"
        "@media (min-width: 45em) { a { top: calc(1px + 2px) } }"
    )
    assert minify(css) == (
        "a,b :hover > c{color:var(--d);margin:0 auto!important}@media (min-width: 45em){a{top:calc(1px + 2px)}}"
    )


def test_our_own_stylesheet_sets_every_colour_material_asks_for(frame: Frame) -> None:
    style = next(data for path, data in frame.assets.items() if "katalog." in path).decode()
    asked = set(re.findall(r"var\((--md-[\w-]+)", style))
    assert asked and asked <= set(re.findall(r"(--md-[\w-]+)\s*:", style))


def test_every_component_of_the_sheet_is_styled() -> None:
    sheet = (ROOT / "docs/frame.md").read_text(encoding="utf-8")
    style = (ROOT / "theme/assets/css/katalog.css").read_text(encoding="utf-8")
    examples = " ".join(re.findall(r"```html\n(.*?)```", sheet, re.DOTALL))
    named = {name for names in re.findall(r'class="([^"]+)"', examples) for name in names.split()}
    assert len(named) >= 80
    assert sorted(name for name in named if not re.search(rf"\.{name}\b(?!-)", style)) == []


def test_scripts_are_named_after_their_content_and_that_of_their_imports() -> None:
    before = hash_scripts({"a.js": b"import { x } from './b.js';", "b.js": b"export const x = 1;"})
    after = hash_scripts({"a.js": b"import { x } from './b.js';", "b.js": b"export const x = 2;"})
    assert before["a.js"].data == f"import {{ x }} from './{before['b.js'].file}';".encode()
    assert before["a.js"].needs == (before["b.js"].file,)
    assert before["a.js"].file != after["a.js"].file


def test_lines_of_comment_are_not_published_and_nothing_else_is_touched() -> None:
    source = b"""// What it does.

/** Two
 * lines. */
const address = 'https://contoh.id/*'; // stays: it shares its line
  // goes
const pattern = /a*/; /* stays */
"""
    assert without_comments(source) == (
        b"\nconst address = 'https://contoh.id/*'; // stays: it shares its line\nconst pattern = /a*/; /* stays */\n"
    )


_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\])+/[a-z]*(?=[,)\s.;])")
"""A regular expression in a script, which may hold a backtick."""


def test_no_line_of_comment_is_part_of_a_text() -> None:
    """Before each one that is left out, every backtick of the script has its partner."""
    folder = ROOT / "theme" / "assets" / "js"
    foreign = {path.stem for path in (folder / "lisensi").glob("*")}
    for path in folder.glob("*.js"):
        kept = ""
        for part in [] if path.stem in foreign else COMMENT_LINES.split(path.read_bytes()):
            assert _PATTERN.sub("", kept).count("`") % 2 == 0, (path.name, part[:60])
            kept += part.decode()


def test_a_script_that_is_imported_later_is_hashed_but_not_announced() -> None:
    sources = {"a.js": b"const b = () => import('./b.js');", "b.js": b"import './c.js';", "c.js": b""}
    scripts = hash_scripts(sources)
    assert scripts["a.js"].data == f"const b = () => import('./{scripts['b.js'].file}');".encode()
    assert scripts["a.js"].needs == ()
    assert scripts["b.js"].needs == (scripts["c.js"].file,)
    assert hash_scripts({**sources, "c.js": b"1"})["a.js"].file != scripts["a.js"].file


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"a.js": b"import './b.js';"}, "a.js imports b.js, which is not among the scripts"),
        ({"a.js": b"import './b.js';", "b.js": b"import './a.js';"}, "scripts import each other in a circle"),
    ],
)
def test_imports_that_cannot_work_are_our_bug(sources: dict[str, bytes], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        hash_scripts(sources)
