// Fields and their faults: a sentence below the field, tied to it for those who cannot see it; buttons that open a calendar.

import { make } from './jelajah-unsur.js';
import { tulisTanggal } from './indonesia.js';
import { readTyped } from './rencana-tanggal.js';

const byId = (id) => document.getElementById(id);

/** Show the faults at their fields and take away those that are mended. `shown` keeps what is marked now. */
export function showFaults(faults, shown) {
  for (const id of [...shown]) {
    if (faults.some(({ isian }) => isian === id)) continue;
    byId(`${id}-salah`)?.remove();
    const field = byId(id);
    field?.removeAttribute('aria-invalid');
    describe(field, `${id}-salah`, false);
    shown.delete(id);
  }
  for (const { isian, kalimat } of faults) {
    const field = byId(isian);
    if (!field) continue;
    let line = byId(`${isian}-salah`);
    if (!line) {
      line = make('p', { id: `${isian}-salah`, class: 'medan-salah' });
      (field.closest('.cari-nama, .medan-tanggal') ?? field).after(line);
    }
    if (line.textContent !== kalimat) line.textContent = kalimat;
    if (field.matches('input, textarea, select')) field.setAttribute('aria-invalid', 'true');
    describe(field, line.id, true);
    shown.add(isian);
  }
}

function describe(field, id, isWanted) {
  if (!field) return;
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  if (isWanted) ids.push(id);
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}

/** The list of faults with links to their fields, and of what is missing. */
export function makeSummary({ salah, kurang }) {
  const links = (list) => make('ul', null, ...list.map(({ isian, kalimat }) => {
    const link = make('a', { href: `#${isian}` }, kalimat);
    link.addEventListener('click', (event) => {
      event.preventDefault(); // the address must not change: it is where plans come from
      const field = byId(isian);
      field?.closest('details')?.setAttribute('open', '');
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    });
    return make('li', null, link);
  }));
  return [
    salah.length ? make('div', { class: 'rencana__salah' }, make('h3', null, `Perlu diperbaiki (${salah.length})`), links(salah)) : null,
    kurang.length ? make('div', null, make('h3', null, 'Masih kurang'), links(kurang)) : null,
  ].filter(Boolean);
}

/** Say below a date what was understood. */
export function showMeaning(id, words) {
  const line = byId(`${id}-arti`);
  if (line.textContent !== words) line.textContent = words;
}

/** The buttons "Kalender": a date picker of the browser that writes into the field as text. */
export function addCalendars(form) {
  for (const button of form.querySelectorAll('[data-kalender]')) {
    const field = byId(button.dataset.kalender);
    const picker = make('input', { type: 'date', class: 'medan-pemilih', tabindex: '-1', 'aria-hidden': 'true' });
    if (!picker.showPicker) continue;
    button.hidden = false;
    button.after(picker);
    button.addEventListener('click', () => {
      picker.value = readTyped(field.value).iso;
      picker.showPicker();
    });
    picker.addEventListener('change', () => {
      if (!picker.value) return;
      field.value = tulisTanggal(picker.value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}
