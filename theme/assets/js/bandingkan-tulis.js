// Values of an entry as plain Indonesian text; the same wording as the entry's page (catalog/indonesian.py).

import { number } from './jelajah-unsur.js';

const LONGEST = 420; // characters of a running text in a cell
const SCALES = [[1e12, 'triliun'], [1e9, 'miliar']];

/** 244000000 → 'Rp 244.000.000', 14000000000 → 'Rp 14 miliar' where that loses nothing. */
export function rupiah(amount) {
  for (const [scale, word] of SCALES) {
    if (amount >= scale && (amount * 100) % scale === 0) return `Rp\u00a0${number(amount / scale)}\u00a0${word}`;
  }
  return `Rp\u00a0${number(amount)}`;
}

/** The parts that are there, joined; '' for none. */
export const joined = (parts, by) => parts.filter(Boolean).join(by);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A section's Markdown as short paragraphs of plain text, all together no longer than fits a cell. */
export function plain(markdown) {
  const lines = [];
  let room = LONGEST;
  for (const part of (markdown ?? '').split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)) {
    const text = withoutSigns(part);
    if (!text || room <= 0) continue;
    lines.push(text.length > room ? `${text.slice(0, room).replace(/\s+\S*$/, '')} …` : text);
    room -= text.length;
  }
  return lines;
}

/** Markdown is shown without its signs; what it would look like is on the entry's page. */
function withoutSigns(text) {
  return text
    .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)/gm, '')
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/(^|[\s(“"])([*_])(\S(?:.*?\S)?)\2(?=$|[\s).,;:!?”"])/g, '$1$3')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
