import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { newId } from '#platform/records/uuid.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { administrator, facilitatorOf, workshopNamed } from '../../../tests/support/workshops.ts';
import { createPressNote, publishPressNote } from '../press-notes/changes.server.ts';
import { dispatchNote, queueDue } from './changes.server.ts';
import { readDispatch } from './queries.server.ts';

let db: TestDatabase;
let folder: string;
let now = new Date('2027-04-01T10:00:00Z');
let queueing: Parameters<typeof queueDue>[1];
beforeAll(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
  queueing = { clock: () => now, publicUrl: 'https://indimaj.example', secrets: openSecrets(folder) };
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const words = {
  title: { fr: 'Titre', ar: 'عنوان', original: 'fr' as const },
  text: { fr: 'Un.\n\nDeux.\n\n– point\n\nTrois.\n\nQuatre.', ar: 'واحد.', original: 'fr' as const },
};

async function noted(slug: string, isPublic = true) {
  const workshop = await workshopNamed(db, slug, { status: 'published', title: words.title });
  const id = done(await createPressNote(db, administrator, { workshopId: workshop, ...words })).id;
  if (isPublic) done(await publishPressNote(db, administrator, { id, version: 1, isPublic }));
  return { workshop, pressNoteId: id, version: isPublic ? 2 : 1 };
}

/** Subscribers who confirmed at an instant. */
async function subscribed(count: number, { locale = 'fr', at = now } = {}): Promise<void> {
  const instant = at.toISOString();
  await db.transaction(async (tx) => {
    await tx.deleteFrom('subscriptions').execute();
    await tx.deleteFrom('mail_messages').execute();
    for (let number = 0; number < count; number += 1)
      await tx
        .insertInto('subscriptions')
        .values({
          id: newId(),
          created_at: instant,
          personal_email: `reader-${number}@a.example`,
          locale: locale as 'fr',
          topic: 'all',
          series_id: null,
          territory_id: null,
          asked_at: instant,
          confirmed_at: instant,
        })
        .execute();
  });
}

const letters = () => db.reader.selectFrom('mail_messages').selectAll().orderBy('id').execute();

describe('sending a note', () => {
  it('is for who edits its workshop, of the version that was seen, once it is public, and once', async () => {
    const { workshop, pressNoteId, version } = await noted('rights', false);
    const send = (actor = facilitatorOf(workshop), seen = version) =>
      dispatchNote(db, actor, { pressNoteId, version: seen }, queueing);
    expect(await send(anonymous)).toMatchObject({ reason: 'platform_refused_not_allowed' });
    expect(await send(facilitatorOf('other'))).toMatchObject({ reason: 'platform_refused_not_allowed' });
    expect(await send()).toMatchObject({ reason: 'publication_dispatch_not_public' });
    done(await publishPressNote(db, administrator, { id: pressNoteId, version, isPublic: true }));
    expect(await send()).toMatchObject({ reason: 'platform_refused_stale' });
    expect(await send(facilitatorOf(workshop), 2)).toMatchObject({ ok: true });
    expect(await send(facilitatorOf(workshop), 2)).toMatchObject({ reason: 'publication_dispatch_twice' });
    await queueDue(db, queueing);
  });

  it('asked twice at once goes once', async () => {
    const { pressNoteId, version } = await noted('at-once');
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => dispatchNote(db, administrator, { pressNoteId, version }, queueing)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    await queueDue(db, queueing);
  });

  it('writes to each subscriber in their language, with a way out that one request takes', async () => {
    const { workshop, pressNoteId, version } = await noted('arabic');
    await subscribed(1, { locale: 'ar' });
    done(await dispatchNote(db, administrator, { pressNoteId, version }, queueing));
    expect(await queueDue(db, queueing)).toBe(1);
    const [letter] = await letters();
    expect(letter).toMatchObject({ subject: 'عنوان', locale: 'ar', unsubscribe_post: 1 });
    expect(letter!.unsubscribe_href).toMatch(/^https:\/\/indimaj\.example\/api\/subscriptions\?token=/);
    expect(letter!.html).toContain('dir="rtl"');
    expect(letter!.text).toContain('https://indimaj.example/ar/workshops/arabic/press-note');
    expect(letter!.text).toContain('https://indimaj.example/ar/workshops/arabic/proceedings');
    expect(await readDispatch(db.reader, workshop)).toMatchObject({
      queued: 1,
      settled_at: now.toISOString(),
    });
  });

  it('tells the beginning of the note, and the whole to nobody who came later or left', async () => {
    const { pressNoteId, version } = await noted('beginning');
    await subscribed(2, { at: new Date(now.getTime() + 60_000) });
    done(await dispatchNote(db, administrator, { pressNoteId, version }, queueing));
    expect(await queueDue(db, queueing)).toBe(0);
    const another = await noted('beginning-2');
    await subscribed(1);
    done(await dispatchNote(db, administrator, another, queueing));
    await queueDue(db, queueing);
    const [letter] = await letters();
    expect(letter!.text).toContain('Trois.');
    expect(letter!.text).not.toContain('Quatre.');
  });
});

describe('what fails on the way', () => {
  it('is begun again where it stopped: each subscriber gets one letter', async () => {
    const { workshop, pressNoteId, version } = await noted('falling');
    await subscribed(250);
    done(await dispatchNote(db, administrator, { pressNoteId, version }, queueing));
    // The second hundred fails in its middle, as if the process had died there.
    let calls = 0;
    const failing = {
      ...queueing,
      clock: () => {
        calls += 1;
        if (calls === 160) throw new Error('fell');
        return now;
      },
    };
    await expect(queueDue(db, failing)).rejects.toThrow('fell');
    expect(await readDispatch(db.reader, workshop)).toMatchObject({ queued: 100, settled_at: null });
    expect(await letters()).toHaveLength(100);
    expect(await queueDue(db, queueing)).toBe(150);
    const sent = await letters();
    expect(new Set(sent.map(({ to_address }) => to_address)).size).toBe(250);
    expect(sent).toHaveLength(250);
    expect(await readDispatch(db.reader, workshop)).toMatchObject({ queued: 250 });
    expect(await queueDue(db, queueing)).toBe(0);
  });

  it('is told no further once the note is taken back', async () => {
    const { workshop, pressNoteId, version } = await noted('taken-back');
    await subscribed(3);
    done(await dispatchNote(db, administrator, { pressNoteId, version }, queueing));
    await db.transaction((tx) =>
      updateRecord(tx, administrator, 'press_notes', pressNoteId, { is_public: 0 }),
    );
    expect(await queueDue(db, queueing)).toBe(0);
    now = new Date('2027-04-02T10:00:00Z');
    expect(await readDispatch(db.reader, workshop)).toMatchObject({ queued: 0 });
    expect((await readDispatch(db.reader, workshop))!.settled_at).not.toBeNull();
  });
});
