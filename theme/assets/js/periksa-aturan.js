// Rules inside one record: dates in order, keys used once, a profile that fits its folder, stages of a replication, visits.
// The twin of catalog/validation/rules.py, replications.py, visits.py and the keys of sources in records.py.

import { makeSlug, nearest } from './periksa-dekat.js';
import { label, lineOf } from './periksa-kalimat.js';
import { numberOf } from './periksa-jenis.js';

const REGION = /^(?:kab|kota|prov)-[a-z0-9-]+$/;
const STEPS = ['minat', 'kesepakatan', 'uji-coba', 'berjalan'];
const MONTHS_LATER = [3, 6, 12];
const MOST_GUESTS = 1000;

/** Note a breach between isian, as `_at` of the check does. */
const at = (faults, kode, path, found, isi = {}) => faults.note(kode, path, found, { isian: label(path), ...isi });
const rows = (value) => (Array.isArray(value) ? value : []);

/** Rules that need only this record; `wilayah` is its folder, `lineAt(path)` the line of an isian. Called when its shape is sound. */
export function checkRules(data, kelas, wilayah, model, faults, lineAt) {
  if (kelas === 'Inovasi') {
    checkPair(data, ['tanggal', 'uji_coba'], ['tanggal', 'penerapan'], faults);
    checkPair(data, ['tanggal', 'penerapan'], ['tanggal', 'pengembangan'], faults);
    checkSources(data, faults);
    checkReplication(data.replikasi ?? {}, wilayah, faults);
    if (data.kematangan) checkAssessment(data.kematangan, model, faults);
    return;
  }
  rows(data.daftar).forEach((_, n) => checkPair(data, ['daftar', n, 'tanggal'], ['daftar', n, 'tanggal_selesai'], faults));
  if (kelas === 'ProfilWilayah') {
    checkSources(data, faults);
    checkProfile(data, wilayah, model, faults);
  } else if (kelas === 'RegisterIndeks' || kelas === 'RegisterAngka') checkFigures(rows(data.daftar), kelas, lineAt, faults);
  else if (kelas === 'RegisterPerangkatDaerah') checkOffices(data, faults);
  else if (kelas === 'RegisterKunjungan') rows(data.daftar).forEach((visit, n) => checkVisit(visit, ['daftar', n], wilayah, faults));
}

function checkPair(data, early, late, faults) {
  const [first, second] = [textAt(data, early), textAt(data, late)];
  if (first && second && isEarly(second, first)) at(faults, 'tanggal-terbalik', late, second, { awal: label(early), tanggal_awal: first });
}

function textAt(data, path) {
  const found = path.reduce((value, step) => value?.[step], data);
  return typeof found === 'string' ? found : '';
}

const isEarly = (date, other) => {
  const shared = Math.min(date.length, other.length);
  return date.slice(0, shared) < other.slice(0, shared);
};

function checkSources(data, faults) {
  const seen = new Set();
  rows(data.sumber).forEach(({ id }, n) => {
    if (id && seen.has(id)) at(faults, 'kunci-sumber-ganda', ['sumber', n, 'id'], id);
    seen.add(id);
  });
}

/** A reference to a source must name one of the record's, or of its own row's in a register. */
export function checkSourceKeys(data, references, faults) {
  for (const { ke, nilai, jalur } of references) {
    if (ke !== 'sumber') continue;
    const holder = jalur[0] === 'daftar' ? data.daftar[jalur[1]] : data;
    const keys = rows(holder.sumber).map((source) => source?.id).filter(Boolean).sort();
    if (keys.includes(nilai)) continue;
    const close = nearest(nilai, keys.map((key) => [key, key]));
    at(faults, 'sumber-tidak-ditemukan', jalur, nilai, {
      contoh: some(keys),
      saran: close ? `tulis \`${lineOf(jalur, close)}\`` : 'beri `id` pada sumbernya, lalu tulis id itu di sini',
    });
  }
}

const some = (keys) => (keys.length ? keys.slice(0, 5).join(', ') + (keys.length > 5 ? ', …' : '') : 'belum ada');

function checkProfile(data, wilayah, model, faults) {
  const row = model.idWilayah.get(wilayah);
  if (!row) {
    at(faults, 'folder-wilayah-tidak-dikenal', [], wilayah);
    return;
  }
  const [province] = model.wilayah.filter(([kode]) => kode === row.kode.slice(0, 2));
  const jenis = { 'kab-': 'kabupaten', kota: 'kota', prov: 'provinsi' }[wilayah.slice(0, 4)];
  const expected = { kode: row.kode, nama: row.nama, jenis, provinsi: province[2].replace(/^Provinsi /, '') };
  for (const [kunci, benar] of Object.entries(expected)) {
    if (data[kunci] !== benar) at(faults, 'wilayah-tidak-cocok', [kunci], String(data[kunci]), { kunci, benar });
  }
}

/** Ranks within their total, parts within their whole, one figure for one thing and year: the twin of figures.py. */
function checkFigures(list, kelas, lineAt, faults) {
  const isIndex = kelas === 'RegisterIndeks';
  list.forEach((row, n) => {
    const [peringkat, nilai, dari] = [row.peringkat, row.nilai, row.dari].map((text) => (text === undefined ? null : numberOf(text)));
    if (isIndex && peringkat !== null && peringkat < 1) at(faults, 'peringkat-kurang-dari-satu', ['daftar', n, 'peringkat'], String(peringkat));
    else if (isIndex && peringkat !== null && dari !== null && peringkat > dari) at(faults, 'peringkat-melebihi-jumlah', ['daftar', n, 'peringkat'], String(peringkat), { dari });
    if (!isIndex && dari !== null && !(nilai >= 0 && nilai <= dari)) at(faults, 'nilai-melebihi-seluruhnya', ['daftar', n, 'nilai'], String(nilai), { dari });
  });
  const first = new Map();
  list.forEach((row, n) => {
    if (!row.tahun) return;
    const key = isIndex ? `${row.indeks}\n${row.tahun}\n${row.target === 'ya'}` : `${row.ukuran.toLowerCase()}\n${row.tahun}`;
    if (!first.has(key)) first.set(key, n);
    else if (!row.catatan && !list[first.get(key)].catatan) {
      at(faults, 'dua-angka-setahun', ['daftar', n, 'tahun'], row.tahun, { baris_pertama: lineAt(['daftar', first.get(key), 'tahun']) });
    }
  });
}

function checkOffices(data, faults) {
  const seen = new Map();
  rows(data.daftar).forEach((office, n) => {
    const id = office.id || makeSlug(office.nama);
    if (seen.has(id)) at(faults, 'perangkat-daerah-ganda', ['daftar', n, 'nama'], office.nama, { nomor: seen.get(id) + 1 });
    else seen.set(id, n);
  });
}

/** The edition exists, its indicators too, each is judged once: the twin of penilaian.py. */
function checkAssessment({ edisi, indikator }, model, faults) {
  const years = Object.keys(model.edisi);
  const full = years.filter((year) => model.edisi[year].length);
  const numbers = model.edisi[edisi];
  if (!numbers) {
    at(faults, 'edisi-tidak-ada', ['kematangan', 'edisi'], edisi, { dikenal: years.join(', '), contoh: full[0] });
    return;
  }
  if (!numbers.length) {
    at(faults, 'edisi-tanpa-indikator', ['kematangan', 'edisi'], edisi, { dikenal: full.join(', '), contoh: full[0] });
    return;
  }
  const seen = new Set();
  rows(indikator).forEach((row, n) => {
    const nomor = Number(row.nomor);
    const place = ['kematangan', 'indikator', n, 'nomor'];
    const dikenal = `${Math.min(...numbers)} sampai ${Math.max(...numbers)}`;
    if (!numbers.includes(nomor)) at(faults, 'indikator-tidak-ada', place, String(nomor), { edisi, dikenal });
    else if (seen.has(nomor)) at(faults, 'indikator-ganda', place, String(nomor));
    seen.add(nomor);
  });
}

function checkVisit(visit, path, wilayah, faults) {
  if (wilayah !== 'nasional' && ![visit.tuan_rumah, visit.tamu].includes(wilayah)) {
    at(faults, 'kunjungan-bukan-milik-wilayah', [...path, 'tuan_rumah'], visit.tuan_rumah, { wilayah });
  }
  const guests = visit.peserta === undefined ? null : Number(visit.peserta);
  if (guests === 0) at(faults, 'peserta-nol', [...path, 'peserta'], '0');
  else if (guests > MOST_GUESTS) at(faults, 'peserta-terlalu-banyak', [...path, 'peserta'], String(guests));
  if (visit.tuan_rumah === visit.tamu) at(faults, 'tamu-tuan-rumah-sama', [...path, 'tamu'], visit.tamu);
  rows(visit.tindak_lanjut).forEach((later, n) => {
    if (!MONTHS_LATER.includes(Number(later.bulan))) at(faults, 'bulan-tindak-lanjut', [...path, 'tindak_lanjut', n, 'bulan'], String(Number(later.bulan)));
  });
  if (visit.rencana === 'ya' && (visit.hasil || rows(visit.tindak_lanjut).length)) at(faults, 'rencana-sudah-berhasil', [...path, 'rencana'], 'ya');
}

function checkReplication(replikasi, own, faults) {
  const [oleh, dari] = [rows(replikasi.oleh), rows(replikasi.dari)];
  checkStages(oleh, ['replikasi', 'oleh'], (row) => `${row.wilayah}\n${row.entri ?? ''}`, faults);
  checkStages(dari, ['replikasi', 'dari'], (row) => row.asal, faults);
  oleh.forEach((copy, n) => checkPlace(copy, ['replikasi', 'oleh', n], own, faults));
}

/** A stage that comes after another of the same partner must not stand before it in time. */
function checkStages(list, path, partner, faults) {
  list.forEach((row, n) => {
    if (!row.tanggal) return;
    const earlier = list.find((other) => other.tanggal && partner(other) === partner(row)
      && comesFirst(other.tahap ?? '', row.tahap ?? '') && isEarly(row.tanggal, other.tanggal));
    if (earlier) {
      at(faults, 'tahap-replikasi-terbalik', [...path, n, 'tanggal'], row.tanggal, { tahap: row.tahap, tahap_awal: earlier.tahap, tanggal_awal: earlier.tanggal });
    }
  });
}

function comesFirst(one, other) {
  if (other === 'berhenti') return one === 'uji-coba' || one === 'berjalan';
  return STEPS.includes(one) && STEPS.includes(other) && STEPS.indexOf(one) < STEPS.indexOf(other);
}

function checkPlace(copy, path, own, faults) {
  const [there, slug] = (copy.entri ?? '').split('/');
  if (copy.wilayah === own) at(faults, 'replikasi-di-wilayah-sendiri', [...path, 'wilayah'], copy.wilayah);
  else if (slug !== undefined && REGION.test(there) && REGION.test(copy.wilayah) && there !== copy.wilayah) {
    at(faults, 'entri-di-wilayah-lain', [...path, 'entri'], copy.entri, { wilayah: copy.wilayah });
  }
}
