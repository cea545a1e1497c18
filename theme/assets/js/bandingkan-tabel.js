// The drawn table. Roles are written out, because on a phone the rows are stacked and `display` would take them away.

import { cutCell } from './bandingkan-cetak.js';
import { root } from './keranjang.js';
import { make } from './jelajah-unsur.js';

const MARKS = { beda: 'berbeda', sebagian: 'data sebagian' };
const ROLES = { thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };

/** Address of the entry's page. */
export const pageOf = (id) => `${root.pathname}inovasi/${id}/`;

/**
 * The table of `groups` (see makeRows), printed with at most `limit` characters a cell. `act(what, id)` is called by the buttons
 * under the names: what is 'kiri', 'kanan' or 'keluar'. Each bears `data-aksi="<what> <id>"`, so that focus can be put back.
 */
export function makeTable(entries, groups, limit, act) {
  const names = entries.map(({ nama }) => nama);
  const heads = entries.map(({ id, nama, daerah }) =>
    make('th', { role: 'columnheader', scope: 'col' }, make('a', { href: pageOf(id) }, nama), ' ', make('span', { class: 'kepanjangan' }, daerah.nama)),
  );
  const corner = make('td', { role: 'cell' });
  return make(
    'table',
    { role: 'table', 'aria-labelledby': 'banding-judul' },
    make('caption', { id: 'banding-judul' }, captionOf(names)),
    part('thead', part('tr', corner, ...heads)),
    part('tbody', makeTools(entries, act)),
    ...groups.filter(({ baris }) => baris.length).map((group) => makeGroup(group, names, limit)),
  );
}

function captionOf(names) {
  return names.length > 1 ? `Perbandingan ${names.length} inovasi` : `${names[0]} belum ada pembandingnya`;
}

const part = (name, ...children) => make(name, { role: ROLES[name] }, ...children);

function makeGroup({ judul, baris }, names, limit) {
  const head = make('th', { role: 'rowheader', scope: 'rowgroup', colspan: String(names.length + 1), class: 'banding__bagian' }, judul);
  return part('tbody', part('tr', head), ...baris.map((row) => makeRow(row, names, limit)));
}

function makeRow({ judul, sel, keadaan }, names, limit) {
  const mark = MARKS[keadaan] ? make('span', { class: 'banding__tanda' }, MARKS[keadaan]) : null;
  return make(
    'tr',
    { role: 'row', 'data-keadaan': keadaan },
    make('th', { role: 'rowheader', scope: 'row' }, judul, mark ? ' ' : '', mark),
    ...sel.map((lines, place) => make('td', { role: 'cell', 'data-nama': names[place] }, ...makeCell(lines, limit))),
  );
}

/** What is seen, and, where that is too long for print, what is printed in its place. */
function makeCell(lines, limit) {
  const printed = cutCell(lines, limit);
  if (!printed) return makeLines(lines);
  return [make('div', { class: 'banding__layar' }, ...makeLines(lines)), make('div', { class: 'banding__cetak' }, ...makeLines(printed))];
}

function makeLines(lines) {
  if (!lines.length) return [make('span', { class: 'belum' }, 'belum ada data')];
  if (lines.length === 1) return lines;
  return [make('ul', null, ...lines.map((line) => make('li', null, line)))];
}

function makeTools(entries, act) {
  const last = entries.length - 1;
  const cells = entries.map(({ id, nama }, place) =>
    make(
      'td',
      { role: 'cell', 'data-nama': nama },
      last ? makeTool('kiri', 'Kiri', `Pindahkan ${nama} ke kiri`, id, act, place === 0) : '',
      last ? makeTool('kanan', 'Kanan', `Pindahkan ${nama} ke kanan`, id, act, place === last) : '',
      makeTool('keluar', 'Keluarkan', `Keluarkan ${nama}`, id, act, false),
    ),
  );
  return make('tr', { role: 'row', class: 'banding__alat' }, make('th', { role: 'rowheader', scope: 'row' }, 'Atur kolom'), ...cells);
}

function makeTool(what, text, name, id, act, disabled) {
  const button = make('button', { type: 'button', 'aria-label': name, 'data-aksi': `${what} ${id}`, disabled }, text);
  button.addEventListener('click', () => act(what, id));
  return button;
}
