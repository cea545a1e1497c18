// Dates as Indonesians write them → the one form of the catalogue, only where there is no doubt: the twin of catalog/reading/dates.py.

const MONTHS = [
  ['januari', 'jan'], ['februari', 'feb', 'pebruari'], ['maret', 'mar'], ['april', 'apr'], ['mei'], ['juni', 'jun'], ['juli', 'jul'],
  ['agustus', 'agu', 'agt', 'ags', 'agust'], ['september', 'sep', 'sept'], ['oktober', 'okt'], ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des'],
];
const NUMBER = new Map(MONTHS.flatMap((names, place) => names.map((name) => [name, place + 1])));
const DAYS = "senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad";
const DAY_FIRST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})(?:\2(\d{1,2}))?$/;
const WORDS = new RegExp(`^(?:(?:${DAYS})\\s*,?\\s+)?(?:(\\d{1,2})[\\s-]+)?([a-z]+)\\.?[\\s-]+(\\d{4})$`);
const MONTH_YEAR = /^(\d{1,2})[-/](\d{4})$/;

/** The last day of a month. */
export const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** YYYY-MM-DD or YYYY-MM for a date written another way, '' where it is not certain. */
export function suggestDate(text) {
  const typed = text.trim().split(/\s+/).join(' ').toLowerCase();
  if (typed.length > 40) return '';
  let match = YEAR_FIRST.exec(typed);
  if (match) return form(match[3], match[1], match[4]);
  match = DAY_FIRST.exec(typed);
  if (match) {
    const [, day, separator, month, year] = match;
    const certain = separator === '/' || Number(day) > 12 || Number(day) === Number(month);
    return certain ? form(month, year, day) : '';
  }
  match = WORDS.exec(typed);
  if (match) return NUMBER.has(match[2]) ? form(NUMBER.get(match[2]), match[3], match[1]) : '';
  match = MONTH_YEAR.exec(typed);
  return match ? form(match[1], match[2]) : '';
}

function form(month, year, day) {
  const [y, m] = [Number(year), Number(month)];
  if (y < 1900 || y > 2100 || m < 1 || m > 12) return '';
  const start = `${year}-${String(m).padStart(2, '0')}`;
  if (day === undefined) return start;
  const d = Number(day);
  return d >= 1 && d <= daysIn(y, m) ? `${start}-${String(d).padStart(2, '0')}` : '';
}
