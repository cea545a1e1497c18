// The place that the order by likeness compares with, in the page's address.

const MOST_PEOPLE = 60_000_000; // Jawa Barat has 50 million
const MOST_KM2 = 500_000;

/** What an address asks for: {daerah, penduduk, luas}; '' and null where it does not say, or says nonsense. */
export function readPlace(params) {
  const daerah = params.get('daerah') ?? '';
  const penduduk = Number(params.get('penduduk'));
  const luas = Number(params.get('luas'));
  return {
    daerah: /^(?:kab|kota|prov)(?:-[a-z0-9]+)+$/.test(daerah) ? daerah : '',
    penduduk: Number.isInteger(penduduk) && penduduk >= 1 && penduduk <= MOST_PEOPLE ? penduduk : null,
    luas: luas > 0 && luas <= MOST_KM2 ? luas : null,
  };
}

/** The inverse of `readPlace`: a region stands for its own numbers. */
export function writePlace(params, { daerah, penduduk, luas }) {
  if (daerah) {
    params.set('daerah', daerah);
    return;
  }
  if (penduduk) params.set('penduduk', String(penduduk));
  if (penduduk && luas) params.set('luas', String(luas));
}
