// The form door: starts from the address (?jenis=…&wilayah=…, ?entri=…), brings state, fields, check and results together.

import { Akhir } from './formulir-akhir.js';
import { Bagian } from './formulir-bagian.js';
import { dress } from './formulir-gaya.js';
import { Keadaan } from './formulir-keadaan.js';
import { make } from './jelajah-unsur.js';
import { makeStart, slugOf } from './formulir-mulai.js';
import { Meja } from './formulir-meja.js';
import { Model } from './periksa-bentuk.js';
import { fetchJson, NotReadable, openEntry, openRegister, readFile, yamlReader } from './formulir-buka.js';
import { readDraft, removeDraft, saveDraft } from './formulir-simpan.js';
import { root } from './keranjang.js';
import { showFaults } from './formulir-salah.js';
import { entryLines, registerLines, textOf } from './yaml-tulis.js';
import { revise, same } from './yaml-sunting.js';

const ID = /^[a-z0-9-]{1,99}\/[a-z0-9-]{1,99}$/;
const FOLDER = 'kontribusi/formulir/';

const tempat = document.getElementById('borang');
const kabar = document.getElementById('borang-kabar');
const pengaturan = {
  repositori: tempat.dataset.repositori ?? '',
  berprofil: new Set(tempat.dataset.profil.split(' ')),
  berkantor: new Set(tempat.dataset.kantor.split(' ')),
};

start().catch((error) => {
  kabar.textContent = 'Formulir tidak dapat dibuka. Muat ulang halaman ini, atau pakai jalan lain di bawah.';
  document.getElementById('borang-tanpa').hidden = false;
  throw error;
});

async function start() {
  dress();
  const answer = await fetch(new URL(`${FOLDER}${tempat.dataset.model}`, root));
  const model = new Model(await answer.json());
  const asked = new URLSearchParams(location.search);
  const entri = ID.test(asked.get('entri') ?? '') ? asked.get('entri') : '';
  const borang = model.borang.find(({ id }) => id === asked.get('jenis')) ?? model.borang[0];
  const wilayah = entri ? entri.split('/')[0] : model.idWilayah.has(asked.get('wilayah')) ? asked.get('wilayah') : '';
  const where = { jenis: borang.id, entri, wilayah };
  const keadaan = new Keadaan(borang, { wilayah, entri, slug: entri.split('/')[1] ?? '' });
  const draft = readDraft(where);
  let notice = '';
  if (draft) {
    const { v, waktu, ...isi } = draft;
    Object.assign(keadaan, isi);
    notice = 'Draf Anda dibuka lagi.';
  } else if (entri) {
    const opened = await openEntry(entri, model);
    if (opened) Object.assign(keadaan, opened);
    else notice = 'Entri itu tidak ditemukan; formulir dimulai dari kosong.';
  }
  new Formulir(model, keadaan, where).show(notice, Boolean(draft));
}

/** The form on the page; made anew when another kind is chosen or a file is opened. */
class Formulir {
  constructor(model, keadaan, where) {
    Object.assign(this, { model, keadaan, where });
    this.meja = new Meja({ model, keadaan, kabar, onChecked: (outcome) => this.checked(outcome) });
    this.semula = this.now();
    for (const one of keadaan.list(['foto'])) if (keadaan.asli && one.berkas) this.meja.fotoLama.add(one.berkas);
  }

  show(notice, isDraft) {
    const { meja, keadaan, model } = this;
    const isEdit = Boolean(keadaan.entri);
    this.bagian = new Bagian(meja);
    this.mulai = makeStart({
      model, keadaan, barisWilayah: meja.barisWilayah, barisEntri: () => meja.barisEntri(),
      judul: isEdit ? `Menyunting: ${keadaan.data.nama ?? keadaan.entri}` : 'Mulai dari sini',
      does: { jenis: (id) => this.go({ jenis: id }), entri: (id) => this.go({ jenis: keadaan.borang.id, entri: id }), wilayah: (id) => this.setRegion(id), berkas: (file) => this.openFile(file) },
    });
    this.akhir = new Akhir({ meja, pengaturan, susun: (record) => this.text(record), open: (place) => this.bagian.open(place), isThere: () => this.isThere() });
    this.akhir.nasihat = (outcome, box) => this.advise(outcome, box);
    const form = make('form', { class: 'borang', novalidate: true, 'aria-label': keadaan.borang.judul }, this.mulai.element,
      ...(keadaan.borang.id === 'replikasi' && !isEdit ? [] : [this.bagian.element, this.akhir.element, this.bagian.panel.element]));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('focusin', ({ target }) => {
      // Browsers bring the caret into view, not its box; a box that was clicked stays under the pointer.
      if (target.matches('textarea:not(:active)')) target.scrollIntoView({ block: 'nearest' });
    });
    tempat.replaceChildren(notice ? this.makeNotice(notice, isDraft) : '', form);
    tempat.hidden = false;
    document.getElementById('borang-tanpa').hidden = true;
    this.setRegion(keadaan.wilayah);
    form.addEventListener('focusin', () => this.fetchNames(), { once: true }); // whoever only looks does not pay for them
    tempat.dataset.siap = '';
  }

  makeNotice(words, isDraft) {
    const again = make('button', { type: 'button', class: 'tombol tombol--sekunder' }, 'Mulai dari kosong');
    again.addEventListener('click', () => {
      removeDraft(this.where);
      location.reload();
    });
    return make('div', { class: 'kotak' }, make('p', null, words, isDraft ? ' Foto perlu dipilih lagi.' : ''), isDraft ? again : '');
  }

  go(wanted) {
    const target = new URL(location.href);
    target.search = new URLSearchParams({ ...wanted, ...(this.keadaan.wilayah && !wanted.entri ? { wilayah: this.keadaan.wilayah } : {}) });
    location.assign(target);
  }

  async setRegion(id) {
    const { keadaan, meja, model } = this;
    keadaan.wilayah = id;
    if (keadaan.borang.rekaman === 'ProfilWilayah' && id && !keadaan.asli) this.fillProfile(id);
    if (!keadaan.isEntry && id && !keadaan.asli) await this.openRegion(id, model);
    meja.kantor = id && pengaturan.berkantor.has(id) ? await fetchJson(`${FOLDER}kantor/${id}.json`) : id ? {} : null;
    this.mulai.showAddress(this.addressWords());
    meja.berubah([]);
  }

  /** What the region has already: rows of a register are added to it, a profile is shown to be corrected. */
  async openRegion(id, model) {
    const { keadaan, meja } = this;
    this.lama = pengaturan.berprofil.has(id) || pengaturan.berkantor.has(id) ? await openRegister(id, keadaan.borang, model) : null;
    if (!this.lama) return;
    if (keadaan.borang.baris) {
      if (this.lama.data.lengkap && !keadaan.data.lengkap) keadaan.set(['lengkap'], this.lama.data.lengkap);
      const field = document.getElementById('f-lengkap');
      if (field) field.value = keadaan.data.lengkap;
      meja.kabarkan(`Catatan baru ditambahkan di bawah ${this.lama.data.daftar?.length ?? 0} catatan yang sudah ada.`);
    } else if (meja.tersentuh.size === 0) {
      const opened = new Keadaan(keadaan.borang, { ...this.lama, wilayah: id });
      new Formulir(this.model, opened, this.where).show('Profil yang sudah ada dibuka. Ubah yang perlu saja.', false);
    }
  }

  /** Code, name, kind and province stand in the list of regions. */
  fillProfile(id) {
    const { kode, nama } = this.model.idWilayah.get(id);
    const jenis = { 'kab-': 'kabupaten', kota: 'kota', prov: 'provinsi' }[id.slice(0, 4)];
    const provinsi = this.model.wilayah.find(([one]) => one === kode.slice(0, 2))[2].replace(/^Provinsi /, '');
    for (const [key, value] of Object.entries({ kode, nama, jenis, provinsi })) {
      this.keadaan.set([key], value);
      const field = document.getElementById(`f-${key}`);
      if (field) field.value = value;
    }
    this.semula = this.now(); // filled in by the form, not by the contributor
  }

  addressWords() {
    const { wilayah, slug, borang, isEntry } = this.keadaan;
    if (!wilayah) return '';
    const words = isEntry ? (slug ? `Alamat halamannya${this.keadaan.entri ? '' : ' nanti'}: inovasi/${wilayah}/${slug}/` : '') : `Menjadi bagian dari ${wilayah}/${borang.berkas}`;
    return pengaturan.berprofil.has(wilayah) || borang.rekaman === 'ProfilWilayah' ? words
      : `${words} Wilayah ini belum punya profil di katalog; kirim juga profilnya lewat formulir Profil dan aturan tuan rumah.`;
  }

  async fetchNames() {
    this.meja.nama = await fetchJson('kunjungan/rencana/nama.json').catch(() => null);
    this.meja.berubah([]);
  }

  async openFile(file) {
    try {
      const opened = await readFile(await file.text(), this.keadaan.borang.rekaman, this.model);
      const slug = this.keadaan.isEntry ? this.keadaan.slug || slugOf(file.name.replace(/\.md$/i, '')) : '';
      const isi = this.isEdited() ? withUnknown(opened, this.keadaan, this.model) : opened;
      const keadaan = new Keadaan(this.keadaan.borang, { ...isi, slug, wilayah: this.keadaan.wilayah, entri: this.keadaan.entri });
      const form = new Formulir(this.model, keadaan, this.where);
      form.show(`${file.name} dibuka. Hanya baris yang Anda ubah yang akan berubah.`, false);
      form.save(true);
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      kabar.textContent = error.message;
    }
  }

  /** Was anything typed since the entry was opened? Then it goes on top of the file that is opened now. */
  isEdited() {
    return Boolean(this.keadaan.asli) && this.isChanged();
  }

  isChanged() {
    return !same(this.now(), this.semula);
  }

  now() {
    const { record } = this.keadaan.tidy();
    return { ...record.data, badan: record.badan };
  }

  checked(outcome) {
    const { keadaan, meja } = this;
    if (keadaan.isEntry && !keadaan.asli) keadaan.slug = slugOf(outcome.record.data.nama ?? '');
    this.mulai?.showAddress(this.addressWords());
    showFaults(outcome.faults, meja);
    this.bagian.show(outcome);
    this.akhir.changed(outcome);
    this.save();
  }

  /** Keep the draft; what was only opened from the catalogue is not one, unless it is wanted. */
  save(isWanted = false) {
    const { keadaan } = this;
    if (!isWanted && !this.isChanged()) return;
    if (!keadaan.asli && !Object.values(keadaan.tidy().record.data).some((value) => JSON.stringify(value).length > 6)) return;
    const isKept = saveDraft(keadaan);
    this.bagian.panel.saved.textContent = isKept ? 'Draf tersimpan di peramban ini.' : 'Peramban ini tidak menyimpan draf; jangan tutup halaman sebelum mengunduh.';
  }

  /** Does the record already stand in the catalogue? */
  isThere() {
    const { keadaan } = this;
    if (keadaan.asli || this.lama) return true;
    if (keadaan.isEntry) return Boolean(this.meja.nama?.[keadaan.wilayah]?.[keadaan.slug]);
    return false;
  }

  /** The text of the file: canonical for a new one, else the old text with the changed lines. */
  async text(record) {
    const { keadaan, model } = this;
    if (keadaan.asli) return revise(keadaan.asli, record, model, await yamlReader());
    if (this.lama) {
      const daftar = [...(this.lama.data.daftar ?? []), ...record.data.daftar];
      return revise(this.lama.asli, { ...record, data: { ...this.lama.data, ...record.data, daftar } }, model, await yamlReader());
    }
    return textOf(keadaan.isEntry ? entryLines(record.data, record.badan, model) : registerLines(record.data, record.kelas, model));
  }

  async advise(outcome, box) {
    this.dinasihati = outcome;
    const { makeAdvice } = await import('./formulir-saran.js');
    const advice = await makeAdvice(outcome.record, this.meja);
    if (this.dinasihati === outcome) box.replaceChildren(...advice); // a later check may have asked meanwhile
  }
}

/** What was typed, and of the file only what the form does not show: isian it does not know, text outside the sections. */
function withUnknown(opened, { data, badan, borang }, model) {
  const fields = model.kelas.get(borang.rekaman);
  const unknown = Object.entries(opened.data).filter(([key]) => !fields.has(key));
  const rest = opened.badan.lain ? { lain: opened.badan.lain } : {};
  return { asli: opened.asli, data: { ...data, ...Object.fromEntries(unknown) }, badan: { ...badan, ...rest } };
}
