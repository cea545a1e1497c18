// What the reader has asked for, and its address: `?q=…&urusan=…&wilayah=…&urut=…&hal=…`, repeated keys for several values.

import { readPlace, writePlace } from './jelajah-tempat.js';
import { knownOrder, usualOrder } from './jelajah-urut.js';

export const COLUMNS = ['provinsi', 'wilayah', 'urusan', 'tahapan', 'status', 'jenis', 'bukti', 'tahun', 'biaya', 'ciri', 'bentuk', 'inisiator', 'klasifikasi', 'isi', 'konfirmasi'];
const LONGEST_QUERY = 200;

/** The query as it is searched for: no control characters, single blanks, at most 200 characters. */
export function cleanQuery(text) {
  const plain = text.slice(0, 10 * LONGEST_QUERY).replace(/[\p{C}\s]+/gu, ' ').trim();
  return [...plain].slice(0, LONGEST_QUERY).join('').trim();
}

/** `{q, urut, hal, pilih, seperti}` of an address; `pilih` has a Set of ids for every column, `seperti` the place of the order by likeness. Values that `data` does not know are left out. */
export function readState(address, data) {
  const params = new URLSearchParams(address);
  const pilih = {};
  for (const column of COLUMNS) {
    pilih[column] = new Set(params.getAll(column).filter((id) => data.places[column].has(id)));
  }
  dropParents(pilih, data);
  const q = cleanQuery(params.get('q') ?? '');
  const hal = /^[1-9]\d{0,5}$/.test(params.get('hal') ?? '') ? Number(params.get('hal')) : 1;
  return { q, urut: knownOrder(params.get('urut'), { q }), hal, pilih, seperti: readPlace(params) };
}

/** The address of a state, from `?`; what is as usual is left out, so that equal states have equal addresses. */
export function writeState(state, data) {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  for (const column of COLUMNS) {
    const places = data.places[column];
    for (const id of [...state.pilih[column]].sort((a, b) => places.get(a) - places.get(b))) params.append(column, id);
  }
  if (state.urut !== usualOrder(state)) params.set('urut', state.urut);
  if (state.urut === 'serupa') writePlace(params, state.seperti);
  if (state.hal > 1) params.set('hal', String(state.hal));
  const query = params.toString();
  return query ? `?${query}` : './';
}

/** Choose or leave a value. A province and its own regions exclude each other: the later choice counts. */
export function choose(pilih, column, id, chosen, data) {
  const copy = copyChoice(pilih);
  if (chosen) copy[column].add(id);
  else copy[column].delete(id);
  if (column === 'provinsi' && chosen) {
    for (const region of copy.wilayah) if (provinceOf(region, data) === id) copy.wilayah.delete(region);
  } else {
    dropParents(copy, data);
  }
  return copy;
}

export function copyChoice(pilih) {
  return Object.fromEntries(COLUMNS.map((column) => [column, new Set(pilih[column])]));
}

export function noChoice() {
  return Object.fromEntries(COLUMNS.map((column) => [column, new Set()]));
}

export function countChosen(pilih) {
  return COLUMNS.reduce((sum, column) => sum + pilih[column].size, 0);
}

function dropParents(pilih, data) {
  for (const region of pilih.wilayah) pilih.provinsi.delete(provinceOf(region, data));
}

function provinceOf(region, data) {
  return data.nilai.provinsi[data.nilai.wilayah[data.places.wilayah.get(region)][2]][0];
}
