// What a word with a slip was meant to be (one letter wrong, missing, too many or swapped with its neighbour, or a missing blank), and
// what one becomes that is still being typed.

const SHORTEST = 4; // letters of a word that is mended
const SHORTEST_SWAPPED = 6; // of a word in which a letter may be another: shorter ones are mostly other words, "makam" and "makan"
const SHORTEST_PART = 3;
const MOST_COMPLETED = 3;
const RARER = 1; // ranks: what is less than a quarter as frequent as the likeliest is not meant

/** indeks/kosakata.json as a Map word → how often it occurs (a rank: the list stands from rare to frequent). */
export function prepareVocabulary(groups) {
  const ranks = new Map();
  groups.forEach((group, rank) => {
    for (const word of group.split(' ')) ranks.set(word, rank);
  });
  return ranks;
}

/** The likeliest words for one that the catalogue does not hold: "ambulans", "rumah sakit", or '' when there is none. */
export function mendWord(word, ranks) {
  return nearestWord(word, ranks) || splitWord(word, ranks);
}

/** The likeliest words that begin with one that is still being typed, at most three, the most frequent first. */
export function completeWord(word, ranks) {
  if (word.length < SHORTEST_PART) return [];
  const longer = [];
  for (const pair of ranks) if (pair[0].length > word.length && pair[0].startsWith(word)) longer.push(pair);
  longer.sort(([a, rank], [b, other]) => other - rank || a.length - b.length);
  return longer.filter(([, rank]) => rank >= longer[0][1] - RARER).slice(0, MOST_COMPLETED).map(([other]) => other);
}

/** The word itself, or the likeliest that is one slip away, or ''. */
export function nearestWord(word, ranks) {
  if (ranks.has(word)) return word;
  let best = '';
  let bestScore = -1;
  for (const [other, rank] of word.length < SHORTEST ? [] : ranks) {
    if (!isOneSlip(word, other)) continue;
    const score = 2 * rank + (other[0] === word[0]) + (other.length > word.length) / 2;
    if (score > bestScore) [best, bestScore] = [other, score];
  }
  return best;
}

/** True when one letter more, less, other or swapped with the next makes `a` from `b`. Asked of every word there is, so it makes no strings. */
function isOneSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const differing = Math.max(a.length, b.length) - start - end;
  if (a.length !== b.length) return differing === 1;
  if (differing === 1) return a.length >= SHORTEST_SWAPPED;
  return differing === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

function splitWord(word, ranks) {
  let best = '';
  let bestRank = -1;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    const rank = Math.min(...parts.map((part) => ranks.get(part) ?? -1));
    if (rank > bestRank) [best, bestRank] = [parts.join(' '), rank];
  }
  return best;
}
