// One record: is every isian there, known and of the right form? The twin of catalog/validation/shapes.py.

import { nearest } from './periksa-dekat.js';
import { lengthOf, strip } from './periksa-huruf.js';
import { certainRepair, judge, numberOf } from './periksa-jenis.js';
import { label, lineOf } from './periksa-kalimat.js';

/** Looks isian up by class and key; made once per model. */
export class Model {
  constructor(document) {
    Object.assign(this, document);
    this.kelas = new Map(Object.entries(document.rekaman).map(([name, list]) => [name, new Map(list.map((field) => [field.k, field]))]));
    this.namaIsian = new Set(Object.values(document.rekaman).flatMap((list) => list.map((field) => field.k)));
    this.idWilayah = new Map(document.wilayah.map(([kode, id, nama]) => [id, { kode, id, nama }]));
  }

  /** The isian at a path of a record of class `name`, or undefined. */
  fieldAt(name, path) {
    let field;
    let fields = this.kelas.get(name);
    for (const step of path) {
      if (typeof step !== 'string') continue;
      field = fields?.get(step);
      fields = field?.r ? this.kelas.get(field.r) : undefined;
    }
    return field;
  }
}

/** Note every fault of shape in `data` (texts, lists, mappings of texts) and return the references it makes: {ke, nilai, jalur}. */
export function checkShape(data, kelas, model, faults) {
  const walk = { model, faults, references: [] };
  walkMapping(walk, data, kelas, []);
  return walk.references;
}

function walkMapping(walk, data, kelas, path) {
  const fields = walk.model.kelas.get(kelas);
  const present = new Set();
  for (const [key, value] of Object.entries(data)) {
    const field = fields.get(key);
    if (!field) unknown(walk, key, fields, data, path);
    else if (isMissing(value)) empty(walk, field, [...path, key]);
    else if (walkValue(walk, value, field, [...path, key])) present.add(key);
  }
  for (const field of fields.values()) {
    const here = [...path, field.k];
    if (field.w && !present.has(field.k) && !walk.faults.isSettled(here)) missing(walk, field, here);
  }
  return true;
}

const isMissing = (value) => value === null || value === undefined;

/** Returns whether the isian is there, whatever its faults: one cause, one message. */
function walkValue(walk, value, field, path) {
  if (!field.l) return walkSingle(walk, value, field, path);
  if (typeof value === 'string' && !field.r && (field.d || field.m)) return walkSingle(walk, value, field, path);
  if (!Array.isArray(value)) {
    const required = field.r ? [...walk.model.kelas.get(field.r).values()] : [];
    const first = required.find((one) => one.w) ?? required[0];
    const found = typeof value === 'string' ? value : `${path.at(-1)}: (tanpa tanda hubung)`;
    walk.faults.add('bukan-daftar', path, found, { contoh: first ? `- ${first.k}: …` : '- …' });
    return true;
  }
  value.forEach((item, n) => {
    if (isMissing(item)) walk.faults.add('butir-kosong', [...path, n], '-');
    else walkSingle(walk, item, field, [...path, n]);
  });
  checkLength(walk, value.filter((item) => !isMissing(item)).length, field, path);
  return true;
}

function checkLength({ faults }, count, field, path) {
  if (field.lmin && count < field.lmin) faults.add('daftar-kurang', path, `${count} butir`, { batas: field.lmin, contoh: example(field) });
  if (field.lmax && count > field.lmax) faults.add('daftar-terlalu-banyak', path, `${count} butir`, { batas: field.lmax });
}

function walkSingle(walk, value, field, path) {
  const { faults, model } = walk;
  if (field.r) {
    if (typeof value === 'object' && !Array.isArray(value)) return walkMapping(walk, value, field.r, path);
    const names = [...model.kelas.get(field.r).keys()];
    faults.add('bukan-kelompok', path, typeof value === 'string' ? value : 'daftar', { anak: names.slice(0, 4).join(', '), pertama: names[0] });
    return true;
  }
  if (typeof value !== 'string') {
    faults.add('bukan-teks', path, Array.isArray(value) ? 'daftar' : 'beberapa isian', { contoh: field.c });
    return true;
  }
  const text = strip(value);
  if (field.d && !inList(walk, text, field, path)) return true;
  if (field.m) walk.references.push({ ke: field.m, nilai: text, jalur: path });
  checkText(faults, text, value, field, path);
  return true;
}

function inList({ model, faults }, text, field, path) {
  const rows = model.daftar[field.d];
  if (rows.some(([id]) => id === text)) return true;
  const ids = rows.map(([id]) => id);
  const close = nearest(text, rows);
  faults.add('nilai-di-luar-daftar', path, text, {
    pilihan: ids.length <= 8 ? `salah satu dari ${ids.join(', ')}` : `salah satu id di vocabularies/${field.d}.yml, misalnya ${ids.slice(0, 3).join(', ')}`,
    saran: close ? `tulis \`${lineOf(path, close)}\`` : choose(field.d, ids),
  }, close);
  return false;
}

const choose = (daftar, ids) => (ids.length <= 8 ? 'pilih salah satu nilai itu' : `pilih dari daftarnya di formulir atau buku kerja, atau salin id yang cocok dari vocabularies/${daftar}.yml`);

/** Limits and kind of one text: the first breach counts. */
function checkText(faults, text, typed, field, path) {
  const panjang = lengthOf(text);
  if (field.min && panjang < field.min) {
    faults.add('teks-terlalu-pendek', path, typed, { batas: field.min, panjang: lengthOf(typed) });
  } else if (field.max && panjang > field.max) {
    faults.add('teks-terlalu-panjang', path, typed, { batas: field.max, panjang: lengthOf(typed) });
  } else if (field.pola && !new RegExp(field.pola, 'u').test(text)) {
    faults.add('bentuk-salah', path, typed, { contoh: example(field) });
  } else {
    checkKind(faults, text, typed, field, path);
  }
}

function checkKind(faults, text, typed, field, path) {
  const kode = judge(field.t, text);
  if (kode) {
    const certain = certainRepair(kode, typed);
    faults.add(kode, path, typed, { saran: certain ? `tulis \`${lineOf(path, certain)}\`` : `tulis seperti \`${lineOf(path, field.c)}\`` }, certain);
  } else if (field.ge !== undefined && numberOf(text) < field.ge) {
    faults.add('angka-di-luar-batas', path, typed, { batas: `paling kecil ${field.ge}` });
  } else if (field.le !== undefined && numberOf(text) > field.le) {
    faults.add('angka-di-luar-batas', path, typed, { batas: `paling besar ${field.le}` });
  }
}

function unknown({ faults }, key, fields, data, path) {
  const free = [...fields.keys()].filter((name) => !Object.hasOwn(data, name));
  const close = nearest(key, free.map((name) => [name, name]));
  if (close) {
    faults.settled.add([...path, close].join('.'));
    faults.add('isian-salah-eja', [...path, key], key, { dekat: close });
  } else {
    const names = [...fields.keys()];
    const dikenal = names.length <= 12 ? names.join(', ') : `${names.slice(0, 8).join(', ')}, … (lihat panduan kontribusi)`;
    faults.add('isian-tidak-dikenal', [...path, key], key, { dikenal });
  }
}

function empty({ faults }, field, path) {
  faults.add(field.w ? 'isian-wajib-kosong' : 'isian-kosong', path, `${field.k}:`, { contoh: example(field) });
}

function missing({ faults }, field, path) {
  const bantuan = (field.b ?? '').charAt(0).toLowerCase() + (field.b ?? '').slice(1).replace(/\.+$/, '');
  faults.note('isian-wajib-tidak-ada', path, `tidak ada \`${field.k}\``, { isian: label(path), kunci: field.k, bantuan, contoh: example(field) });
}

const example = (field) => (field.l || field.r ? '…' : String(field.c));
