// The regions of the closed list as the planner and the packages need them: kunjungan/rencana/wilayah.json, and finding by name.

/** Rows of the file → {all, byId, find}: {id, nama, provinsi (code), penduduk (0 for unknown), titik ([latitude, longitude] or null)}. */
export function readRegions(rows) {
  const all = rows.map(([id, nama, provinsi, penduduk = 0, ...titik]) => ({ id, nama, provinsi, penduduk, titik: titik.length ? titik : null }));
  const byId = new Map(all.map((region) => [region.id, region]));
  return { all, byId, find: (text) => byId.get(text.trim()) ?? findByName(text, all) };
}

/** The whole name, 'kab kudus', or a short name that only one region has. */
function findByName(text, all) {
  const wanted = plain(text).replace(/^kab /, 'kabupaten ');
  if (!wanted) return null;
  const exact = all.find(({ nama }) => plain(nama) === wanted);
  const short = all.filter(({ nama }) => plain(nama).replace(/^(?:kabupaten|kota(?: administrasi)?|provinsi) /, '') === wanted);
  return exact ?? (short.length === 1 ? short[0] : null);
}

export const plain = (text) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
