"""Texts made of a vocabulary: phrases, sentences, and the Markdown body of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.words import Vocabulary, syllable

SHORTEST_BODY, LONGEST_BODY = 400, 900
"""Words in the body of an entry, headings not counted."""

_SECTIONS = (("Masalah", 0.2), ("Cara kerja", 0.4), ("Hasil", 0.25), ("Pelajaran", 0.15))
"""Title of each section of a body and its share of the words."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Writes texts of one entry or region: the same ``rng`` gives the same texts."""

    vocabulary: Vocabulary
    rng: Random

    def phrase(self, least: int, most: int) -> str:
        """Return ``least`` to ``most`` words, the first one capitalised."""
        words = self.vocabulary.take(self.rng, self.rng.randint(least, most))
        return " ".join(words).capitalize()

    def sentence(self, least: int = 8, most: int = 20) -> str:
        """Return one sentence with its full stop; long ones have a comma, some a number."""
        words = self.vocabulary.take(self.rng, self.rng.randint(least, most))
        if len(words) > 12:
            words[len(words) // 2] += ","
        if self.rng.random() < 0.15:
            words.insert(-1, str(self.rng.randint(2, 900)))
        return f"{' '.join(words).capitalize()}."

    def sentences(self, least: int, most: int) -> str:
        """Return ``least`` to ``most`` sentences in one paragraph."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def acronym(self) -> str:
        """Return a name in capitals as innovations bear them: "SIRANGKAT"."""
        return "".join(syllable(self.rng) for _ in range(self.rng.randint(3, 4))).upper()

    def body(self) -> str:
        """Return the Markdown of an entry's four sections, ``SHORTEST_BODY`` to ``LONGEST_BODY`` words in all."""
        total = self.rng.randint(SHORTEST_BODY, LONGEST_BODY)
        parts = [f"## {title}\n\n{self._section(round(total * share))}" for title, share in _SECTIONS]
        return "\n\n".join(parts) + "\n"

    def _section(self, words: int) -> str:
        """Return blocks of ``words`` words in all: paragraphs, and now and then a list, never two in a row."""
        blocks: list[str] = []
        is_list = False
        while words > 0:
            size = min(words, self.rng.randint(35, 75))
            texts = self._cut(size)
            is_list = not is_list and len(texts) > 2 and self.rng.random() < 0.3
            blocks.append("\n".join(f"- {text}" for text in texts) if is_list else " ".join(texts))
            words -= size
        return "\n\n".join(blocks)

    def _cut(self, size: int) -> list[str]:
        """Return ``size`` words cut into sentences; one in 1,500 is emphasised, one in 3,000 a link."""
        words = [self._marked(word) for word in self.vocabulary.take(self.rng, size)]
        sentences = []
        while words:
            length = self.rng.randint(8, 20)
            cut, words = words[:length], words[length:]
            sentences.append(" ".join([cut[0].capitalize(), *cut[1:]]) + ".")
        return sentences

    def _marked(self, word: str) -> str:
        draw = self.rng.random()
        if draw < 1 / 3000:
            return f"[{word}](https://rujukan.example/{word})"
        return f"**{word}**" if draw < 1 / 1000 else word
