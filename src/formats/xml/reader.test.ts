import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotXml, readXml } from './reader.ts';

function events(xml: string): unknown[] {
  const found: unknown[] = [];
  readXml(xml, {
    open: (name, attributes) => found.push([name, { ...attributes }]),
    text: (text) => found.push(text),
    close: (name) => found.push(`/${name}`),
  });
  return found;
}

describe('readXml', () => {
  it('tells elements, attributes and texts in their order', () => {
    const xml = `<?xml version="1.0"?><!-- <no> --><a:list one='1' two = "&lt;&#233;&#xE9;">x &amp; y<b/><![CDATA[<&]]></a:list>\n`;
    expect(events(xml)).toEqual([
      ['a:list', { one: '1', two: '<éé' }],
      'x & y',
      ['b', {}],
      '/b',
      '<&',
      '/a:list',
    ]);
  });

  it('keeps an attribute that is an object’s own', () => {
    expect(events('<a __proto__="x" constructor="y"/>')[0]).toEqual([
      'a',
      Object.fromEntries([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a document type within', '<a><!DOCTYPE b></a>'],
    ['an entity nobody knows', '<a>&nbsp;</a>'],
    ['an ampersand alone', '<a>b & c</a>'],
    ['the character that XML has not', '<a>&#0;</a>'],
    ['half a pair', '<a>&#xD800;</a>'],
    ['a character beyond Unicode', '<a>&#x110000;</a>'],
    ['an element that stays open', '<a><b></a>'],
    ['an end without a beginning', '<a></a></b>'],
    ['two documents', '<a/><b/>'],
    ['text outside', '<a/>b'],
    ['an attribute without quotation marks', '<a b=c/>'],
    ['an attribute without a space', '<a b="c"d="e"/>'],
    ['an attribute twice', '<a b="c" b="d"/>'],
    ['a tag within a tag', '<a b="<c>"/>'],
    ['a comment without end', '<a/><!-- '],
    ['a depth that nothing needs', '<a>'.repeat(1_000) + '</a>'.repeat(1_000)],
  ])('refuses %s', (_, xml) => {
    expect(() => events(xml)).toThrow(NotXml);
  });

  it('answers with events or NotXml, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      ' ',
      'a',
      '&',
      ';',
      '!',
      '--',
      '?',
      '[',
      'CDATA',
      '&#',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        try {
          events(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(NotXml);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['an attribute of spaces', (n: number) => `<a ${' '.repeat(n)}`],
    ['ampersands', (n: number) => `<a>${'&amp'.repeat(n)}`],
    ['openings of comments', (n: number) => `<a>${'<!-- -'.repeat(n)}`],
    ['quotation marks', (n: number) => `<a b=${'"'.repeat(n)}>`],
    ['elements', (n: number) => `<a>${'<b c="d"/>'.repeat(n)}</a>`],
  ])('ends with millions of %s: the square of that would outlast the test', (_, xml) => {
    try {
      readXml(xml(2_000_000), {});
    } catch (error) {
      expect(error).toBeInstanceOf(NotXml);
    }
  });
});
