// The looks of the planner and of the documents in view, on the screen and in print. They lie here and not in katalog.css, because
// only this page has them; `.naskah` is drawn by naskah-layar.js.

const LOOKS = `
.isi .rencana-kabar { position: fixed; left: 50%; bottom: var(--r4); z-index: 6; transform: translateX(-50%); width: max-content; max-width: calc(100vw - 2rem); margin: 0; padding: var(--r3) var(--r4); font-weight: 600; color: var(--kertas); background: var(--tinta); border-radius: var(--lengkung); }
.isi .rencana-kabar:empty { padding: 0; }
.isi .rencana h2 { display: flex; align-items: center; gap: var(--r3); margin: 0 0 var(--r3); }
.isi .rencana h3 { margin: 0 0 var(--r2); font-size: 1rem; }
.rencana section[aria-labelledby^=l] { padding-block: var(--r6); border-top: 1px solid var(--garis); }
.langkah-nomor { display: inline-grid; place-items: center; flex: none; width: 2.1rem; height: 2.1rem; font-size: 1.1rem; color: var(--atas-aksen); background: var(--aksen); border-radius: 50%; }
.rencana__langkah { max-width: 46rem; }
.rencana__sisi .kotak { margin: 0 0 var(--r6); }
.isi .rencana__sisi h2 { font-size: var(--t2); }
.rencana__sisi ul, .temuan ul { margin: 0 0 var(--r3); padding: 0 0 0 1.2em; }
.rencana__sisi li, .temuan li { margin: 0 0 var(--r1); }
@media (min-width: 64em) {
  .rencana__atas { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 0 var(--r7); align-items: start; }
  .rencana__sisi { position: sticky; top: var(--r4); margin-top: var(--r6); max-height: calc(100vh - 2rem); overflow: auto; }
}
.medan-tegak { margin: 0 0 var(--r5); padding: 0; border: 0; min-width: 0; }
.medan-tegak > label, .medan-tegak > legend { display: block; padding: 0; font-weight: 650; }
.medan-tegak > legend { margin-bottom: var(--r2); }
.isi .medan-ket { max-width: var(--ukuran); margin: 0 0 var(--r1); font-size: var(--kecil); color: var(--tinta-redup); }
.medan-tegak :is(input, select, textarea):not([type=checkbox], [type=radio]) { display: block; width: 100%; min-height: 44px; padding: var(--r2) var(--r3); font: inherit; font-size: 1rem; color: var(--tinta); background: var(--kertas-3); border: 1px solid var(--garis-kuat); border-radius: var(--lengkung); }
.medan-tegak textarea { resize: vertical; }
.medan-tegak [type=file] { padding: var(--r2); }
.rencana [aria-invalid] { border: 2px solid var(--kuning) !important; }
.isi .medan-salah { margin: var(--r1) 0 0; padding-left: var(--r3); font-weight: 600; color: var(--kuning); border-left: 3px solid; }
.isi .medan-arti { min-height: 1.5em; margin: var(--r1) 0 0; font-size: var(--kecil); font-weight: 600; color: var(--aksen); }
:is(.medan-dua, .medan-tiga) { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 0 var(--r5); }
.medan-dua > .medan-tegak { display: grid; grid-row: span 4; grid-template-rows: subgrid; align-content: start; }
.medan-dua > .medan-tegak > :is(input, select, textarea) { grid-row: 3; }
.medan-dua > .medan-tegak > .medan-salah { grid-row: 4; }
.isi .medan-dua > .medan-tegak > label { align-self: end; }
.isi .tindak { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 0 var(--r4); margin: 0 0 var(--r4); padding: var(--r3) var(--r4) 0; border: 1px solid var(--garis); border-radius: var(--lengkung); }
.tindak legend { padding: 0 var(--r2); font-weight: 650; }
.tindak .medan-tegak { margin-bottom: var(--r4); }
.medan-tiga { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.5rem), 1fr)); align-items: start; }
.medan-tanggal { position: relative; display: flex; gap: var(--r1); }
.medan-tanggal .tombol { padding-inline: var(--r2); font-size: var(--kecil); }
.medan-tegak .medan-pemilih { position: absolute; right: 0; bottom: 0; width: 5rem !important; opacity: 0; pointer-events: none; }
.isi .pilih-daftar { margin: 0; padding: 0; list-style: none; }
.isi .pilih-daftar li { margin: 0; }
.pilih-daftar label { display: flex; gap: var(--r3); align-items: baseline; padding: var(--r2) 0; cursor: pointer; }
.pilih-daftar input, .pilih-daftar input:focus { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--aksen); transform: translateY(4px); }
.pilih-daftar--besar { display: grid; gap: var(--r2); }
.pilih-daftar--besar label { padding: var(--r3); border: 1px solid var(--garis-kuat); border-radius: var(--lengkung); }
.pilih-daftar--besar label:has(:checked) { border-color: var(--aksen); background: var(--aksen-pudar); box-shadow: inset 4px 0 var(--aksen); }
.pilih-daftar--besar strong { display: block; }
[role=listbox] { margin: 2px 0 0 !important; padding: 0 !important; list-style: none; background: var(--kertas-3); border: 1px solid var(--garis-kuat); border-radius: var(--lengkung); box-shadow: var(--bayang); }
[role=option] { margin: 0 !important; padding: var(--r3); cursor: pointer; }
[role=option] span { display: block; font-size: var(--kecil); color: var(--tinta-redup); }
[role=option]:is(:hover, [aria-selected=true]) { background: var(--aksen-pudar); box-shadow: inset 4px 0 var(--aksen); }
.isi .terpilih { margin: var(--r4) 0 0; padding: 0; list-style: none; }
.isi .terpilih > li { display: flex; flex-wrap: wrap; gap: var(--r3); justify-content: space-between; align-items: flex-start; margin: 0; padding: var(--r3) 0; border-top: 1px solid var(--garis); }
.terpilih > li > div { flex: 1 1 14rem; min-width: 0; }
.terpilih__lebih { color: var(--tinta-redup); }
.isi .lipat--kecil { margin: var(--r1) 0 0; padding: 0; border: 0; background: none; font-size: var(--kecil); }
.rencana .lipat { max-width: none; margin-bottom: var(--r3); }
.temuan__tuan { margin-bottom: var(--r4); padding: var(--r3) var(--r4); background: var(--kertas-2); border-radius: var(--lengkung); }
.temuan__tuan ul:last-child { margin-bottom: 0; }
.temuan--melanggar { font-weight: 650; color: var(--kuning); }
.tanya-jawab { margin: 0 0 var(--r2) 2.2rem !important; padding-left: var(--r3); border-left: 3px solid var(--hijau); }
.isi .tanya-sendiri { margin: 0; padding: 0; list-style: none; }
.isi .tanya-sendiri li { display: flex; gap: var(--r3); align-items: center; justify-content: space-between; margin: 0; padding: var(--r2) 0; border-top: 1px solid var(--garis); }
#rencana-yaml { padding: var(--r4); white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
.tanya-baru { margin-top: var(--r5); }
.jadwal { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: var(--r4); margin: var(--r4) 0; }
.jadwal__hari { padding: var(--r4); background: var(--kertas-3); border: 1px solid var(--garis); border-top: 4px solid var(--jati); border-radius: var(--lengkung); }
.isi .jadwal__tuan { margin: var(--r2) 0; }
.isi .jadwal ol { margin: 0; padding: 0; list-style: none; }
.isi .jadwal li { display: flex; flex-wrap: wrap; gap: 0 var(--r3); margin: 0; padding: 2px 0; }
.jadwal li > :last-child { flex: 1 1 7rem; min-width: 0; }
.jadwal__hari, .pilih-daftar span { min-width: 0; overflow-wrap: anywhere; }
.jadwal__jam { flex: none; width: 6.6rem; color: var(--tinta-redup); font-variant-numeric: tabular-nums; }
.naskah-meja { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r5); margin-top: var(--r5); }
@media (min-width: 64em) { .naskah-meja { grid-template-columns: 19rem minmax(0, 1fr); } .naskah-pilih { position: sticky; top: var(--r4); align-self: start; max-height: calc(100vh - 2rem); overflow: auto; } }
.isi .naskah-daftar { margin: 0; padding: 0; list-style: none; }
.isi .naskah-daftar > li { margin: 0 0 var(--r4); padding: 0 0 var(--r3); border-bottom: 1px solid var(--garis); }
.naskah-daftar .kepala__ket { margin: 0 0 var(--r2) !important; }
.isi .naskah-baris > p:not(.tombol-daftar) { margin: var(--r2) 0 var(--r1); font-weight: 600; font-size: var(--kecil); }
.naskah-baris .tombol-daftar { gap: var(--r2); margin: 0 0 var(--r2) !important; }
.naskah-baris .tombol { padding-inline: var(--r3); font-size: var(--kecil); }
.naskah-baris [aria-pressed=true] { color: var(--atas-aksen) !important; background: var(--aksen); }
.naskah-lihat:focus { outline: none; }
.naskah-lihat:focus-visible { outline: 3px solid var(--fokus); outline-offset: 4px; }
.naskah { max-width: 50rem; padding: clamp(1rem, 5vw, 3rem); color: #1c2126; background: #fff; border: 1px solid var(--garis); box-shadow: 0 2px 12px #0002; font-size: .95rem; line-height: 1.5; color-scheme: light; }
.isi .naskah :is(h3, h4, h5) { color: inherit; margin: 1.2em 0 .4em; font-size: 1.05rem; letter-spacing: 0; }
.isi .naskah h3 { margin-top: 0; text-align: center; font-size: 1.2rem; }
.isi .naskah p { margin: 0 0 .7em; }
.naskah__kop { margin-bottom: 1.2em; padding-bottom: .4em; text-align: center; border-bottom: 3px double; }
.isi .naskah .naskah__kop p { margin: 0; font-weight: 700; }
.isi .naskah .naskah__kop p:last-child:not(:first-child) { font-weight: 400; font-size: .85em; }
.isi .naskah :is(.naskah__p--rapat, .naskah__tanda p) { margin: 0; }
.naskah__p--kanan { text-align: right; }
.naskah__p--tengah { text-align: center; }
.naskah__p--penuh { text-align: justify; hyphens: auto; }
.naskah__p--kecil { font-size: .85em; }
.naskah__pasangan { display: grid; grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr); gap: 0 1em; margin: 0 0 1em; }
.isi .naskah dt, .isi .naskah dd { margin: 0; }
.isi .naskah dd::before { content: ": "; content: ": " / ""; }
.isi .naskah :is(ol, ul) { margin: 0 0 .8em; padding-left: 1.6em; }
.isi .naskah li { margin: 0 0 .2em; padding: 0; }
.naskah__daftar--ceklis { list-style: "☐ "; }
.naskah table { width: 100%; margin: 0; font-size: .9em; color: inherit; background: none; }
.isi .naskah :is(th, td) { min-width: 3rem; padding: .35em .5em; vertical-align: top; text-align: left; color: #1c2126; border: 1px solid #777; }
.isi .naskah td:empty { height: 2em; }
.isi .naskah th { background: #e8eeec; }
.naskah .tabel-geser { margin: 0 0 1em; background: none; }
.naskah__tanda { margin: 1.5em 0 1.2em 50%; break-inside: avoid; }
.naskah__tanda p:empty { height: 1.5em; }
.naskah__kosong { background: #fff2b3; color: #1c2126; }
.naskah a { color: inherit; }
@media (max-width: 30em) { .naskah__tanda { margin-left: 30%; } .naskah__p--penuh { text-align: left; } }
@media print {
  .rencana__langkah, #isian-surat, .naskah-meja, #rencana-jadwal button, [aria-labelledby=l6], [aria-labelledby=l7] { display: none; }
  .rencana__atas { display: block; }
  .rencana__sisi { position: static; max-height: none; }
  .rencana__sisi .fakta { columns: 2; }
  .jadwal { display: block; }
  .jadwal__hari { break-inside: avoid; }
  .cetak-naskah :is(.isi > :not(#rencana), #rencana > :not(:has(#rencana-pratinjau)), .rencana__atas, .rencana__lebar > :not(.naskah-meja), .naskah-pilih, .naskah-lihat__judul, .atas, .bawah) { display: none !important; }
  .cetak-naskah :is(.isi, #rencana, .naskah-meja), .cetak-naskah .rencana section[aria-labelledby^=l] { display: block; margin: 0; padding: 0; border: 0; }
  .naskah { max-width: none; padding: 0; border: 0; box-shadow: none; font: 11pt/1.3 Arial, sans-serif; color: #000; }
  .isi .naskah :is(p, ol, ul, dl) { margin-bottom: .45em; }
  .isi .naskah li { margin: 0; }
  .isi .naskah tr, .naskah__kop { break-inside: avoid; }
  .naskah__halaman { break-after: page; visibility: hidden; }
  .naskah__kosong { border: 1px dotted #000; }
}
`;

if ('adoptedStyleSheets' in document) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOKS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
