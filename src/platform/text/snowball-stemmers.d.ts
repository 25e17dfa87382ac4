/** The part of snowball-stemmers 0.6 that is used here; the package ships no types. */
declare module 'snowball-stemmers' {
  export interface Stemmer {
    /** The stem of one lower-case word. */
    stem(word: string): string;
  }

  /** A stemmer for one of the names that `algorithms()` lists; throws on any other name. */
  export function newStemmer(algorithm: 'arabic' | 'english' | 'french'): Stemmer;
}
