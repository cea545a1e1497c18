// Dates, numbers and enumerations as Indonesians write them; the same as catalog/indonesian.py.

export const BULAN = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** '2021-06-03' → '3 Juni 2021', '2021-06' → 'Juni 2021', '2021' → '2021'. */
export function tulisTanggal(text) {
  const [year, month, day] = text.split('-');
  return [day && Number(day), month && BULAN[month - 1], year].filter(Boolean).join(' ');
}

/** A whole number with dots for thousands. */
export const ribuan = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, '.');

/** ['a', 'b', 'c'] → 'a, b, dan c'. */
export const gabung = (words) => (words.length < 3 ? words.join(' dan ') : `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`);
