/**
 * The launcher speaks before any locale of the product is known, so it takes the terminal's.
 * @typedef {'fr' | 'ar' | 'en'} Language
 * @typedef {Record<Language, string>} Sentence one sentence in the three languages, `{name}` marks a value
 */

/** @type {readonly Language[]} */
const known = ['fr', 'ar', 'en'];

/**
 * The languages to speak, as POSIX orders LC_ALL, LC_MESSAGES and LANG; French and English where they say
 * nothing usable.
 * @param {Record<string, string | undefined>} env
 * @returns {Language[]}
 */
export function languagesOf(env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const language = known.find((code) => locale.toLowerCase().startsWith(code));
  return language ? [language] : ['fr', 'en'];
}

/**
 * @param {Sentence} sentence
 * @param {Language} language
 * @param {Record<string, string | number>} [values]
 */
export function fill(sentence, language, values = {}) {
  return sentence[language].replace(/\{(\w+)\}/g, (mark, name) => String(values[name] ?? mark));
}
