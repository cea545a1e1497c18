// The last section: check, look, and hand over. What was checked is what is handed over.

import { download, downloadFile, githubWay, messageOf, share, travelName } from './formulir-kirim.js';
import { make } from './jelajah-unsur.js';
import { makeSummary } from './formulir-salah.js';

const LATER = 'Yang diperiksa sesudah dikirim: entri kembar, alamat sumber yang mati, dan rujukan ke catatan lain yang belum dikenal halaman ini.';

/** `told`: {meja, pengaturan, susun, open}; `susun(record)` gives the text of the file. */
export class Akhir {
  constructor(told) {
    Object.assign(this, told);
    this.hasil = make('div');
    this.jalan = make('div', { hidden: true });
    this.lihat = make('div', { class: 'borang-lihat', hidden: true });
    this.saran = make('div');
    const check = make('button', { type: 'button', class: 'tombol', id: 'borang-periksa' }, 'Periksa isian');
    check.addEventListener('click', () => this.check());
    const look = make('button', { type: 'button', class: 'tombol tombol--sekunder', 'aria-expanded': 'false' }, 'Lihat pratinjau');
    look.addEventListener('click', () => this.look(look));
    if (!this.meja.keadaan.isEntry) look.hidden = true;
    this.element = make('section', { class: 'borang-akhir', 'aria-labelledby': 'borang-akhir-judul' },
      make('h2', { id: 'borang-akhir-judul' }, 'Periksa dan kirim'),
      make('p', null, 'Tidak ada yang terkirim sebelum Anda menekan salah satu tombol kirim.'),
      this.hasil, this.saran, make('p', { class: 'tombol-daftar' }, check, look), this.jalan, this.lihat);
  }

  /** Check everything and show what is wrong, or the ways to hand the file over. */
  check() {
    const { meja } = this;
    meja.semua = true;
    const outcome = meja.periksa();
    const errors = outcome.faults.filter((fault) => fault.tingkat === 'kesalahan');
    const summary = makeSummary(outcome.faults, meja, this.open);
    if (!meja.keadaan.wilayah) summary.append(make('p', null, 'Wilayah belum dipilih.'));
    this.hasil.replaceChildren(summary);
    summary.append(make('p', { class: 'borang-ket' }, LATER));
    summary.focus();
    const isSound = !errors.length && meja.keadaan.wilayah;
    this.jalan.hidden = !isSound;
    if (isSound) this.offer(outcome);
    this.nasihat?.(outcome, this.saran);
  }

  /** The record changed: what was offered no longer fits it. */
  changed(outcome) {
    if (this.offered && this.offered !== JSON.stringify(outcome.record)) {
      this.jalan.hidden = true;
      this.hasil.replaceChildren();
      this.offered = '';
    }
    if (!this.lihat.hidden) this.drawPreview(outcome.record);
  }

  async offer({ record }) {
    this.offered = JSON.stringify(record);
    const { keadaan, foto } = this.meja;
    const used = new Set((record.data.foto ?? []).map((one) => one.berkas));
    const result = {
      berkas: keadaan.berkas, text: await this.susun(record), photos: [...foto].filter(([name]) => used.has(name)), judul: judulOf(record, keadaan),
      isNew: !this.isThere(),
    };
    const said = make('p', { role: 'status', class: 'borang-ket' });
    this.jalan.replaceChildren(make('div', { class: 'borang-kirim' }, this.makeDownload(result, said), this.makeGithub(result, said), this.makeShare(result, said)), said,
      make('details', { class: 'borang-lain' }, make('summary', null, `Lihat isi ${result.berkas.split('/').pop()}`),
        make('pre', { tabindex: '0', role: 'group', 'aria-label': 'Isi berkas', id: 'borang-teks' }, result.text)));
  }

  makeDownload(result, said) {
    const box = way('Unduh berkas', `Simpan ${travelName(result.berkas)}${result.photos.length ? ' dan fotonya' : ''}, lalu kirim lewat surel atau WhatsApp kepada pengelola.`, 'Unduh', () => {
      downloadFile(result);
      said.textContent = `Berkas disimpan. Tempatnya di katalog: ${result.berkas}`;
    }, true);
    for (const [name, { blob }] of result.photos) {
      const button = make('button', { type: 'button', class: 'borang-tambah' }, `Unduh ${name}`);
      button.addEventListener('click', () => download(name, blob));
      box.append(button);
    }
    return box;
  }

  makeGithub(result, said) {
    const { repositori } = this.pengaturan;
    if (!repositori) return way('Kirim lewat GitHub', 'Alamat repositori katalog ini belum ditetapkan pengelola, jadi jalan ini belum dapat dipakai. Unduh berkasnya, lalu kirimkan.');
    const { address, isPaste, about } = githubWay({ ...result, repositori });
    return way('Kirim lewat GitHub', `${about} Perlu akun GitHub.`, isPaste ? 'Salin teks dan buka GitHub' : 'Buka GitHub', async () => {
      if (isPaste) await copy(result.text, said);
      window.open(address, '_blank', 'noopener');
    });
  }

  makeShare(result, said) {
    return way('Bagikan', 'Kirim langsung lewat WhatsApp, surel, atau aplikasi lain di gawai ini.', 'Bagikan', async () => {
      if (await share(result)) return;
      downloadFile(result);
      await copy(messageOf(result), said);
      said.textContent = 'Peramban ini tidak dapat membagikan berkas. Berkas sudah diunduh dan pesan pengantar sudah disalin; lampirkan sendiri di WhatsApp atau surel.';
    });
  }

  async look(button) {
    const isOpen = this.lihat.hidden;
    this.lihat.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    button.textContent = isOpen ? 'Tutup pratinjau' : 'Lihat pratinjau';
    if (isOpen) await this.drawPreview(this.meja.keadaan.tidy().record);
  }

  async drawPreview(record) {
    const { makePreview } = await import('./formulir-pratinjau.js');
    this.lihat.replaceChildren(makePreview(record, this.meja));
  }
}

function way(title, about, words, does, isFirst = false) {
  const button = words ? make('button', { type: 'button', class: isFirst ? 'tombol' : 'tombol tombol--sekunder' }, words) : null;
  button?.addEventListener('click', does);
  return make('div', null, make('h3', null, title), make('p', null, about), button);
}

async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = 'Teks sudah disalin.';
  } catch {
    said.textContent = 'Peramban ini menolak menyalin. Salin sendiri isi berkas di bawah ini.';
  }
}

const judulOf = (record, keadaan) => record.data.nama ?? `${keadaan.borang.judul} ${keadaan.wilayah}`;
