// A query in the words of the catalogue: usual spellings, synonyms, words that need not be found (vocabularies/sinonim.yml).

const PREFIXES = 'memper|diper|meng|peng|menge|meny|peny|men|pen|mem|pem|per|ber|ter|me|pe|be|di|ke|se';
const SUFFIXES = 'kannya|annya|inya|nya|kan|an|i';
const NASAL = { em: 'p', en: 't', eng: 'k', eny: 's' }; // the first letter of a root that a prefix swallows
const SHORTEST_ROOT = 4;
const MOST_BETWEEN = 2;
const ONE_WAY_SHARE = 0.7; // of the weight of a word, for a word that was not asked for but is likely meant
const MOST_WORDS = 24;
const MOST_TERMS = 8;

/** The words of a text in lower case, without marks, signs and apostrophes: "e-KTP" → ["e", "ktp"]. */
export function splitWords(text) {
  const plain = text.replace(/['’‘ʼ]/g, '').normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** indeks/kata.json, made ready for `readQuery`. */
export function prepareWords({ padanan, searah, ejaan, sehari_hari: everyday, abaikan, lemah, umum, hampa }) {
  const terms = new Map();
  const groups = new Map();
  for (const row of padanan) {
    const group = row.split('|').map((term) => term.split(' '));
    const key = group[0].join('');
    for (const term of group) terms.set(term[0], [...(terms.get(term[0]) ?? []), [term, key]]);
    groups.set(key, group.flat());
  }
  for (const list of terms.values()) list.sort((a, b) => b[0].length - a[0].length);
  const onward = new Map();
  for (const [sources, targets] of searah) for (const key of sources.split(' ')) onward.set(key, targets.split(' '));
  const spelling = new Map(Object.entries(ejaan));
  const pattern = new RegExp(`^(${PREFIXES})?(${[...spelling.keys()].sort((a, b) => b.length - a.length).join('|')})(${SUFFIXES})?$`);
  const [silent, weak, common, hollow] = [abaikan, lemah, umum, hampa].map((list) => new Set(list.split(' ')));
  const plain = new Map(Object.entries(everyday).map(([word, others]) => [word, others.split(' ')]));
  return { terms, groups, onward, spelling, pattern, plain, silent, weak, common, hollow };
}

/**
 * What a query asks for: its `words` in standard spelling, and `parts` of them, [{kata, bentuk, isLast}]: words that belong together,
 * what to look for instead as [word of the index, share of its weight], with share 1 what was asked for itself, and whether they end the query. Words
 * that need not be found make no part, unless there are no others; of these, those that stand in most entries are left to the last.
 */
export function readQuery(q, table) {
  const words = splitWords(q).slice(0, MOST_WORDS).map((word) => spell(word, table));
  const typed = new Map(); // word of the catalogue → the word that was typed for it
  const termed = termPlaces(words, table);
  const said = words.flatMap((word, place) => {
    const others = (!termed.has(place) && table.plain.get(word)) || [word];
    if (others.length === 1 && others[0] !== word) typed.set(others[0], word);
    return others;
  });
  const telling = said.filter((word) => !table.silent.has(word));
  const taken = telling.length ? telling : said;
  const found = new Map();
  for (const { kata, key, end } of divide(taken, table)) {
    const more = table.onward.get(kata.length > 1 || table.terms.has(key) ? key : knownRoot(key, table)) ?? [];
    const isWeak = !more.length && (key.length < 2 || table.weak.has(key) || table.weak.has(key.replace(/nya$/, '')));
    const own = kata.length === 1 && typed.has(kata[0]) ? [[typed.get(kata[0]), 1]] : [];
    const bentuk = [...(table.hollow.has(key) ? [] : [[key, 1]]), ...own, ...more.map((other) => [other, ONE_WAY_SHARE])];
    found.set(key, { kata, bentuk, isLast: end === taken.length, isWeak, isCommon: table.common.has(key) });
  }
  let parts = [...found.values()];
  for (const test of ['isWeak', 'isCommon']) {
    const better = parts.filter((part) => !part[test]);
    if (better.length) parts = better;
  }
  return { words, parts: parts.slice(0, MOST_TERMS) };
}

/** Terms and single words in their order; a term may have up to two other words between its own: "jalan depan rumah rusak". */
function divide(words, table) {
  const units = [];
  for (let place = 0; place < words.length; ) {
    const [kata, key] = termsAt(words, place, table).find(([term]) => !isCut(words, place, term, table)) ?? [[words[place]], words[place]];
    place += kata.length;
    units.push({ kata, key, end: place });
  }
  for (const unit of units) {
    if (unit.kata.length > 1) continue;
    for (const [term, key] of table.terms.get(unit.key) ?? []) {
      const found = term.length > 1 && spread(units, unit, term);
      if (!found) continue;
      const rest = units.filter((other) => !found.includes(other) || other === unit);
      units.splice(0, units.length, ...rest);
      Object.assign(unit, { kata: term, key, end: found.at(-1).end });
      break;
    }
  }
  return units;
}

/** The units that are the words of a term one after another, each near the one before; null when one is missing. */
function spread(units, first, term) {
  const found = [first];
  for (const word of term.slice(1)) {
    const after = units.indexOf(found.at(-1)) + 1;
    const next = units.slice(after, after + 1 + MOST_BETWEEN).find((unit) => unit.kata.length === 1 && unit.kata[0] === word);
    if (!next) return null;
    found.push(next);
  }
  return found;
}

/** The word itself, or what is left of it without affixes when that leads on: "dipukuli" → "pukul", "memukul" → "pukul". */
function knownRoot(word, { onward }) {
  for (const prefix of ['', ...PREFIXES.split('|')]) {
    if (!word.startsWith(prefix)) continue;
    for (const start of ['', NASAL[prefix.slice(1)] ?? '']) {
      const rest = start + word.slice(prefix.length);
      for (const suffix of ['', ...SUFFIXES.split('|')]) {
        const root = rest.slice(0, rest.length - suffix.length);
        if (root.length >= SHORTEST_ROOT && rest.endsWith(suffix) && onward.has(root)) return root;
      }
    }
  }
  return word;
}

/** Places of words that belong to a term as they were typed, which is then left as it is. */
function termPlaces(words, table) {
  const places = new Set();
  words.forEach((word, place) => {
    const [[term]] = [...termsAt(words, place, table), [[]]];
    if (term.length > 1) term.forEach((part, i) => places.add(place + i));
  });
  return places;
}

/** The terms that begin at a place, the longest first. */
function termsAt(words, place, { terms }) {
  return (terms.get(words[place]) ?? []).filter(([term]) => term.every((word, i) => words[place + i] === word));
}

/** Whether a longer term begins within this one: "bayar pajak" is none in "bayar pajak bumi dan bangunan". */
function isCut(words, place, term, table) {
  return term.some((_, i) => i > 0 && (termsAt(words, place + i, table)[0]?.[0].length ?? 0) > term.length);
}

function spell(word, { spelling, pattern }) {
  const match = pattern.exec(word);
  return match ? (match[1] ?? '') + spelling.get(match[2]) + (match[3] ?? '') : word;
}
