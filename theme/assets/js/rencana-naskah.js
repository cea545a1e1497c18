// The documents of a plan: which there are, and the values that fill their templates. Pure functions (vocabularies/naskah/).

import { gabung, tulisTanggal } from './indonesia.js';
import { kerjaSebelum, readDay } from './kunjungan-aturan.js';
import { agendaRows, hoursAt } from './rencana-acara.js';
import { TUJUAN } from './rencana-isi.js';
import { questionsOf } from './rencana-jawab.js';
import { daysAt, tertulisRentang } from './rencana-jadwal.js';
import { isoOf, tambahBulan } from './rencana-tanggal.js';

const PER_HOST = new Set(['surat-permohonan-kunjungan', 'surat-minat-replikasi', 'daftar-pertanyaan']);
const MODA = { daring: 'daring', luring: 'tatap muka', campuran: 'campuran: sebagian datang, sebagian daring' };
const ANSWER_DAYS = 3;
const FEWEST_ROWS = 5;
const MOST_ROWS = 60;
const FOLLOW_UP = [3, 6, 12];

/** {kunci, templat, nama, tuan}: letters and questions once a host, the rest once a plan (`tuan` null). */
export function listDocuments(templates, hosts) {
  return Object.entries(templates).flatMap(([templat, { nama, untuk }]) => {
    const whose = PER_HOST.has(templat) && hosts.length ? hosts : [null];
    return whose.map((tuan) => ({ kunci: tuan ? `${templat}-${tuan.id}` : templat, templat, nama, untuk, tuan }));
  });
}

/**
 * Values for one document. `state` is what the page knows: plan, cek (rencana-periksa), tuan (ordered hosts), baris (entries),
 * jadwal, janji, aturan (rules by host), libur, daerah ({id, nama} or null), alamat (id → address of the entry's page).
 */
export function valuesFor(doc, state) {
  const { plan, cek } = state;
  const hosts = doc.tuan ? [doc.tuan] : state.tuan;
  const rows = hosts.flatMap(({ entri }) => entri);
  const days = doc.tuan ? daysAt(state.jadwal, doc.tuan.id) : state.jadwal.hari.map(({ iso }) => iso);
  const daerah = state.daerah?.nama ?? '';
  return {
    ...typed(plan),
    pemerintah: daerah && `PEMERINTAH ${daerah.toUpperCase()}`,
    kantor: plan.kantor.toUpperCase(),
    daerah_kami: daerah,
    tuan_rumah: gabung(hosts.map(({ nama }) => nama)),
    daerah_asal: gabung(hosts.map(({ nama }) => nama)),
    tanggal_surat: cek.tanggal.dikirim && doc.templat !== 'laporan-hasil' ? tulisTanggal(cek.tanggal.dikirim) : '',
    lampiran: '1 (satu) berkas',
    moda: MODA[plan.cara],
    daring: plan.cara === 'daring' ? 'ya' : '',
    jumlah_peserta: cek.peserta === null ? '' : cek.peserta.toLocaleString('id-ID'),
    inovasi: rows.map((row) => `${row.nama}${officeWords(row, hosts)}, ${state.alamat(row.id)}`),
    tujuan: aims(plan),
    hari_tanggal: tertulisRentang(days.length ? days : [cek.tanggal.mulai, cek.tanggal.selesai].filter(Boolean)),
    tempat: gabung([...new Set(hosts.flatMap(({ sesi }) => sesi.map(({ kantor }) => kantor)).filter(Boolean))]),
    pertanyaan: numbered(questionsOf(rows, doc.tuan ? onlyOf(plan, rows) : plan)),
    acara: agendaRows(state.jadwal, plan.cara),
    peserta: blankRows(cek.peserta),
    tindak_lanjut: actions(plan, days.at(-1)),
    hasil_tuan: results(hosts, plan),
    mulai: plan.mulai_replikasi,
    tanpa_nip: signsWithoutNip(plan) ? 'ya' : '',
    ...(doc.tuan ? letterTo(doc.tuan, state) : {}),
  };
}

const TYPED = ['alamat_kantor', 'tempat_surat', 'narahubung', 'ketua', 'dasar', 'alasan', 'unit_pelaksana', 'asal_peserta'];

function typed(plan) {
  const values = Object.fromEntries(TYPED.map((key) => [key, plan[key].trim()]));
  return { ...values, jabatan_penanda: plan.jabatan_penanda.trim() };
}

/** Common questions go to every host. */
const onlyOf = (plan, rows) => ({ ...plan, tanya: plan.tanya.filter(({ inovasi }) => !plan.inovasi.includes(inovasi) || rows.some(({ id }) => id === inovasi)) });

function officeWords(row, hosts) {
  const office = hosts.flatMap(({ sesi }) => sesi).find(({ entri }) => entri.includes(row))?.kantor;
  return office ? ` (${office})` : '';
}

const numbered = (questions) => questions.map(({ nama, teks }, n) => [String(n + 1), nama, teks, '']);
const aims = (plan) => [
  ...TUJUAN.filter(([id]) => plan.tujuan.includes(id)).map(([, words]) => words),
  ...plan.tujuan_lain.split('\n').map((line) => line.trim()).filter(Boolean),
];

function blankRows(count) {
  const rows = Math.min(Math.max(count ?? FEWEST_ROWS, 1), MOST_ROWS);
  return Array.from({ length: rows }, (_, n) => [String(n + 1), '', '', '', '']);
}

/** Typed actions; without any, the usual ones with days 3, 6 and 12 months after the visit. */
function actions(plan, last) {
  const rows = plan.tindak.filter(({ tindakan }) => tindakan.trim()).map(({ tindakan, kantor, batas, ukuran }) => [tindakan, kantor, batas, ukuran]);
  if (rows.length || !last) return rows;
  const by = (months) => tulisTanggal(tambahBulan(last, months));
  return [
    ['Mengirim surat minat replikasi dengan tembusan BSKDN', '', by(1), 'Surat terkirim'],
    ['Membentuk tim dan menyusun rencana aksi', '', by(3), 'Keputusan tim dan rencana aksi'],
    ['Melaksanakan uji coba', '', by(6), 'Uji coba berjalan dan dicatat'],
    ['Menyampaikan hasil kepada daerah asal dan katalog', '', by(12), 'Laporan hasil terkirim'],
  ];
}

const results = (hosts, plan) => hosts.filter(({ id }) => plan.hasil[id]?.trim()).map(({ id, nama }) => `${nama}: ${plan.hasil[id].trim()}`);

const HEAD = { kab: 'Bupati', kota: 'Wali Kota', prov: 'Gubernur' };

/** 'Bupati Blora', 'Wali Kota Semarang', 'Gubernur Jawa Tengah'. */
export const headOf = ({ id, nama }) => `${HEAD[id.split('-')[0]] ?? 'Kepala Daerah'} ${nama.replace(/^(?:Kabupaten|Kota(?: Administrasi)?|Provinsi) /, '')}`;

/** What the letter to one host says of it: to whom, through whom, copies, and how far its rules are known ('' for enough). */
function letterTo(host, state) {
  const rules = state.aturan[host.id] ?? {};
  const rule = rules.ditujukan_kepada;
  const said = rule && rule.dari !== 'umum' ? rule.nilai.split(';')[0].trim() : '';
  const isHead = !said || /^(?:Bupati|Wali ?Kota|Gubernur|Kepala Daerah)\b/i.test(said);
  const viaSecretary = !said || /melalui sekretaris daerah/i.test(said);
  const offices = [...new Set(host.sesi.map(({ kantor }) => kantor).filter(Boolean))];
  const hasOwn = Object.values(rules).some(({ dari }) => dari !== 'umum');
  return {
    yth: isHead ? headOf(host) : said,
    lewat: viaSecretary ? `Sekretaris Daerah ${host.nama}` : '',
    sejauh: said || rules.hari_terima?.dari !== 'umum' ? '' : hasOwn ? 'baru sebagian' : 'belum',
    tembusan: [...superior(state), ...(rules.tembusan ? [`${rules.tembusan.nilai}, ${host.nama}`] : []), ...offices.map((name) => `${name} ${host.nama}`)],
    pukul: hoursAt(state.janji, host.id),
    tembusan_minat: [BSKDN, ...(SIGNED_BY_HEAD.test(state.plan.jabatan_penanda.trim()) ? [] : [ownHead(state) || '[kepala daerah kami]'])],
    batas_jawaban: answerBy(daysAt(state.jadwal, host.id)[0], state),
  };
}

const BSKDN = 'Kepala Badan Strategi Kebijakan Dalam Negeri (BSKDN) Kementerian Dalam Negeri';
const ACTING = '^(?:(?:pj|pjs|plt|plh)\\.?\\s+)?';
const SIGNED_BY_HEAD = new RegExp(`${ACTING}(?:bupati|wali ?kota|gubernur)\\b`, 'i');
const SIGNED_BY_NEXT = new RegExp(`${ACTING}(?:wakil (?:bupati|wali ?kota|gubernur)|(?:a\\.n\\. [^,]*, )?sekretaris daerah)\\b`, 'i');

/** Heads of regions, their deputies and secretaries sign without rank and NIP (Permendagri 1/2023, Pasal 44). */
function signsWithoutNip({ jabatan_penanda: office }) {
  return SIGNED_BY_HEAD.test(office.trim()) || SIGNED_BY_NEXT.test(office.trim());
}

const ownHead = ({ daerah }) => (daerah ? headOf(daerah) : '');

/** Who gets a copy because they stand above the one who signs. */
function superior(state) {
  const office = state.plan.jabatan_penanda.trim();
  if (SIGNED_BY_HEAD.test(office)) return [];
  return [(SIGNED_BY_NEXT.test(office) && ownHead(state)) || '[pejabat atasan penanda tangan]'];
}

/** The working day by which an answer is asked for, '' when the letter comes too late for one. */
function answerBy(first, { cek, libur }) {
  const start = readDay(first ?? '');
  if (start === null) return '';
  const iso = isoOf(kerjaSebelum(start, ANSWER_DAYS, libur));
  return iso > cek.tanggal.dikirim ? tulisTanggal(iso) : '';
}

/** Days to remember beside the appointments: the last day for a letter, and follow-up after 3, 6 and 12 months. */
export function daysToRemember(state, deadlines) {
  const last = state.jadwal.hari.at(-1)?.iso;
  const letters = deadlines.map(({ tuan, iso }) => ({ iso, judul: `Batas surat permohonan diterima ${tuan.nama}`, uraian: `Surat permohonan kunjungan sudah harus diterima ${tuan.nama}.` }));
  const checks = last ? FOLLOW_UP.map((months) => ({ iso: tambahBulan(last, months), judul: `Periksa tindak lanjut kunjungan (${months} bulan)`, uraian: `Catat yang sudah dikerjakan sesudah kunjungan ke ${gabung(state.tuan.map(({ nama }) => nama))}.` })) : [];
  return [...letters, ...checks];
}
