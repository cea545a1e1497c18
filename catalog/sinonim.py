"""The words that mean the same, read from vocabularies/sinonim.yml: what a stemmer cannot know.

Leaves the writing of the index to ``catalog.search`` and the reading of a query to
``theme/assets/js/jelajah-kata.js``, which are given the same lists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from catalog.vocabularies import VocabularyError

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # C where libyaml is present
_KEYS = ("judul", "dasar", "padanan", "searah", "sehari_hari", "ejaan", "abaikan", "lemah")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’‘ʼ]")
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {ord("'"): None}
"""What becomes of each sign of plain text, which most texts are: a table is five times as fast as a pattern."""

_MOST_TERM_WORDS = 8

MOST_ONWARD = 3
"""Words that one word leads to by ``searah``: each is one more look into the index."""

PREFIXES = "memper|diper|meng|peng|menge|meny|peny|men|pen|mem|pem|per|ber|ter|me|pe|be|di|ke|se"
SUFFIXES = "kannya|annya|inya|nya|kan|an|i"
"""Affixes around a word whose spelling is mended; ``jelajah-kata.js`` knows the same."""


@dataclass(frozen=True, slots=True)
class Sinonim:
    """What the file says, made ready for looking up; terms are tuples of words as ``split_words`` gives them.

    ``padanan`` leads from every term to its group's key, which is the group's first term written together, in the
    order of the file. ``searah`` leads from a key to keys that are also wanted, best first. ``ejaan`` leads from a
    usual spelling to the standard one, in entries and queries; ``sehari_hari``, in queries only, from a word of
    Javanese or of messages on a phone to words of the catalogue. ``abaikan`` are words that say nothing, ``lemah``
    those that need not be found.
    """

    padanan: Mapping[tuple[str, ...], str]
    searah: Mapping[str, tuple[str, ...]]
    ejaan: Mapping[str, str]
    sehari_hari: Mapping[str, tuple[str, ...]]
    abaikan: frozenset[str]
    lemah: frozenset[str]


EMPTY = Sinonim({}, {}, {}, {}, frozenset(), frozenset())


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without marks, signs and apostrophes: "e-KTP" → ["e", "ktp"]."""
    if text.isascii():
        return text.translate(_ASCII).split()
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _WORD.findall(_APOSTROPHES.sub("", plain).lower())


def load_sinonim(path: Path) -> Sinonim:
    """Read vocabularies/sinonim.yml.

    Raises:
        VocabularyError: the file is missing or no YAML, a part is missing or unknown, a term is empty or stands in two
            rows of ``padanan``, of several words only one says something ("dari rumah" would be every "rumah"), a
            spelling leads to itself or onwards.
    """
    return _Reader(path).read()


@dataclass(slots=True)
class _Reader:
    """Reads one file and names the line of whatever is wrong."""

    path: Path

    def read(self) -> Sinonim:
        parts = self._parts()
        ejaan = self._ejaan(parts["ejaan"])
        speller = make_speller(ejaan)
        abaikan = frozenset(self._words(parts["abaikan"]))
        groups = _Groups(self, speller, abaikan)
        for row in self._rows(parts["padanan"]):
            groups.add(row)
        searah = groups.one_way(parts["searah"])
        lemah = frozenset(self._words(parts["lemah"]))
        return Sinonim(groups.padanan, searah, ejaan, self._everyday(parts["sehari_hari"], ejaan), abaikan, lemah)

    def fail(self, node: yaml.Node | None, message: str) -> VocabularyError:
        line = f":{node.start_mark.line + 1}" if node else ""
        return VocabularyError(f"{self.path}{line}: {message}")

    def _parts(self) -> dict[str, yaml.Node]:
        try:
            root = yaml.compose(self.path.read_text(encoding="utf-8"), _LOADER)
        except FileNotFoundError:
            raise self.fail(None, "berkas tidak ada") from None
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise self.fail(None, f"berkas tidak terbaca ({error})") from error
        if not isinstance(root, yaml.MappingNode):
            raise self.fail(root, f"berkas harus memuat {', '.join(_KEYS)}")
        parts = {key.value: value for key, value in root.value}
        if set(parts) != set(_KEYS) or len(root.value) != len(_KEYS):
            raise self.fail(root, f"berkas harus memuat {', '.join(_KEYS)}, tidak lebih")
        return parts

    def _rows(self, node: yaml.Node) -> Iterator[yaml.SequenceNode]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(node, "bagian ini harus berupa daftar")
        for row in node.value:
            if not isinstance(row, yaml.SequenceNode) or len(row.value) < 2:
                raise self.fail(row, "baris harus memuat dua istilah atau lebih dalam [ ]")
            yield row

    def _ejaan(self, node: yaml.Node) -> dict[str, str]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, "`ejaan` harus berisi pasangan `lazim: baku`")
        table: dict[str, str] = {}
        for key, value in node.value:
            wrong, right = self.words_of(key), self.words_of(value)
            if len(wrong) != 1 or len(right) != 1 or wrong == right:
                raise self.fail(key, "ejaan harus satu kata, lalu satu kata lain")
            if wrong[0] in table:
                raise self.fail(key, f"ejaan `{wrong[0]}` ditulis dua kali")
            table[wrong[0]] = right[0]
        for key, value in node.value:
            if value.value in table:
                raise self.fail(key, f"ejaan baku `{value.value}` juga ditulis sebagai ejaan lazim")
        return table

    def _everyday(self, node: yaml.Node, ejaan: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, "`sehari_hari` harus berisi pasangan `kata: kata yang dipakai katalog`")
        table: dict[str, tuple[str, ...]] = {}
        for key, value in node.value:
            word, others = self.words_of(key), tuple(self.words_of(value))
            if len(word) != 1 or not others or word[0] in others:
                raise self.fail(key, "kata sehari-hari harus satu kata, lalu kata lain")
            if word[0] in table or word[0] in ejaan:
                raise self.fail(key, f"kata `{word[0]}` ditulis dua kali, di sini atau di `ejaan`")
            table[word[0]] = others
        return table

    @staticmethod
    def words_of(node: yaml.Node) -> list[str]:
        """The words of a scalar, none of anything else."""
        return split_words(node.value) if isinstance(node, yaml.ScalarNode) else []

    def _words(self, node: yaml.Node) -> list[str]:
        if not isinstance(node, yaml.ScalarNode):
            raise self.fail(node, "bagian ini harus berupa kata-kata yang dipisahkan spasi")
        return split_words(node.value)


def make_speller(ejaan: Mapping[str, str]) -> Callable[[str], str]:
    """Return what mends usual spellings, also inside a word with affixes: "perijinan" → "perizinan"."""
    if not ejaan:
        return str
    roots = "|".join(sorted(ejaan, key=lambda word: (-len(word), word)))
    pattern = re.compile(f"({PREFIXES})?({roots})({SUFFIXES})?")

    def mend(word: str) -> str:
        match = pattern.fullmatch(word)
        return f"{match[1] or ''}{ejaan[match[2]]}{match[3] or ''}" if match else word

    return mend


@dataclass(slots=True)
class _Groups:
    """Terms and their keys, as they are read."""

    reader: _Reader
    speller: Callable[[str], str]
    abaikan: frozenset[str]
    padanan: dict[tuple[str, ...], str]

    def __init__(self, reader: _Reader, speller: Callable[[str], str], abaikan: frozenset[str]) -> None:
        self.reader, self.speller, self.abaikan, self.padanan = reader, speller, abaikan, {}

    def add(self, row: yaml.SequenceNode) -> None:
        """Take one row of ``padanan``."""
        terms = [self.term(node) for node in row.value]
        key = "".join(terms[0])
        for node, term in zip(row.value, terms, strict=True):
            other = self.padanan.setdefault(term, key)
            if other != key:
                raise self.reader.fail(node, f"istilah `{node.value}` juga ada di baris lain padanan (`{other}`)")

    def one_way(self, node: yaml.Node) -> dict[str, tuple[str, ...]]:
        """Read ``searah``; rows of the same word are joined in their order."""
        wanted: dict[str, dict[str, None]] = {}
        for row in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            parts = {key.value: value for key, value in row.value} if isinstance(row, yaml.MappingNode) else {}
            if set(parts) != {"dari", "ke"} or not all(isinstance(p, yaml.SequenceNode) for p in parts.values()):
                raise self.reader.fail(row, "baris searah harus memuat `dari: [ ]` dan `ke: [ ]`")
            targets = [self._key(target) for target in parts["ke"].value]
            for source in parts["dari"].value:
                key = self._source(source)
                wanted.setdefault(key, {}).update(dict.fromkeys(target for target in targets if target != key))
        return {key: tuple(targets)[:MOST_ONWARD] for key, targets in wanted.items() if targets}

    def _source(self, node: yaml.Node) -> str:
        """The key of a term that leads on; of a group only its first term may, since all of the group leads on too."""
        key = self._key(node)
        if "".join(self.term(node)) != key:
            raise self.reader.fail(
                node, f"istilah `{node.value}` sama arti dengan `{key}`, yang ikut berlaku; tulis itu"
            )
        return key

    def _key(self, node: yaml.Node) -> str:
        term = self.term(node)
        return self.padanan.setdefault(term, "".join(term))

    def term(self, node: yaml.Node) -> tuple[str, ...]:
        """The words of a term in standard spelling, without those that are left out."""
        words = self.reader.words_of(node)
        term = tuple(self.speller(word) for word in words if word not in self.abaikan)
        if not 1 <= len(term) <= _MOST_TERM_WORDS:
            raise self.reader.fail(node, "istilah kosong, terlalu panjang, atau hanya berisi kata tugas")
        if len(term) == 1 < len(words):
            raise self.reader.fail(node, f"istilah `{node.value}` tinggal `{term[0]}` tanpa kata tugas")
        return term
