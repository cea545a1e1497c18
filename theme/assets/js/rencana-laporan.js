// After the visit: what came of it a host, the actions that follow, and the record for kunjungan.yml.

import { make } from './jelajah-unsur.js';
import { daysAt } from './rencana-jadwal.js';
import { topicOf, wholeFile, writeRecords } from './rencana-yaml.js';

const COLUMNS = [['tindakan', 'Tindakan'], ['kantor', 'Perangkat daerah'], ['batas', 'Paling lambat'], ['ukuran', 'Ukuran selesai']];

/** A field for the result at each host; what was typed for one that is not in the plan any more is kept in the plan. */
export function drawResults(place, hosts, plan) {
  if (place.dataset.tuan === hosts.map(({ id }) => id).join(' ') && hosts.length) return;
  place.dataset.tuan = hosts.map(({ id }) => id).join(' ');
  place.replaceChildren(...hosts.map(({ id, nama }) => {
    const field = make('textarea', { id: `hasil-${id}`, 'data-hasil': id, rows: '3', maxlength: '900', 'aria-describedby': `hasil-${id}-ket` });
    field.value = plan.hasil[id] ?? '';
    return make('div', { class: 'medan-tegak' }, make('label', { for: field.id }, `Hasil kunjungan ke ${nama}`), make('p', { class: 'medan-ket', id: `hasil-${id}-ket` }, 'Apa yang disepakati dan dipelajari, dalam dua atau tiga kalimat.'), field);
  }));
}

/** Rows of actions, one at least. `isNew` moves the focus into the last one. */
export function drawActions(place, rows, isNew = false) {
  const shown = rows.length ? rows : [{}];
  place.replaceChildren(...shown.map((row, n) => make(
    'fieldset',
    { class: 'tindak' },
    make('legend', null, `Tindakan ${n + 1}`),
    ...COLUMNS.map(([key, label]) => {
      const field = make('input', { type: 'text', id: `tindak-${n}-${key}`, 'data-tindak': key, maxlength: '200', autocomplete: 'off' });
      field.value = row[key] ?? '';
      return make('div', { class: 'medan-tegak' }, make('label', { for: field.id }, label), field);
    }),
  )));
  if (isNew) place.querySelector('fieldset:last-child input').focus();
}

/** The actions as they stand in the fields; empty rows at the end are none. */
export function readActions(place) {
  const rows = [...place.querySelectorAll('.tindak')].map((set) => Object.fromEntries([...set.querySelectorAll('[data-tindak]')].map((field) => [field.dataset.tindak, field.value])));
  while (rows.length && Object.values(rows.at(-1)).every((value) => !value.trim())) rows.pop();
  return rows;
}

/** Visits of the plan as records, one a host; `today` decides whether one is still a plan. */
export function visitsOf(state, today) {
  const { plan, cek, daerah, tuan, jadwal } = state;
  if (!daerah) return [];
  return tuan.filter(({ id }) => id !== daerah.id).map((host) => {
    const days = daysAt(jadwal, host.id);
    return {
      tanggal: days[0] ?? '',
      tanggal_selesai: days.length > 1 ? days.at(-1) : '',
      tuan_rumah: host.id,
      tamu: daerah.id,
      rombongan: plan.asal_peserta.trim(),
      jenis: plan.jenis,
      peserta: cek.peserta,
      topik: topicOf(host.entri.map(({ nama }) => nama)),
      inovasi: host.entri.map(({ id }) => id),
      moda: plan.cara,
      hasil: plan.hasil[host.id]?.trim() ?? '',
      rencana: !plan.hasil[host.id]?.trim() && (!days.length || days.at(-1) >= today),
      sumber: { judul: `Laporan kunjungan pembelajaran ke ${host.nama}`, penerbit: plan.kantor.trim() ? `${plan.kantor.trim()} ${daerah.nama}` : `Pemerintah ${daerah.nama}`, tautan: cek.salah.some(({ isian }) => isian === 'sumber_tautan') ? '' : plan.sumber_tautan.trim() },
    };
  });
}

export const recordText = (visits) => writeRecords(visits);
export const recordFile = (visits) => wholeFile(visits);
