// A field that searches a list while one types (ARIA combobox): one value, or text of one's own where that is allowed.

import { make } from './jelajah-unsur.js';

const MOST_SHOWN = 10;
let number = 0;

/**
 * Return {element, input}. `rows()` gives [id, name, explanation]; `onPick(id)` is called with a row's id, or with what was typed when
 * `isFree` and nothing of the list was meant. `value` is the id or text to begin with.
 */
export function makePicker({ id, rows, value = '', isFree = false, describedby = '', placeholder = '', labelledby = '', onPick }) {
  number += 1;
  const list = make('ul', { id: `pilihan-${number}`, class: 'borang-pilihan', role: 'listbox', 'aria-label': 'Pilihan yang cocok', hidden: true });
  const input = make('input', {
    type: 'text', id, role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list', autocomplete: 'off',
    spellcheck: 'false', 'aria-describedby': describedby, 'aria-labelledby': labelledby || null, placeholder: placeholder || null,
  });
  const nameOf = (wanted) => rows().find(([one]) => one === wanted)?.[1] ?? wanted;
  input.value = nameOf(value);
  let shown = [];
  let active = -1;

  function open() {
    shown = matching(rows(), input.value === nameOf(value) ? '' : input.value);
    active = -1;
    list.replaceChildren(...shown.map(([, name, about], n) => {
      const option = make('li', { role: 'option', id: `${list.id}-${n}`, 'aria-selected': 'false' }, make('span', null, name), about ? make('small', null, about) : null);
      option.addEventListener('mousedown', (event) => {
        event.preventDefault(); // the focus stays in the field
        pick(n);
      });
      return option;
    }));
    show(shown.length > 0);
  }
  function show(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) input.removeAttribute('aria-activedescendant');
  }
  function mark(n) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (n + shown.length) % shown.length;
    const option = list.children[active];
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  }
  function pick(n) {
    const [wanted, name] = shown[n];
    value = wanted;
    input.value = name;
    show(false);
    onPick(wanted, true);
  }
  function settle() {
    show(false);
    const typed = input.value.trim();
    if (typed === nameOf(value)) return;
    const same = rows().find(([one, name]) => one === typed || name.toLowerCase() === typed.toLowerCase());
    value = same ? same[0] : typed;
    if (same) [, input.value] = same;
    onPick(value, Boolean(same) || isFree);
  }
  input.addEventListener('input', open);
  input.addEventListener('click', () => list.hidden && open());
  input.addEventListener('blur', settle);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open();
      if (shown.length) mark(active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!list.hidden && (active >= 0 || shown.length === 1)) pick(Math.max(active, 0));
      else settle();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      show(false);
    }
  });
  return { element: make('div', { class: 'borang-cari' }, input, list), input };
}

/** The rows with every word that was typed, those whose name begins with it first. */
function matching(rows, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(([id, name, about = '']) => {
    const text = `${id} ${name} ${about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const first = words[0] ?? '';
  const rank = ([, name]) => (first && name.toLowerCase().includes(first) ? 0 : 1);
  return found.map((row, n) => [rank(row), n, row]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, MOST_SHOWN).map(([, , row]) => row);
}
