// Characters that may not stand in a record, and the one normal form: the twin of catalog/reading/characters.py.

const KINDS = [
  ['karakter-kendali', '\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufffe\\uffff'],
  ['karakter-arah', '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'],
  ['karakter-tak-tampak', '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200d\\u2060-\\u2065\\u206a-\\u206f\\u3164'
    + '\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}'],
  ['karakter-rusak', '\\ud800-\\udfff'],
  ['huruf-rusak', '\\ufffd'],
].map(([kode, range]) => [kode, new RegExp(`[${range}]`, 'u'), range]);
const FORBIDDEN = new RegExp(`[${KINDS.map(([, , range]) => range).join('')}]`, 'gu');
const SPACED = '\x0b\x0c\x85\u2028\u2029\ufffd';

/** Line ends as \n, Unicode normal form C, as the reader of files does it. */
export const normalise = (text) => text.replace(/\r\n?/g, '\n').normalize('NFC');

/** The first of each kind on each line as {kode, karakter, baris}. */
export function findForbidden(text) {
  const found = [];
  for (const line of text.split('\n')) {
    const seen = new Set();
    for (const [sign] of line.matchAll(FORBIDDEN)) {
      const [kode] = KINDS.find(([, pattern]) => pattern.test(sign));
      if (!seen.has(kode)) found.push({ kode, karakter: nameOf(sign), baris: line });
      seen.add(kode);
    }
  }
  return found;
}

/** Without forbidden characters; what breaks lines or stood for a letter leaves a space. */
export const stripForbidden = (text) => text.replace(FORBIDDEN, (sign) => (SPACED.includes(sign) ? ' ' : ''));

/** Every forbidden character written out, <U+202E>. */
export const makeVisible = (text) => text.replace(FORBIDDEN, (sign) => `<${nameOf(sign)}>`).replaceAll('\t', '<tab>');

const nameOf = (sign) => `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** How many characters a person counts, as the check does: code points. */
export const lengthOf = (text) => [...text].length;

/** Without white space at both ends, as the check sees it: a byte-order mark is none. */
export const strip = (text) => text.replace(/^[^\S\ufeff]+|[^\S\ufeff]+$/g, '');

/** A record as the reader of files leaves it: one normal form, no forbidden characters. */
export function cleaned(value) {
  if (typeof value === 'string') return normalise(stripForbidden(normalise(value)));
  if (Array.isArray(value)) return value.map(cleaned);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cleaned(child)]));
  return value;
}
