// Everything `/jelajah/` fetches: facet columns at once, texts of cards and the search engine only when they are needed.

const MOST_SCORE = 1e6; // more than any score of the engine: one word more counts more than a better fit

const cache = new Map();

async function getJson(path, cache = 'default') {
  const response = await fetch(new URL(path, document.baseURI), { cache });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Fetch once; a failed attempt is forgotten, so that the next one tries again. */
function getOnce(path, make = () => getJson(path)) {
  if (!cache.has(path)) {
    const promise = make();
    promise.catch(() => cache.delete(path));
    cache.set(path, promise);
  }
  return cache.get(path);
}

/** saringan.json with the province of every entry as a column of its own, and `places`: column → id → place in `nilai`. */
export function loadColumns() {
  return getOnce('saringan.json', async () => {
    const data = await getJson('saringan.json', 'no-cache'); // asked for anew, so that rows and cards are of one build
    data.nilai.provinsi = data.provinsi;
    data.kolom.provinsi = data.kolom.wilayah.map((place) => data.nilai.wilayah[place][2]);
    data.places = {};
    for (const [column, values] of Object.entries(data.nilai)) {
      data.places[column] = new Map(values.map(([id], place) => [id, place]));
    }
    return data;
  });
}

/** Cards of the given rows, in their order: {id, nama, kepanjangan, tahun, ringkasan}. */
export async function loadCards(rows, data) {
  const size = data.per_kartu;
  const names = rows.map((row) => `kartu/${Math.floor(row / size)}.json?v=${data.tanda}`);
  const files = await Promise.all(names.map((name) => getOnce(name)));
  return rows.map((row, place) => {
    const [id, nama, kepanjangan, tahun, ringkasan] = files[place][row % size];
    return { id, nama, kepanjangan, tahun, ringkasan };
  });
}

/**
 * Rows that match the query: {scores: Map row → score, partial}. When no entry holds all words, those that hold some of them are
 * given, those with most of them first, and `partial` is true. The engine (Pagefind) is fetched by the first call.
 */
export async function findRows(q) {
  try {
    return await askEngine(await getOnce('indeks', openEngine), q);
  } catch (error) {
    cache.delete('indeks'); // an engine that could not load its files stays broken; the next attempt makes a new one
    throw error;
  }
}

async function askEngine(engine, q) {
  const whole = await engine.search(q);
  const words = [...new Set(q.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2))].slice(0, 12);
  if (words.length < 2 || /^".*"$/.test(q)) return { scores: whole, partial: false };
  // A shard leaves out words that it does not hold, so each word is asked for by itself (its part of the index is loaded already).
  const each = [];
  for (const word of words) each.push(await engine.search(word));
  const full = new Map([...whole].filter(([row]) => each.every((rows) => rows.has(row))));
  if (full.size) return { scores: full, partial: false };
  const some = new Map();
  for (const rows of each) for (const [row, score] of rows) some.set(row, (some.get(row) ?? 0) + MOST_SCORE + score);
  return { scores: some, partial: some.size > 0 };
}

async function openEngine() {
  const list = await getJson('indeks/kunci.json', 'no-cache');
  if (!list.pecahan.length) return { search: async () => new Map() };
  const folders = list.pecahan.map((shard) => new URL(`indeks/${shard.folder}/`, document.baseURI).href);
  const pagefind = await import(`${folders[0]}pagefind.js`);
  // Without the worker: it would fetch 12 KB more, and give up after five seconds on a slow line only to fetch everything again.
  const instance = pagefind.createInstance({ basePath: folders[0], noWorker: true, metaCacheTag: list.tanda });
  await Promise.all(folders.slice(1).map((folder) => instance.mergeIndex(folder, { metaCacheTag: list.tanda })));
  const rows = new Map();
  for (const { awalan, kunci } of list.pecahan) for (const key of kunci) rows.set(awalan + key, rows.size);
  return {
    async search(term) {
      const { results } = await instance.search(term);
      return new Map(results.filter(({ id }) => rows.has(id)).map(({ id, score }) => [rows.get(id), score]));
    },
  };
}
