// Finds and masks personal numbers (NIK, KK, NIP, NPWP, mobile phones): the twin of catalog/privacy, held to the same cases
// (tests/privacy_vectors.json). A finding carries a place and a kind, never the number.

import {
  cutRuns, digitsTogether, isLabelled, KK_LABELS, MAX_GROUPS, NIK_LABELS, NIP_LABELS, NPWP_LABELS, PHONE_LABELS, plainDigits,
} from './periksa-angka.js';

const NPWP_SHAPE = '2,3,3,1,3,3';
const NIK_NAMES = new Set(['nik', 'kk']);
const RANK = { NIP: 0, NPWP: 1, NIK: 2, KK: 2, 'nomor ponsel': 3 };
const NIK_OR_KK = new Set([...NIK_LABELS, ...KK_LABELS]);

/** Codes that regencies had before provinces were divided: a NIK keeps the code of the day it was issued. */
const FORMER = [
  ...Array.from({ length: 29 }, (_, n) => `91${String(n + 1).padStart(2, '0')}`), '9171',
  ...Array.from({ length: 12 }, (_, n) => `92${String(n + 1).padStart(2, '0')}`), '9271',
  '6404', '6405', '6406', '6410', '6473',
];

/** The codes a NIK may begin with, from codes like 33.16 or 3316. */
export const nikCodes = (codes) => new Set([...codes.map((code) => code.replace('.', '')).filter((code) => code.length === 4), ...FORMER]);

/** Every personal number in a text as {mulai, akhir, jenis, pasti}, in order of place, never overlapping. */
export function findPersonalNumbers(text, codes) {
  const found = [];
  for (const run of cutRuns(text)) {
    if (new Set(run.digits).size < 2) continue; // 0000… is a placeholder
    for (const judge of [judgeNip, judgeNpwp, judgeNik, judgePhone]) {
      const finding = judge(run, codes);
      if (finding) found.push(finding);
    }
  }
  found.sort((a, b) => a.pasti !== b.pasti ? (a.pasti ? -1 : 1)
    : RANK[a.jenis] - RANK[b.jenis] || (a.mulai - a.akhir) - (b.mulai - b.akhir) || a.mulai - b.mulai);
  const kept = [];
  for (const one of found) {
    if (kept.every((other) => one.akhir <= other.mulai || other.akhir <= one.mulai)) kept.push(one);
  }
  return kept.sort((a, b) => a.mulai - b.mulai);
}

/** The text with the inside of every run of digits that could be a personal number made bullets. */
export function mask(text) {
  if ((text.match(/\p{Nd}/gu) ?? []).length < 9) return text;
  const spans = [];
  for (const [start, end] of maskable(text).sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (spans.length && start < spans.at(-1)[1]) spans.at(-1)[1] = Math.max(end, spans.at(-1)[1]);
    else spans.push([start, end]);
  }
  let shown = '';
  let position = 0;
  for (const [start, end] of spans) {
    const digits = plainDigits(text.slice(start, end));
    shown += text.slice(position, start) + digits.slice(0, 2) + '•'.repeat(digits.length - 4) + digits.slice(-2);
    position = end;
  }
  return shown + text.slice(position);
}

function maskable(text) {
  const spans = [];
  for (const match of text.matchAll(digitsTogether())) {
    if (plainDigits(match[0]).length > 13) spans.push([match.index, match.index + match[0].length]);
  }
  for (const run of cutRuns(text)) {
    const couldBeId = [15, 16, 18].includes(run.digits.length) && !isOneAmount(run);
    if (couldBeId || judgePhone(run)) spans.push([run.groups[0].start, run.groups.at(-1).end]);
  }
  return spans;
}

const finding = (run, jenis, pasti) => ({ mulai: run.groups[0].start, akhir: run.groups.at(-1).end, jenis, pasti });

function judgeNik(run, codes) {
  const { digits } = run;
  if (digits.length !== 16 || isOneAmount(run)) return null;
  const certain = codes.has(digits.slice(0, 4)) ? hasBirthDate(digits) : null;
  if (certain === null && !isLabelled(run, NIK_OR_KK)) return null;
  if (!(certain && isLabelled(run, NIK_NAMES)) && (isRagged(run) || readsAsOtherNumbers(run))) return null;
  return finding(run, isKk(run) ? 'KK' : 'NIK', Boolean(certain));
}

function isKk(run) {
  const nearest = run.labels.find((word) => NIK_OR_KK.has(word)) ?? '';
  return nearest === 'keluarga' ? run.labels.includes('kartu') : nearest === 'kk';
}

function hasBirthDate(digits) {
  const day = Number(digits.slice(6, 8));
  const month = Number(digits.slice(8, 10));
  if (month < 1 || month > 12 || !((day >= 1 && day <= 31) || day >= 41)) return null;
  return day <= 71;
}

function judgeNip(run) {
  if (run.digits.length !== 18 || isOneAmount(run)) return null;
  const plausible = isNip(run.digits);
  if (!isLabelled(run, NIP_LABELS) && (!plausible || isRagged(run))) return null;
  return finding(run, 'NIP', plausible);
}

function isNip(digits) {
  const [born, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(born, month, 0)).getUTCDate();
  const appointed = Number(digits.slice(8, 12));
  const at = Number(digits.slice(12, 14));
  return isDate && born >= 1930 && born <= 2010 && appointed - born >= 15 && appointed - born <= 70
    && ((at >= 1 && at <= 12) || at === 21) && '12'.includes(digits[14]);
}

function judgeNpwp(run, codes) {
  const { digits } = run;
  const labelled = isLabelled(run, NPWP_LABELS);
  if (isOneAmount(run) || (digits.length !== 15 && digits.length !== 16)) return null;
  if (digits.length === 15) {
    const shaped = run.shape.join() === NPWP_SHAPE && !run.tightLeft && !run.tightRight;
    return labelled || shaped ? finding(run, 'NPWP', passesLuhn(digits.slice(0, 9))) : null;
  }
  if (!labelled) return null;
  const isNik = codes.has(digits.slice(0, 4)) && hasBirthDate(digits) === true;
  return finding(run, 'NPWP', isNik || (digits[0] === '0' && passesLuhn(digits.slice(1, 10))));
}

function passesLuhn(digits) {
  const sum = [...digits].reverse().reduce((total, sign, place) => {
    const value = Number(sign) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function judgePhone(run) {
  const labelled = isLabelled(run, PHONE_LABELS);
  const inACode = run.tightLeft || run.tightRight || run.before === '-' || run.before === '_';
  if (run.groups.length > 1 && inACode && !(run.plus || labelled)) return null;
  if (run.groups[0].inAmount && !run.plus) return null;
  const [national, international] = nationalNumber(run.digits);
  if (!national || national.length < 9 || national.length > 12 || !'1235789'.includes(national[1])) return null;
  const certain = phoneCertainty(run, labelled, international);
  return certain === null ? null : finding(run, 'nomor ponsel', certain);
}

function nationalNumber(digits) {
  for (const [prefix, international] of [['0062', true], ['620', true], ['62', true], ['0', false], ['', false]]) {
    if (digits.startsWith(`${prefix}8`)) return [digits.slice(prefix.length), international];
  }
  return ['', false];
}

function phoneCertainty(run, labelled, international) {
  const { shape } = run;
  if (run.digits[0] === '8') return labelled ? false : null;
  if (labelled || run.plus || shape.length === 1) return true;
  if (international) return shape[0] > 2 || Math.min(...shape.slice(1)) >= 3 ? true : null;
  if (shape[0] >= 3) return true;
  if (shape[0] === 2 && shape.every((width) => width < 3)) {
    return new Set(run.groups.slice(1).map((group) => group.gap)).size === 1 && !run.text.includes('.') ? false : null;
  }
  if (run.groups[1].gap === '.' || ['-', '_', '/'].includes(run.before)) return null;
  return shape[1] >= 3 && !run.groups.some((group) => isYear(group.digits)) ? false : null;
}

// --- shapes of runs that are something else: amounts, dates, coordinates ---

function isOneAmount(run) {
  return new Set(run.groups.slice(1).map((group) => group.gap)).size === 1 && run.groups.every((group) => group.inAmount);
}

function isRagged(run) {
  const { shape } = run;
  if (shape.length === 1) return false;
  if (shape.every((width) => width === 1)) return run.tightLeft || run.tightRight;
  return run.tightLeft || run.tightRight || shape.length > MAX_GROUPS || shape[0] === 1;
}

function readsAsOtherNumbers(run) {
  if (run.groups.some((group) => group.inAmount)) return true;
  if (run.groups.length > 1 && run.shape[0] <= 3 && run.shape.slice(1).every((width) => width === 3)) return true;
  if (run.text.split(/\s+/).some((token) => /^\p{Nd}{1,3}\.\p{Nd}{5,}$/u.test(token))) return true;
  return run.groups.slice(2).some((_, place) => isDate(...run.groups.slice(place, place + 3)));
}

function isDate(day, month, year) {
  const [first, last] = year.digits.length === 4 ? [day, year] : [year, day];
  const [d, m] = [Number(first.digits), Number(month.digits)];
  return Math.max(first.digits.length, month.digits.length) <= 2 && d >= 1 && d <= 31 && m >= 1 && m <= 12 && isYear(last.digits);
}

const isYear = (digits) => digits.length === 4 && ['19', '20'].includes(digits.slice(0, 2));
