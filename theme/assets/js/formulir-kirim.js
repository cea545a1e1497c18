// The results: the file and its photos to download, the way to GitHub, the share sheet. Nothing is sent by itself.

import { make } from './jelajah-unsur.js';

const LONGEST_ADDRESS = 7000;

/** Save bytes or text under a name. */
export function download(name, content, type = 'text/markdown;charset=utf-8') {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = make('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The name under which a file travels: its region first, so that whoever receives it knows its place (`terima`). */
export const travelName = (berkas) => berkas.split('/').slice(-2).join('--');

/** Save the file under the name under which it travels. */
export function downloadFile({ berkas, text }) {
  download(travelName(berkas), text, berkas.endsWith('.md') ? undefined : 'application/yaml;charset=utf-8');
}

/** Where GitHub takes the file: {address, isPaste, about}. A new short file is filled in there; else the text is copied and pasted. */
export function githubWay({ repositori, berkas, text, isNew, photos }) {
  const home = repositori.replace(/\/+$/, '');
  if (!/^https:\/\/github\.com\//.test(home)) {
    return { address: home, isPaste: true, about: `Buka repositori, lalu simpan teks yang sudah disalin sebagai ${berkas}.` };
  }
  const withPhotos = photos.length ? ` Foto: unduh dahulu dengan tombol di atas (data lokasinya sudah dibuang), lalu unggah ke folder ${berkas.replace(/\.md$/, '')}/ lewat “Add file”.` : '';
  if (!isNew) return { address: `${home}/edit/HEAD/${berkas}`, isPaste: true, about: `Di halaman yang terbuka, hapus seluruh isi lama, tempel teks yang sudah disalin, lalu usulkan perubahan.${withPhotos}` };
  const folder = berkas.slice(0, berkas.lastIndexOf('/'));
  const name = berkas.slice(folder.length + 1);
  const filled = `${home}/new/HEAD/${folder}?filename=${encodeURIComponent(name)}&value=${encodeURIComponent(text)}`;
  if (filled.length <= LONGEST_ADDRESS) return { address: filled, isPaste: false, about: `Isi berkas sudah terpasang di halaman yang terbuka; tinggal mengusulkannya.${withPhotos}` };
  return {
    address: `${home}/new/HEAD/${folder}?filename=${encodeURIComponent(name)}`,
    isPaste: true,
    about: `Di halaman yang terbuka, tempel teks yang sudah disalin, lalu usulkan.${withPhotos}`,
  };
}

/** Hand the file to the share sheet; false where the browser has none for files. */
export async function share({ berkas, text, photos, judul }) {
  const name = travelName(berkas);
  // Share sheets refuse kinds they do not know: a Markdown or YAML file goes as plain text under its own name.
  const files = [new File([text], name, { type: 'text/plain' }), ...photos.map(([photo, { blob }]) => new File([blob], photo, { type: 'image/jpeg' }))];
  const told = { files, title: judul, text: messageOf({ berkas, judul }) };
  if (!navigator.canShare?.(told)) return false;
  try {
    await navigator.share(told);
  } catch (error) {
    if (error.name !== 'AbortError') return false;
  }
  return true;
}

/** The message that goes with the file. */
export const messageOf = ({ berkas, judul }) => `Usulan untuk katalog inovasi: ${judul}. Berkas terlampir; tempatnya ${berkas}.`;
