import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositionOf, safeName } from './name.ts';

describe('a safe name', () => {
  it.each([
    ['rapport.pdf', 'rapport.pdf'],
    ['محضر الورشة.pdf', 'محضر الورشة.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\note.docx', 'note.pdf'],
    ['photo.png.exe', 'photo.pdf'],
    ['rapport\u202Efdp.exe', 'rapportfdp.pdf'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['a"b<c>|d?.pdf', 'a b c d.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['..', 'document.pdf'],
    ['', 'document.pdf'],
    ['\u200F\u2067.pdf', 'document.pdf'],
  ])('of %j is %j', (given, name) => {
    expect(safeName(given, 'pdf')).toBe(name);
  });

  it('never leads elsewhere, turns direction or grows, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeName(given, 'pdf');
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}]+\.pdf$/u);
        expect(name.startsWith('.')).toBe(false);
        expect([...name].length).toBeLessThanOrEqual(124);
        expect(dispositionOf(name, 'attachment')).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/,
        );
      }),
    );
  });
});
