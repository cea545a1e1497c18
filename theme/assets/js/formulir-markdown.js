// A contributor's Markdown as elements, for the preview: paragraphs, lists, headings, bold, italics, code, links. Text is only ever set
// as text; the public page is made by the build.

import { make } from './jelajah-unsur.js';

const INLINE = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|_(.+?)_|`(.+?)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/;

/** The elements of a text. */
export function makeMarkdown(text) {
  return text.split(/\n{2,}/).filter((block) => block.trim()).flatMap(makeBlock);
}

function makeBlock(block) {
  const lines = block.trim().split('\n');
  const heading = /^#{3,6}\s+(.*)$/.exec(lines[0]);
  if (heading) return [make('h3', null, ...inline(heading[1])), ...(lines.length > 1 ? makeBlock(lines.slice(1).join('\n')) : [])];
  for (const [name, mark] of [['ul', /^\s*[-*+]\s+/], ['ol', /^\s*\d{1,3}[.)]\s+/]]) {
    if (mark.test(lines[0])) return [make(name, null, ...items(lines, mark).map((item) => make('li', null, ...inline(item))))];
  }
  if (lines.every((line) => line.startsWith('>'))) return [make('blockquote', null, ...makeMarkdown(lines.map((line) => line.replace(/^>\s?/, '')).join('\n')))];
  return [make('p', null, ...inline(lines.join(' ')))];
}

function items(lines, mark) {
  const list = [];
  for (const line of lines) {
    if (mark.test(line)) list.push(line.replace(mark, ''));
    else list[list.length - 1] += ` ${line.trim()}`;
  }
  return list;
}

function inline(text) {
  const match = INLINE.exec(text);
  if (!match) return text ? [text] : [];
  const [whole, bold, alsoBold, italic, alsoItalic, code, label, address] = match;
  let node;
  if (bold ?? alsoBold) node = make('strong', null, ...inline(bold ?? alsoBold));
  else if (italic ?? alsoItalic) node = make('em', null, ...inline(italic ?? alsoItalic));
  else if (code) node = make('code', null, code);
  else node = make('a', { href: address, rel: 'noopener nofollow' }, label);
  return [text.slice(0, match.index), node, ...inline(text.slice(match.index + whole.length))].filter((part) => part !== '');
}
