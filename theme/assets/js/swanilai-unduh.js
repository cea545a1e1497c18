// All reports of a region in one ZIP, made of the files beside the entries' pages; asked for by a button, so no second copy lies on the site.

import { zipSync } from './fflate.js';
import { download } from './formulir-kirim.js';

const AT_ONCE = 6;

/**
 * Fetch both documents of every entry and offer them as a ZIP, a folder each. `addresses` are those of the entries' pages,
 * `say(text)` tells how far it is.
 */
export async function downloadReports(addresses, wilayah, say) {
  const waiting = addresses.flatMap((address) => {
    const slug = new URL(address).pathname.split('/').filter(Boolean).pop();
    return ['iid', 'kipp'].map((kind) => ({ address: new URL(`${kind}-${slug}.docx`, address), path: `${slug}/${kind}-${slug}.docx` }));
  });
  const all = waiting.length;
  const found = new Map();
  let done = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const bytes = await fetchBytes(next.address);
      if (bytes) found.set(next.path, bytes);
      done += 1;
      say(`Mengambil dokumen: ${done} dari ${all} …`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (!found.size) {
    say('Dokumennya tidak dapat diambil. Periksa sambungan internet, lalu coba lagi.');
    return;
  }
  const files = Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  download(`laporan-${wilayah}.zip`, new Blob([zipSync(files, { level: 0 })], { type: 'application/zip' }));
  const missing = all - found.size;
  say(`${found.size} dokumen disimpan sebagai laporan-${wilayah}.zip.${missing ? ` ${missing} dokumen tidak dapat diambil; coba lagi.` : ''}`);
}

async function fetchBytes(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
