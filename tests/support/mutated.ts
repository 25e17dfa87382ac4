import type { Random } from './random.ts';

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const between = (bytes: Buffer, random: Random) => random.int(bytes.length + 1);

/** Puts something into the middle of bytes. */
const inserting =
  (made: (random: Random) => string): Mutation =>
  (bytes, random) => {
    const at = between(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(made(random)), bytes.subarray(at)]);
  };

/** What happens to files on their way, and what somebody may do to them on purpose. */
const mutations: Record<string, Mutation> = {
  'bits flipped'(bytes, random) {
    const changed = Buffer.from(bytes);
    for (let count = random.int(20) + 1; count > 0 && changed.length > 0; count -= 1)
      changed[random.int(changed.length)]! ^= 1 << random.int(8);
    return changed;
  },
  'cut off': (bytes, random) => bytes.subarray(0, between(bytes, random)),
  'a piece left out'(bytes, random) {
    const [from = 0, to = 0] = [between(bytes, random), between(bytes, random)].toSorted((a, b) => a - b);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'a piece twice'(bytes, random) {
    const [from = 0, to = 0] = [between(bytes, random), between(bytes, random)].toSorted((a, b) => a - b);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'in UTF-16': (bytes, random) => {
    const changed = Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le');
    return random.chance(0.5) ? changed : changed.swap16();
  },
  'read as Latin and written again': (bytes) => Buffer.from(bytes.toString('latin1')),
  'in Latin': (bytes) => Buffer.from(bytes.toString(), 'latin1'),
  'enormous numbers'(bytes, random) {
    const number = random.pick([
      '9'.repeat(400),
      '1e309',
      '-1e309',
      '9007199254740993',
      '-0',
      '0x7fffffff',
      'NaN',
    ]);
    const rate = random.pick([0.02, 0.2, 1]);
    const text = bytes
      .toString('latin1')
      .replaceAll(/\d+/g, (digits) => (random.chance(rate) ? number : digits));
    return Buffer.from(text, 'latin1');
  },
  'deep nesting': inserting((random) =>
    random
      .pick(['<a>', '<event>', '[', '{"a":', '{"events":[', 'BEGIN:VEVENT\r\n', 'BEGIN:VTIMEZONE\r\n', '"'])
      .repeat(random.pick([10, 1_000, 50_000])),
  ),
  'a very long line': inserting((random) => random.pick(['a', ' ', ',', ';', '\t', '&amp;']).repeat(300_000)),
  'what steers': inserting((random) =>
    random.pick([
      '=HYPERLINK("http://example.org","x")',
      "=cmd|' /C calc'!A0",
      '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
      '<![CDATA[',
      '\0',
      '\u202e',
      '\ufffe',
      '__proto__',
      '\r\n\r\n',
      'RRULE:FREQ=SECONDLY\r\n',
    ]),
  ),
};

/** Bytes changed in one to three ways, the same for the same chance. @returns them with the ways' names */
export function mutated(bytes: Uint8Array, random: Random): { bytes: Buffer; ways: string[] } {
  let changed: Buffer = Buffer.from(bytes);
  const ways = Array.from({ length: random.int(3) + 1 }, () => random.pick(Object.keys(mutations)));
  for (const way of ways) changed = mutations[way]!(changed, random);
  return { bytes: changed, ways };
}
