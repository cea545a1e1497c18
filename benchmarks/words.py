"""A vocabulary of Indonesian words with frequencies after Zipf, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from benchmarks.roots import CODAS, FUNCTION_WORDS, ONSETS, ROOTS, VOWELS

SIZE = 22_000
"""Different words in the vocabulary."""

_VOWELS = frozenset("aiueo")
_FLATTENING = 2.7
"""Mandelbrot's constant: the first ranks of real text are less far apart than Zipf's law alone says."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``words`` from the most frequent to the rarest; ``cumulative`` are the running sums of their weights."""

    words: tuple[str, ...]
    cumulative: tuple[float, ...]

    def take(self, rng: Random, count: int) -> list[str]:
        """Return ``count`` words drawn by their frequency."""
        return rng.choices(self.words, cum_weights=self.cumulative, k=count)


def make_vocabulary(seed: int, size: int = SIZE) -> Vocabulary:
    """Return ``size`` different words: function words, then forms of real roots, then forms of invented roots.

    The word of rank r has the weight 1 / (r + 2.7).
    """
    rng = Random(f"kosakata/{seed}")
    words = dict.fromkeys(FUNCTION_WORDS)
    real = [form for root in dict.fromkeys(ROOTS) for form in derive(root)]
    rng.shuffle(real)
    words |= dict.fromkeys(real)
    for root in invented_roots(rng):
        if len(words) >= size:
            break
        words |= dict.fromkeys(derive(root)[:7])
    ranked = tuple(words)[:size]
    return Vocabulary(ranked, tuple(accumulate(1 / (rank + _FLATTENING) for rank in range(1, size + 1))))


def derive(root: str) -> list[str]:
    """Return a root and its derivations: "layan" → "layan", "melayani", "pelayanan", "dilayani" …; 14 words."""
    return [
        root,
        nasal("me", root) + "kan",
        nasal("pe", root) + "an",
        "di" + root + "kan",
        nasal("me", root) + "i",
        root + "nya",
        "te" + root if root.startswith("r") else "ter" + root,
        nasal("me", root),
        "di" + root,
        "ke" + root + "an",
        "be" + root if root.startswith("r") else "ber" + root,
        root + "an",
        nasal("pe", root),
        "di" + root + "i",
    ]


def nasal(prefix: str, root: str) -> str:
    """Return ``root`` behind me- or pe- with the nasal its first sound asks for: "me" + "tulis" → "menulis"."""
    first = root[0]
    if first in "pf" and root[1] in _VOWELS:
        return f"{prefix}m{root[1:] if first == 'p' else root}"
    if first in "bpfv":
        return f"{prefix}m{root}"
    if first == "t" and root[1] in _VOWELS:
        return f"{prefix}n{root[1:]}"
    if first in "tdcjz":
        return f"{prefix}n{root}"
    if first == "k" and root[1] in _VOWELS:
        return f"{prefix}ng{root[1:]}"
    if first == "s" and root[1] in _VOWELS:
        return f"{prefix}ny{root[1:]}"
    if first in "kgh" or first in _VOWELS:
        return f"{prefix}ng{root}"
    return prefix + root


def invented_roots(rng: Random) -> Iterator[str]:
    """Yield, without end, roots of two or three Indonesian syllables; they may repeat."""
    while True:
        yield "".join(syllable(rng) for _ in range(rng.choice((2, 2, 2, 3))))


def syllable(rng: Random) -> str:
    """Return one syllable, mostly open: "ba", "ring"."""
    return _pick(rng, ONSETS) + _pick(rng, VOWELS) + _pick(rng, CODAS)


def _pick(rng: Random, of: Sequence[str]) -> str:
    return of[int(rng.random() * len(of))]
