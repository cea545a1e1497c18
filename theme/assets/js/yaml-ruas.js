// A YAML text in its lines: which lines belong to which isian or item, by indentation alone. Block style only; anything else is for
// whoever asks to write anew.

/** Thrown where an isian has no lines of its own. */
export class NotByLines extends Error {}

const KEY = /^(?:"([^"\\]*)"|'([^']*)'|([^\s#"'[\]{}&*!|>%@`,?:-][^:#]*?|[^\s#"'[\]{}&*!|>%@`,?:-]))[ \t]*:(?=[ \t]|$)/;

const indentOf = (line) => line.length - line.trimStart().length;
const isBlank = (line) => line.trim() === '';
const isComment = (line) => line.trimStart().startsWith('#');

/**
 * The children of a block: [{key, start, end, indent, dash}] over `lines` from `from` to `to`. `key` is a name, or null for an item.
 * Blank lines and comments before a child belong to what follows it. `dash`: the first line of a mapping bears an item's dash, and
 * its isian begins at column `dash`.
 */
export function childrenOf(lines, from, to, dash = -1) {
  const first = dash >= 0 ? from : firstContent(lines, from, to);
  if (first < 0) return { kind: 'empty', list: [] };
  const indent = dash >= 0 ? dash : indentOf(lines[first]);
  const isList = dash < 0 && /^-(?:\s|$)/.test(lines[first].slice(indent));
  const list = [];
  for (let n = first; n < to; n += 1) {
    const line = lines[n];
    const isFirst = n === first;
    if (!isFirst && (isBlank(line) || isComment(line) || indentOf(line) > indent)) continue;
    if (!isFirst && indentOf(line) < indent) throw new NotByLines();
    const text = line.slice(indent);
    const match = isList ? /^-(?:\s|$)/.exec(text) : KEY.exec(text);
    if (!match) throw new NotByLines();
    list.push({ key: isList ? null : match[1] ?? match[2] ?? match[3], start: n, end: to, indent });
  }
  list.forEach((child, n) => {
    const next = list[n + 1]?.start ?? to;
    child.end = withoutBetween(lines, child.start, next, indent);
  });
  return { kind: isList ? 'list' : 'mapping', list, indent };
}

function firstContent(lines, from, to) {
  for (let n = from; n < to; n += 1) if (!isBlank(lines[n]) && !isComment(lines[n])) return n;
  return -1;
}

/** Blank lines, and comments no deeper than the isian, stand between it and the next one. */
function withoutBetween(lines, start, next, indent) {
  let end = next;
  while (end > start + 1 && (isBlank(lines[end - 1]) || (isComment(lines[end - 1]) && indentOf(lines[end - 1]) <= indent))) end -= 1;
  return end;
}
