"""The sentences of advice: what would make an entry clearer or more useful. Advice never fails a check."""

from __future__ import annotations

from catalog.wordings.wording import Wording, advice

SARAN: dict[str, Wording] = {
    # the same thing elsewhere in the catalogue
    "serupa-di-wilayah-lain": advice(
        "Inovasi bernama sama atau hampir sama ada di wilayah lain.",
        "satu entri untuk satu inovasi; tiruan menyebut asalnya",
        "bandingkan dengan {lain}; bila meniru, tulis asalnya di `replikasi.dari`; biarkan bila hanya mirip namanya",
    ),
    "singkatan-bentrok": advice(
        "Singkatan ini juga dipakai inovasi lain dengan kepanjangan yang berbeda.",
        "nama yang tidak tertukar",
        "bandingkan dengan {lain}; tambahkan nama daerah atau bidangnya bila mudah tertukar",
    ),
    # plain language
    "huruf-besar-semua": advice(
        "`{isian}` ditulis dengan huruf besar semua, jadi sukar dibaca.",
        "huruf besar hanya di awal kalimat, nama, dan singkatan",
        "tulis ulang dengan huruf kecil",
    ),
    "kalimat-panjang": advice(
        "Ada kalimat {kata} kata di `{isian}`.",
        "paling banyak {batas} kata dalam satu kalimat",
        "bagi menjadi dua kalimat atau lebih",
    ),
    "singkatan-tanpa-kepanjangan": advice(
        "Singkatan di `{isian}` belum dijelaskan, padahal belum tentu dikenal warga.",
        "kepanjangan pada penyebutan pertama, misalnya `Public Safety Center (PSC)`",
        "tulis kepanjangannya sebelum atau sesudah singkatan itu",
    ),
    # ready for the national index
    "rancang-bangun-pendek": advice(
        "Rancang bangun berisi {kata} kata; formulir Indeks Inovasi Daerah meminta sedikitnya {batas}.",
        "sedikitnya {batas} kata",
        "ceritakan dasar hukum, masalah, metode pembaruan, keunggulan, dan cara kerjanya",
    ),
    "iid-belum-lengkap": advice(
        "Isian `lapor` sudah dimulai, tetapi `{isian}` yang diminta formulir Indeks Inovasi Daerah belum ada.",
        "`{isian}` terisi sebelum dilaporkan",
        "lengkapi sebelum melapor; entri tetap dapat terbit tanpa isian ini",
    ),
}
