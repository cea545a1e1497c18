// The everyday problems nearest to a query that found nothing: doors of vocabularies/masalah.yml, by the words they share with it.

import { getOnce } from './jelajah-ambil.js';
import { splitWords } from './jelajah-kata.js';

const MOST_DOORS = 4;
const SHORTEST = 3; // letters of a word that says something
const SHORTEST_BEGINNING = 4;
const BEGINNING_SHARE = 0.6; // of the weight of a word, when only its beginning is shared: "sekolahan" and "sekolah"

/** At most four doors that share a word with the texts, the nearest first: [id, name]. Fetched with the first call. */
export async function findDoors(...texts) {
  const doors = await getOnce('pintu.json');
  return nearestDoors(splitWords(texts.join(' ')), doors);
}

/** At most four doors to begin with when none is near, about different things: the vocabulary goes from subject to subject. */
export async function sampleDoors() {
  const doors = await getOnce('pintu.json');
  const step = Math.ceil(doors.length / MOST_DOORS);
  return doors.filter((_, place) => place % step === 0).map(([id, name]) => [id, name]);
}

/** `doors` are [id, name, words and phrases]; a word that few doors have weighs more. Ties stay in the order of the vocabulary. */
function nearestDoors(words, doors) {
  const wanted = [...new Set(words)].filter((word) => word.length >= SHORTEST);
  const held = doors.map(([, name, phrases]) => [...new Set(splitWords([name, ...phrases].join(' ')))]);
  const scores = doors.map(() => 0);
  for (const word of wanted) {
    const shares = held.map((own) => Math.max(0, ...own.map((other) => sharedShare(word, other))));
    const weight = Math.log(1 + doors.length / shares.filter(Boolean).length);
    shares.forEach((share, place) => {
      if (share) scores[place] += share * weight;
    });
  }
  const near = [...doors.keys()].filter((place) => scores[place] > 0).sort((a, b) => scores[b] - scores[a] || a - b);
  return near.slice(0, MOST_DOORS).map((place) => doors[place].slice(0, 2));
}

function sharedShare(word, other) {
  if (word === other) return 1;
  const isLong = Math.min(word.length, other.length) >= SHORTEST_BEGINNING;
  return isLong && (word.startsWith(other) || other.startsWith(word)) ? BEGINNING_SHARE : 0;
}
