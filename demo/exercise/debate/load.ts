import { createDebate, keepVotes, sendVotes, type SentVotes } from '#deliberation/debates/changes.server.ts';
import { analyseVotes, countsIn, storeVotes, type VotesFile } from '#deliberation/debates/imports.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { FileStore } from '#platform/files/store.ts';
import { done } from '#platform/records/outcome.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { seeded } from '../../random.ts';
import { text } from '../../text.ts';
import { statements } from './statements.ts';

/** The same votes each time. */
const SEED = 20_261_127;
const PEOPLE = 120;
/** How many statements of a hundred somebody answers, and how often somebody votes as their circle leans. */
const ANSWERED = 0.7;
const LOYAL = { '+': 0.88, '-': 0.12, '0': 0.5 } as const;

/** Votes of a generated debate, read and analysed as those that a facilitator sends. */
export async function drawDebate(store: FileStore): Promise<SentVotes> {
  const files = [votesFile(), commentsFile(), participantsFile()];
  const { report, findings } = await analyseVotes(files, 'mul');
  if (!report || findings.problems.length > 0) throw new Error(JSON.stringify(findings));
  return storeVotes(store, files, report, findings);
}

/** Publishes the generated debate as that of a workshop of the exercise. */
export async function writeDebate(
  tx: Transaction,
  actor: Actor,
  { votes, day, workshop }: { votes: SentVotes; day: string; workshop: string },
): Promise<void> {
  const clock = () => new Date(`${day}T12:00:00Z`);
  const { id } = done(
    await createDebate(
      tx,
      actor,
      {
        slug: 'exercise-debate',
        title: text(
          'Exercice : ce que la région attend de la migration',
          'تمرين: ما تنتظره الجهة من الهجرة',
          'Exercise: what the region expects of migration',
        ),
        summary: text(
          'Débat généré pour l’exercice : les affirmations et les votes sont inventés.',
          'نقاش مولَّد لأجل التمرين: العبارات والأصوات فيه غير حقيقية.',
          'A debate generated for the exercise: statements and votes are made up.',
        ),
        startsOn: day,
        workshopId: (await resolveAddress(tx, 'workshops', workshop))!,
        language: 'mul',
        visibility: 'public',
      },
      clock,
    ),
  );
  done(await sendVotes(tx, actor, { id, ...votes }, clock));
  done(await keepVotes(tx, actor, { id, digest: votes.digest }, countsIn, clock));
}

function votesFile(): VotesFile {
  const random = seeded(SEED);
  const rows = ['comment-id,voter-id,vote'];
  for (let person = 0; person < PEOPLE; person += 1)
    for (const [id, [, leanings]] of statements.entries()) {
      if (random.next() > ANSWERED) continue;
      const agrees = random.next() < LOYAL[leanings[person % 3] as keyof typeof LOYAL];
      rows.push(`${id},${person},${random.next() < 0.08 ? 0 : agrees ? 1 : -1}`);
    }
  return { file: 'votes', name: 'votes.csv', bytes: Buffer.from(rows.join('\n')) };
}

/** Most of a circle are of one actor type; every tenth person reports what a table of six said. */
function participantsFile(): VotesFile {
  const random = seeded(SEED + 1);
  const types = ['local-actors', 'civil-society', 'regional-actors'];
  const rows = ['participant,actor-type,weight'];
  for (let person = 0; person < PEOPLE; person += 1) {
    const type = random.next() < 0.7 ? person % 3 : Math.floor(random.next() * 3);
    rows.push(`${person},${types[type]},${person % 10 === 0 ? 6 : 1}`);
  }
  return { file: 'attributes', name: 'participants.csv', bytes: Buffer.from(rows.join('\n')) };
}

function commentsFile(): VotesFile {
  const rows = statements.map(([words], id) => `${id},1,"${words.replaceAll('"', '""')}"`);
  const bytes = Buffer.from(['comment-id,moderated,comment-body', ...rows].join('\n'));
  return { file: 'comments', name: 'comments.csv', bytes };
}
