// The search engine (Pagefind), fetched with the first query: the rows that hold one word of the index, and how well.

import { getJson } from './jelajah-ambil.js';

// With this much regard for length, a longer word than the one asked for weighs less than a 250th of it, whatever its place: so a
// row's weight tells whether it holds the word itself. `termSaturation` goes with it, since the engine applies it afterwards.
const RANKING = { termSimilarity: 20, termSaturation: 0.13, pageLength: 0, termFrequency: 1, diacriticSimilarity: 0 };
const LEAST_OWN_WEIGHT = 0.03; // the least weight (0.8 of a word of the body) × 0.095, and something to spare
const KEPT_WORDS = 24; // answers kept: the words that stand before the one being typed
const SHORT = 4; // a word of so many letters is not taken as the beginning of longer ones when it stands in the index itself

/**
 * {size, isi, prefetch, search}: the number of rows; how much each tells, one digit a row; `prefetch(words)` fetches what the words
 * need, side by side; `search(word, isLast)` gives a Map row → score. The last word of a query may be the beginning of a longer one.
 */
export async function openEngine() {
  const list = await getJson('indeks/kunci.json', 'no-cache');
  const isi = list.pecahan.map((shard) => shard.isi).join('');
  if (!list.pecahan.length) return { size: 0, isi, prefetch: async () => {}, search: async () => new Map() };
  const instance = await openPagefind(list);
  const places = new Map();
  list.pecahan.forEach(({ awalan, kunci }, shard) => {
    for (const key of kunci) places.set(awalan + key, { row: places.size, shard });
  });
  const sizes = list.pecahan.map(({ kunci }) => kunci.filter(Boolean).length);
  const ask = async (term) => group((await instance.search(term)).results, places, sizes);
  const prefetch = (words) => Promise.all(words.map((word) => instance.preload(word)));
  return { size: isi.length, isi, prefetch, search: remember((word, isLast) => searchWord(ask, word, isLast)) };
}

async function openPagefind({ tanda, pecahan }) {
  const folders = pecahan.map((shard) => new URL(`indeks/${shard.folder}/`, document.baseURI).href);
  const pagefind = await import(`${folders[0]}pagefind.js`);
  // Without the worker: it would fetch 12 KB more, and give up after five seconds on a slow line only to fetch everything again.
  const options = { metaCacheTag: tanda, ranking: RANKING };
  const instance = pagefind.createInstance({ basePath: folders[0], noWorker: true, ...options });
  await Promise.all(folders.slice(1).map((folder) => instance.mergeIndex(folder, options)));
  return instance;
}

/** Results by shard: [[row, score, weight of the word in that row], …]; the weight is what the engine made the score of (BM25). */
function group(results, places, sizes) {
  const shards = sizes.map(() => []);
  for (const { id, score } of results) {
    const place = places.get(id);
    if (place) shards[place.shard].push([place.row, score]);
  }
  const k = RANKING.termSaturation;
  return shards.map((found, shard) => {
    const rarity = Math.log(1 + (sizes[shard] - found.length + 0.5) / (found.length + 0.5));
    return found.map(([row, score]) => [row, score, (k * score) / rarity / (k + 1 - score / rarity)]);
  });
}

/**
 * The engine takes every word as the beginning of longer ones, and where a shard holds neither, it silently gives what the longest
 * beginning of the word finds there. Such results are dropped.
 */
async function searchWord(ask, word, isLast) {
  const shards = await ask(word);
  const own = shards.map((found) => found.filter(([, , weight]) => weight >= LEAST_OWN_WEIGHT));
  if (own.some((found) => found.length)) {
    const isBeginning = isLast && word.length > SHORT;
    return new Map(shards.flatMap((found, shard) => (isBeginning && own[shard].length ? found : own[shard])));
  }
  return isLast ? beginnings(shards, await ask(`${word}q`)) : new Map();
}

/** No word begins with `others`' term, so `others` are what the engine gives for want of a better; shards that give the same are lost. */
function beginnings(shards, others) {
  const kept = shards.flatMap((found, shard) => {
    const same = new Set(others[shard].map(([row]) => row));
    return found.every(([row]) => same.has(row)) ? [] : found;
  });
  const most = kept.reduce((best, [, score]) => Math.max(best, score), 0);
  return new Map(kept.map(([row, score]) => [row, score / most]));
}

/** The same answers to the same words; the newest are kept, not those that failed. */
function remember(search) {
  const answers = new Map();
  return async (word, isLast) => {
    const key = `${word} ${isLast}`;
    const answer = answers.get(key) ?? (await search(word, isLast));
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > KEPT_WORDS) answers.delete(answers.keys().next().value);
    return answer;
  };
}
