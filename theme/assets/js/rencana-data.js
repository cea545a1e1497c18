// What the planner fetches, each file once: regions, names, templates, rules of hosts, entries with the files of their regions.
// An entry is fetched only if its region lists it, so that a link to one that has vanished costs no failing request.

import { isId, root } from './keranjang.js';
import { measureKesiapan } from './kesiapan.js';
import { plain, readRegions } from './wilayah.js';

const asked = new Map();

/** JSON at a path below the site's root; a failed attempt is forgotten, so that the next one tries again. */
function getJson(path) {
  if (!asked.has(path)) {
    const promise = fetch(new URL(path, root)).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    promise.catch(() => asked.delete(path));
    asked.set(path, promise);
  }
  return asked.get(path);
}

/** Every region: {all, byId, find} of wilayah.js. */
export const loadRegions = async () => readRegions(await getJson('kunjungan/rencana/wilayah.json'));

/** {templat, kerangka, kesiapan}: templates of the documents, parts of every DOCX, parts of readiness. */
export const loadLetters = () => getJson('kunjungan/rencana/naskah.json');

/** {praktik, libur}: what hosts usually ask, and the calendar. */
export const loadUsual = () => getJson('kunjungan/aturan.json');

/** Entries whose name and region hold every typed word from its beginning, at most `most`: [{id, nama, daerah}]. */
export async function searchNames(typed, regions, most) {
  const words = plain(typed).split(' ').filter(Boolean);
  if (!words.length) return [];
  const names = await getJson('kunjungan/rencana/nama.json');
  const found = [];
  for (const [wilayah, entries] of Object.entries(names)) {
    const daerah = regions.byId.get(wilayah)?.nama ?? wilayah;
    for (const [slug, nama] of Object.entries(entries)) {
      const [name, place] = [` ${plain(nama)}`, ` ${plain(daerah)}`];
      if (words.every((word) => name.includes(` ${word}`) || place.includes(` ${word}`))) {
        found.push({ id: `${wilayah}/${slug}`, nama, daerah, rank: words.filter((word) => name.includes(` ${word}`)).length });
      }
    }
  }
  return found.sort((a, b) => b.rank - a.rank || a.nama.length - b.nama.length || (a.id < b.id ? -1 : 1)).slice(0, most);
}

/** Ids as they are now → `{known, gone}`: an old id becomes the present one; `withEntries` is the set of regions that have entries. */
export async function sortIds(ids, withEntries) {
  const lists = new Map();
  const wanted = [...new Set(ids.filter(isId).map((id) => id.split('/')[0]))].filter((id) => withEntries.has(id));
  await Promise.all(wanted.map(async (id) => lists.set(id, await getRegion(id))));
  const now = ids.map((id) => presentId(id, lists));
  return { known: [...new Set(now.filter(Boolean))], gone: ids.filter((_, place) => !now[place]) };
}

const getRegion = (id) => getJson(`bandingkan/wilayah/${id}.json`);

function presentId(id, lists) {
  const [wilayah, slug] = id.split('/');
  const region = lists.get(wilayah);
  if (!region) return null;
  return region.entri.includes(slug) ? id : (region.pindah?.[slug] ?? null);
}

/** Known ids → {id, nama, isi, daerah, bagian: {terjawab, belum}}, in their order. */
export async function loadEntries(ids) {
  const { kesiapan } = await loadLetters();
  return Promise.all(ids.map(async (id) => {
    const [isi, daerah] = await Promise.all([getJson(`data/v1/inovasi/${id}.json`), getRegion(id.split('/')[0])]);
    return { id, nama: isi.nama, isi, daerah, bagian: measureKesiapan(kesiapan, isi, daerah) };
  }));
}

export const pageOf = (id) => new URL(`inovasi/${id}/`, root).href;
