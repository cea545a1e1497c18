// The body of an entry: its sections, and a warning for what stands outside them. The twin of catalog/validation/bodies.py.

import { lengthOf, strip } from './periksa-huruf.js';
import { mask } from './periksa-pribadi.js';

const KEYS = { masalah: 'masalah', 'cara kerja': 'cara_kerja', hasil: 'hasil', pelajaran: 'pelajaran' };
const TITLES = '`## Masalah`, `## Cara kerja`, `## Hasil`, `## Pelajaran`';
const LONGEST = 20000;

/** The parts of a body at its `## ` headings: {judul, isi, baris}; headings inside fenced code do not count. */
export function splitSections(body) {
  const parts = [{ judul: '', baris: 0, lines: [] }];
  let fence = '';
  body.split('\n').forEach((line, n) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (mark && !fence) fence = mark;
    else if (mark && mark[0] === fence[0] && mark.length >= fence.length && !line.trim().slice(mark.length).trim()) fence = '';
    const heading = fence ? null : /^ {0,3}##(?!#)(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (heading) parts.push({ judul: (heading[1] ?? '').trim(), baris: n, lines: [] });
    else parts.at(-1).lines.push(line);
  });
  return parts
    .map(({ judul, baris, lines }) => ({ judul, baris, isi: strip(lines.join('\n')) }))
    .filter((part, n) => n > 0 || part.isi);
}

/** The sections of a body by key; what stands outside the four is under `lain`, as typed. */
export function bodyParts(body) {
  const parts = {};
  const other = [];
  for (const { judul, isi } of splitSections(body)) {
    const key = judul ? KEYS[judul.toLowerCase()] : undefined;
    if (key && !(key in parts)) {
      if (isi) parts[key] = isi;
    } else if (judul) other.push(`## ${judul}\n\n${isi}`.trim());
    else if (isi) other.push(isi);
  }
  if (other.length) parts.lain = other.join('\n\n');
  return parts;
}

/** Note the faults of the whole body (all below the second line of dashes). */
export function checkBody(body, faults) {
  const note = (kode, path, found) => faults.note(kode, path, mask(found), { judul: TITLES, batas: LONGEST });
  if (lengthOf(body) > LONGEST) {
    note('badan-terlalu-panjang', ['badan', longest(body)], `${lengthOf(body)} huruf`);
    return;
  }
  const seen = new Set();
  let place = 'lain';
  for (const { judul, isi } of splitSections(body)) {
    const key = Object.hasOwn(KEYS, judul.toLowerCase()) ? KEYS[judul.toLowerCase()] : '';
    if (key && !seen.has(key)) place = key;
    if (!judul && isi) note('badan-tanpa-judul', ['badan', 'lain'], isi.split('\n')[0]);
    else if (!key && judul) note('bagian-tidak-dikenal', ['badan', place], `## ${judul}`);
    else if (seen.has(key)) note('bagian-ganda', ['badan', place], `## ${judul}`);
    if (isi) seen.add(key || 'cara_kerja');
  }
}

const longest = (body) => Object.entries(bodyParts(body)).sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'lain';
