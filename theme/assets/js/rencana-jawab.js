// Questions of a plan: those of the parts that an entry leaves open, typed ones, and what has been answered before. Pure functions.

const SMALL = new Set('apa apakah yang dan atau di ke dari untuk pada dengan ini itu ada adalah bagaimana berapa siapa kapan mengapa kenapa mana dimana bisa dapat boleh kah nya oleh dalam akan sudah belum kami anda para saja juga tidak per'.split(' '));
const ENOUGH = 0.34; // share of the words of a question that an answer must hold
const MOST_OFFERED = 3;

const wordsOf = (text) => [...new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2 && !SMALL.has(word)))];

/** Rough root of an Indonesian word, so that 'biayanya' finds 'biaya'. */
const root = (word) => word.replace(/^(?:meng|meny|mem|men|me|ber|ter|di|pe[nm]?g?|ke|se)(?=\p{L}{4})/u, '').replace(/(?:nya|kan|an|i)$/u, '');
const rootsOf = (text) => new Set(wordsOf(text).map(root));

/**
 * Answers that may make a question needless, the best first: {inovasi, tanya, jawab} of the entries' earlier answers and of the
 * parts they answer ({bagian: true}, jawab ''). `rows` are entries {id, nama, isi, bagian: {terjawab}}.
 */
export function findAnswers(typed, rows) {
  const wanted = [...rootsOf(typed)];
  if (!wanted.length) return [];
  const offers = rows.flatMap((row) => [
    ...(row.isi.tanya_jawab ?? []).map(({ tanya, jawab }) => ({ inovasi: row.id, nama: row.nama, tanya, jawab })),
    ...(row.bagian?.terjawab ?? []).map((part) => ({ inovasi: row.id, nama: row.nama, tanya: part.tanya, judul: part.nama, jawab: '', bagian: true })),
  ]);
  const scored = offers.map((offer) => [share(wanted, rootsOf(`${offer.tanya} ${offer.jawab} ${offer.judul ?? ''}`)), offer]);
  return scored.filter(([score]) => score >= ENOUGH).sort((a, b) => b[0] - a[0]).slice(0, MOST_OFFERED).map(([, offer]) => offer);
}

const share = (wanted, held) => wanted.filter((word) => held.has(word)).length / wanted.length;

/** Earlier answers of an entry to the question of one of its open parts. */
export const answersTo = (part, isi) => {
  const wanted = [...rootsOf(`${part.nama} ${part.tanya}`)];
  return (isi.tanya_jawab ?? []).filter(({ tanya }) => share([...rootsOf(tanya)], new Set(wanted)) >= ENOUGH);
};

/** Questions of entries in their order, as {inovasi, nama, teks}: open parts that are not dropped, then typed ones. */
export function questionsOf(rows, plan) {
  const of = (row) => [
    ...(row.bagian?.belum ?? []).filter(({ id }) => !(plan.lepas[row.id] ?? []).includes(id)).map(({ tanya }) => tanya),
    ...plan.tanya.filter(({ inovasi }) => inovasi === row.id).map(({ teks }) => teks),
  ].map((teks) => ({ inovasi: row.id, nama: row.nama, teks }));
  const ids = new Set(rows.map(({ id }) => id));
  const common = plan.tanya.filter(({ inovasi }) => !ids.has(inovasi)).map(({ teks }) => ({ inovasi: '', nama: 'Umum', teks }));
  return [...rows.flatMap(of), ...common];
}
