// Advice, never a fault: names like this one in the catalogue, other things under the same letters, sentences too long to read, what the national form asks for.
// The twin of catalog/saran as far as the browser can know.

import { coded } from './formulir-dasar.js';
import { fetchJson } from './formulir-buka.js';
import { likeness } from './periksa-dekat.js';
import { make } from './jelajah-unsur.js';
import { root } from './keranjang.js';

const ALIKE = 90;
const SAME_EXPANSION = 85;
const SHORTEST = 6;
const MOST_NAMED = 5;
const LONGEST_SENTENCE = 30;
const SIGNS = ['•', '*', '-', '–', '—', '/', '&'];
const KINDS = ['kabupaten', 'kab', 'kota', 'provinsi', 'prov'];

/** Elements to show below the outcome of a check; [] when there is nothing to say. */
export async function makeAdvice(record, meja) {
  if (!meja.keadaan.isEntry || !record.data.nama) return [];
  const lines = [...(await nearNames(record, meja)), ...languageAdvice(record, meja.model)];
  if (!lines.length) return [];
  return [make('div', { class: 'kotak' }, make('h3', null, 'Saran'), make('p', { class: 'borang-ket' }, 'Boleh diabaikan.'), make('ul', null, ...lines.map((line) => make('li', null, ...line))))];
}

/** Entries whose name is the same or nearly so, in every region, with links to look at. */
async function nearNames(record, { model, barisNama, keadaan }) {
  if (!barisNama) return [];
  const own = keadaan.asli ? `${record.wilayah}/${record.slug}` : '';
  const key = keyOf(record.data.nama, model.idWilayah.get(record.wilayah)?.nama ?? '');
  const found = [];
  for (const [id, nama, wilayah] of barisNama) {
    const other = keyOf(nama, wilayah);
    if (id === own || digits(key) !== digits(other) || Math.abs(key.length - other.length) > key.length * 0.25) continue;
    const score = key === other ? 100 : key.length < SHORTEST ? 0 : likeness(key, other);
    if (score >= ALIKE) found.push([-score, id, nama, wilayah]);
  }
  const named = found.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)).slice(0, MOST_NAMED);
  const clashes = await Promise.all(named.map(([score, id]) => score === -100 && isOther(id, record.data.kepanjangan)));
  return named.map(([score, id, nama, wilayah], n) => {
    const here = score === -100 ? 'entri-ganda' : 'entri-mirip';
    const kode = clashes[n] ? 'singkatan-bentrok' : id.startsWith(`${record.wilayah}/`) ? here : 'serupa-di-wilayah-lain';
    const [, pesan] = model.kalimat[kode];
    return [...coded(pesan), ' ', make('a', { href: new URL(`inovasi/${id}/`, root).href, target: '_blank', rel: 'noopener' }, `${nama}, ${wilayah}`)];
  });
}

/** Is it another thing under the same letters: do both say what they stand for, and not the same? */
async function isOther(id, kepanjangan) {
  if (!kepanjangan) return false;
  const other = await fetchJson(`data/v1/inovasi/${id}.json`).catch(() => null);
  return Boolean(other?.kepanjangan) && likeness(words(kepanjangan).join(''), words(other.kepanjangan).join('')) < SAME_EXPANSION;
}

const words = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const digits = (key) => key.replace(/\D/g, '');

function keyOf(nama, wilayah) {
  const region = new Set([...words(wilayah), ...KINDS]);
  return words(nama).filter((word) => !region.has(word)).join('') || words(nama).join('');
}

function languageAdvice({ data, badan }, model) {
  const texts = [['ringkasan', data.ringkasan ?? ''], ...Object.entries(badan)];
  const found = [];
  const say = (kode, filling) => found.push(coded(model.kalimat[kode][1].replace(/\{(\w+)\}/g, (_, name) => filling[name])));
  for (const [isian, text] of [...(data.kepanjangan ? [] : [['nama', data.nama]]), ...texts]) {
    if (sentences(text).some(isShouting)) say('huruf-besar-semua', { isian });
  }
  for (const [isian, text] of texts) {
    const kata = Math.max(0, ...sentences(text).map(count));
    if (kata > LONGEST_SENTENCE) say('kalimat-panjang', { isian, kata, batas: LONGEST_SENTENCE });
  }
  const plan = data.lapor?.rancang_bangun ?? '';
  const words = { kata: countWords(plan), batas: model.kata_minimal['lapor.rancang_bangun'] };
  if (plan && words.kata < words.batas) say('rancang-bangun-pendek', words);
  for (const name of data.lapor ? ['rancang_bangun', 'tujuan', 'manfaat'] : []) {
    if (!data.lapor[name]) say('iid-belum-lengkap', { isian: `lapor.${name}` });
  }
  return found;
}

const sentences = (text) => text.split(/(?<=[.!?])["”’)]?\s+(?=["“‘(]?[A-Z0-9À-Þ])|\n{2,}|\n(?=\s*(?:[-*+]|\d{1,3}[.)])\s)/).filter(Boolean);

/** Words of a report: what stands between blanks, bullets and lone signs left out. */
const countWords = (text) => text.split(/\s+/).filter((word) => word && !SIGNS.includes(word)).length;

/** Words of a sentence. */
const count = (text) => text.match(/[\p{L}\p{N}_][\p{L}\p{N}_'’./-]*/gu)?.length ?? 0;

function isShouting(sentence) {
  const letters = sentence.match(/\p{L}/gu) ?? [];
  return letters.length >= 12 && count(sentence) >= 3 && letters.every((sign) => sign === sign.toUpperCase() && sign !== sign.toLowerCase());
}
