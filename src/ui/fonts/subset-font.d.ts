/** The part of subset-font 2.9 that this room uses; the package brings no types. */
declare module 'subset-font' {
  interface Options {
    targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** OpenType feature tags to keep; all where left out. */
    keepFeatures?: readonly string[];
    noHinting?: boolean;
    /** Table tags to leave out. */
    dropTables?: readonly string[];
  }
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
