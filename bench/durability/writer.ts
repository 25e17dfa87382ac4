import { writeSync } from 'node:fs';
import { systemActor } from '#platform/actor/actor.ts';
import { openDatabase, type DatabaseLocation } from '#platform/database/open.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';

/*
 * The process that is killed: writes records with their journal entries as fast as it can, four transactions at
 * a time, and says the id of each record on standard output once its transaction is acknowledged.
 */
const db = openDatabase(JSON.parse(process.argv[2]!) as DatabaseLocation);
const actor = systemActor('durability');
const source = {
  language: 'fr',
  publisher: 'A public body',
  publisher_fr: null,
  publisher_ar: null,
  publisher_en: null,
  url: null,
  published_on: null,
  consulted_on: '2026-01-01',
  licence: null,
};

async function write(lane: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const id = await db.transaction(async (tx) => {
      const made = await createRecord(tx, actor, 'sources', { ...source, title: `${lane}.${count}` });
      await updateRecord(tx, actor, 'sources', made, { title: `${lane}.${count} changed` });
      return made;
    });
    // Written before anything else can happen: what the reader sees was acknowledged.
    writeSync(1, `${id}\n`);
  }
}

await Promise.all([1, 2, 3, 4].map(write));
