// Everything that follows from a plan, its entries and the rules of the hosts, computed anew after each change. Pure functions.

import { aturanBerlaku, kerjaSebelum, periksaRencana, readDay, tertulis } from './kunjungan-aturan.js';
import { appointments } from './rencana-acara.js';
import { costsOf } from './rencana-biaya.js';
import { daysAt, earliest, groupHosts, orderHosts, scheduleDays } from './rencana-jadwal.js';
import { questionsOf } from './rencana-jawab.js';
import { visitsOf } from './rencana-laporan.js';
import { checkPlan } from './rencana-periksa.js';
import { isoOf } from './rencana-tanggal.js';

/**
 * The state that the page draws: plan, cek (faults and what the texts mean), baris (entries), daerah, tuan (hosts in the order of
 * travel), biaya, aturan (rules by host), jadwal, janji (appointments), tanya, temuan (what hosts' rules say), batas (last days for the
 * letters), arti (dates in words), kunjungan (records). `known` is {regions, usual}, `today` an ISO date.
 */
export function computeState(plan, rows, { regions, usual }, today, pageOf) {
  const cek = checkPlan(plan, (text) => regions.find(text)?.id ?? '');
  const daerah = regions.byId.get(cek.daerah) ?? null;
  const tuan = orderHosts(groupHosts(rows), daerah?.titik ?? null);
  const aturan = Object.fromEntries(tuan.map((host) => [host.id, aturanBerlaku(usual.praktik, host.daerah.aturan_kunjungan, null)]));
  const jadwal = scheduleDays(tuan, cek.tanggal, aturan, usual.libur);
  const zones = new Map(regions.all.map(({ id, provinsi }) => [id, provinsi]));
  const state = { plan, cek, baris: rows, daerah, tuan, biaya: costsOf(rows, daerah, cek.penduduk), aturan, libur: usual.libur, jadwal, alamat: pageOf, janji: appointments(jadwal, plan.cara, zones), tanya: questionsOf(rows, plan) };
  return {
    ...state,
    temuan: tuan.map((host) => findingsOf(host, state, usual, today)),
    batas: deadlines(state, usual.libur),
    arti: Object.fromEntries(Object.entries(cek.tanggal).map(([key, iso]) => [key, iso ? tertulis(readDay(iso)) : ''])),
    kunjungan: visitsOf(state, today),
  };
}

/** {tuan, umum, cepat, temuan: [{tingkat, kalimat}]}: whose rules apply, the first day that is possible, what the rules say of the plan. */
function findingsOf(host, { plan, cek, jadwal, aturan }, usual, today) {
  const days = daysAt(jadwal, host.id);
  const asked = {
    dikirim: cek.tanggal.dikirim,
    mulai: days[0] ?? cek.tanggal.mulai,
    selesai: days.at(-1) ?? cek.tanggal.selesai,
    peserta: cek.peserta,
    moda: plan.cara,
  };
  const found = periksaRencana(asked, aturan[host.id], usual.libur, host.nama);
  for (const { nama, isi } of host.entri) {
    const own = isi.kunjungan?.aturan;
    if (!own) continue;
    const rules = aturanBerlaku(usual.praktik, host.daerah.aturan_kunjungan, own);
    for (const one of periksaRencana(asked, rules, usual.libur, host.nama)) {
      if (!found.some(({ kalimat }) => kalimat.endsWith(one.kalimat))) found.push({ ...one, kalimat: `${nama}: ${one.kalimat}` });
    }
  }
  const first = earliest(cek.tanggal.dikirim || today, aturan[host.id], usual.libur);
  const umum = host.daerah.aturan_kunjungan ? '' : usualWords(usual.praktik);
  return { tuan: host, umum, cepat: first ? tertulis(readDay(first)) : '', dikirim: cek.tanggal.dikirim, temuan: found };
}

/** What is taken for granted where a host has not written its rules. */
const usualWords = ({ tenggat_hari_kerja: lead, rombongan_maksimal: most, hari }) => (
  `Aturan menerima tamu di sini belum tercatat, jadi dipakai kebiasaan umum: surat ${lead} hari kerja sebelumnya, ${hari.charAt(0).toLowerCase()}${hari.slice(1)}, paling banyak ${most} orang. Suratnya menanyakan aturan itu.`);

/** {tuan, iso}: the last day on which each visited host may receive the letter. */
function deadlines({ tuan, jadwal, aturan }, libur) {
  return tuan.flatMap((host) => {
    const start = readDay(daysAt(jadwal, host.id)[0] ?? '');
    const lead = aturan[host.id].tenggat_hari_kerja?.nilai;
    return start === null || !lead ? [] : [{ tuan: host, iso: isoOf(kerjaSebelum(start, Math.min(lead, 90), libur)) }];
  });
}
