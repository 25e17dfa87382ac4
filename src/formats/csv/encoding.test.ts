import { describe, expect, it } from 'vitest';
import { decodeText } from './encoding.ts';

/** Bytes of an 8-bit encoding, by the decoder's own table. */
function encoded(text: string, encoding: string): Uint8Array {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => {
    const byte = all.indexOf(letter);
    if (byte < 0) throw new RangeError(`${letter} is not in ${encoding}`);
    return byte;
  });
}

const arabic = 'الاسم;المستوى\nوزارة الداخلية;وطني\n';
const french = 'Nom;Niveau\nMinistère de l’Intérieur;École, Été, À Fès\n';

describe('decodeText', () => {
  it.each([
    ['Arabic', arabic, 'windows-1256'],
    ['Arabic with French beside it', `${arabic}Ministère délégué;à Fès\n`, 'windows-1256'],
    ['a little Arabic', 'Nom;Nom\nRabat;الرباط\n', 'windows-1256'],
    ['French', french, 'windows-1252'],
    ['French in capitals', 'NOM\nMINISTÈRE DE L’INTÉRIEUR\nÉTAT, ÉLÈVE, ÇÀ\n', 'windows-1252'],
    ['French whose capitals stand alone', 'À;É\nÀ Fès\nÉ.-U.\nÉcole\n', 'windows-1252'],
    ['Spanish', 'Año;Ñandú\nDirección general;España\n', 'windows-1252'],
  ])('knows %s of one byte a letter', (_, text, encoding) => {
    expect(decodeText(encoded(text, encoding))).toEqual({ text, encoding });
  });

  it.each(['utf16le', 'utf8'] as const)('knows %s with its mark and without', (encoding) => {
    for (const text of [arabic, french])
      for (const mark of ['\ufeff', ''])
        expect(decodeText(Buffer.from(mark + text, encoding)).text).toBe(text);
  });

  it('knows UTF-16 of the other order', () => {
    for (const mark of ['\ufeff', ''])
      expect(decodeText(Buffer.from(mark + arabic, 'utf16le').swap16())).toEqual({
        text: arabic,
        encoding: 'utf-16be',
      });
  });
});
