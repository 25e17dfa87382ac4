/** Arabic letters in words such as العلمي: the article is not the name's first letter. */
const article = /^(?:ال|El[- ]|Al[- ])(?=\p{L}{2,})/u;
const arabic = /\p{Script=Arabic}/u;

/**
 * The two letters that stand for a person: first letters of the first and the last name.
 * Latin letters are capitals side by side. Arabic letters are kept apart by a no-break space, since
 * joined they would read as a word.
 * @returns one letter for a name of one word, '' for an empty name
 */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => word.replace(/^\P{L}+/u, '').replace(article, ''))
    .filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  const letters = ends.map((word) => [...word][0]!);
  return letters.some((letter) => arabic.test(letter))
    ? letters.join('\u00a0')
    : letters.join('').toLocaleUpperCase('fr');
}
