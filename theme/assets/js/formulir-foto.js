// Photos: read in the browser, drawn anew without anything the camera wrote into them (place, time, owner), kept beside the form.

import { idOf } from './formulir-dasar.js';
import { make } from './jelajah-unsur.js';
import { makeSlug } from './periksa-dekat.js';

const WIDEST = 1600;
const MOST_PIXELS = 100e6;
const QUALITY = 0.82;

/** The field that takes the file of the photo at `path`. */
export function makePhoto(meja, path) {
  const id = `${idOf(path)}-pilih`;
  const name = meja.keadaan.get([...path, 'berkas']) ?? '';
  const shown = make('div', { class: 'borang-foto' });
  const said = make('p', { class: 'borang-ket', role: 'status' });
  const input = make('input', { type: 'file', id, accept: 'image/jpeg,image/png,image/webp,image/*', 'aria-describedby': `${id}-ket` });
  const show = () => {
    const photo = meja.foto.get(meja.keadaan.get([...path, 'berkas']));
    shown.replaceChildren(...(photo ? [make('img', { src: photo.url, alt: 'Foto yang dipilih' })] : []));
  };
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    said.textContent = 'Memproses foto …';
    try {
      const photo = await redraw(file);
      const berkas = freeName(file.name, meja.foto);
      meja.foto.set(berkas, photo);
      const field = document.getElementById(idOf([...path, 'berkas']));
      if (field) field.value = berkas;
      meja.tulis([...path, 'berkas'], berkas, true);
      said.textContent = `${berkas}, ${photo.lebar} × ${photo.tinggi} piksel, ${Math.ceil(photo.blob.size / 1024)} KB. Lokasi dan data kamera sudah dibuang.`;
      show();
    } catch {
      said.textContent = 'Foto ini tidak dapat dibaca. Pilih foto JPG, PNG, atau WebP yang utuh.';
    }
  });
  show();
  return make('div', { class: 'borang-medan' }, make('label', { for: id }, 'Pilih foto'),
    make('p', { class: 'borang-ket', id: `${id}-ket` }, name && !meja.foto.has(name)
      ? `Sekarang: ${name}. Foto tidak ikut tersimpan dalam draf; pilih lagi bila ingin menggantinya.`
      : 'Foto digambar ulang di peramban ini tanpa lokasi dan data kamera.'),
    input, said, shown);
}

/** {blob, url, lebar, tinggi} of a photo drawn anew as JPEG, at most WIDEST pixels wide or high, upright. */
export async function redraw(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  if (bitmap.width * bitmap.height > MOST_PIXELS) throw new RangeError('photo too large');
  const scale = Math.min(1, WIDEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const brush = canvas.getContext('2d');
  brush.fillStyle = '#fff'; // what is see-through becomes paper
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY); });
  return { blob, url: canvas.toDataURL('image/jpeg', 0.5), lebar: canvas.width, tinggi: canvas.height };
}

function freeName(typed, taken) {
  const base = makeSlug(typed.replace(/\.[^.]*$/, '')).slice(0, 60).replace(/-$/, '') || 'foto';
  let name = `${base}.jpg`;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}.jpg`;
  return name;
}
