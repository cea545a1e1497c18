// The arithmetic of the innovation index, digit for digit the same as catalog/iid/hitung.py: whole numbers only, decimals
// travel as hundredths, results are rounded half up. Nothing here knows the page.

/** The sum of weight × level; `pola` holds a sign an indicator in the order of `bobot`, '-' counts nothing. */
export function maturity(pola, bobot) {
  return bobot.reduce((sum, weight, place) => sum + weight * (Number(pola[place]) || 0), 0);
}

/** The levels with one indicator raised to at least `level`. */
export function raise(pola, place, level) {
  return (Number(pola[place]) || 0) >= level ? pola : pola.slice(0, place) + level + pola.slice(place + 1);
}

/** Points for the number of innovations, in hundredths; null where the edition does not tell. */
function countBonus(count, yandas, rumus) {
  const { batas_jumlah: most, seperseratus_jumlah: each, yandas_minimal: needed } = rumus;
  if (most === null || each === null || needed === null) return null;
  return yandas >= needed ? Math.min(count, most) * each : 0;
}

/** Every step of the index of a region; see `simulate` in hitung.py. */
export function simulate(count, total, yandas, spd, rumus) {
  const jumlah = Math.max(0, count);
  let sum = Math.max(0, total);
  if (rumus.maksimum_inovasi !== null) sum = Math.min(sum, jumlah * rumus.maksimum_inovasi);
  const own = Math.max(0, rumus.maksimum_spd === null ? spd : Math.min(spd, rumus.maksimum_spd * 100));
  const pembagi = Math.max(rumus.pembagi, jumlah);
  const bonus = countBonus(jumlah, yandas, rumus);
  let sid = null;
  let iid = null;
  if (bonus !== null) {
    sid = divide(sum * 100 + bonus * pembagi, pembagi);
    if (rumus.maksimum !== null) iid = divide((sum * 100 + (bonus + own) * pembagi) * 100, pembagi * rumus.maksimum);
  }
  return { jumlah, total: sum, pembagi, rata: divide(sum * 100, pembagi), bonus, sid, spd: own, iid };
}

/** The predicate of an index in hundredths; only ever of a region. */
export function place(iid, predikat) {
  return predikat.find(({ dari, sampai }) => dari <= iid && iid <= sampai)?.nama ?? '';
}

/** Hundredths as Indonesian writes them: '61,2', '0,38', '63'. */
export function wording(hundredths) {
  const part = hundredths % 100;
  const whole = String((hundredths - part) / 100).replace(/\B(?=(\d{3})+$)/g, '.');
  return part ? `${whole},${String(part).padStart(2, '0')}`.replace(/0$/, '') : whole;
}

/** A typed number with at most two decimals, comma or point, in hundredths; null when it is none or out of bounds. */
export function hundredths(text, most) {
  const match = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (!match) return null;
  const value = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return value <= most * 100 ? value : null;
}

/** A typed whole number from 0 to `most`; null when it is none. */
export function whole(text, most) {
  return /^\s*\d{1,6}\s*$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function divide(number, divisor) {
  return Math.floor((2 * number + divisor) / (2 * divisor));
}
