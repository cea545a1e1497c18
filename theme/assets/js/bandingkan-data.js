// What the page fetches: for every region that is asked for its facts and its entries, then the entries themselves.
// An entry is fetched only if its region lists it, so that a wrong link costs no failing request.

import { isId } from './keranjang.js';

const cache = new Map();

/** Fetch JSON once; a failed attempt is forgotten, so that the next one tries again. */
function getJson(address) {
  if (!cache.has(address)) {
    const promise = fetch(new URL(address, document.baseURI)).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json();
    });
    promise.catch(() => cache.delete(address));
    cache.set(address, promise);
  }
  return cache.get(address);
}

const getRegion = (id) => getJson(`wilayah/${id}.json`);

/**
 * Sort what was asked for into `{known, unknown}`: ids of entries, each once, and texts that are none. An old id becomes the one
 * that the entry bears now. `regions` is the set of regions that have entries.
 */
export async function sortAsked(asked, regions) {
  const regionOf = (text) => (isId(text) && regions.has(text.split('/')[0]) ? text.split('/')[0] : null);
  const wanted = [...new Set(asked.map(regionOf).filter(Boolean))];
  const lists = new Map(await Promise.all(wanted.map(async (id) => [id, listOf(await getRegion(id))])));
  const found = asked.map((text) => lists.get(regionOf(text))?.get(text) ?? null);
  return { known: [...new Set(found.filter(Boolean))], unknown: asked.filter((_, place) => !found[place]) };
}

/** Id or old id → id of an entry of the region. */
function listOf({ id, entri, pindah }) {
  const moved = Object.entries(pindah ?? {}).map(([slug, now]) => [`${id}/${slug}`, now]);
  return new Map([...moved, ...entri.map((slug) => [`${id}/${slug}`, `${id}/${slug}`])]);
}

/** The entries of these known ids in their order: `{id, nama, isi, daerah}`, with the entry's and the region's JSON. */
export function loadEntries(ids) {
  return Promise.all(
    ids.map(async (id) => {
      const [isi, daerah] = await Promise.all([getJson(`../data/v1/inovasi/${id}.json`), getRegion(id.split('/')[0])]);
      return { id, nama: isi.nama, isi, daerah };
    }),
  );
}
