// The first box: which form, of which region, and under which address the entry will stand; opening what exists.

import { make } from './jelajah-unsur.js';
import { makePicker } from './formulir-pilih.js';
import { makeSlug } from './periksa-dekat.js';

const MOST_LETTERS = 80;
const RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/** A name as the address of a page: short, and never one that Windows forbids. */
export function slugOf(nama) {
  const slug = makeSlug(nama).slice(0, MOST_LETTERS).replace(/-+$/, '');
  return RESERVED.test(slug) ? `${slug}-inovasi` : slug;
}

/** The box. `does`: {jenis(id), wilayah(id), berkas(file)} are called on a choice. */
export function makeStart({ model, keadaan, barisWilayah, barisEntri, does, judul }) {
  const { borang } = keadaan;
  const kinds = make('select', { id: 'borang-jenis', 'aria-describedby': 'borang-jenis-ket' },
    ...model.borang.map((one) => make('option', { value: one.id, selected: one.id === borang.id }, one.judul)));
  kinds.addEventListener('change', () => does.jenis(kinds.value));
  const region = makePicker({
    id: 'borang-wilayah', rows: () => barisWilayah, value: keadaan.wilayah, placeholder: 'Ketik nama daerah', describedby: 'borang-wilayah-ket',
    onPick: (id, isKnown) => does.wilayah(isKnown ? id : ''),
  });
  if (keadaan.entri) region.input.disabled = true;
  const entry = borang.id === 'replikasi' && !keadaan.entri ? makePicker({
    id: 'borang-entri', rows: barisEntri, placeholder: 'Ketik nama inovasi', describedby: 'borang-entri-ket', onPick: (id, isKnown) => isKnown && does.entri(id),
  }) : null;
  const address = make('p', { class: 'borang-ket', id: 'borang-alamat' });
  const file = make('input', { type: 'file', id: 'borang-berkas', accept: '.md,.yml,.yaml,text/markdown,text/plain', 'aria-describedby': 'borang-berkas-ket' });
  file.addEventListener('change', () => file.files[0] && does.berkas(file.files[0]));
  const box = make('section', { class: 'borang-mulai', 'aria-labelledby': 'borang-mulai-judul' },
    make('h2', { id: 'borang-mulai-judul' }, judul),
    make('div', { class: 'borang-dua' },
      keadaan.entri ? '' : make('div', { class: 'borang-medan' }, make('label', { for: 'borang-jenis' }, 'Yang ditulis'),
        make('p', { class: 'borang-ket', id: 'borang-jenis-ket' }, borang.untuk), kinds),
      entry ? make('div', { class: 'borang-medan' }, make('label', { for: 'borang-entri' }, 'Inovasi di daerah Anda', make('span', { class: 'borang-wajib' }, ' (wajib)')),
        make('p', { class: 'borang-ket', id: 'borang-entri-ket' }, 'Catatan replikasi menjadi bagian dari entri inovasi itu. Belum ada entrinya? Buat dahulu lewat Entri inovasi.'), entry.element)
        : make('div', { class: 'borang-medan' }, make('label', { for: 'borang-wilayah' }, 'Wilayah', make('span', { class: 'borang-wajib' }, ' (wajib)')),
        make('p', { class: 'borang-ket', id: 'borang-wilayah-ket' }, 'Kabupaten, kota, atau provinsi pemilik catatan ini.'), region.element)),
    address,
    make('details', { class: 'borang-lain', open: false }, make('summary', null, keadaan.entri ? 'Punya berkas yang lebih baru daripada situs ini? Buka di sini' : 'Lanjutkan dari berkas yang sudah ada'),
      make('div', { class: 'borang-medan' }, make('label', { for: 'borang-berkas' }, `Buka berkas ${borang.berkas.startsWith('{') ? '.md' : borang.berkas} Anda`),
        make('p', { class: 'borang-ket', id: 'borang-berkas-ket' }, 'Berkas dibaca di peramban ini saja. Isian lain dan catatan (#) di dalamnya tetap seperti aslinya; hanya baris yang Anda ubah yang berubah.'), file)));
  return {
    element: box,
    showAddress(words) {
      address.textContent = words;
    },
  };
}
