// Blocks of a document as elements, for the preview on the screen and for printing.

import { make } from './jelajah-unsur.js';

const MARKS = /(\*\*[^*\n]+\*\*|\[[^\[\]\n]+\])/;
const LISTS = { nomor: 'ol', titik: 'ul', ceklis: 'ul' };

/** An <article class="naskah"> of the blocks. */
export const drawBlocks = (blocks) => make('article', { class: 'naskah' }, ...blocks.map((block) => DRAW[block.blok](block)));

function pieces(text) {
  return text
    .split(MARKS)
    .filter(Boolean)
    .flatMap((piece) => {
      if (piece.startsWith('**') && piece.length > 4) return [make('strong', null, piece.slice(2, -2))];
      if (piece.startsWith('[') && piece.length > 2) return [make('mark', { class: 'naskah__kosong' }, piece)];
      return piece.split('\n').flatMap((line, place) => (place ? [make('br'), line] : [line]));
    });
}

const cells = (name, row, attributes) => make('tr', null, ...row.map((text) => make(name, attributes, ...pieces(text))));

const DRAW = {
  kop: ({ baris }) => make('div', { class: 'naskah__kop' }, ...baris.map((line) => make('p', null, ...pieces(line)))),
  judul: ({ teks, tingkat }) => make(`h${tingkat + 3}`, null, ...pieces(teks)),
  paragraf: ({ teks, gaya, rata }) =>
    make('p', { class: ['naskah__p', gaya && `naskah__p--${gaya}`, rata && `naskah__p--${rata}`].filter(Boolean).join(' ') }, ...pieces(teks)),
  daftar: ({ butir, jenis }) =>
    make(LISTS[jenis], { class: `naskah__daftar naskah__daftar--${jenis}` }, ...butir.map((text) => make('li', null, ...pieces(text)))),
  tabel: ({ kepala, baris }) =>
    make(
      'div',
      { class: 'tabel-geser', role: 'group', tabindex: '0', 'aria-label': 'Tabel, dapat digeser' },
      make('table', null, make('thead', null, cells('th', kepala, { scope: 'col' })), make('tbody', null, ...baris.map((row) => cells('td', row)))),
    ),
  pasangan: ({ baris }) =>
    make('dl', { class: 'naskah__pasangan' }, ...baris.flatMap(([label, value]) => [make('dt', null, label), make('dd', null, ...pieces(value))])),
  'tanda-tangan': ({ baris }) => make('div', { class: 'naskah__tanda' }, ...baris.map((line) => make('p', null, ...pieces(line)))),
  'halaman-baru': () => make('hr', { class: 'naskah__halaman' }),
};
