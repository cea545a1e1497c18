// What is compared, and its address: `?inovasi=kab-blora/samin-119&inovasi=…&tampil=beda`. The address is the state.

import { idOf, isId } from './keranjang.js';

const MOST_READ = 40; // of what an address holds; the rest cannot be meant
const MOST_SHOWN = 60; // characters of a text that is not an id

/** `{asked, onlyDifferent}`: the asked texts in their order, each once, whatever they are. */
export function readAddress(search) {
  const params = new URLSearchParams(search);
  const asked = params.getAll('inovasi').map((text) => text.trim());
  return {
    asked: [...new Set(asked.filter(Boolean))].slice(0, MOST_READ),
    onlyDifferent: params.get('tampil') === 'beda',
  };
}

/** The address from `?`; ids need no escaping. Without ids it is the page itself. */
export function writeAddress(ids, onlyDifferent) {
  const parts = ids.map((id) => `inovasi=${id}`);
  if (onlyDifferent && ids.length) parts.push('tampil=beda');
  return parts.length ? `?${parts.join('&')}` : './';
}

/** Ids in what somebody has typed or pasted: addresses of entries, of a comparison, or bare ids. */
export function findIds(typed) {
  const words = typed.slice(0, 5000).split(/[\s,;<>"]+/u).filter(Boolean);
  return [...new Set(words.flatMap(idsOfWord))];
}

function idsOfWord(word) {
  if (isId(word)) return [word];
  const page = idOf(word);
  if (page) return [page];
  const query = word.indexOf('?');
  return query < 0 ? [] : readAddress(word.slice(query)).asked.filter(isId);
}

/** A foreign text for a sentence: on one line, without control characters, shortened, in quotes. */
export function quoted(text) {
  const signs = [...text.slice(0, 10 * MOST_SHOWN).replace(/[\p{C}\s]+/gu, ' ').trim()];
  return `“${signs.slice(0, MOST_SHOWN).join('')}${signs.length > MOST_SHOWN ? '…' : ''}”`;
}
