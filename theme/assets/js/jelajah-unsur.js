// Making elements. Text is only ever set as text: what the reader typed and what an entry says is never markup.

const format = new Intl.NumberFormat('id-ID'); // made once: making it is a hundred times the work of using it

export const number = (value) => format.format(value);

/** `make('li', {class: 'kartu'}, child, 'text')`; an attribute that is false or null is left out, one that is true stands empty. */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== false && value != null) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== ''));
  return element;
}

/** Text as nodes, with <mark> around the words that go with a word of the query. */
export function marked(text, q) {
  const wanted = (q.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).slice(0, 20);
  if (!wanted.length) return [text];
  const roots = new Set(wanted.map(root));
  const isFound = (word) => roots.has(root(word)) || wanted.some((start) => start.length > 2 && word.startsWith(start));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((part, place) => (place % 2 && isFound(part.toLowerCase()) ? make('mark', null, part) : part));
}

/** A rough Indonesian root, for marking only; finding is the engine's work. */
function root(word) {
  const stem = word.replace(/^(?:memper|diper|meng|meny|peng|peny|mem|men|pem|pen|per|ber|ter|me|pe|di|ke|se)(?=\p{L}{4})/u, '');
  return stem.replace(/^(\p{L}{3,}?)(?:kan|an|i)?(?:nya)?$/u, '$1');
}
