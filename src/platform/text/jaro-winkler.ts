/**
 * Jaro's similarity with Winkler's bonus for a common prefix, in [0, 1].
 *
 * With m characters of one string met within max(|a|, |b|)/2 − 1 places in the other, t half the number of those that
 * come in another order: J = (m/|a| + m/|b| + (m − t)/m) / 3, and from J > 0.7 on, J + ℓ·0.1·(1 − J) with ℓ the length
 * of the common prefix, at most 4. Sources: M. A. Jaro, "Advances in record-linkage methodology as applied to matching
 * the 1985 census of Tampa, Florida", JASA 84 (1989); W. E. Winkler, "String comparator metrics and enhanced decision
 * rules in the Fellegi-Sunter model of record linkage", ASA Section on Survey Research Methods (1990).
 *
 * Time and memory grow with |a|·|b|: pass words, not texts.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const jaro = jaroSimilarity(a, b);
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroSimilarity(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const inA: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const end = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j += 1) {
      if (taken.has(j) || a[i] !== b[j]) continue;
      taken.add(j);
      inA.push(a[i] ?? '');
      break;
    }
  }
  const matches = inA.length;
  if (matches === 0) return 0;
  const inB = [...taken].sort((x, y) => x - y).map((j) => b[j]);
  const transpositions = inA.filter((character, index) => character !== inB[index]).length / 2;
  return (matches / a.length + matches / b.length + (matches - transpositions) / matches) / 3;
}
