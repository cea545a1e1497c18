// The panel of filters. Its boxes are made once and then only counted, hidden and ticked, so that focus stays where it is.

import { make, number } from './jelajah-unsur.js';

const OPEN_OPTIONS = 8;

/** Fill the form and return {update(pilih, result), apply, drawer}; `onChoose(column, id, chosen)` is called for every tick. */
export function makePanel(form, data, onChoose) {
  const options = [];
  const fieldsets = data.saringan.map(([column, title]) => makeFieldset(column, title, data, options));
  const summary = make('summary', null, 'Saring');
  const button = make('button', { class: 'tombol', type: 'submit' }, 'Terapkan');
  const apply = make('p', { class: 'saring__terapkan' }, button);
  const drawer = make('details', { class: 'saring__laci' }, summary, ...fieldsets.map((fieldset) => fieldset.element), apply);
  form.replaceChildren(drawer);
  form.addEventListener('change', ({ target }) => onChoose(target.name, target.value, target.checked));
  const update = (pilih, result) => {
    for (const option of options) updateOption(option, pilih, result.counts);
    for (const { element, more, list } of fieldsets) updateFieldset(element, more, list);
    const chosen = Object.values(pilih).reduce((sum, ids) => sum + ids.size, 0);
    summary.textContent = chosen ? `Saring (${number(chosen)} dipilih)` : 'Saring';
    button.textContent = `Terapkan (${number(result.rows.length)} inovasi)`;
  };
  return { update, apply, drawer };
}

function makeFieldset(column, title, data, options) {
  const list = column === 'wilayah' ? makeProvinces(data, options) : makeOptions(column, data, options);
  const open = list.slice(0, OPEN_OPTIONS);
  const rest = list.slice(OPEN_OPTIONS);
  const more = rest.length
    ? make('details', { class: 'saring__lagi' }, make('summary', null), make('ul', null, ...rest))
    : null;
  return { element: make('fieldset', null, make('legend', null, title), make('ul', null, ...open), more), more, list: rest };
}

/** One <li> for each value, the most frequent first (years and evidence stay in their own order). */
function makeOptions(column, data, options) {
  const items = data.nilai[column].map(([id, label], place) => makeOption(column, id, label, place, options));
  return column === 'urusan' ? byFrequency(items, column, data) : items;
}

/** One <li> for each province, its regions folded inside. */
function makeProvinces(data, options) {
  const items = data.nilai.provinsi.map(([id, label], province) => {
    const item = makeOption('provinsi', id, label, province, options);
    const regions = [...data.nilai.wilayah.entries()].filter(([, region]) => region[2] === province);
    const list = regions.map(([place, [region, name]]) => makeOption('wilayah', region, name, place, options));
    const fold = make('details', { class: 'saring__lagi' }, make('summary', null, `Wilayah di ${label}`), make('ul', null, ...list));
    item.append(fold);
    return item;
  });
  return byFrequency(items, 'provinsi', data);
}

function byFrequency(items, column, data) {
  const counts = new Array(items.length).fill(0);
  for (const cell of data.kolom[column]) for (const place of [cell].flat()) counts[place] += 1;
  return [...items.keys()].sort((a, b) => counts[b] - counts[a] || a - b).map((place) => items[place]);
}

function makeOption(column, id, label, place, options) {
  const box = make('input', { type: 'checkbox', name: column, value: id });
  const count = make('span', { class: 'saring__jumlah' });
  const item = make('li', null, make('label', null, box, ' ', make('span', null, label), ' ', count));
  options.push({ column, id, place, box, count, item });
  return item;
}

function updateOption({ column, id, place, box, count, item }, pilih, counts) {
  const value = counts[column][place];
  box.checked = pilih[column].has(id);
  count.textContent = number(value);
  item.hidden = value === 0 && !box.checked && !item.querySelector(':checked') && !item.contains(document.activeElement);
}

/** Hide a fieldset without options; open the folds that hold a tick, and say how many options are folded. */
function updateFieldset(element, more, rest) {
  element.hidden = !element.querySelector('li:not([hidden])');
  for (const fold of element.querySelectorAll('details')) if (fold.querySelector(':checked')) fold.open = true;
  if (!more) return;
  const shown = rest.filter((item) => !item.hidden).length;
  more.hidden = !shown;
  more.firstChild.textContent = `${number(shown)} lainnya`;
}
