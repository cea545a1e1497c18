// "Masih berjalan?": the entry named in the address, the message about it, and the ways to send it.

const $ = (id) => document.getElementById(id);
const meja = $('konfirmasi');
const ID = /^(?:kab|kota|prov)-[a-z0-9-]+\/[a-z0-9-]+$/;
const AKAR = '../../';

const id = location.search.slice(1).split('&')[0].replaceAll('%2F', '/');
let entri = null;

/** A text as YAML reads it, whatever stands in it. */
const petik = (text) => JSON.stringify(text);

function baris({ berjalan, kantor, hari, alasan }) {
  if (berjalan) return `dikonfirmasi: {tanggal: ${hari}, oleh: ${petik(kantor)}}`;
  return `status: {keadaan: berhenti, per: ${hari}${alasan ? `, alasan: ${petik(alasan)}` : ''}}`;
}

function kalimat(isi) {
  const { berjalan, kantor, hari, alasan } = isi;
  const alamat = new URL(`${AKAR}inovasi/${id}/`, location).href;
  const keadaan = berjalan ? 'masih berjalan dan isi entrinya benar' : 'sudah berhenti';
  const sebab = !berjalan && alasan ? ` Alasan dan penggantinya: ${alasan}` : '';
  return `${kantor || '… (nama kantor)'} menyatakan pada ${hari} bahwa “${entri.nama}” ${keadaan}.${sebab}\n`
    + `Halaman: ${alamat}\nBaris di ${berkas()}:\n${baris(isi)}`;
}

const berkas = () => `innovations/${id}.md`;

/** Where an issue is begun, at GitHub or GitLab, filled in as far as these allow. */
function isu(isi, pesan) {
  const dasar = meja.dataset.repositori;
  const judul = `Konfirmasi: ${entri.nama}`;
  if (new URL(dasar).hostname.includes('gitlab')) {
    return `${dasar}/-/issues/new?${new URLSearchParams({ 'issue[title]': judul, 'issue[description]': pesan })}`;
  }
  return `${dasar}/issues/new?${new URLSearchParams({
    template: 'masih-berjalan.yml',
    title: judul,
    entri: id,
    keadaan: isi.berjalan ? 'Masih berjalan, isi entri benar' : 'Sudah berhenti',
    kantor: isi.kantor,
    tanggal: isi.hari,
    keterangan: isi.berjalan ? '' : isi.alasan,
  })}`;
}

function jalan(isi, pesan) {
  const { surel, whatsapp, repositori } = meja.dataset;
  const subjek = encodeURIComponent(`Konfirmasi: ${entri.nama}`);
  return [
    whatsapp && ['Kirim lewat WhatsApp', `https://wa.me/${whatsapp}?text=${encodeURIComponent(pesan)}`],
    surel && ['Kirim lewat surel', `mailto:${surel}?subject=${subjek}&body=${encodeURIComponent(pesan)}`],
    repositori && ['Kirim sebagai isu', isu(isi, pesan)],
  ].filter(Boolean);
}

function unsur(nama, sifat, teks) {
  const made = Object.assign(document.createElement(nama), sifat);
  if (teks) made.textContent = teks;
  const item = document.createElement('li');
  item.append(made);
  return item;
}

function tulis() {
  const isi = {
    berjalan: document.querySelector('[name=keadaan]:checked').value === 'berjalan',
    kantor: $('kantor').value.trim(),
    hari: $('hari').value.trim(),
    alasan: $('alasan').value.trim(),
  };
  const pesan = kalimat(isi);
  $('alasan-baris').hidden = isi.berjalan;
  $('konfirmasi-pesan').replaceChildren(...pesan.split('\n').flatMap((line) => [line, document.createElement('br')]));
  $('konfirmasi-baris').textContent = baris(isi);
  const kurang = yangKurang(isi);
  const links = !kurang ? jalan(isi, pesan).map(([nama, href]) => unsur('a', { className: 'tombol', href }, nama)) : [];
  const salin = unsur('button', { className: 'tombol tombol--sekunder', type: 'button' }, 'Salin pesan');
  salin.firstChild.addEventListener('click', () => menyalin(pesan));
  $('konfirmasi-kirim').replaceChildren(...links, salin);
  $('konfirmasi-kabar').textContent = kurang || tanpaAlamat();
}

function yangKurang({ kantor, hari }) {
  const ada = /^\d{4}-\d{2}-\d{2}$/.test(hari) && new Date(`${hari}T00:00Z`).toJSON()?.startsWith(hari);
  if (!ada) return 'Tulis tanggalnya sebagai tahun-bulan-hari, misalnya 2026-01-31.';
  return kantor ? '' : 'Tulis nama kantornya dulu.';
}

function tanpaAlamat() {
  const { surel, whatsapp, repositori } = meja.dataset;
  if (surel || whatsapp || repositori) return '';
  return 'Alamat pengelola katalog belum ditetapkan. Salin pesannya, lalu sampaikan kepada Bapperida atau Bappeda daerah Anda.';
}

async function menyalin(pesan) {
  try {
    await navigator.clipboard.writeText(pesan);
    $('konfirmasi-kabar').textContent = 'Pesan sudah disalin.';
  } catch {
    getSelection().selectAllChildren($('konfirmasi-pesan'));
    $('konfirmasi-kabar').textContent = 'Pesan sudah ditandai; salin dengan Ctrl+C atau menu peramban.';
  }
}

function hariIni() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

function tautan(href, teks) {
  return Object.assign(document.createElement('a'), { href, textContent: teks });
}

async function mulai() {
  if (!ID.test(id)) {
    $('konfirmasi-entri').append('Pilih dulu inovasinya: buka halamannya lewat ', tautan(`${AKAR}jelajah/`, 'Jelajah'), ', lalu tekan “Masih berjalan?” di bagian atas.');
    return;
  }
  try {
    const jawaban = await fetch(`${AKAR}data/v1/inovasi/${id}.json`);
    if (!jawaban.ok) throw new Error(jawaban.status);
    entri = await jawaban.json();
  } catch {
    $('konfirmasi-entri').textContent = 'Entri itu tidak ditemukan. Periksa tautannya, atau coba lagi nanti.';
    return;
  }
  const last = entri.dikonfirmasi ? `, terakhir dikonfirmasi ${entri.dikonfirmasi.tanggal} oleh ${entri.dikonfirmasi.oleh}` : ', belum pernah dikonfirmasi';
  $('konfirmasi-entri').append('Inovasi: ', tautan(`${AKAR}inovasi/${id}/`, entri.nama), `${last}.`);
  $('konfirmasi-berkas').textContent = berkas();
  $('hari').value = hariIni();
  $('konfirmasi-isi').hidden = $('pesan').hidden = false;
  $('konfirmasi-isi').addEventListener('input', tulis);
  $('konfirmasi-isi').addEventListener('submit', (event) => event.preventDefault());
  tulis();
}

mulai();
