/**
 * One part of a country as the iso-codes project lists it (https://salsa.debian.org/iso-codes-team/iso-codes,
 * iso_3166-2.json): names in Latin letters, the marks of the standard left inside them.
 */
export interface Subdivision {
  /** Its place in the list, from 1. */
  entry: number;
  code: string;
  name: string;
  /** The mark the standard prints after the name, without its brackets, such as EH-partial. */
  mark: string | null;
  /** The whole code of the part it belongs to; null where it belongs to the country itself. */
  parent: string | null;
}

/** An entry that is not as the list's own schema asks. */
export interface SubdivisionFault {
  entry: number;
  field: 'code' | 'name' | 'parent';
}

/** Says that a text is no such list: not JSON, or JSON of another form. */
export class NotSubdivisions extends Error {
  override name = 'NotSubdivisions';
  readonly why: 'not JSON' | 'no list' | 'too many';
  constructor(why: NotSubdivisions['why']) {
    super(`Not a list of ISO 3166-2 codes: ${why}`);
    this.why = why;
  }
}

/**
 * The parts of some countries in a list {"3166-2": [{ code, name, type, parent }]}; what belongs to other
 * countries is passed over unread.
 * @param countries ISO 3166-1 codes
 * @param most entries of the whole list
 * @throws NotSubdivisions
 */
export function parseSubdivisions(
  text: string,
  { countries, most }: { countries: readonly string[]; most: number },
): { subdivisions: Subdivision[]; faults: SubdivisionFault[] } {
  const list = listIn(text);
  if (list.length > most) throw new NotSubdivisions('too many');
  const subdivisions: Subdivision[] = [];
  const faults: SubdivisionFault[] = [];
  list.forEach((item, index) => {
    const entry = index + 1;
    const { code, name, parent } = (item ?? {}) as Record<string, unknown>;
    if (typeof code !== 'string') return void faults.push({ entry, field: 'code' });
    const country = code.slice(0, 2);
    if (!countries.includes(country) || code[2] !== '-') return;
    if (typeof name !== 'string') return void faults.push({ entry, field: 'name' });
    if (parent !== undefined && typeof parent !== 'string')
      return void faults.push({ entry, field: 'parent' });
    // The list gives a parent without its country (09) or, in some countries, with it (GB-ENG).
    const whole = parent && (parent.startsWith(`${country}-`) ? parent : `${country}-${parent}`);
    subdivisions.push({ entry, code, ...splitMark(name), parent: whole || null });
  });
  return { subdivisions, faults };
}

function listIn(text: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotSubdivisions('not JSON');
  }
  const list = (json as Record<string, unknown> | null)?.['3166-2'];
  if (!Array.isArray(list)) throw new NotSubdivisions('no list');
  return list;
}

/** "Aousserd (EH)" is the name Aousserd with the mark EH: a code, alone or with a word of the standard's. */
function splitMark(text: string): { name: string; mark: string | null } {
  const match = /^(.*\S)\s*\(([A-Z]{2}(?:-[a-z]{1,15})?)\)$/su.exec(text.trim());
  return match ? { name: match[1]!, mark: match[2]! } : { name: text.trim(), mark: null };
}
