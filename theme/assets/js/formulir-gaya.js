// The looks of the form. They lie here and not in katalog.css, because only this page, and only with its script, has a form to set.

const LOOKS = `
.borang { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r5); }
.borang > * { min-width: 0; }
.borang fieldset { min-width: 0; padding: 0; border: 0; }
.borang legend { padding: 0; }
.borang-medan { margin: 0 0 var(--r5); max-width: 44rem; }
.borang-medan > label, .borang-medan > legend, .borang-label { display: block; font-weight: 650; font-size: 1.05rem; line-height: 1.35; }
.borang-wajib { font-weight: 400; font-size: var(--kecil); color: var(--jati); }
.isi .borang-ket { margin: 0 0 var(--r1); font-size: var(--kecil); color: var(--tinta-redup); }
.isi .borang-contoh { margin: 0 0 var(--r2); font-size: var(--kecil); color: var(--tinta-redup); }
.borang :is(input[type=text], input[type=search], select, textarea) { width: 100%; min-height: 48px; padding: var(--r2) var(--r3); font: inherit; font-size: 1rem; color: var(--tinta); background: var(--kertas-3); border: 1px solid var(--garis-kuat); border-radius: var(--lengkung); }
.borang input:disabled { color: var(--tinta-redup); background: none; border-style: dashed; }
.borang textarea { display: block; min-height: 6.5rem !important; line-height: 1.5; resize: vertical; field-sizing: content; max-height: 32rem; }
.borang select { max-width: 26rem; }
.borang [data-lebar=pendek] { max-width: 14rem; }
.borang input[type=file] { max-width: 100%; min-height: 44px; font: inherit; font-size: var(--kecil); }
.borang :is([aria-invalid=true]) { border: 2px solid var(--kuning) !important; }
.isi .borang-salah { margin: var(--r2) 0 0; padding-left: var(--r3); border-left: 3px solid var(--kuning); font-size: var(--kecil); line-height: 1.45; }
.borang-salah strong { display: block; color: var(--kuning); font-weight: 650; }
.borang-salah .tombol { min-height: 36px; margin: var(--r1) 0 0; padding: var(--r1) var(--r3); font-size: var(--kecil); }
.isi .borang-hitung { margin: var(--r1) 0 0; font-size: var(--kecil); color: var(--tinta-redup); text-align: right; font-variant-numeric: tabular-nums; }
.borang-cari { position: relative; }
.borang-cari > input::placeholder { color: var(--tinta-redup); opacity: 1; }
.borang-cari::after { content: ""; position: absolute; right: 1rem; top: 17px; width: .5em; height: .5em; border: solid var(--tinta-redup); border-width: 0 2px 2px 0; transform: rotate(45deg); pointer-events: none; }
.borang-cari > input { padding-right: 2.4rem !important; }
.isi .borang-pilihan { position: absolute; z-index: 4; left: 0; right: 0; top: calc(100% + 2px); max-height: 20rem; margin: 0; padding: var(--r1); overflow: auto; list-style: none; background: var(--kertas-3); border: 1px solid var(--garis-kuat); border-radius: var(--lengkung); box-shadow: var(--bayang); }
.isi .borang-pilihan li { margin: 0; padding: var(--r2) var(--r3); border-radius: 4px; cursor: pointer; }
.borang-pilihan li:is(:hover, [aria-selected=true]) { background: var(--aksen-pudar); }
.borang-pilihan [aria-selected=true] { outline: 2px solid var(--aksen); outline-offset: -2px; }
.borang-pilihan small { display: block; opacity: 1; font-size: var(--kecil); color: var(--tinta-redup); line-height: 1.4; }
.isi .borang-butir-daftar { margin: 0; padding: 0; list-style: none; }
.isi .borang-butir-daftar > li { margin: 0 0 var(--r3); }
.borang-butir { padding: var(--r4); background: var(--kertas-3); border: 1px solid var(--garis); border-radius: var(--lengkung); }
.borang-butir .borang-medan { margin-bottom: var(--r4); }
.borang-butir .borang-butir { background: var(--kertas); }
.borang-butir > details > summary { min-height: 32px; font-weight: 650; color: var(--jati); cursor: pointer; }
.borang-butir > details > summary .borang-isi { margin-left: var(--r2); font-weight: 400; color: var(--tinta); white-space: normal; overflow-wrap: anywhere; }
.borang :is(input, textarea, select, button) { scroll-margin-block: 6rem; }
.borang-butir > details[open] > summary { margin-bottom: var(--r3); }
.borang-butir > details:not([open]) + .borang-aksi { margin-top: var(--r2); }
.borang-butir__isi { margin: 0; }
.borang-aksi { display: flex; flex-wrap: wrap; gap: var(--r2); }
.borang-aksi button, .borang-tambah { min-height: 40px; padding: var(--r1) var(--r3); font: 600 var(--kecil) var(--huruf); color: var(--aksen); background: none; border: 1px solid var(--garis-kuat); border-radius: var(--lengkung); cursor: pointer; }
.borang-aksi button:hover, .borang-tambah:hover { border-color: var(--aksen); background: var(--aksen-pudar); }
.borang-aksi button:disabled { color: var(--tinta-redup); border-color: var(--garis); background: none; cursor: default; }
.borang-tambah { min-height: 44px; border-style: dashed; border-color: var(--aksen); }
.borang-baris { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r2); }
@media (min-width: 40em) { .borang-baris { grid-template-columns: minmax(0, 1fr) auto; align-items: start; } .borang-baris .borang-aksi { padding-top: 4px; } .borang-baris .borang-salah { grid-column: 1; } }
.borang-terpilih { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--r2); padding: var(--r2) var(--r3); background: var(--aksen-pudar); border-radius: var(--lengkung); font-weight: 600; }
.borang-kelompok { padding: var(--r4) 0 0 var(--r4); border-left: 3px solid var(--garis); }
.borang-kelompok > .borang-medan:last-child { margin-bottom: var(--r2); }
.borang-dua { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0 var(--r4); }
.borang-bagian { background: var(--kertas); border: 1px solid var(--garis); border-radius: var(--lengkung); margin: 0 0 var(--r3); }
.borang-bagian > summary { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 var(--r3); align-items: center; min-height: 60px; padding: var(--r3) var(--r4); cursor: pointer; list-style: none; }
.borang-bagian > summary::-webkit-details-marker { display: none; }
.borang-bagian > summary::before { content: ""; grid-row: 1 / span 2; width: .55em; height: .55em; border: solid var(--aksen); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.borang-bagian[open] > summary::before { transform: translateY(-25%) rotate(45deg); }
.borang-bagian[open] > summary { border-bottom: 1px solid var(--garis); }
.borang-bagian > summary:hover h2 { color: var(--aksen); }
.isi .borang-bagian h2 { margin: 0; font-size: 1.15rem; }
.isi .borang-bagian summary p { grid-column: 2 / -1; margin: 0; font-weight: 400; font-size: var(--kecil); color: var(--tinta-redup); }
.borang-bagian summary .borang-isi { font-size: var(--kecil); font-weight: 400; color: var(--tinta-redup); white-space: nowrap; }
.borang-bagian summary .ada { color: var(--hijau); font-weight: 650; }
.borang-bagian__isi { padding: var(--r5) var(--r4) var(--r2); }
.borang-mulai { padding: var(--r4); background: var(--aksen-pudar); border-radius: var(--lengkung); }
.isi .borang-mulai h2 { margin: 0 0 var(--r3); font-size: var(--t2); }
.borang-mulai .borang-medan:last-child { margin-bottom: 0; }
.borang-sisi .kotak { margin: 0; }
.isi .borang-sisi h2 { margin: 0 0 var(--r2); font-size: 1.1rem; }
.isi .borang-sisi ol { margin: var(--r3) 0 0; padding: 0; list-style: none; font-size: var(--kecil); }
.isi .borang-sisi li { display: flex; justify-content: space-between; gap: var(--r2); margin: 0; border-top: 1px solid var(--garis); }
.borang-sisi li a { padding: var(--r2) 0; color: var(--tinta); text-decoration: none; }
.borang-sisi li a:hover { color: var(--aksen); text-decoration: underline; }
.borang-sisi li span { padding: var(--r2) 0; color: var(--tinta-redup); white-space: nowrap; }
.borang-sisi meter { width: 100%; }
.isi .borang-sisi p { margin: 0 0 var(--r2); font-size: var(--kecil); }
.isi .borang-ringkas { margin: 0 0 var(--r4); padding: var(--r4); background: var(--kuning-pudar); border-left: 4px solid var(--kuning); border-radius: 2px; }
.borang-ringkas.beres { background: var(--hijau-pudar); border-color: var(--hijau); }
.isi .borang-ringkas h3 { margin: 0 0 var(--r2); font-size: 1.1rem; }
.isi .borang-ringkas ul { margin: 0 0 var(--r2); padding-left: 1.2em; }
.isi .borang-ringkas li { margin: 0 0 var(--r1); }
.isi .borang-kabar { margin: 0 0 var(--r3); }
.borang-kabar:empty { display: none; }
.borang-akhir { border-top: 1px solid var(--garis); padding-top: var(--r5); }
.isi .borang-akhir h2 { margin-top: 0; }
.borang-kirim { display: grid; gap: var(--r3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); margin-bottom: var(--r4); }
.borang-kirim > div { display: flex; flex-direction: column; align-items: flex-start; padding: var(--r4); background: var(--kertas-3); border: 1px solid var(--garis); border-radius: var(--lengkung); }
.isi .borang-kirim h3 { margin: 0 0 var(--r1); font-size: 1.05rem; }
.isi .borang-kirim p { margin: 0 0 var(--r3); font-size: var(--kecil); color: var(--tinta-redup); }
.borang-kirim > div > p:last-of-type { flex: 1; }
.isi .borang-lihat { padding: var(--r4); border: 1px solid var(--garis); border-radius: var(--lengkung); background: var(--kertas); }
.borang-foto { display: flex; flex-wrap: wrap; gap: var(--r3); align-items: center; }
.borang-foto img { max-width: 12rem; max-height: 9rem; border-radius: 4px; }
.isi .borang pre { max-height: 24rem; overflow: auto; padding: var(--r3); font: .85rem/1.5 var(--huruf-kode); white-space: pre-wrap; overflow-wrap: anywhere; }
.borang-centang { display: flex; gap: var(--r2); align-items: start; padding: var(--r1) 0; min-height: 32px; font-size: 1rem; }
.borang-centang input { flex: none; width: 20px; height: 20px; margin: 2px 0 0; accent-color: var(--aksen); }
.borang-lain { margin: 0 0 var(--r4); }
.borang-lain > summary { min-height: 36px; padding: var(--r1) 0; font-size: var(--kecil); font-weight: 600; color: var(--aksen); cursor: pointer; }
.borang-lain[open] > summary { margin-bottom: var(--r3); }
@media (min-width: 60em) {
  .borang { grid-template-columns: minmax(0, 1fr) 17rem; gap: var(--r6); align-items: start; }
  .borang-mulai, .borang-akhir { grid-column: 1; }
  .borang-sisi { grid-column: 2; grid-row: 1 / span 4; position: sticky; top: var(--r4); max-height: calc(100vh - 2 * var(--r4)); overflow: auto; }
}
@media (max-width: 59.99em) { .borang-sisi ol { display: none; } }
@media (max-width: 29.99em) { .borang-bagian__isi { padding: var(--r4) var(--r3) 0; } .borang-butir { padding: var(--r3); } .borang-kelompok { padding-left: var(--r3); } .borang-bagian > summary { padding-inline: var(--r3); } }
@media (forced-colors: active) { .borang :is([aria-invalid=true]) { border-style: dashed; } }
@media print { .borang-sisi, .borang-aksi, .borang-tambah, .borang-kirim { display: none; } }
`;

/** Set the sheet once; a browser that knows no constructed sheets shows a plain form. */
export function dress() {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOKS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // plain, but whole
  }
}
