// How alike regions are, and the order of the results by it. Pure functions of serupa.json (catalog/search/serupa.py);
// content/panduan/daerah-serupa.md tells the reader the same.

import { getJson, getOnce } from './jelajah-ambil.js';
import { number } from './jelajah-unsur.js';

const BETWEEN = 'jiwa per km²';

/** serupa.json with its regions as objects: {bobot, kali_beda, tidak_diketahui, jenis, bentang, wilayah: Map id → region}. */
export function loadFacts() {
  return getOnce('serupa.json', async () => readFacts(await getJson('serupa.json', 'no-cache')));
}

export function readFacts(document) {
  const { jenis, bentang } = document;
  const regions = document.wilayah.map(([id, nama, kind, penduduk, luas, land]) => (
    region({ id, nama, jenis: jenis[kind], penduduk, luas, bentang: land ? land.map((place) => bentang[place]) : null })));
  return { ...document, wilayah: new Map(regions.map((one) => [one.id, one])) };
}

function region({ id = '', nama = '', jenis = null, penduduk = null, luas = null, bentang = null }) {
  return { id, nama, jenis, penduduk, luas, bentang, kepadatan: penduduk && luas ? penduduk / luas : null };
}

/** What is compared with: a region that the catalogue knows, else the typed numbers, else null. */
export function wantedPlace({ daerah, penduduk, luas }, facts) {
  if (daerah) return facts.wilayah.get(daerah) ?? null;
  return penduduk ? region({ penduduk, luas }) : null;
}

/** The facts of the wanted place that can be compared, by their keys in `bobot`. */
export function knownParts(wanted, facts) {
  return Object.keys(facts.bobot).filter((part) => valueOf(wanted, part) !== null);
}

/**
 * How unlike two regions are, 0 to 1: the mean of the differences of the facts that are known of the wanted one, by their weights. A fact
 * that is not known of the other counts `tidak_diketahui`, so that a region of which nothing is known is not the most alike.
 */
export function difference(wanted, other, facts) {
  const parts = knownParts(wanted, facts);
  const total = parts.reduce((sum, part) => sum + facts.bobot[part], 0);
  if (!total) return 1;
  return parts.reduce((sum, part) => sum + facts.bobot[part] * differenceOf(part, wanted, other, facts), 0) / total;
}

function differenceOf(part, wanted, other, facts) {
  const [one, two] = [valueOf(wanted, part), valueOf(other, part)];
  if (two === null) return facts.tidak_diketahui;
  if (part === 'jenis') return one === two ? 0 : 1;
  if (part === 'bentang_alam') return 1 - shared(one, two).length / new Set([...one, ...two]).size;
  return Math.min(1, Math.abs(Math.log(one / two)) / Math.log(facts.kali_beda));
}

function valueOf(place, part) {
  return place[part === 'bentang_alam' ? 'bentang' : part];
}

function shared(one, two) {
  return one.filter((value) => two.includes(value));
}

/** Why a region stands where it does: 'Kemiripan 91 dari 100: penduduk 0,93 juta, Anda 0,88 juta; …'. */
export function reasonFor(wanted, other, facts) {
  if (wanted.id && wanted.id === other.id) return 'Daerah Anda sendiri, ditaruh paling akhir.';
  const alike = Math.round(100 * (1 - difference(wanted, other, facts)));
  const parts = knownParts(wanted, facts).map((part) => SENTENCES[part](wanted, other));
  return `Kemiripan ${alike} dari 100: ${parts.join('; ')}.`;
}

const SENTENCES = {
  penduduk: (wanted, { penduduk }) => (
    penduduk ? `penduduk ${people(penduduk)}, Anda ${people(wanted.penduduk)}` : 'penduduknya belum tercatat'),
  kepadatan: (wanted, { kepadatan }) => (
    kepadatan ? `kepadatan ${dense(kepadatan)}, Anda ${dense(wanted.kepadatan)} ${BETWEEN}` : 'kepadatannya belum diketahui'),
  jenis: (wanted, { jenis }) => (jenis === wanted.jenis ? `sama-sama ${jenis}` : `${jenis}, Anda ${wanted.jenis}`),
  bentang_alam: (wanted, { bentang }) => {
    if (!bentang) return 'bentang alamnya belum tercatat';
    const both = shared(wanted.bentang, bentang);
    return both.length ? `sama-sama punya ${joined(both)}` : `bentang alam lain (${joined(bentang)})`;
  },
};

/** 927961 → '0,93 juta', 64000 → '64 ribu'. */
export function people(count) {
  if (count >= 100_000) return `${(count / 1e6).toLocaleString('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} juta`;
  return count >= 1_000 ? `${number(Math.round(count / 1_000))} ribu` : number(count);
}

export function dense(kepadatan) {
  return kepadatan < 10 ? kepadatan.toLocaleString('id-ID', { maximumFractionDigits: 1 }) : number(Math.round(kepadatan));
}

export function joined(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} dan ${words.at(-1)}`;
}

/** Region ids from the most to the least alike; the wanted region itself comes last. Ties go by id. */
export function orderRegions(ids, wanted, facts) {
  const far = new Map(ids.map((id) => [id, id === wanted.id ? 2 : difference(wanted, facts.wilayah.get(id) ?? region({ id }), facts)]));
  return [...ids].sort((a, b) => far.get(a) - far.get(b) || (a < b ? -1 : 1));
}

/** For jelajah-urut.js: rows by how alike their regions are, within a region the best evidence first. Without a place: the usual order. */
export async function bySimilarity({ data, state }) {
  const facts = await loadFacts();
  const wanted = wantedPlace(state.seperti, facts);
  if (!wanted) return { compare: () => 0 };
  const ids = data.nilai.wilayah.map(([id]) => id);
  const ranks = new Map(orderRegions(ids, wanted, facts).map((id, rank) => [id, rank]));
  const { wilayah, bukti } = data.kolom;
  const rankOf = (row) => ranks.get(ids[wilayah[row]]);
  return {
    compare: (a, b) => rankOf(a) - rankOf(b) || bukti[b] - bukti[a],
    reason: (row) => reasonFor(wanted, facts.wilayah.get(ids[wilayah[row]]) ?? region({}), facts),
  };
}
