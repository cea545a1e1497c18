// A fault as a value: code, level and sentences from the one table of wordings, filled as catalog/problems.py fills them.

import { mask } from './periksa-pribadi.js';

const LONGEST = 120;

/** Faults of one record: `sentences` is code → [level, pesan, seharusnya, perbaiki]. */
export class Faults {
  constructor(sentences) {
    this.sentences = sentences;
    this.list = [];
    this.settled = new Set();
  }

  /** Note a fault at `path`; `ganti` is a value that surely mends it. Numbers of persons are never repeated. */
  add(kode, path, found, isi = {}, ganti = '') {
    this.settled.add(path.join('.'));
    this.note(kode, path, mask(found), { isian: label(path), kunci: lastKey(path), ...isi }, ganti);
  }

  /** The same without masking and without settling the place: for what is found between isian. */
  note(kode, path, found, isi = {}, ganti = '') {
    const [tingkat, ...sentences] = this.sentences[kode];
    const ditemukan = shorten(found);
    const filling = { ditemukan, ...isi };
    const [pesan, seharusnya, perbaiki] = sentences.map((sentence) => fill(sentence, filling));
    this.list.push({ kode, tingkat, pesan, ditemukan, seharusnya, perbaiki, jalur: path, ganti });
  }

  /** Was a fault already noted at this place or above it? One cause, one message. */
  isSettled(path) {
    return path.some((_, n) => this.settled.has(path.slice(0, n + 1).join('.')));
  }
}

/** The isian as a person counts: biaya.2.rupiah for the second item. */
export const label = (path) => path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');

export const lastKey = (path) => path.findLast((step) => typeof step === 'string') ?? '';

/** The line that would hold a value here. */
export const lineOf = (path, value) => (typeof path.at(-1) === 'number' ? `- ${value}` : `${lastKey(path)}: ${value}`);

function shorten(text) {
  const line = [...text.trim().split(/\s+/u).join(' ')];
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('').trimEnd()}…`;
}

const fill = (sentence, filling) => sentence.replace(/\{(\w+)\}/g, (_, name) => filling[name] ?? '');
