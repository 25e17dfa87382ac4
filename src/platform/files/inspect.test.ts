import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspect } from './inspect.ts';
import { LARGEST_FILE } from './model.ts';
import { officeFile, pdf, zipOf } from './testing.ts';

const refusal = (reason: string) => ({ ok: false, reason, field: 'file' });
const picture = () => sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } });

describe('what is taken', () => {
  it.each([
    ['pdf', pdf],
    ['docx', officeFile('wordprocessingml.document', { 'word/document.xml': '<w/>' })],
    ['xlsx', officeFile('spreadsheetml.sheet', { 'xl/workbook.xml': '<w/>' })],
    ['pptx', officeFile('presentationml.presentation', { 'ppt/presentation.xml': '<p/>' })],
    ['odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })],
  ])('is %s, by its content', async (extension, bytes) => {
    expect(await inspect(bytes)).toMatchObject({ ok: true, kind: 'document', extension });
  });

  it('is an image, by its content', async () => {
    for (const [format, bytes] of [
      ['png', await picture().png().toBuffer()],
      ['jpg', await picture().jpeg().toBuffer()],
      ['webp', await picture().webp().toBuffer()],
    ] as const)
      expect(await inspect(bytes)).toMatchObject({ ok: true, kind: 'image', extension: format });
  });
});

describe('what is refused', () => {
  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that may hold scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page before a PDF', '<html><script>alert(1)</script>%PDF-1.7'],
    ['an animation with a script after it', 'GIF89a/*\x01\x00*/=1;alert(1)//'],
    ['a program', '#!/bin/sh\nrm -rf ~'],
    ['a program of another system', 'MZ\x90\x00\x03'],
    ['plain text', 'Bonjour'],
  ])('is %s', async (_name, text) => {
    expect(await inspect(Buffer.from(text, 'latin1'))).toEqual(refusal('platform_file_type'));
  });

  it('is an archive that is no document, and a document that may run macros', async () => {
    expect(await inspect(zipOf({ 'a.txt': 'a' }))).toEqual(refusal('platform_file_type'));
    const macros = zipOf({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      'word/vbaProject.bin': 'x',
    });
    expect(await inspect(macros)).toEqual(refusal('platform_file_type'));
  });

  it('is nothing at all, and what is too large', async () => {
    expect(await inspect(new Uint8Array())).toEqual(refusal('platform_file_empty'));
    const large = Buffer.concat([pdf, Buffer.alloc(LARGEST_FILE)]);
    expect(await inspect(large)).toEqual(refusal('platform_file_too_large'));
  });
});

it('an archive that would fill the memory is looked at from outside only', async () => {
  const bomb = officeFile('wordprocessingml.document', {
    'word/document.xml': new Uint8Array(200_000_000),
  });
  const before = process.memoryUsage().arrayBuffers;
  expect(await inspect(bomb)).toMatchObject({ ok: true, extension: 'docx' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  const hidden = zipOf({ '[Content_Types].xml': new Uint8Array(200_000_000) });
  expect(await inspect(hidden)).toEqual(refusal('platform_file_type'));
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});
