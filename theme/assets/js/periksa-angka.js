// Cuts a text into runs of whole digit groups that have the right length to be a personal number: the twin of
// catalog/privacy/runs.py, step by step. What a run means is left to periksa-pribadi.js.

const INVISIBLE = '\\u00ad\\u034f\\u061c\\u115f\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff';
const SEPARATOR = '\\s\\x1c-\\x1f\\x85.\\-_*()\\u00b7\\u2010-\\u2015\\u2027\\u2043\\u2212\\u30fb\\ufe52\\ufe63\\uff0d\\uff0e';
const CHAIN = new RegExp(`\\p{Nd}(?:[${SEPARATOR}${INVISIBLE}]{0,16}\\p{Nd})*`, 'gu');
const TOGETHER = `\\p{Nd}(?:[${INVISIBLE}]*\\p{Nd})*`;
const INVISIBLE_RUN = new RegExp(`[${INVISIBLE}]+`, 'gu');
const BLANK_LINE = /\n[^\S\n]*\n/;
const AMOUNT = /(?<![\p{Nd}.,])[1-9]\p{Nd}{0,2}(?:(?:\.\p{Nd}{3})+(?:,\p{Nd}{1,2})?|(?:,\p{Nd}{3})+(?:\.\p{Nd}{1,2})?)(?!\p{Nd}|[.,]\p{Nd})/gu;
const LABEL_REACH = 48;
const LABEL_WORDS = 4;
export const MAX_GROUPS = 8;

export const NIK_LABELS = new Set(['nik', 'ktp', 'ktpel', 'kependudukan']);
export const KK_LABELS = new Set(['kk', 'keluarga']);
export const NIP_LABELS = new Set(['nip', 'nipppk', 'pppk', 'nippppk', 'pegawai']);
export const NPWP_LABELS = new Set(['npwp', 'pajak']);
export const PHONE_LABELS = new Set([
  'hp', 'wa', 'whatsapp', 'whatsap', 'telp', 'tlp', 'tel', 'telepon', 'telpon', 'ponsel', 'handphone', 'seluler', 'kontak', 'cp',
  'narahubung', 'hubungi', 'phone', 'nohp', 'nowa', 'notelp', 'sms', 'telegram',
]);
const FILLERS = ['no', 'nomor', 'nmr', 'number', 'id', 'rp'];
const ALL_LABELS = new Set([...NIK_LABELS, ...KK_LABELS, ...NIP_LABELS, ...NPWP_LABELS, ...PHONE_LABELS, ...FILLERS]);

/** Groups of digits that stand together, anew for each use: a pattern with /g keeps its place. */
export const digitsTogether = () => new RegExp(TOGETHER, 'gu');

const visible = (text) => text.replace(INVISIBLE_RUN, '');

/** The digits of a text as 0 to 9, whatever script they are written in: in Unicode they stand in rows of ten. */
export function plainDigits(text) {
  let digits = '';
  for (const sign of text) {
    if (sign >= '0' && sign <= '9') digits += sign;
    else if (/\p{Nd}/u.test(sign)) digits += valueOf(sign.codePointAt(0));
  }
  return digits;
}

function valueOf(code) {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** Every run of 9 to 18 digits made of whole neighbouring groups that does not sit inside a code. */
export function* cutRuns(text) {
  let amounts = null;
  for (const match of text.matchAll(CHAIN)) {
    if ([...match[0]].length < 9) continue;
    amounts ??= [...text.matchAll(AMOUNT)].map((found) => [found.index, found.index + found[0].length]);
    for (const groups of chains(text, match.index, match.index + match[0].length, amounts)) yield* windows(text, groups);
  }
}

function* chains(text, start, end, amounts) {
  let groups = [];
  let before = start;
  for (const match of text.slice(start, end).matchAll(digitsTogether())) {
    const from = start + match.index;
    const gap = visible(text.slice(before, from));
    if (groups.length && BLANK_LINE.test(gap)) {
      yield groups;
      groups = [];
    }
    before = from + match[0].length;
    const inAmount = amounts.some(([a, b]) => a <= from && from < b);
    groups.push({ digits: plainDigits(match[0]), start: from, end: before, gap, inAmount });
  }
  yield groups;
}

function* windows(text, groups) {
  if (groups.reduce((sum, group) => sum + group.digits.length, 0) < 9) return;
  for (let first = 0; first < groups.length; first += 1) {
    let labels = null;
    for (const last of possibleEnds(groups, first)) {
      labels ??= labelsBefore(text, groups[first].start);
      const run = makeRun(text, groups, first, last, labels);
      if (!sitsInACode(text, run)) yield run;
    }
  }
}

function* possibleEnds(groups, first) {
  const firstBox = first === 0 || (first + 1 < groups.length && groups[first].gap !== groups[first + 1].gap);
  const couldBePhone = '068'.includes(groups[first].digits[0]);
  let total = 0;
  for (let last = first; last < Math.min(first + 18, groups.length); last += 1) {
    const width = groups[last].digits.length;
    total += width;
    if (total > 18 || (last - first >= MAX_GROUPS && (width > 1 || !firstBox))) return;
    if (total === 15 || total === 16 || total === 18 || (couldBePhone && total >= 9 && total <= 16)) yield last;
  }
}

function makeRun(text, groups, first, last, labels) {
  const inside = groups.slice(first, last + 1);
  const { start } = inside[0];
  const before = [...visibleBefore(text, start)].at(-1) ?? '';
  return {
    groups: inside,
    tightLeft: first > 0 && isTight(inside[0].gap) && !isListNumber(groups, first),
    tightRight: last + 1 < groups.length && isTight(groups[last + 1].gap),
    labels,
    before,
    plus: before === '+' || before === '＋',
    text: visible(text.slice(start, inside.at(-1).end)),
    digits: inside.map((group) => group.digits).join(''),
    shape: inside.map((group) => group.digits.length),
  };
}

export const isLabelled = (run, labels) => run.labels.some((word) => labels.has(word));

const isTight = (gap) => gap !== '' && !/[\s()*]/u.test(gap);

function isListNumber(groups, first) {
  return first === 1 && groups[0].digits.length <= 2 && groups[1].gap === '.' && groups[1].digits.length > 3;
}

function visibleBefore(text, position) {
  return visible([...text.slice(Math.max(0, position - 2 * LABEL_REACH), position)].slice(-LABEL_REACH).join(''));
}

function labelsBefore(text, position) {
  const before = visibleBefore(text, position).normalize('NFKC').toLowerCase().split(/\p{Nd}/u).at(-1);
  return (before.match(/[a-z]+/g) ?? []).slice(-LABEL_WORDS).reverse();
}

function sitsInACode(text, run) {
  const before = /[\p{L}\p{Nl}\p{No}]+$/u.exec(visibleBefore(text, run.groups[0].start))?.[0];
  const after = /^[\p{L}\p{Nl}\p{No}]+/u.exec(visible([...text.slice(run.groups.at(-1).end, run.groups.at(-1).end + 32)].slice(0, 16).join('')))?.[0];
  if (before && !ALL_LABELS.has(before.toLowerCase()) && looksLikeCode(before)) return true;
  return Boolean(after && looksLikeCode(after));
}

const looksLikeCode = (letters) => [...letters].length === 1 || letters.toUpperCase() === letters;
