// The desk between fields and state: what is typed goes into the state, and what follows from it (check, draft, progress) is called.

import { completeness, placeOf } from './formulir-keadaan.js';
import { makeFields } from './formulir-medan.js';
import { periksa, periksaKomentar } from './periksa.js';

const PAUSE = 300;

export class Meja {
  /** `told`: {model, keadaan, kabar}; `kabar` is the live region. `onChecked` is called with every check's outcome. */
  constructor({ model, keadaan, kabar, onChecked }) {
    Object.assign(this, { model, keadaan, kabar, onChecked });
    this.foto = new Map();
    this.fotoLama = new Set();
    this.tersentuh = new Set();
    this.terbuka = new WeakSet(); // items of lists that are unfolded
    this.semua = false;
    this.kantor = null;
    this.nama = null;
    this.penyimak = [];
    this.barisWilayah = model.wilayah.map(([kode, id, nama]) => [id, nama, kode.length > 2 ? provinceOf(model, kode) : 'Provinsi']);
  }

  makeFields(kelas, path) {
    return makeFields(this, kelas, path);
  }

  /** Take a value. `isSettled`: the reader is done with the field (a choice), so its faults may be shown. */
  tulis(path, value, isSettled) {
    this.keadaan.set(path, value);
    if (isSettled) this.tersentuh.add(path.join('.'));
    this.berubah(path);
  }

  sentuh(path) {
    this.tersentuh.add(path.join('.'));
    this.berubah(path);
  }

  /** Something at `path` changed: tell who listens, and check soon. */
  berubah(path) {
    if (path.includes('sumber')) this.beriTahu('sumber');
    clearTimeout(this.nanti);
    this.nanti = setTimeout(() => this.periksa(), PAUSE);
  }

  /** Call `does` whenever `topic` changes, as long as `element` is on the page. */
  simak(topic, does, element) {
    this.penyimak.push({ topic, does, element });
  }

  beriTahu(topic) {
    this.penyimak = this.penyimak.filter(({ element, baru = true }) => baru || element.isConnected);
    for (const one of this.penyimak) {
      if (one.element.isConnected) one.baru = false;
      if (one.topic === topic && !one.element.contains(document.activeElement)) one.does();
    }
  }

  kabarkan(words) {
    this.kabar.textContent = words;
  }

  /** A list has drawn itself anew: its faults must be shown again. */
  segarkan() {
    clearTimeout(this.nanti);
    this.nanti = setTimeout(() => this.periksa(), 0);
  }

  /** Check now; returns {record, faults}: every fault with the place of its field (`tempat`). */
  periksa() {
    clearTimeout(this.nanti);
    const { record, places } = this.keadaan.tidy();
    const { asli, isEntry } = this.keadaan;
    const faults = [...periksa(record, this.model, this.kenal()), ...(asli ? periksaKomentar(asli, isEntry, this.model) : [])];
    for (const fault of faults) fault.tempat = fault.jalur[0] === 'badan' ? fault.jalur : placeOf(fault.jalur, places);
    const outcome = { record, faults, kelengkapan: completeness(record, this.model) };
    this.onChecked(outcome);
    return outcome;
  }

  /** What can be referred to, as far as it is known here. */
  kenal() {
    return {
      entri: this.nama && new Set(this.barisEntri().map(([id]) => id)),
      kantor: this.kantor && new Set(Object.keys(this.kantor)),
      foto: new Set([...this.foto.keys(), ...this.fotoLama]),
    };
  }

  /** Rows of [id, name, region] of every entry; [] until the names have come. */
  barisEntri() {
    this.barisNama ??= this.nama && Object.entries(this.nama).flatMap(([wilayah, slugs]) => Object.entries(slugs)
      .map(([slug, nama]) => [`${wilayah}/${slug}`, nama, this.model.idWilayah.get(wilayah)?.nama ?? wilayah]));
    return this.barisNama ?? [];
  }

  barisKantor() {
    return Object.entries(this.kantor ?? {}).map(([id, nama]) => [id, nama, '']);
  }

  /** May the faults at a place be seen yet? Numbers of persons at once, the rest when the field was left or everything was asked for. */
  isVisible(fault) {
    if (this.semua || fault.kode.includes('data-pribadi')) return true;
    return fault.kode !== 'isian-wajib-tidak-ada' && this.tersentuh.has(fault.tempat.join('.'));
  }
}

const provinceOf = (model, kode) => model.wilayah.find(([one]) => one === kode.slice(0, 2))?.[2].replace(/^Provinsi /, '') ?? '';
