// Which parts of "Siap direplikasi?" an entry answers: the tests of vocabularies/kesiapan.yml, as catalog/kesiapan.py applies them.

const REGION = 'wilayah.';

/** Empty is: not there, no text, an empty list, "tidak". The number 0 is an answer. */
const isFilled = (value) => value != null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);

function lookUp(name, entri, wilayah) {
  const inRegion = name.startsWith(REGION);
  const steps = (inRegion ? name.slice(REGION.length) : name).split('.');
  return steps.reduce((value, step) => value?.[step], inRegion ? wilayah : entri);
}

/** A name that begins with "!" must be empty. */
const holds = (item, needed) =>
  needed.every((name) => (name.startsWith('!') ? !isFilled(item[name.slice(1)]) : isFilled(item[name])));

function isAnswered({ isian, butir }, entri, wilayah) {
  return (
    isian.some((name) => isFilled(lookUp(name, entri, wilayah))) ||
    Object.entries(butir).some(([name, needed]) => (entri[name] ?? []).some((item) => holds(item, needed)))
  );
}

/**
 * Split the parts into `{terjawab, belum}`, each in the order given. `parts` are those of the vocabulary, `entri` is the
 * entry's JSON (data/v1/inovasi/…), `wilayah` its region's file (bandingkan/wilayah/…), null where there is none.
 */
export function measureKesiapan(parts, entri, wilayah) {
  const terjawab = parts.filter((part) => isAnswered(part, entri, wilayah));
  return { terjawab, belum: parts.filter((part) => !terjawab.includes(part)) };
}
