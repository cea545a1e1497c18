// The record of a visit as YAML for a region's kunjungan.yml. Pure functions; what it writes passes `build_catalog.py check`.

import { gabung } from './indonesia.js';
import { itemLines, registerLines, textOf } from './yaml-tulis.js';

const MOST_TOPIC = 900;
const MODEL = { kelas: new Map(), namaIsian: new Set() }; // keys stay in the order given; no text stands where a key might

/**
 * The records of one plan, indented as items of `daftar:`. A visit is `{tanggal, tanggal_selesai, tuan_rumah, tamu, rombongan, jenis,
 * peserta, topik, inovasi, moda, hasil, rencana, sumber: {judul, penerbit, tautan}}`, written in that order; what is '' or null is left out.
 */
export const writeRecords = (visits) => visits.map((visit) => textOf(itemLines(recordOf(visit), '', 2, MODEL, []))).join('');

/** A whole file where the region has none yet. */
export const wholeFile = (visits) => textOf(registerLines({ daftar: visits.map(recordOf) }, '', MODEL));

const recordOf = (visit) => ({ ...oneLined(visit), rencana: visit.rencana ? 'ya' : '', sumber: [oneLined(visit.sumber)] });

/** Texts on one line and without signs that no file may hold. */
const oneLined = (record) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : value]));

/** 'SILAT dan Rumah Kedelai', shortened where a list would be longer than the isian may be. */
export function topicOf(names) {
  let shown = names;
  while (gabung(shown).length > MOST_TOPIC) shown = shown.slice(0, -1);
  const rest = names.length - shown.length;
  return rest ? `${shown.join(', ')}, dan ${rest} lainnya` : gabung(shown);
}
