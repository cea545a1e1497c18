// The panel of filters. Its boxes are made once and then only counted, hidden and ticked, so that focus stays where it is.

import { countChosen } from './jelajah-keadaan.js';
import { make, number } from './jelajah-unsur.js';
import { makeRegionSearch } from './jelajah-wilayah.js';

const OPEN_OPTIONS = 8;
const OPEN_PROVINCES = 5;

/** Fill the form and return {update(pilih, result), apply, drawer}; `onChoose(column, id, chosen)` is called for every tick. */
export function makePanel(form, data, onChoose) {
  const options = [];
  const fieldsets = data.saringan.map((facet) => makeFieldset(facet, data, options, () => redraw()));
  const summary = make('summary', null, 'Saring');
  const button = make('button', { class: 'tombol', type: 'submit' }, 'Terapkan');
  const apply = make('p', { class: 'saring__terapkan' }, button);
  const drawer = make('details', { class: 'saring__laci', hidden: true }, summary, ...fieldsets.map((fieldset) => fieldset.element), apply);
  form.replaceChildren(drawer);
  form.addEventListener('change', ({ target }) => target.name && onChoose(target.name, target.value, target.checked));
  let drawn;
  const redraw = () => {
    if (!drawn) return; // typed in before the first answer
    const [pilih, { counts }] = drawn;
    for (const option of options) updateOption(option, pilih, counts);
    for (const option of options) if (option.inner) showWithInner(option);
    for (const fieldset of fieldsets) updateFieldset(fieldset);
  };
  const update = (pilih, result) => {
    drawn = [pilih, result];
    redraw();
    drawer.hidden = false; // until then there was nothing to count
    const chosen = countChosen(pilih);
    summary.textContent = chosen ? `Saring (${number(chosen)} dipilih)` : 'Saring';
    button.textContent = `Terapkan (${number(result.rows.length)} inovasi)`;
  };
  return { update, apply, drawer };
}

function makeFieldset([column, title, meaning], data, options, redraw) {
  const items = column === 'wilayah' ? makeProvinces(data, options) : makeOptions(column, data, options);
  const open = column === 'wilayah' ? OPEN_PROVINCES : OPEN_OPTIONS;
  const rest = items.slice(open);
  const more = rest.length ? make('details', { class: 'saring__lagi' }, make('summary', null), make('ul', null, ...rest)) : null;
  const told = meaning ? make('details', { class: 'saring__lagi' }, make('summary', null, 'Apa artinya?'), make('p', { class: 'saring__arti' }, meaning)) : null;
  const list = make('div', { class: 'saring__daftar' }, make('ul', null, ...items.slice(0, open)), more);
  const search = column === 'wilayah' ? makeRegionSearch(options, list, redraw) : null;
  const element = make('fieldset', null, make('legend', null, title), search, list, told);
  return { element, more, list, items, open };
}

/** One <li> for each value in the order of the vocabulary; urusan with the most frequent first. */
function makeOptions(column, data, options) {
  const items = data.nilai[column].map(([id, label], place) => makeOption(column, id, label, place, options));
  return column === 'urusan' ? byFrequency(items, column, data) : items;
}

/** One <li> for each province, the most frequent first, its regions folded inside. */
function makeProvinces(data, options) {
  const items = data.nilai.provinsi.map(([id, label], province) => {
    const item = makeOption('provinsi', id, label, province, options);
    const option = options.at(-1);
    const regions = [...data.nilai.wilayah.entries()].filter(([, region]) => region[2] === province);
    const start = options.length;
    const list = regions.map(([place, [region, name]]) => makeOption('wilayah', region, name, place, options));
    option.inner = options.slice(start);
    const summary = make('summary', null, 'Kabupaten dan kota', make('span', { class: 'tersembunyi' }, ` di ${label}`));
    option.fold = make('details', { class: 'saring__lagi' }, summary, make('ul', null, ...list));
    item.append(option.fold);
    return item;
  });
  return byFrequency(items, 'provinsi', data);
}

function byFrequency(items, column, data) {
  const counts = new Int32Array(items.length);
  for (const place of data.kolom[column]) counts[place] += 1;
  return [...items.keys()].sort((a, b) => counts[b] - counts[a] || a - b).map((place) => items[place]);
}

/** `fits` is false while a search within the facet leaves the option out. */
function makeOption(column, id, label, place, options) {
  const box = make('input', { type: 'checkbox', name: column, value: id });
  const count = make('span', { class: 'saring__jumlah' });
  const item = make('li', null, make('label', null, box, ' ', make('span', null, label), ' ', count));
  options.push({ column, id, label, place, box, count, item, fits: true, value: -1 });
  return item;
}

function updateOption(option, pilih, counts) {
  const value = counts[option.column][option.place];
  if (option.value !== value) option.count.textContent = number(value);
  option.value = value;
  option.box.checked = pilih[option.column].has(option.id);
  option.item.hidden = !(value && option.fits) && !option.box.checked && option.box !== document.activeElement;
}

/** A province stays while one of its regions does, and while its fold has the focus. */
function showWithInner({ item, inner, fold }) {
  if (item.hidden) item.hidden = inner.every((option) => option.item.hidden) && !fold.contains(document.activeElement);
}

/** Hide a fieldset without options, but never one whose options a search within it has hidden; open the folds that hold a tick. */
function updateFieldset(fieldset) {
  const { element, list } = fieldset;
  const isUsed = element.contains(document.activeElement) || Boolean(element.querySelector('input[type=search]')?.value);
  const isEmpty = !list.querySelector('li:not([hidden])') && !isUsed;
  if (element.hidden !== isEmpty) element.hidden = isEmpty;
  for (const fold of list.querySelectorAll('details')) if (fold.querySelector(':checked')) fold.open = true;
  if (fieldset.more) updateMore(fieldset);
}

/** Say how many options are folded; while there are few in all, they are shown without a fold. */
function updateMore({ more, items, open }) {
  const shown = items.map((item) => !item.hidden);
  const folded = shown.slice(open).filter(Boolean).length;
  const isFlat = shown.filter(Boolean).length <= open;
  if (isFlat) more.open = true;
  else if (more.classList.contains('saring__lagi--rata')) more.open = Boolean(more.querySelector(':checked'));
  more.classList.toggle('saring__lagi--rata', isFlat);
  more.hidden = !folded;
  more.firstChild.textContent = `${number(folded)} lainnya`;
}
