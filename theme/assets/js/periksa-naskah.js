// What the reader of files refuses before it looks at any isian: forbidden characters, texts too long, a file too large.
// The twin of the first part of catalog/reading/records.py; `lines` are [line, path] pairs.

import { findForbidden, lengthOf, makeVisible, normalise, strip, stripForbidden } from './periksa-huruf.js';
import { mask } from './periksa-pribadi.js';

const MOST_NAMED = 20;
const MAX_SCALAR = 20000;
const WINDOW = 110;
const LONGEST_PASTE = 400;
const KB = 1024;

export function checkText(lines, isEntry, data, faults) {
  const text = lines.map(([line]) => `${line}\n`).join('');
  const size = new TextEncoder().encode(text).length;
  const limit = (isEntry ? 64 : 1024) * KB;
  if (size > limit) {
    const [found, batas] = [size, limit].map((bytes) => Math.ceil(bytes / KB));
    faults.note('berkas-terlalu-besar', [], `${found} KB`, { batas });
    return;
  }
  checkCharacters(lines, faults);
  checkScalars(lines, data, faults);
}

function checkCharacters(lines, faults) {
  let count = 0;
  for (const [raw, path] of lines) {
    const line = normalise(raw);
    for (const { kode, karakter } of findForbidden(line)) {
      if ((count += 1) > MOST_NAMED) return;
      const fixed = paste(strip(stripForbidden(line)));
      const column = line.search(/\S/) < 0 ? 0 : [...line].findIndex((sign) => findForbidden(sign).length) + 1;
      faults.note(kode, path, show(line.replace(/^ +| +$/g, ''), column), {
        karakter, tindakan: fixed ? `hapus karakter itu: tulis \`${fixed}\`` : 'hapus baris ini',
      });
    }
  }
}

/** The first value beyond the reader's limit: reading stops there. */
function checkScalars(lines, data, faults) {
  const [path] = [...texts(data, [])].find(([, text]) => lengthOf(text) > MAX_SCALAR) ?? [];
  if (!path) return;
  const line = lines.find(([, at]) => at.join('.') === path.join('.'))[0].replace(/^ +| +$/g, '');
  faults.note('yaml-terlalu-panjang', path, show(line, Math.max(0, line.indexOf(': ') + 2)), { panjang: '20.000' });
}

/** Every text of a record with its path. */
export function* texts(value, path) {
  if (typeof value === 'string') yield [path, value];
  else if (value && typeof value === 'object') {
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, child] of entries) yield* texts(child, [...path, key]);
  }
}

/** Text as a message may repeat it; of a long line the part around `column`. */
function show(text, column) {
  const safe = [...hidden(text)];
  if (safe.length > WINDOW && column > Math.floor((WINDOW * 3) / 4)) {
    const start = column - WINDOW / 2;
    return `…${safe.slice(start, start + WINDOW).join('')}`;
  }
  return safe.join('');
}

function paste(text) {
  const safe = [...hidden(text).replaceAll('<tab>', '  ')];
  if (safe.length <= LONGEST_PASTE) return safe.join('');
  return `${safe.slice(0, 80).join('').trimEnd()} … ${safe.slice(-40).join('').trimStart()}`;
}

function hidden(text) {
  const bare = stripForbidden(text);
  const masked = mask(bare);
  return masked !== bare ? masked : mask(makeVisible(text));
}
