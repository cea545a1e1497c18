// The kinds of value an isian may hold: the twin of catalog/model/isian.py. A judge says the code of what is wrong, or ''.

import { daysIn, suggestDate } from './periksa-tanggal.js';
import { plainDigits } from './periksa-angka.js';

const DATE = /^(\p{Nd}{4})(?:-(\p{Nd}{2})(?:-(\p{Nd}{2}))?)?$/u;
const LINK = /^https?:\/\/([A-Za-z0-9.-]+(?::\p{Nd}{1,5})?)(?:[/?#][^\s\\<>"]*)?$/u;
const NUMBER = /^-?\p{Nd}{1,15}(?:\.\p{Nd}{1,6})?$/u;
const WHOLE = /^\p{Nd}{1,15}$/u;
const PHONE = /^[0-9+() .,/-]{3,60}(?:\([a-z /]+\))?$/;
const EMAIL = /^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

const JUDGES = {
  tanggal(text) {
    const match = DATE.exec(text);
    if (!match) return 'tanggal-salah-bentuk';
    const [year, month, day] = match.slice(1).map((part) => (part === undefined ? null : Number(plainDigits(part))));
    const isThere = year >= 1900 && year <= 2100 && (month === null || (month >= 1 && month <= 12))
      && (day === null || (day >= 1 && day <= daysIn(year, month)));
    return isThere ? '' : 'tanggal-tidak-ada';
  },
  tahun: (text) => (/^(19|20)\p{Nd}{2}$/u.test(text) ? '' : 'tahun-salah-bentuk'),
  rentang: (text) => (/^(19|20)\p{Nd}{2}(-(19|20)\p{Nd}{2})?$/u.test(text) ? '' : 'tahun-salah-bentuk'),
  bulat: (text) => (WHOLE.test(text) ? '' : 'angka-bulat-salah-bentuk'),
  angka: (text) => (NUMBER.test(text) ? '' : 'angka-salah-bentuk'),
  yatidak: (text) => (text === 'ya' || text === 'tidak' ? '' : 'bukan-ya-tidak'),
  tautan(text) {
    const host = LINK.exec(text)?.[1] ?? '';
    return host.includes('.') && !host.includes('..') ? '' : 'tautan-salah-bentuk';
  },
  telepon: (text) => (PHONE.test(text) ? '' : 'telepon-salah-bentuk'),
  surel: (text) => (EMAIL.test(text) ? '' : 'surel-salah-bentuk'),
};
const YES_NO = { yes: 'ya', true: 'ya', iya: 'ya', y: 'ya', no: 'tidak', false: 'tidak' };

/** The code of what is wrong with a text of this kind, or ''. */
export const judge = (kind, text) => JUDGES[kind]?.(text) ?? '';

/** The number a text of kind bulat or angka means. */
export const numberOf = (text) => Number((text.startsWith('-') ? '-' : '') + text.replace('-', '').split('.').map(plainDigits).join('.'));

/** The value that surely mends the fault `kode`, or ''. */
export function certainRepair(kode, found) {
  if (kode === 'tanggal-salah-bentuk') return suggestDate(found);
  if (kode === 'angka-bulat-salah-bentuk') return plainInteger(found);
  if (kode === 'angka-salah-bentuk') return plainDecimal(found);
  if (kode === 'bukan-ya-tidak') return Object.hasOwn(YES_NO, found.toLowerCase()) ? YES_NO[found.toLowerCase()] : '';
  if (kode === 'tautan-salah-bentuk') return found.toLowerCase().startsWith('www.') && !found.includes(' ') ? `https://${found}` : '';
  if (kode === 'tahun-salah-bentuk') return suggestDate(found).slice(0, 4);
  return '';
}

function plainInteger(text) {
  const match = /^(?:Rp\.?\s*)?(\p{Nd}{1,3}(?:[. ]\p{Nd}{3})+|\p{Nd}+)(?:,(?:00?|-))?$/iu.exec(text.trim());
  return match ? match[1].replaceAll('.', '').replaceAll(' ', '') : '';
}

function plainDecimal(text) {
  let match = /^(-?\p{Nd}{1,15}),(\p{Nd}{1,2}|\p{Nd}{4,6})\s*%?$/u.exec(text.trim());
  if (match) return `${match[1]}.${match[2]}`;
  match = /^(-?\p{Nd}+(?:\.\p{Nd}+)?)\s*%$/u.exec(text.trim());
  return match ? match[1] : '';
}
