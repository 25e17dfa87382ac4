/** The directions in which opinions differ most. */
import { chance } from '../chance/model.ts';

/** Multiplies a symmetric matrix by a vector. */
export type Product = (vector: Float64Array, into: Float64Array) => void;

export interface Eigenpair {
  value: number;
  /** Of length 1; all zero where there is nothing left to explain. */
  vector: Float64Array;
}

/**
 * The `count` greatest eigenpairs of a symmetric matrix without negative eigenvalues, by Lanczos' method with full
 * reorthogonalisation (C. Lanczos, An Iteration Method for the Solution of the Eigenvalue Problem, J. Res. NBS 45,
 * 1950; B. Parlett, The Symmetric Eigenvalue Problem, 1980, chapter 13). It ends when the residual of each is below
 * `tolerance` times the greatest, or when the space is exhausted. Signs: the sum of a vector's entries is not negative.
 * @param start what it begins with, for example what was found before the matrix changed a little
 */
export function leadingEigenpairs(
  multiply: Product,
  size: number,
  count: number,
  start?: Float64Array,
  tolerance = 1e-11,
): Eigenpair[] {
  if (size === 0) return nothing(size, count);
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  // The first product leaves no entry where the matrix has none.
  const first = new Float64Array(size);
  multiply(startingVector(size, start), first);
  const reach = Math.sqrt(dot(first, first));
  if (!(reach > 0)) return nothing(size, count);
  let vector = first.map((entry) => entry / reach);
  let ritz: Ritz | undefined;
  for (let step = 1; step <= size; step += 1) {
    basis.push(vector);
    const next = new Float64Array(size);
    multiply(vector, next);
    diagonal.push(dot(next, vector));
    for (let pass = 0; pass < 2; pass += 1)
      for (const known of basis) subtract(next, known, dot(next, known));
    const length = Math.sqrt(dot(next, next));
    const scale = Math.max(...diagonal.map(Math.abs), ...beside.map(Math.abs));
    const exhausted = step === size || length <= scale * 1e-14 || length === 0;
    if (exhausted || step % 8 === 0) {
      ritz = tridiagonalEigenpairs(diagonal, beside);
      if (exhausted || isConverged(ritz, length, count, tolerance)) break;
    }
    beside.push(length);
    for (let at = 0; at < size; at += 1) next[at]! /= length;
    vector = next;
  }
  const found = Array.from({ length: Math.min(count, ritz!.values.length) }, (_, at) =>
    combined(basis, ritz!, at),
  );
  return [...found, ...nothing(size, count - found.length)];
}

interface Ritz {
  /** Greatest first. */
  values: Float64Array;
  /** Vector `k` stands at `k * n`. */
  vectors: Float64Array;
}

function isConverged({ values, vectors }: Ritz, length: number, count: number, tolerance: number): boolean {
  const n = values.length;
  if (n < count) return false;
  // The residual of a Ritz pair is the length of what comes next times its last entry.
  for (let k = 0; k < count; k += 1)
    if (length * Math.abs(vectors[k * n + n - 1]!) > tolerance * Math.abs(values[0]!)) return false;
  return true;
}

function combined(basis: Float64Array[], { values, vectors }: Ritz, k: number): Eigenpair {
  const size = basis[0]!.length;
  const n = values.length;
  const value = values[k]!;
  if (!(value > Math.max(values[0]!, 0) * 1e-12)) return nothing(size, 1)[0]!;
  const vector = new Float64Array(size);
  for (let step = 0; step < n; step += 1) subtract(vector, basis[step]!, -vectors[k * n + step]!);
  const length = Math.sqrt(dot(vector, vector));
  let sum = 0;
  for (const entry of vector) sum += entry;
  const factor = (sum < -1e-9 ? -1 : 1) / length;
  return { value, vector: vector.map((entry) => entry * factor + 0) };
}

function nothing(size: number, count: number): Eigenpair[] {
  return Array.from({ length: Math.max(count, 0) }, () => ({ value: 0, vector: new Float64Array(size) }));
}

/** What was found before with something of everything, so that no direction is missed. */
function startingVector(size: number, start?: Float64Array): Float64Array {
  const by = chance(size);
  const vector = Float64Array.from({ length: size }, () => by.next() - 0.5);
  const length = Math.sqrt(dot(vector, vector)) || 1;
  const share = start ? 1e-3 : 1;
  for (let at = 0; at < size; at += 1) vector[at] = (vector[at]! / length) * share + (start?.[at] ?? 0);
  const whole = Math.sqrt(dot(vector, vector));
  return vector.map((entry) => entry / whole);
}

/**
 * All eigenpairs of a symmetric tridiagonal matrix by the implicit QL method (H. Bowdler, R. S. Martin, C. Reinsch and
 * J. H. Wilkinson, The QR and QL Algorithms for Symmetric Matrices, Numerische Mathematik 11, 1968).
 */
function tridiagonalEigenpairs(diagonal: readonly number[], beside: readonly number[]): Ritz {
  const n = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(n);
  e.set(beside);
  const z = new Float64Array(n * n);
  for (let at = 0; at < n; at += 1) z[at * n + at] = 1;
  for (let l = 0; l < n; l += 1) {
    for (let round = 0; round < 60; round += 1) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > 1e-16 * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m += 1;
      if (m === l) break;
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
      let r = Math.hypot(g, 1);
      g = d[m]! - d[l]! + e[l]! / (g + (g < 0 ? -r : r));
      let [s, c, p] = [1, 1, 0];
      let i = m - 1;
      for (; i >= l; i -= 1) {
        const f = s * e[i]!;
        const b = c * e[i]!;
        r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) break;
        s = f / r;
        c = g / r;
        g = d[i + 1]! - p;
        r = (d[i]! - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        // Vector k is row k of z: both rows turn together.
        for (let at = 0; at < n; at += 1) {
          const upper = z[(i + 1) * n + at]!;
          const lower = z[i * n + at]!;
          z[(i + 1) * n + at] = s * lower + c * upper;
          z[i * n + at] = c * lower - s * upper;
        }
      }
      if (r === 0 && i >= l) {
        d[i + 1]! -= p;
        e[m] = 0;
        continue;
      }
      d[l]! -= p;
      e[l] = g;
      e[m] = 0;
    }
  }
  const order = [...d.keys()].sort((a, b) => d[b]! - d[a]!);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => vectors.set(z.subarray(from * n, (from + 1) * n), to * n));
  return { values: Float64Array.from(order, (from) => d[from]!), vectors };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at]! -= what[at]! * times;
}
