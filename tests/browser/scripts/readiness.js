async ([script, parts, ids]) => {
  const { measureKesiapan } = await import(script);
  const get = async (path) => (await fetch(path)).json();
  const found = {};
  for (const id of ids) {
    const region = `/bandingkan/wilayah/${id.split('/')[0]}.json`;
    const [entri, wilayah] = await Promise.all([get(`/data/v1/inovasi/${id}.json`), get(region)]);
    const { terjawab, belum } = measureKesiapan(parts, entri, wilayah);
    found[id] = [terjawab.map((part) => part.id), belum.map((part) => part.id)];
  }
  return found;
}
