import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { xmlDocument } from './document.ts';

it('writes elements in order, attributes, repeated elements and nothing for undefined', () => {
  expect(
    xmlDocument({ a: { '@x': 1, b: ['1', '2'], c: undefined, d: '', e: { '@y': undefined, '#': 't' } } }),
  ).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a x="1">\n  <b>1</b>\n  <b>2</b>\n  <d/>\n  <e>t</e>\n</a>\n',
  );
});

it('keeps hostile text as text', () => {
  const hostile = ']]> <!-- </a><b/> &amp; "\'\u0000\u0008\uFFFE\uD800\u202E 🇲🇦';
  const xml = xmlDocument({ a: { '@x': hostile, b: hostile } });
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).not.toMatch(/[\p{Cc}--\n]|[\uFFFE\u202E]|\]\]>|<!--/v);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });
  const kept = ']]> <!-- </a><b/> &amp; "\' 🇲🇦';
  expect(parser.parse(xml).a).toEqual({ '@x': kept, b: kept });
});

it('keeps line breaks in text and none in attributes', () => {
  expect(xmlDocument({ a: { '@x': 'b\r\nc', '#': 'b\r\nc' } })).toContain('<a x="b c">b\nc</a>');
});
