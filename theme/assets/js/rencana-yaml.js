// The record of a visit as YAML for a region's kunjungan.yml. Pure functions; what it writes passes `build_catalog.py check`.

const PLAIN = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/; // ids and dates; every other text stands in quotes
const MOST_TOPIC = 900;

/**
 * The records of one plan, indented as items of `daftar:`. A visit is `{tuan_rumah, tamu, tanggal, tanggal_selesai, jenis, peserta,
 * inovasi, topik, moda, hasil, rencana, sumber: {judul, penerbit, tautan}}`; what is '' or null is left out.
 */
export function writeRecords(visits) {
  return visits.map((visit) => `${item(visit).join('\n')}\n`).join('');
}

/** A whole file where the region has none yet. */
export const wholeFile = (visits) => `daftar:\n${writeRecords(visits)}`;

function item(visit) {
  const { inovasi, sumber, rencana, ...rest } = visit;
  const order = ['tanggal', 'tanggal_selesai', 'tuan_rumah', 'tamu', 'rombongan', 'jenis', 'peserta', 'topik'];
  const lines = order.filter((key) => isSaid(rest[key])).map((key) => `${key}: ${scalar(rest[key])}`);
  if (inovasi.length) lines.push('inovasi:', ...inovasi.map((id) => `  - ${scalar(id)}`));
  for (const key of ['moda', 'hasil']) if (isSaid(rest[key])) lines.push(`${key}: ${scalar(rest[key])}`);
  if (rencana) lines.push('rencana: ya');
  const source = Object.entries(sumber).filter(([, value]) => isSaid(value));
  lines.push('sumber:', ...source.map(([key, value], n) => `  ${n ? ' ' : '-'} ${key}: ${scalar(value)}`));
  return lines.map((line, n) => `  ${n ? ' ' : '-'} ${line}`);
}

const isSaid = (value) => value !== undefined && value !== null && value !== '';

/** A value on one line: YAML reads a JSON string as the same text. */
function scalar(value) {
  if (typeof value === 'number') return String(value);
  const line = value.replace(/\s+/g, ' ').trim();
  return PLAIN.test(line) ? line : JSON.stringify(line);
}

/** 'SILAT dan Rumah Kedelai', shortened where a list would be longer than the isian may be. */
export function topicOf(names) {
  let shown = names;
  while (joined(shown).length > MOST_TOPIC) shown = shown.slice(0, -1);
  const rest = names.length - shown.length;
  return rest ? `${shown.join(', ')}, dan ${rest} lainnya` : joined(shown);
}

const joined = (words) => (words.length < 3 ? words.join(' dan ') : `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`);

const PERSONAL = [[/(?:\d[ .-]?){15,}\d/, 'NIK atau NIP'], [/(?:\+?62|0)[ -]?8(?:[ -]?\d){7,}/, 'nomor ponsel']];

/** 'NIK atau NIP' or 'nomor ponsel' where a text seems to hold one, else ''. The catalogue's own check looks closer. */
export function personalNumber(text) {
  return PERSONAL.find(([form]) => form.test(text))?.[1] ?? '';
}
