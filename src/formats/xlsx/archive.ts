import { crc32, inflateRawSync } from 'node:zlib';
import { TableRefusal } from '../table/model.ts';

/** How much an archive may unpack to. */
export const archiveLimits = {
  entries: 1_000,
  /** One part, in bytes. */
  part: 30_000_000,
  /** All parts together, read or not, in bytes. */
  total: 60_000_000,
} as const;

/** The parts of a ZIP archive by name; each is unpacked when it is asked for. */
export interface Archive {
  /** Lower case, without a slash before it: names of parts know no case (ECMA-376 part 2, 9.1.1). */
  names: string[];
  has(name: string): boolean;
  /** @throws TableRefusal where the part is missing, damaged or larger than it says */
  read(name: string): Uint8Array;
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Where its own header begins. */
  at: number;
}

const damaged = () => new TableRefusal('platform_table_damaged');
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/**
 * Opens a ZIP archive by its directory (APPNOTE.TXT 6.3.10). What it would unpack to is judged from the
 * directory, before anything is; a part that is larger than its entry says stops there.
 * @throws TableRefusal
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = new Map(directory(view, bytes).map((entry) => [entry.name, entry]));
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(keyOf(name)),
      read(name) {
        const entry = entries.get(keyOf(name));
        if (!entry) throw damaged();
        return unpacked(view, bytes, entry);
      },
    };
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A read beyond the end of the bytes is the damage of the file, not of the program. */
function asRefusal(error: unknown): unknown {
  return error instanceof RangeError ? damaged() : error;
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function directory(view: DataView, bytes: Uint8Array): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 8, true) !== count || view.getUint16(end + 4, true) !== 0) throw damaged();
  // 0xffff says that a larger directory (ZIP64) follows: no list needs one.
  if (count > archiveLimits.entries) throw new TableRefusal('platform_table_unpacks_too_large', limitInMb);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw damaged();
    if (view.getUint16(at + 8, true) & 1) throw new TableRefusal('platform_table_protected');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name: keyOf(name),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > archiveLimits.total || entries.some(({ size }) => size > archiveLimits.part))
    throw new TableRefusal('platform_table_unpacks_too_large', limitInMb);
  // Two parts of one name are read differently by different programs.
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw damaged();
  return entries;
}

const limitInMb = { limit: archiveLimits.total / 1_000_000 };

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function unpacked(view: DataView, bytes: Uint8Array, { at, method, packed, size, crc }: Entry): Uint8Array {
  try {
    if (view.getUint32(at, true) !== LOCAL) throw damaged();
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const data = bytes.subarray(from, from + packed);
    if (data.length !== packed) throw damaged();
    const part = method === 0 ? data : inflated(data, method, size);
    if (part.length !== size || crc32(part) !== crc) throw damaged();
    return part;
  } catch (error) {
    throw asRefusal(error);
  }
}

function inflated(data: Uint8Array, method: number, size: number): Uint8Array {
  if (method !== 8) throw damaged();
  try {
    // One byte more than it says is enough to see that it lies.
    return inflateRawSync(data, { maxOutputLength: size + 1 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new TableRefusal('platform_table_unpacks_too_large', limitInMb);
    throw damaged();
  }
}
