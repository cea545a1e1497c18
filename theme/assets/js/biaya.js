// A cost of the origin for another number of people; the same arithmetic as catalog/paket/skala.py, the same words as the package.

import { ribuan } from './indonesia.js';

const DIGITS = 3;
const MOST_PEOPLE = 300_000_000;
const NBSP = '\u00a0';

export const rupiah = (amount) => `Rp${NBSP}${ribuan(amount)}`;

/** amount × kami ÷ asal in whole rupiah, three digits of it, halves up; exact where both are equal. Whole numbers → BigInt. */
export function rescale(amount, asal, kami) {
  if (asal === kami) return BigInt(amount);
  const [product, people] = [BigInt(amount) * BigInt(kami), BigInt(asal)];
  const unit = 10n ** BigInt(Math.max(0, String(product / people).length - DIGITS));
  return ((2n * product + people * unit) / (2n * people * unit)) * unit;
}

/** What an item of an entry comes to for `kami` people, in words; '' where nothing can be said. */
export function ourCost({ rupiah: amount, sifat }, asal, kami) {
  if (amount === undefined) return '';
  if (sifat === 'tetap' || amount === 0) return rupiah(amount);
  if (sifat === 'satuan') return `${rupiah(amount)}${NBSP}×${NBSP}…`;
  if (!asal || !kami) return '';
  const scaled = rescale(amount, asal, kami);
  if (sifat === 'ikut-penduduk') return `sekitar ${rupiah(scaled)}`;
  const [least, most] = scaled < amount ? [scaled, amount] : [amount, scaled];
  return String(least) === String(most) ? rupiah(amount) : `${rupiah(least)} sampai ${rupiah(most)}`;
}

/** A typed number of people → {jiwa} or {salah}: a sentence; {} for a text that is none. */
export function readPeople(typed) {
  const text = typed.trim().replace(/\s*jiwa$/i, '');
  if (!/^-?\d[\d.,]*$/.test(text)) return {};
  const jiwa = /^\d{1,3}(?:\.\d{3})*$|^\d+$/.test(text) ? Number(text.replaceAll('.', '')) : NaN;
  if (Number.isNaN(jiwa)) return { salah: 'Tulis jumlah penduduk sebagai bilangan bulat, misalnya 886.000.' };
  if (jiwa < 1 || jiwa > MOST_PEOPLE) return { salah: 'Jumlah penduduk satu daerah antara 1 dan 300 juta jiwa. Periksa angkanya.' };
  return { jiwa };
}
