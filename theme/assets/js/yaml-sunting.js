// An existing file with some isian changed: only the lines of these change, comments and everything else stay as they are.
// The twin of catalog/record_text/revise.py. What was written is read again; should it not say what was wanted, it is written anew.

import { bodyLines, entryLines, isianLines, isEmpty, itemLines, orderedKeys, registerLines, textOf } from './yaml-tulis.js';
import { bodyParts } from './periksa-badan.js';
import { childrenOf, NotByLines } from './yaml-ruas.js';
import { normalise } from './periksa-huruf.js';

/**
 * The text `asli` with the record `wanted` ({kelas, data, badan}). `read(yaml)` gives the values of a YAML text, and throws where it is
 * none.
 */
export function revise(asli, { kelas, data, badan = {} }, model, read) {
  const isEntry = kelas === 'Inovasi';
  const whole = textOf(isEntry ? entryLines(data, badan, model) : registerLines(data, kelas, model));
  const text = normalise(asli);
  const split = isEntry ? splitFront(text) : { before: '', yaml: text, after: '' };
  if (!split) return whole;
  let old;
  try {
    old = normalRecord(read(split.yaml), kelas, model);
  } catch {
    return whole;
  }
  const body = isEntry ? revisedBody(split.after, badan) : '';
  const saysIt = (yaml) => {
    try {
      return same(normalRecord(read(yaml), kelas, model), normal(data));
    } catch {
      return false;
    }
  };
  for (const isDeep of [true, false]) {
    try {
      const yaml = reviseMapping(split.yaml, old, normal(data), kelas, model, isDeep);
      if (saysIt(yaml)) return split.before + yaml + body;
    } catch (error) {
      if (!(error instanceof NotByLines)) throw error;
    }
  }
  return whole;
}

/** {before, yaml, after} of an entry: up to and with the first line of dashes, the isian, from the second line of dashes on. */
export function splitFront(text) {
  const match = /^(\s*?---[ \t]*\n)([\s\S]*?\n|)(---[ \t]*(?:\n[\s\S]*)?)$/.exec(text);
  return match ? { before: match[1], yaml: match[2], after: match[3] } : null;
}

/** From the second line of dashes on; the old text where the sections say the same. */
function revisedBody(after, badan) {
  const old = after.slice(after.indexOf('\n') + 1 || after.length);
  return same(bodyParts(old), badan) ? after : `---\n${textOf(bodyLines(badan))}`;
}

function reviseMapping(yaml, old, wanted, kelas, model, isDeep) {
  const lines = yaml.replace(/\n$/, '').split('\n');
  const edits = [...mappingEdits({ lines, model, isDeep }, childrenOf(lines, 0, lines.length), old, wanted, kelas)];
  edits.forEach((edit, n) => { edit.order = n; });
  edits.sort((a, b) => b.from - a.from || b.to - a.to || b.order - a.order);
  for (const { from, to, text } of edits) lines.splice(from, to - from, ...text);
  return `${lines.join('\n')}\n`;
}

function* mappingEdits(work, block, old, wanted, kelas) {
  if (block.kind !== 'mapping' || block.list.some((child) => !has(old, child.key) && has(wanted, child.key))) throw new NotByLines();
  const fields = work.model.kelas.get(kelas);
  const spans = new Map(block.list.map((child) => [child.key, child]));
  for (const key of Object.keys(old)) {
    const span = spans.get(key);
    if (!span) throw new NotByLines();
    if (!has(wanted, key)) {
      if (span.isHead) throw new NotByLines(); // it bears the dash of its item
      yield { from: span.start, to: span.end, text: [] };
    } else if (!same(old[key], wanted[key])) yield* valueEdits(work, span, old[key], wanted[key], fields?.get(key)?.r, key);
  }
  let place = block.list[0].start;
  let isAfter = false;
  for (const key of orderedKeys({ ...old, ...wanted }, kelas, work.model)) {
    const span = spans.get(key);
    if (span) {
      place = span.end;
      isAfter = true;
    } else if (has(wanted, key)) {
      if (!isAfter && block.list[0].isHead) throw new NotByLines();
      yield { from: place, to: place, text: textLines(isianLines(key, wanted[key], fields?.get(key)?.r, block.indent, work.model, [])) };
    }
  }
}

const has = Object.hasOwn;
const textLines = (pairs) => pairs.map(([line]) => line);

function* valueEdits(work, span, old, wanted, kelas, key) {
  if (work.isDeep && typeof old === 'object' && typeof wanted === 'object' && Array.isArray(old) === Array.isArray(wanted)) {
    try {
      yield* [...insideEdits(work, span, old, wanted, kelas, key)];
      return;
    } catch (error) {
      if (!(error instanceof NotByLines)) throw error;
    }
  }
  yield replacement(work, span, old, wanted, kelas, key);
}

function insideEdits(work, span, old, wanted, kelas, key) {
  const head = work.lines[span.start];
  if (key === null) { // an item: its mapping begins behind the dash
    const dash = span.indent + /^-\s+/.exec(head.slice(span.indent))?.[0].length;
    if (Number.isNaN(dash) || Array.isArray(old)) throw new NotByLines();
    const block = childrenOf(work.lines, span.start, span.end, dash);
    block.list[0].isHead = true;
    return mappingEdits(work, block, old, wanted, kelas);
  }
  if (!/:[ \t]*(?:#.*)?$/.test(head)) throw new NotByLines();
  const block = childrenOf(work.lines, span.start + 1, span.end);
  return Array.isArray(old) ? listEdits(work, block, old, wanted, kelas) : mappingEdits(work, block, old, wanted, kelas);
}

/** Edits of whole items; what stands between two equal items is compared one by one. */
function* listEdits(work, block, old, wanted, kelas) {
  if (block.kind !== 'list' || block.list.length !== old.length) throw new NotByLines();
  for (const [a, b, c, d] of gaps(old.map(printed), wanted.map(printed))) {
    const both = Math.min(b - a, d - c);
    for (let n = 0; n < both; n += 1) yield* valueEdits(work, block.list[a + n], old[a + n], wanted[c + n], kelas, null);
    for (let n = a + both; n < b; n += 1) yield { from: block.list[n].start, to: block.list[n].end, text: [] };
    const place = b ? block.list[b - 1].end : block.list[0].start;
    for (let n = c + both; n < d; n += 1) yield { from: place, to: place, text: textLines(itemLines(wanted[n], kelas, block.indent, work.model, [])) };
  }
}

const printed = (value) => JSON.stringify(sorted(value));

/** The stretches [a, b, c, d] in which two lists differ: old[a…b] became new[c…d]. By the longest run of equal items in order. */
function gaps(old, wanted) {
  const length = Array.from({ length: old.length + 1 }, () => Array(wanted.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = wanted.length - 1; j >= 0; j -= 1) {
      length[i][j] = old[i] === wanted[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const found = [];
  let [i, j, a, c] = [0, 0, 0, 0];
  const close = () => (i > a || j > c) && found.push([a, i, c, j]);
  while (i < old.length && j < wanted.length) {
    if (old[i] === wanted[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [a, c] = [i, j];
    } else if (length[i + 1][j] >= length[i][j + 1]) i += 1;
    else j += 1;
  }
  [i, j] = [old.length, wanted.length];
  close();
  return found;
}

/** One isian or item written anew; a comment behind a value of one line stays. */
function replacement({ lines, model }, span, old, wanted, kelas, name) {
  const column = span.indent;
  const text = textLines(name === null ? itemLines(wanted, kelas, column, model, []) : isianLines(name, wanted, kelas, column, model, []));
  text[0] = lines[span.start].slice(0, column) + text[0].slice(column);
  if (span.end - span.start === 1 && text.length === 1 && typeof old === 'string') text[0] += commentBehind(lines[span.start], old);
  return { from: span.start, to: span.end, text };
}

function commentBehind(line, old) {
  for (const match of line.matchAll(/[ \t]+#/g)) {
    const before = line.slice(0, match.index);
    if ([old, `"${old}"`, `'${old}'`].some((value) => before.endsWith(value))) return line.slice(match.index);
  }
  return '';
}

/** Without what makes no difference: empty isian, blanks around a text. */
export function normal(value) {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(normal).filter((item) => !isEmpty(item));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, normal(child)]).filter(([, child]) => !isEmpty(child)));
  }
  return '';
}

/** A record in the form in which records are compared: `normal`, and a lone text where a list belongs is a list of one. */
export const normalRecord = (data, kelas, model) => listed(normal(data), kelas, model);

function listed(data, kelas, model) {
  const fields = model.kelas.get(kelas);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => {
    const field = fields?.get(key);
    if (!field) return [key, value];
    const list = field.l && typeof value === 'string' ? [value] : value;
    if (!field.r || typeof list === 'string') return [key, list];
    const inside = (item) => (typeof item === 'object' && !Array.isArray(item) ? listed(item, field.r, model) : item);
    return [key, Array.isArray(list) ? list.map(inside) : inside(list)];
  }));
}

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
};

export const same = (one, other) => printed(one) === printed(other);
