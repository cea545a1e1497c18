// One value as YAML: plain where that reads back as the same text everywhere, else between quotes or as a block.
// The twin of catalog/record_text/scalars.py; tests compare what both write.

import { strip } from './periksa-huruf.js';

const SAFE_START = /^(?:[\p{L}\p{N}]|[(/+]|-?\p{Nd}+(?:\.\p{Nd}+)?$)/u;
const KEY = /^[a-z_][a-z0-9_]*$/;
const GUESSED = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
const LEADING_ZERO = /^0[0-9][0-9_.]*$/;

/** The name of an isian as it stands before its colon. */
export function writeKey(key) {
  if (KEY.test(key) && !GUESSED.has(key)) return key;
  return key.includes('\n') || key.includes('\\') ? JSON.stringify(key) : quote(key);
}

/** A text as lines: the first follows the colon or dash, the others are indented. `names` are all names of isian. */
export function writeScalar(text, indent, names, isCode = false) {
  if (text.includes('\n')) return block(text, indent);
  if (isPlain(text, names) && !(isCode && /^\p{Nd}/u.test(text))) return [text];
  return [quote(text)];
}

function isPlain(text, names) {
  if (!text || text !== strip(text) || !SAFE_START.test(text)) return false;
  if (text.includes(': ') || text.includes(' #') || text.includes('\t') || text.endsWith(':')) return false;
  if (GUESSED.has(text.toLowerCase()) || LEADING_ZERO.test(text)) return false;
  const colon = text.indexOf(':');
  return colon < 0 || !names.has(text.slice(0, colon));
}

/** Between double quotes, between single ones where that avoids escapes. */
export function quote(text) {
  if (!text.includes('"') && !text.includes('\\')) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function block(text, indent) {
  const lines = text.split('\n');
  if (text.endsWith('\n') || !strip(text)) return [JSON.stringify(text)];
  const first = lines.find((line) => strip(line));
  const sign = lines[0] === '' || /^[ \t]/.test(first) || !strip(lines[0]) ? '|2-' : '|-';
  return [sign, ...lines.map((line) => (line ? ' '.repeat(indent) + line : ''))];
}
