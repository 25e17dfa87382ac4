import { notify } from '#network/notices/changes.server.ts';
import type { NoticeWriter, NoticeWriters } from '#network/notices/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { passage } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { listAnswering } from '../commitment-status/queries.server.ts';
import { listDeciders } from '../extensions/queries.server.ts';
import { readingNotice, type ReadingNews } from './mail.ts';
import type { ReadingRow } from './model.ts';
import { readReading } from './queries.server.ts';

/** Tells whoever is concerned where a reading stands now. */
export async function tellOfReading(tx: Transaction, actor: Actor, id: string, clock: Clock): Promise<void> {
  const row = await tx
    .selectFrom('readings')
    .innerJoin('reports', 'reports.id', 'readings.report_id')
    .select(['readings.stage', 'readings.version', 'readings.written_by', 'readings.replied_at'])
    .select(['reports.organisation_id', 'reports.commitment_id'])
    .where('readings.id', '=', id)
    .executeTakeFirstOrThrow();
  const { stage, version, written_by, replied_at, organisation_id, commitment_id } = row;
  const tell = async (accounts: readonly (string | null)[], news: ReadingNews) => {
    const told = { kind: `reading-${news}`, record: { kind: 'readings' as const, id } };
    for (const account of accounts)
      if (account) await notify(tx, { account, ...told, once: version, by: actor.id }, clock);
  };
  if (stage === 'submitted') await tell(await listDeciders(tx, commitment_id), 'submitted');
  if (stage === 'declined') await tell([written_by], 'declined');
  if (stage === 'published' && replied_at) await tell([written_by], 'replied');
  if (stage === 'published' && !replied_at) {
    await tell([written_by], 'published');
    const speaking = await listAnswering(tx, organisation_id, dayOf(clock()));
    await tell(
      speaking.filter((account) => account !== written_by),
      'beside',
    );
  }
}

/** Told while the reading stands where it stood, and the reader may still read it. */
const writer =
  (news: ReadingNews, stage: ReadingRow['stage']): NoticeWriter =>
  async (db, { record }, { actor, locale }) => {
    const reading = await readReading(db, actor, record.id);
    if (!reading || reading.stage !== stage) return null;
    const commitment = await db
      .selectFrom('reports')
      .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
      .selectAll('commitments')
      .where('reports.id', '=', reading.report_id)
      .executeTakeFirstOrThrow();
    const [organisation] = await listByIds(db, 'organisations', [reading.organisation_id]);
    const page = `/commitments/${commitment.slug}/reports/${reading.report_id}`;
    const isOffice = news === 'submitted' || news === 'declined';
    return readingNotice(locale, {
      news,
      title: passage(commitment, 'title', locale)?.text ?? '',
      organisation: passage(organisation!, 'name', locale)?.text ?? '',
      answer: reading.answer ?? '',
      address: `${page}${isOffice ? '/readings' : ''}#reading-${reading.id}`,
    });
  };

/** What is told of readings: to who decides them, to who wrote them, to whose report they are of. */
export const readingNotices: NoticeWriters = {
  'reading-submitted': writer('submitted', 'submitted'),
  'reading-published': writer('published', 'published'),
  'reading-declined': writer('declined', 'declined'),
  'reading-beside': writer('beside', 'published'),
  'reading-replied': writer('replied', 'published'),
};
