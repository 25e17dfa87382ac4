import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const latin = (text: string) => Buffer.from(text, 'latin1');
const text = '<a>Événement, ورشة</a>';

describe('decodeText', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark, little end first', utf16(text, false, true)],
    ['UTF-16 with a mark, big end first', utf16(text, true, true)],
    ['UTF-16 without a mark, little end first', utf16(text, false, false)],
    ['UTF-16 without a mark, big end first', utf16(text, true, false)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ text });
  });

  it.each([
    ['ISO-8859-1', 'é'],
    ['iso8859-1', 'é'],
    ['Latin1', 'é'],
    ['windows-1252', 'é'],
    ['Windows-1256', 'é'],
    ['cp1256', 'é'],
    ['ISO-8859-6', 'ة', 0xc9],
    ['windows-1256', 'ة', 0xc9 + 0],
  ])('reads %s where it is declared', (encoding, letter, byte = 0xe9) => {
    const head = `<?xml version="1.0" encoding="${encoding}"?><a>`;
    const bytes = Buffer.concat([latin(head), Buffer.from([byte]), latin('</a>')]);
    const expected = byte === 0xc9 && encoding === 'windows-1256' ? 'ة' : letter;
    expect(decodeText(bytes)).toEqual({ text: `${head}${expected}</a>` });
  });

  it('says on which line bytes stop being UTF-8', () => {
    expect(decodeText(latin('BEGIN:VCALENDAR\r\nX:a\r\nSUMMARY:\u00e9t\u00e9\r\n'))).toEqual({
      fault: 'not-utf8',
      line: 3,
      encoding: '',
    });
  });

  it.each([
    ['one that nobody knows', 'x-nothing', 'encoding-unknown'],
    ['another script’s', 'Shift_JIS', 'encoding-unknown'],
    ['UTF-16 over single bytes', 'UTF-16', 'encoding-wrong'],
  ])('refuses %s', (_, encoding, fault) => {
    const bytes = latin(`<?xml version='1.0' encoding='${encoding}'?><a>b</a>`);
    expect(decodeText(bytes)).toEqual({ fault, line: 1, encoding });
  });

  it('refuses a single-byte encoding declared over what is UTF-8: it would be read as other letters', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>Été</a>');
    expect(decodeText(bytes)).toEqual({ fault: 'encoding-wrong', line: 1, encoding: 'iso-8859-1' });
    expect(decodeText(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>a</a>'))).toHaveProperty(
      'text',
    );
  });

  it('reads nothing as nothing', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '' });
  });
});
