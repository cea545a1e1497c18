"""Whatever a file holds, reading ends in a record or in messages: no traceback, no hang, places inside the file."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import BERKAS, BERKAS_REGISTER, ENTRY, REGISTER, broken_rules

from catalog.reading import parse_record, read_text
from catalog.reading.events import read_tree
from catalog.reading.isian_names import isian_names

COUNT = int(os.environ.get("HOSTILE_COUNT", "3000"))
LONGEST_SECONDS = 10
PIECES = (
    *"\t\n :-#'\"[]{}&*!|>%@`,?\\\r\x00\x07\x85\u2028\u200b\u202e\ufeff\ud800\u00a0“”–•é",
    "---\n", "...\n", "- ", ": ", " #", "&a ", "*a", "!!python/object:os.system ", "<<: *a\n", "{a: 1}", "[" * 30,
    '"\\u202e"', '"\\x00"', "\n  - ", "\n\t", "? ", "%YAML 1.1\n", "|\n", ">-\n", "0" * 5000, "nama: x\n", "é",
)  # fmt: skip


def mutate(text: str, rng: random.Random) -> str:
    """Return ``text`` with one to four random changes: a piece put in, cut out, doubled, or lines swapped."""
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        to = min(len(text), at + rng.randint(1, 40))
        change = rng.randrange(5)
        if change <= 1:
            text = text[:at] + rng.choice(PIECES) + text[at:]
        elif change == 2:
            text = text[:at] + text[to:]
        elif change == 3:
            text = text[:to] + text[at:to] + text[to:]
        else:
            lines = text.split("\n")
            i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
            lines[i], lines[j] = lines[j], lines[i]
            text = "\n".join(lines)
    return text


def check(text: str, berkas: str = BERKAS) -> None:
    """Read ``text`` and hold the result to the promises, and to the time."""
    started = time.process_time()
    record, problems = parse_record(text, berkas)
    seconds = time.process_time() - started
    assert broken_rules(text, record, problems, berkas) == [], text
    assert seconds < LONGEST_SECONDS, (seconds, text)


def test_mutations_of_valid_records() -> None:
    rng = random.Random(20261121)
    isian_names()  # loads the model, which only faults need, outside the measured time
    for number in range(COUNT):
        text, berkas = ((ENTRY, BERKAS), (REGISTER, BERKAS_REGISTER))[number % 5 == 4]
        check(mutate(text, rng), berkas)


def test_random_bytes() -> None:
    rng = random.Random(33)
    whole = ENTRY.encode()
    for number in range(COUNT // 10):
        noise = rng.randbytes(rng.randint(0, 60))
        at = rng.randrange(len(whole))
        data = noise if number % 4 == 0 else whole[:at] + noise + whole[at:]
        text, problems = read_text(data, BERKAS)
        assert (text is None) == bool(problems)
        if text is None:
            assert broken_rules(data.decode("latin-1"), None, problems) == []
        else:
            check(text)


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_as_front_matter(text: str) -> None:
    typed = f"---\n{text}\n---\n"
    assert broken_rules(typed, *parse_record(typed, BERKAS)) == []


@given(st.text(alphabet="ab:-#'\"[]{}&*!|>%@ \t\n\\,?", max_size=80))
@settings(max_examples=500, deadline=None)
def test_any_mix_of_the_signs_of_yaml(text: str) -> None:
    assert broken_rules(text, *parse_record(text, BERKAS_REGISTER), BERKAS_REGISTER) == []


def _bomb() -> str:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    return "\n".join(lines)


HOSTILE: dict[str, Callable[[], str]] = {
    "brackets": lambda: "[" * 60_000,
    "brackets under a key": lambda: "a: " + "[" * 60_000,
    "groups": lambda: "{a: " * 15_000,
    "bracket lines": lambda: "a:\n" + "[\n" * 30_000,
    "dashes": lambda: "- " * 30_000,
    "dash lines": lambda: "a:\n" + "- - - - - - - - -\n" * 3_000,
    "stairs": lambda: "\n".join(" " * n + "a:" for n in range(300)),
    "alias bomb": _bomb,
    "long number": lambda: "a: " + "9" * 5_000,
    "long scalar": lambda: "a: " + "x" * 60_000,
    "long key": lambda: "x" * 60_000 + ": a",
    "quoted long key": lambda: '? "' + "x" * 60_000 + '"\n: a',
    "many keys": lambda: "\n".join(f"k{n}: " for n in range(9_000)),
    "many items": lambda: "a: [" + "1," * 30_000 + "]",
    "same key": lambda: "a: 1\n" * 10_000,
    "colons": lambda: "a: b: c\n" * 7_000,
    "open quotes": lambda: "a: \"b\n" * 9_000,
    "apostrophes": lambda: "a: 'Jum'at'\n" * 5_000,
    "tabs": lambda: "a:\n" + "\tb: 1\n" * 9_000,
    "bullets": lambda: "• a\n" * 9_000,
    "no space": lambda: "nama:a\n" * 8_000,
    "wrapped": lambda: "ringkasan: a\n" + "kata kata\n" * 6_000,
    "hashes": lambda: "a: b # c\n" * 6_000,
    "one quote, many lines": lambda: 'a: "' + "b\n" * 30_000,
    "backslashes": lambda: 'a: "' + "\\" * 60_000,
    "escapes": lambda: 'a: "' + "\\u202e" * 9_000 + '"',
    "spaces": lambda: " " * 60_000,
    "blank lines": lambda: "\n" * 60_000,
    "dash runs": lambda: "- " * 200 + "\n" + "-" * 60_000,
    "invisible": lambda: "a: " + "\u200b" * 20_000,
    "directions": lambda: "a: \u202e\n" * 8_000,
    "tags": lambda: "a: !!binary x\n" * 4_000,
    "smart quotes": lambda: "a: “b: c”\n" * 3_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_known_attacks_end_in_a_message_at_once(name: str) -> None:
    isian_names()
    yaml = HOSTILE[name]()
    check(yaml, BERKAS_REGISTER)
    check(f"---\n{yaml}\n---\n")
    check(f"---\n{yaml}")


def test_the_stream_is_left_at_the_first_breach() -> None:
    tree = read_tree("a: " + "[" * 1_000_000)
    assert [(f.kode, f.line, f.column) for f in tree.faults] == [("yaml-terlalu-dalam", 0, 22)]
