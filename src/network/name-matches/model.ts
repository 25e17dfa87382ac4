import { nameWords } from '#platform/text/names.ts';
import { nameKey, similarity } from '#platform/text/similarity.ts';
import { skeleton } from '#platform/text/skeleton.ts';

/** From here on two names are probably one person's: said to a human being, never merged. */
export const LIKELY = 0.9;
const MOST_CANDIDATES = 5;
/** Names held against one at most: beyond, the names that share a word's sounds are too many to tell anything. */
const MOST_COMPARED = 300;

/** A person with every spelling of the name that is known. */
export interface Named {
  id: string;
  names: readonly string[];
}

export interface NameMatch<Person> {
  /** Whose name has the same words, in whatever order and spelling of letters; homonyms are several. */
  same: Person[];
  /** Whose name is close, the closest first. */
  likely: { person: Person; likeness: number }[];
}

/**
 * Finds people by name among many, across spellings and scripts. A name is held only against those that share the
 * sounds at the head of a word with it, so that a thousand names among ten thousand stay quick.
 */
export function nameIndex<Person extends Named>(
  people: readonly Person[],
): (name: string) => NameMatch<Person> {
  const byKey = new Map<string, Set<Person>>();
  const bySound = new Map<string, Set<Person>>();
  for (const person of people)
    for (const name of person.names) {
      add(byKey, nameKey(name), person);
      for (const sound of soundsOf(name)) add(bySound, sound, person);
    }
  return (name) => {
    const same = [...(byKey.get(nameKey(name)) ?? [])];
    const heard = new Set(soundsOf(name).flatMap((sound) => [...(bySound.get(sound) ?? [])]));
    const likely = [...heard]
      .filter((person) => !same.includes(person))
      .slice(0, MOST_COMPARED)
      .map((person) => ({ person, likeness: Math.max(...person.names.map((one) => similarity(one, name))) }))
      .filter(({ likeness }) => likeness >= LIKELY)
      .sort((one, other) => other.likeness - one.likeness);
    return { same, likely: likely.slice(0, MOST_CANDIDATES) };
  };
}

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

/** The first two consonants of each word, by which spellings and scripts meet. */
function soundsOf(name: string): string[] {
  return nameWords(name).map((word) => {
    const { bones, full } = skeleton(word);
    return (bones || full || word).slice(0, 2);
  });
}
