// The sections of a form, made when they are opened, and the panel that shows how far one is.

import { completeness } from './formulir-keadaan.js';
import { makeField } from './formulir-medan.js';
import { make } from './jelajah-unsur.js';

const STORY = [
  ['masalah', 'Masalah', 'Apa yang terjadi sebelum inovasi ini ada, dan siapa yang merasakannya.'],
  ['cara_kerja', 'Cara kerja', 'Siapa mengerjakan apa, dari awal sampai warga menerima layanannya.'],
  ['hasil', 'Hasil', 'Apa yang berubah. Angka ditulis juga di bagian Hasil dan bukti.'],
  ['pelajaran', 'Pelajaran', 'Apa yang akan Anda lakukan lain bila mengulanginya.'],
];

/** Sections as folded boxes; `open(place)` unfolds the one that holds an isian. */
export class Bagian {
  constructor(meja) {
    this.meja = meja;
    this.list = meja.keadaan.borang.bagian.map((told, n) => this.makeSection(told, n));
    this.element = make('div', null, ...this.list.map(({ box }) => box));
    this.panel = makePanel(this.list, meja);
  }

  makeSection(told, n) {
    const count = make('span', { class: 'borang-isi' });
    const inside = make('div', { class: 'borang-bagian__isi' });
    const box = make('details', { class: 'borang-bagian', id: `bagian-${told.id}` },
      make('summary', null, make('h2', null, told.judul), count, make('p', null, told.bantuan)), inside);
    const section = { told, box, count, inside, isMade: false };
    box.addEventListener('toggle', () => box.open && this.fill(section));
    if (n === 0) {
      box.open = true;
      this.fill(section);
    }
    return section;
  }

  fill(section) {
    if (section.isMade) return;
    section.isMade = true;
    const { meja } = this;
    const fields = meja.model.kelas.get(meja.keadaan.borang.rekaman);
    section.inside.append(...(section.told.badan ? makeStory(meja) : section.told.isian.map((key) => makeField(meja, titled(fields.get(key), meja), [key]))));
    meja.segarkan();
  }

  /** Unfold the section in which a place lies. */
  open(place) {
    const section = this.list.find(({ told }) => (place[0] === 'badan' ? told.badan : told.isian.includes(place[0])));
    if (!section) return;
    section.box.open = true;
    this.fill(section);
  }

  /** Tell how much of each section, and of what counts, is filled. */
  show({ record, faults }) {
    for (const { told, count } of this.list) {
      const keys = told.badan ? STORY.map(([key]) => key) : told.isian;
      const filled = keys.filter((key) => (told.badan ? record.badan[key] : record.data[key]) !== undefined).length;
      count.textContent = `${filled} dari ${keys.length}`;
      count.classList.toggle('ada', filled === keys.length);
    }
    this.panel.show(record, faults, this.list);
  }
}

/** The rows of a register bear the name of what they are. */
const titled = (field, meja) => (field.k === meja.keadaan.borang.baris ? { ...field, j: (field.b ?? field.j).replace(/\.$/, ''), b: '' } : field);

function makeStory(meja) {
  const help = make('p', { class: 'borang-ket' }, 'Paragraf dipisah satu baris kosong. Daftar: awali tiap baris dengan tanda minus dan spasi.');
  const keys = meja.keadaan.badan.lain ? [...STORY, ['lain', 'Bagian lain', 'Tulisan di luar keempat bagian; disimpan seperti adanya.']] : STORY;
  return [help, ...keys.map(([key, title, about]) => {
    const id = `f-badan-${key}`;
    const area = make('textarea', { id, rows: 5, 'aria-describedby': `${id}-ket` });
    area.value = meja.keadaan.badan[key] ?? '';
    area.addEventListener('input', () => meja.tulis(['badan', key], area.value, false));
    area.addEventListener('change', () => meja.sentuh(['badan', key]));
    return make('div', { class: 'borang-medan' }, make('label', { for: id }, title), make('p', { class: 'borang-ket', id: `${id}-ket` }, about), area);
  })];
}

function makePanel(list, meja) {
  const total = make('p');
  const meter = make('meter', { min: 0, max: 1, value: 0, 'aria-label': 'Kelengkapan' });
  const state = make('p');
  const links = list.map(({ told, box }) => {
    const link = make('a', { href: `#${box.id}` }, told.judul);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      box.open = true;
      box.querySelector('summary').focus();
      box.scrollIntoView({ block: 'start' });
    });
    const count = make('span');
    return { item: make('li', null, link, count), count };
  });
  const saved = make('p', { class: 'borang-ket' });
  const counts = meja.keadaan.isEntry && list.length > 2;
  const element = make('aside', { class: 'borang-sisi', 'aria-labelledby': 'borang-maju' }, make('div', { class: 'kotak' },
    make('h2', { id: 'borang-maju' }, 'Kemajuan'), counts ? total : '', counts ? meter : '', state, saved, make('ol', null, ...links.map(({ item }) => item))));
  return {
    element,
    saved,
    show(record, faults, sections) {
      const { terisi, dari } = completeness(record, meja.model);
      meter.max = dari;
      meter.value = terisi;
      total.replaceChildren(make('strong', null, `${terisi} dari ${dari} isian`), ' sudah terisi');
      const errors = faults.filter((fault) => fault.tingkat === 'kesalahan');
      const missing = errors.filter((fault) => fault.kode === 'isian-wajib-tidak-ada').length;
      state.textContent = errors.length ? [missing ? `${missing} isian wajib belum diisi` : '', errors.length - missing ? `${errors.length - missing} hal perlu diperbaiki` : ''].filter(Boolean).join(', ') : 'Siap dikirim';
      sections.forEach(({ count }, n) => { links[n].count.textContent = count.textContent; });
    },
  };
}
