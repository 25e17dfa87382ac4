import { setTimeout as pause } from 'node:timers/promises';
import { openStore, sha256Of } from '#platform/files/store.ts';
import { openDatabase, type DatabaseLocation } from '#platform/database/open.ts';
import { pdfOf } from './burst.ts';
import { rowsOf, type JournalCheck } from './journal.ts';
import { textOf, writingOf, type Ledger, type Subject } from './ledger.ts';
import type { KilledServer } from './server.ts';

/** How long a page may show what stood before, in milliseconds: longer than a lost notification is looked for. */
const FRESH = 5_000;

/** What one kill left. */
export interface Round {
  /** Writes that had been acknowledged since the kill before. */
  acknowledged: number;
  /** Sentences on acknowledged writes that are not there. */
  lost: string[];
  /** Sentences on what is there by half. */
  partial: string[];
  /** Sentences on pages that do not show what stands. */
  stale: string[];
  /** Writes that are whole though the kill cut off their acknowledgement; allowed. */
  unacknowledged: number;
  /** Pages that were read as the public reads them. */
  pages: number;
  /** Files whose record the kill cut off; the node sweeps them once they are a day old. */
  unnamed: number;
}

type Row = Record<string, unknown> & { id: string };

/** Holds what stands in the database, in the folder of files and on the pages against what was acknowledged. */
export async function checkAll(
  location: DatabaseLocation,
  server: KilledServer,
  ledger: Ledger,
  journal: JournalCheck,
  cookies: ReadonlyMap<string, string>,
): Promise<Round> {
  const db = openDatabase(location);
  const round: Round = {
    acknowledged: 0,
    lost: [],
    partial: [],
    stale: [],
    unacknowledged: 0,
    pages: 0,
    unnamed: 0,
  };
  try {
    round.partial.push(...(await journal.faults(db)));
    const tables = new Map<string, Row[]>();
    for (const noun of ['organisations', 'workshops', 'programme_items', 'documents', 'form_drafts'])
      tables.set(noun, await rowsOf(db, noun));
    const accounts = await db.reader.selectFrom('accounts').select(['id', 'personal_email']).execute();
    const idOf = new Map(accounts.map(({ id, personal_email }) => [personal_email?.split('@')[0], id]));
    const changed: Subject[] = [];
    for (const subject of ledger.subjects) {
      const before = subject.seen;
      const rows = tables.get(subject.noun)!.filter((row) => isOf(subject, row, idOf.get(subject.account)));
      checkOne(subject, rows, journal, round);
      if (subject.seen > before) changed.push(subject);
    }
    await checkFiles(location.dataFolder, tables.get('documents')!, ledger, round);
    for (const subject of changed) await checkPage(subject, ledger, server, cookies, round);
    return round;
  } finally {
    await db.close();
  }
}

function isOf(subject: Subject, row: Row, accountId: string | undefined): boolean {
  if (subject.noun === 'form_drafts')
    return row['account_id'] === accountId && row['address'] === subject.slug;
  if (subject.noun === 'documents') return row['name'] === `${subject.key}.pdf`;
  return writingOf(subject, row['name_fr'] ?? row['title_fr']) > 0;
}

/** The texts of a row that a writing fills, of whatever noun it is. */
function textsIn({ noun, key }: Subject, row: Row): unknown[] {
  if (noun === 'organisations') return [row['name_fr'], row['summary_fr']];
  if (noun === 'workshops') return [row['title_fr'], row['aims_fr']];
  if (noun === 'programme_items') return [row['title_fr'], row['abstract_fr']];
  if (noun === 'form_drafts') return [JSON.parse(String(row['fields']))['name.fr']];
  return [row['name'] === `${key}.pdf` ? `${key} v1` : ''];
}

function checkOne(subject: Subject, rows: Row[], journal: JournalCheck, round: Round): void {
  const { noun, key, sent, acknowledged } = subject;
  const last = acknowledged.at(-1) ?? 0;
  round.acknowledged += acknowledged.filter((writing) => writing > subject.seen).length;
  const [row, ...more] = rows;
  if (more.length > 0) round.partial.push(`${key} is there ${rows.length} times`);
  if (!row) {
    if (Math.max(last, subject.seen) > 0) round.lost.push(`${key} v${last} is gone`);
    return;
  }
  const [writing = 0, ...others] = textsIn(subject, row).map((text) => writingOf(subject, text));
  if (others.some((other) => other !== writing))
    round.partial.push(`${key} is of writings ${writing}, ${others.join(', ')}`);
  if (writing < Math.max(last, subject.seen))
    round.lost.push(`${key} is v${writing} and was acknowledged as v${last}`);
  if (writing > sent) round.partial.push(`${key} is v${writing}, which was never sent`);
  if (noun !== 'form_drafts') {
    const entries = journal.entries.get(row.id) ?? [];
    const kept = new Set(
      entries.flatMap(({ after }) =>
        after ? textsIn(subject, after as Row).map((text) => writingOf(subject, text)) : [],
      ),
    );
    for (const one of acknowledged)
      if (!kept.has(one)) round.lost.push(`${key} v${one} has no journal entry`);
    if (entries.length !== row['version'])
      round.partial.push(`${key} is version ${String(row['version'])} after ${entries.length} entries`);
  }
  if (writing > last && writing > subject.seen) {
    round.unacknowledged += 1;
    acknowledged.push(writing);
  }
  subject.id = row.id;
  subject.seen = writing;
  if (noun === 'workshops') {
    if (subject.isPublic && row['status'] !== 'announced')
      round.lost.push(`${key} was announced and is ${String(row['status'])}`);
    subject.isPublic = row['status'] === 'announced';
  }
}

/** Every document has its bytes, and those that were sent. */
async function checkFiles(dataFolder: string, documents: Row[], ledger: Ledger, round: Round): Promise<void> {
  const store = openStore(dataFolder);
  for (const { name, sha256 } of documents) {
    const bytes = await store.read(String(sha256));
    if (!bytes || sha256Of(bytes) !== sha256) round.partial.push(`${String(name)} has a row and no bytes`);
  }
  const named = new Set(documents.flatMap((row) => [row['sha256'], row['narrow_sha256']]));
  round.unnamed = (await store.list()).filter((sha256) => !named.has(sha256)).length;
  const byName = new Map(documents.map((row) => [row['name'], row['sha256']]));
  for (const { noun, key, seen } of ledger.subjects)
    if (noun === 'documents' && seen > 0 && byName.get(`${key}.pdf`) !== sha256Of(Buffer.from(pdfOf(key))))
      round.lost.push(`${key}.pdf has other bytes than were sent`);
}

/** Whoever may read a record reads its last text, twice: as the page was made, and as it was kept. */
async function checkPage(
  subject: Subject,
  ledger: Ledger,
  server: KilledServer,
  cookies: ReadonlyMap<string, string>,
  round: Round,
): Promise<void> {
  const { noun, key, slug } = subject;
  const workshop = ledger.subjects.find((one) => one.noun === 'workshops' && one.slug === slug);
  const page =
    noun === 'form_drafts'
      ? slug
      : noun === 'organisations'
        ? `/organisations/${slug}`
        : `/workshops/${slug}`;
  const isPublic = noun === 'organisations' || (noun !== 'form_drafts' && workshop?.isPublic === true);
  const text = noun === 'documents' ? `${key}.pdf` : textOf(subject, subject.seen);
  const until = Date.now() + FRESH;
  const shows = async () => {
    const answer = await server.get(`/fr${page}`, isPublic ? '' : cookies.get(subject.account));
    return (await answer.text()).includes(text);
  };
  while (!((await shows()) && (await shows()))) {
    if (Date.now() > until) return void round.stale.push(`/fr${page} does not show ${text}`);
    await pause(100);
  }
  round.pages += isPublic ? 1 : 0;
}
