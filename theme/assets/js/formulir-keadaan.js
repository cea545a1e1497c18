// The state of the form, apart from any element: a tree of texts as they were typed, and what of it would be written.

import { strip } from './periksa-huruf.js';

/** What is typed: {jenis, wilayah, slug, data, badan}; `asli` is the text of the file that is being corrected, or ''. */
export class Keadaan {
  constructor(borang, isi = {}) {
    this.borang = borang;
    Object.assign(this, { wilayah: '', slug: '', data: {}, badan: {}, asli: '', entri: '' }, isi);
  }

  get isEntry() {
    return this.borang.rekaman === 'Inovasi';
  }

  get(path) {
    return path.reduce((value, step) => value?.[step], this.root(path));
  }

  /** Set a value; lists and mappings on the way come into being. */
  set(path, value) {
    let holder = this.root(path);
    path.slice(0, -1).forEach((step, n) => {
      const next = holder[step];
      if (next === undefined || next === null || typeof next !== 'object') holder[step] = typeof path[n + 1] === 'number' ? [] : {};
      holder = holder[step];
    });
    holder[path.at(-1)] = value;
  }

  root(path) {
    return path[0] === 'badan' ? this : this.data;
  }

  list(path) {
    const value = this.get(path);
    if (Array.isArray(value)) return value;
    return value === undefined || value === '' ? [] : [value];
  }

  add(path, value) {
    this.set(path, [...this.list(path), value]);
  }

  remove(path, n) {
    this.set(path, this.list(path).filter((_, place) => place !== n));
  }

  /** Exchange item `n` with the one `step` places further. */
  move(path, n, step) {
    const list = [...this.list(path)];
    [list[n], list[n + step]] = [list[n + step], list[n]];
    this.set(path, list);
  }

  /** What would be written: the record, and where each of its paths stands in the form. */
  tidy() {
    const places = new Map();
    const data = tidy(this.data, [], [], places) ?? {};
    const badan = {};
    for (const [key, text] of Object.entries(this.badan)) if (strip(text)) badan[key] = strip(text.replace(/\r\n?/g, '\n'));
    return { record: { kelas: this.borang.rekaman, wilayah: this.wilayah, slug: this.slug, data, badan }, places };
  }

  get berkas() {
    return `innovations/${this.wilayah}/${this.borang.berkas.replace('{slug}', this.slug)}`;
  }
}

/** Without what is empty; undefined where nothing is left. `places`: path in the record → path in the form. */
function tidy(value, path, from, places) {
  places.set(path.join('.'), from);
  if (typeof value === 'string') return strip(value.replace(/\r\n?/g, '\n')) || undefined;
  if (Array.isArray(value)) {
    const kept = [];
    value.forEach((item, n) => {
      const child = tidy(item, [...path, kept.length], [...from, n], places);
      if (child !== undefined) kept.push(child);
    });
    return kept.length ? kept : undefined;
  }
  if (!value || typeof value !== 'object') return undefined;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, tidy(item, [...path, key], [...from, key], places)])
    .filter(([, child]) => child !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** The place in the form of a path in the record; of something missing, the place where it would stand. */
export function placeOf(path, places) {
  for (let n = path.length; n >= 0; n -= 1) {
    const from = places.get(path.slice(0, n).join('.'));
    if (from) return [...from, ...path.slice(n)];
  }
  return path;
}

/** Isian that count and are filled, of those that count. */
export function completeness({ data, badan }, model) {
  const filled = model.kelengkapan.filter((key) => data[key] !== undefined || badan[key] !== undefined);
  return { terisi: filled.length, dari: model.kelengkapan.length };
}
