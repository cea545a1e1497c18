// Opening what exists: an entry or a region's records from the open data, or the contributor's own file, whose text stays as it is.

import { bodyParts } from './periksa-badan.js';
import { entryLines, registerLines, textOf } from './yaml-tulis.js';
import { normalRecord, splitFront } from './yaml-sunting.js';
import { normalise, strip } from './periksa-huruf.js';
import { root } from './keranjang.js';

const BODY = ['masalah', 'cara_kerja', 'hasil'];

/** A file that cannot be opened; the message is for the reader. */
export class NotReadable extends Error {}

/** The values of a YAML text, every scalar as the text that was typed; the parser is fetched when a file is opened. */
export async function yamlReader() {
  const { load, FAILSAFE_SCHEMA } = await import('./js-yaml.js');
  return (text) => load(text, { schema: FAILSAFE_SCHEMA }) ?? {};
}

/** {data, badan, asli} of a file's text. A lone text where a list belongs becomes a list of one. */
export async function readFile(text, kelas, model) {
  const read = await yamlReader();
  const asli = normalise(text.replace(/^\ufeff/, ''));
  const split = kelas === 'Inovasi' ? splitFront(asli) : { yaml: asli, after: '' };
  if (!split) throw new NotReadable('Berkas ini tidak berisi dua garis --- yang mengapit isian.');
  let values;
  try {
    values = read(split.yaml);
  } catch (error) {
    const line = (error.mark?.line ?? 0) + (kelas === 'Inovasi' ? 2 : 1);
    throw new NotReadable(`Baris ${line} berkas ini tidak dapat dibaca sebagai isian. Periksa tanda petik, titik dua, dan jarak di awal baris.`);
  }
  if (typeof values !== 'object' || Array.isArray(values)) throw new NotReadable('Berkas ini tidak berisi isian.');
  const badan = kelas === 'Inovasi' ? bodyParts(split.after.slice(split.after.indexOf('\n') + 1 || split.after.length)) : {};
  return { data: normalRecord(values, kelas, model), badan, asli };
}

/**
 * {data, badan, asli} of an entry, from its open data; null where there is no such entry. The file's own text is there where it holds more
 * than the data: comments, isian that the model does not know, text outside the sections.
 */
export async function openEntry(id, model) {
  const document = await fetchJson(`data/v1/inovasi/${id}.json`);
  if (!document) return null;
  const whole = await readOriginal(document.berkas_asli, 'Inovasi', model);
  if (whole) return whole;
  const data = known(document, 'Inovasi', model);
  const badan = Object.fromEntries(BODY.filter((key) => document[key]).map((key) => [key, document[key]]));
  if (document.pelajaran_naskah) { // its paragraphs stand at the end of the isian as well
    badan.pelajaran = document.pelajaran_naskah;
    data.pelajaran = data.pelajaran.slice(0, -badan.pelajaran.split('\n\n').filter(strip).length);
  }
  return { data, badan, asli: textOf(entryLines(data, badan, model)) };
}

/** What `readFile` makes of a text from the open data; null where there is none, or js-yaml is stricter than the catalogue's reader. */
async function readOriginal(text, kelas, model) {
  if (!text) return null;
  try {
    return await readFile(text, kelas, model);
  } catch (error) {
    if (error instanceof NotReadable) return null;
    throw error;
  }
}

/** {data, badan, asli} of a region's register or profile, from the open data; null where it has none. */
export async function openRegister(wilayah, borang, model) {
  const region = await fetchJson(`data/v1/wilayah/${wilayah}.json`);
  if (!region) return null;
  const whole = await readOriginal(region.berkas_asli?.[borang.berkas], borang.rekaman, model);
  if (whole) return whole;
  const part = borang.rekaman === 'ProfilWilayah' ? region : { daftar: region[borang.id] ?? [] };
  const register = borang.id === 'perangkat_daerah' ? region.perangkat_daerah : part;
  const data = known(register, borang.rekaman, model);
  if (borang.id === 'perangkat_daerah') for (const office of data.daftar ?? []) delete office.id;
  if (!Object.keys(data).length) return null;
  return { data, badan: {}, asli: textOf(registerLines(data, borang.rekaman, model)) };
}

/** The isian of a class out of a JSON record, as texts. */
function known(document, kelas, model) {
  const data = {};
  for (const field of model.kelas.get(kelas).values()) {
    const value = document[field.k];
    if (value === undefined || value === null) continue;
    data[field.k] = Array.isArray(value) ? value.map((item) => textual(item, field, model)) : textual(value, field, model);
  }
  return data;
}

function textual(value, field, model) {
  if (field.r) return known(value, field.r, model);
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return String(value);
}

/** A JSON file of the site, or null. */
export async function fetchJson(path) {
  const answer = await fetch(new URL(path, root));
  return answer.ok ? answer.json() : null;
}
