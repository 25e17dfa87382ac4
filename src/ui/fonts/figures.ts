/**
 * Figures of one width. Readex Pro has no tabular figures (`tnum`), so columns of numbers would not align;
 * this gives its ten figures the width of the widest one and centres each in it.
 */

const tag = (bytes: Buffer, offset: number): string => bytes.toString('latin1', offset, offset + 4);

/**
 * Evens out the advance widths of a font that holds figures only. Changes the font in place.
 * Only `hmtx` is rewritten: a TrueType outline is drawn with its xMin at the left side bearing
 * (OpenType 1.9, hmtx and glyf, phantom points), so moving the bearing moves the figure.
 * @param sfnt a TrueType font; glyph 0 (.notdef) takes the common width too
 * @returns the common width, in font units
 */
export function evenOutWidths(sfnt: Buffer): number {
  const table = tableOffsets(sfnt);
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const count = sfnt.readUInt16BE(hhea + 34);
  const widths = Array.from({ length: count }, (_, glyph) => sfnt.readUInt16BE(hmtx + glyph * 4));
  const width = Math.max(...widths.slice(1));
  widths.forEach((own, glyph) => {
    const bearing = sfnt.readInt16BE(hmtx + glyph * 4 + 2);
    sfnt.writeUInt16BE(width, hmtx + glyph * 4);
    sfnt.writeInt16BE(bearing + Math.round((width - own) / 2), hmtx + glyph * 4 + 2);
  });
  sfnt.writeUInt16BE(width, hhea + 10);
  // head.flags bit 1 would promise that every left side bearing is the outline's xMin.
  const flags = table('head') + 16;
  sfnt.writeUInt16BE(sfnt.readUInt16BE(flags) & ~0b10, flags);
  return width;
}

function tableOffsets(sfnt: Buffer): (name: string) => number {
  const count = sfnt.readUInt16BE(4);
  const offsets = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    offsets.set(tag(sfnt, record), sfnt.readUInt32BE(record + 8));
  }
  return (name) => {
    const offset = offsets.get(name);
    if (offset === undefined) throw new Error(`The font has no ${name} table`);
    return offset;
  };
}
