import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProgrammePreview } from '#events/programme-imports/imports.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { run } from '../../testing.ts';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'indimaj-programme-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await db.close();
});

const calendar = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'X-WR-CALNAME:Atelier',
    'BEGIN:VEVENT',
    'UID:u',
    'SUMMARY:Ouverture',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\n');

async function programme(content: string, args: string[] = [], env = {}) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const { code, output, errors } = await run(['import', 'programme', path, ...args], {
    location: db.location,
    env,
  });
  const preview = (output.length > 0 ? JSON.parse(output.join('\n')) : null) as ProgrammePreview | null;
  return { code, preview, errors: errors.map((line) => line.replaceAll(folder, '')) };
}
const items = () =>
  db.reader.selectFrom('programme_items').select(['title_fr', 'title_en', 'day', 'starts_at']).execute();

describe('indimaj import programme', () => {
  const file = calendar('DTSTART;TZID=Africa/Casablanca:20260302T093000', 'ATTENDEE:mailto:a@example.org');

  it('shows what it would do and writes nothing', async () => {
    const { code, preview, errors } = await programme(file);
    expect(code).toBe(0);
    expect(preview).toMatchObject({
      format: 'ics',
      applied: false,
      workshop: { id: null, slug: 'atelier-2026' },
      counts: { create: 1 },
    });
    expect(errors).toEqual([
      '/file:7: note: Guests left out: 1. A calendar invites them; a programme doesn’t name them.',
      'Preview. To create: 1; already here: 0; left out: 0. Nothing was written; add --apply to write.',
    ]);
    expect(await items()).toEqual([]);
  });

  it('writes with --apply, into a draft of its own or the workshop named, once', async () => {
    const input = {
      slug: 'ici',
      form: 'workshop',
      status: 'draft',
      title: { fr: 'Ici', original: 'fr' },
      startsOn: '2026-03-02',
      endsOn: '2026-03-02',
    } as const;
    const { id } = done(await createWorkshop(db, systemActor('test'), input));
    for (const create of [1, 0]) {
      const { code, preview, errors } = await programme(file, ['--workshop', 'ici', '--apply', '--verbose']);
      expect({ code, preview }).toMatchObject({
        code: 0,
        preview: { applied: true, workshop: { id }, counts: { create } },
      });
      expect(errors.at(-1)).toBe(`Imported. Created: ${create}; already here: ${1 - create}; left out: 0.`);
    }
    expect(await items()).toEqual([
      { title_fr: null, title_en: 'Ouverture', day: '2026-03-02', starts_at: '09:30' },
    ]);
  });

  it.each([
    ['fr', 'La valeur de DTSTART n’est pas lisible\u00a0: demain'],
    ['ar', 'قيمة DTSTART غير مقروءة: demain'],
    ['en', 'The value of DTSTART cannot be read: demain'],
  ])('names file and line of what is wrong in %s, and writes nothing', async (lang, words) => {
    const { code, errors } = await programme(calendar('DTSTART:demain'), ['--apply'], {
      LC_ALL: `${lang}_MA.UTF-8`,
    });
    expect(code).toBe(1);
    expect(errors[0]).toBe(`/file:6: ${words}`);
    expect(await items()).toEqual([]);
  });

  it('refuses a workshop that is not there', async () => {
    const { code, preview, errors } = await programme(file, ['--workshop', 'ailleurs', '--apply']);
    expect({ code, preview, errors }).toEqual({
      code: 1,
      preview: null,
      errors: ['No workshop has the address “ailleurs”.'],
    });
  });

  it('lets no file steer the terminal', async () => {
    const { code, errors } = await programme(calendar('DTSTART:\u001b[2J\u202e\u009b31m'));
    expect(code).toBe(1);
    expect(errors.join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});
