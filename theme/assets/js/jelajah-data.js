// The rows that a query finds. What is looked for is settled by jelajah-kata.js, each word is found by jelajah-mesin.js, slips are
// mended by jelajah-saran.js; here all of it becomes one order of rows.

import { forget, getJson, getOnce } from './jelajah-ambil.js';
import { prepareWords, readQuery } from './jelajah-kata.js';
import { openEngine } from './jelajah-mesin.js';
import { completeWord, mendWord, nearestWord, prepareVocabulary } from './jelajah-saran.js';

const FEW = 3; // a term of several words that finds fewer entries is looked for word by word too
const APART_SHARE = 0.6;
const BESIDE_SHARE = 0.5; // of the weaker of two words for the same thing
const LEAST_COVERED = 0.3; // of the query, as a share of what the best entry holds of it
const MENTIONED_SHARE = 0.5; // of a part of the query that an entry holds in a word of small weight
const LEAST_ISI = 0.75; // of its score, for an entry that tells nothing but its name
const MOST_ISI = 9;
const LONGEST_NAME = 4; // words of a name that may have been written together, or otherwise apart

/**
 * What a query finds: {scores, partial, diganti}. `scores` is a Map row → score of every entry that holds at least half as much of
 * the query as the best one; `partial` is true when none holds all of it. `diganti` lists words that nothing holds as they were typed,
 * with those that were looked for instead, since something holds more of the query so: [['ambukans', 'ambulans']].
 */
export async function findRows(q) {
  try {
    const [engine, table] = await getOnce('indeks', () => Promise.all([openEngine(), getOnce('indeks/kata.json', openWords)]));
    return await ask(engine, table, q);
  } catch (error) {
    forget('indeks'); // an engine that could not load its files stays broken; the next attempt makes a new one
    throw error;
  }
}

/** Every word for what a query asks for, its own among them, separated by blanks. */
export async function kindredWords(q) {
  const table = await getOnce('indeks/kata.json', openWords);
  const keys = readQuery(q, table).parts.flatMap(({ kata, bentuk }) => [...kata, ...bentuk.map(([key]) => key)]);
  return [...new Set(keys.flatMap((key) => table.groups.get(key) ?? [key]))].join(' ');
}

async function openWords() {
  return prepareWords(await getJson('indeks/kata.json', 'no-cache'));
}

async function ask(engine, table, q) {
  const { words, parts } = readQuery(q, table);
  const answers = await askAll(engine, parts);
  const first = combine(engine, answers);
  if (!first.partial || !parts.length || !engine.size) return first;
  const ranks = await getOnce('indeks/kosakata.json', async () => prepareVocabulary(await getJson('indeks/kosakata.json', 'no-cache')));
  return (
    (await askName(engine, words, ranks)) ??
    (await askCompleted(engine, table, words, answers, ranks, first.held)) ??
    (await askMended(engine, table, words, answers, ranks, first.held)) ??
    first
  );
}

/** The words written together, where that is the name of an innovation: "ok oce" of OKOCE, "warung pak de" of Warung Pakdhe. */
async function askName(engine, words, ranks) {
  const name = words.length > 1 && words.length <= LONGEST_NAME ? nearestWord(words.join(''), ranks) : '';
  const rows = name ? await engine.search(name, false) : new Map();
  return rows.size ? combine(engine, [{ kata: [name], rows }]) : null;
}

/** The query with the words that its last one may become, when that is the beginning of some and an entry holds more of the query so. */
async function askCompleted(engine, table, words, answers, ranks, held) {
  const last = answers.find(({ isLast, rows }) => isLast && !rows.size)?.kata.at(-1);
  const found = [];
  for (const word of last && last === words.at(-1) ? completeWord(last, ranks) : []) {
    const whole = [...words.slice(0, -1), word].join(' ');
    found.push(combine(engine, await askAll(engine, readQuery(whole, table).parts)));
  }
  const better = found.filter((answer) => answer.held > held);
  if (!better.length) return null;
  const scores = new Map();
  for (const answer of better) for (const [row, score] of answer.scores) scores.set(row, Math.max(score, scores.get(row) ?? 0));
  return { scores, partial: better.every(({ partial }) => partial), held: largest(better.map((answer) => answer.held)), diganti: [] };
}

/** The query with other words for those that nothing was found for, when an entry holds more of it so than `held` words. */
async function askMended(engine, table, words, answers, ranks, held) {
  const lost = answers.filter(({ kata, rows }) => kata.length === 1 && !rows.size).map(({ kata }) => kata[0]);
  const diganti = lost.map((word) => [word, mendWord(word, ranks)]).filter(([word, other]) => other && other !== word);
  if (!diganti.length) return null;
  const others = new Map(diganti);
  const mended = words.map((word) => others.get(word) ?? word).join(' ');
  const answer = combine(engine, await askAll(engine, readQuery(mended, table).parts));
  return answer.held > held ? { ...answer, diganti } : null;
}

async function askAll(engine, parts) {
  await engine.prefetch(parts.flatMap(({ bentuk }) => bentuk.map(([key]) => key)));
  const answers = [];
  for (const part of parts) answers.push({ ...part, rows: await askPart(engine, part) });
  return answers;
}

async function askPart(engine, { kata, bentuk, isLast }) {
  const rows = new Map();
  const take = (found, share) => {
    for (const [row, score] of found) {
      const before = rows.get(row) ?? 0;
      const more = score * share;
      rows.set(row, Math.max(before, more) + BESIDE_SHARE * Math.min(before, more));
    }
  };
  for (const [key, share] of bentuk) take(await engine.search(key, isLast && share === 1), share);
  if (kata.length > 1 && rows.size < FEW) take(await askApart(engine, kata, isLast), APART_SHARE);
  return rows;
}

/** Rows that hold every one of the words. */
async function askApart(engine, words, isLast) {
  const each = [];
  for (const [place, word] of words.entries()) each.push(await engine.search(word, isLast && place === words.length - 1));
  const all = [...each[0].keys()].filter((row) => each.every((rows) => rows.has(row)));
  return new Map(all.map((row) => [row, each.reduce((sum, rows) => sum + rows.get(row), 0) / each.length]));
}

/**
 * One score a row: what its words weigh together, less for every part of the query that it lacks or only mentions, by how rare and how
 * long that part is. `held` is how many words of the query the best row holds.
 */
function combine({ size, isi }, answers) {
  const lengths = answers.map(({ kata }) => Math.sqrt(kata.length));
  const rarities = answers.map(({ rows }, place) => lengths[place] * Math.log(1 + (size - rows.size + 0.5) / (rows.size + 0.5)));
  // A word that every entry only mentions in passing is less likely what the query is about.
  const strengths = answers.map(({ rows }, place) => Math.min(1, (lengths[place] * largest(rows.values())) / rarities[place] || 1));
  const weights = rarities.map((rarity, place) => rarity * strengths[place]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = new Map();
  answers.forEach(({ rows }, place) => {
    for (const [row, score] of rows) {
      if (!found.has(row)) found.set(row, { sum: 0, held: 0, covered: 0, told: 0 });
      const of = found.get(row);
      const share = weights[place] / total;
      const weighed = score * lengths[place] * strengths[place];
      of.sum += weighed;
      of.held += answers[place].kata.length;
      of.covered += share;
      of.told += share * (MENTIONED_SHARE + (1 - MENTIONED_SHARE) * Math.min(1, weighed / weights[place]));
    }
  });
  const most = (key) => largest([...found.values()].map((of) => of[key]));
  const covered = most('covered');
  const scores = new Map();
  for (const [row, of] of found) {
    if (of.covered < LEAST_COVERED * covered) continue;
    scores.set(row, of.sum * of.told ** 2 * (LEAST_ISI + ((1 - LEAST_ISI) * isi[row]) / MOST_ISI));
  }
  return { scores, partial: covered < 0.999, held: most('held'), diganti: [] };
}

function largest(numbers) {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
