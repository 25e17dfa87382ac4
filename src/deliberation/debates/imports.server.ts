import { setImmediate } from 'node:timers/promises';
import { dayOf } from '#platform/clock/due.ts';
import { sha256Of, type FileStore } from '#platform/files/store.ts';
import { safeName } from '#platform/files/name.ts';
import { analysed, seats, turns, type Patience } from '../analyses/queries.server.ts';
import { readConversation } from '../conversations/imports.server.ts';
import {
  conversationFileOf,
  conversationFiles,
  type Conversation,
  type ConversationFile,
  type ConversationReading,
} from '../conversations/model.ts';
import { attributeCounts, breakdownsOf, type AttributeCounts } from '../participant-attributes/model.ts';
import { reportOf, type ReportData } from '../reports/model.ts';
import { voteMatrix } from '../votes/model.ts';
import type { SentVotes } from './changes.server.ts';
import type { DebateCounts } from './model.ts';

export { describeConversationProblem } from '../conversations/imports.server.ts';

/** How long votes may be read, and how long they may be analysed, in milliseconds. */
export const ANALYSED_FOR = 60_000;

/** A file as it was sent, as whatever its name says. */
export interface VotesFile {
  file: ConversationFile;
  name: string;
  bytes: Uint8Array;
}

/** What is said of the files, as it is kept with the votes. */
export interface Findings extends Pick<ConversationReading, 'problems' | 'unnamed'> {
  /** Absent where nothing is told of participants beside their votes. */
  attributes?: AttributeCounts;
}

/** How many sendings hold their files in memory at once: one that is read or analysed, and those that wait for it. */
export const SENDINGS_AT_ONCE = 4;

/** Takes in the files of votes; null where as many are at it or wait as the memory may hold. */
export const takeIn = seats(SENDINGS_AT_ONCE);

/** Files are read one debate after the other, so that what reading needs stands in memory once. */
const inTurn = turns();

/** How votes are analysed. */
export interface VotesReading extends Patience {
  /** Whether only statements count that moderators accepted; else all but those that they refused. */
  strict?: boolean;
}

/**
 * Reads the files of a debate in parts, between which everything else goes on, and analyses its votes in a thread.
 * @param language of the statements: ISO 639, `mul` where they are in several
 * @returns the report, null where nothing could be read; and what is to be said of the files
 * @throws the signal's reason once it is aborted; a `TimeoutError` where reading or analysing takes longer than it may
 */
export async function analyseVotes(
  files: readonly VotesFile[],
  language: string,
  { strict = false, signal, limit = ANALYSED_FOR }: VotesReading = {},
): Promise<{ report: ReportData | null; findings: Findings }> {
  const sources = files.map((file) => ({
    name: nameOf(file),
    bytes: file.bytes.length,
    chunks: () => chunksOf(file.bytes),
  }));
  const { conversation, problems, unnamed } = await inTurn(
    (signal) => readConversation(sources, { signal }),
    { signal, limit },
  );
  const told = conversation?.attributes;
  const findings: Findings = {
    problems,
    unnamed,
    ...(told && { attributes: attributeCounts(told, conversation.participants.length) }),
  };
  return {
    report: conversation && (await reportOn(conversation, language, { strict, signal, limit })),
    findings,
  };
}

/** The report on a conversation; `language` as for {@link analyseVotes}. */
export async function reportOn(
  { statements, participants, ballots, period, attributes }: Conversation,
  language: string,
  { strict = false, ...patience }: VotesReading = {},
): Promise<ReportData> {
  const matrix = voteMatrix(ballots, { participants: participants.length, statements: statements.length });
  const moderated = Int8Array.from(statements, (statement) => statement.moderated);
  const weights = attributes?.weights ?? undefined;
  const analysis = await analysed(
    { matrix, options: { moderation: { moderated, strict }, weights } },
    patience,
  );
  return reportOf(analysis, statements, {
    when: period && { from: dayOf(new Date(period.first)), to: dayOf(new Date(period.last)) },
    language: language === 'mul' ? null : language,
    weights,
    strict,
    breakdowns: breakdownsOf(matrix, attributes),
  });
}

/**
 * Keeps the files of votes that were analysed; they are on disk before anything names them.
 * @param strict as they were analysed: the same files analysed otherwise are other votes
 */
export async function storeVotes(
  store: FileStore,
  files: readonly VotesFile[],
  report: ReportData,
  findings: Findings,
  strict = false,
): Promise<SentVotes> {
  const kept = [];
  for (const file of files)
    kept.push({
      file: file.file,
      name: nameOf(file),
      bytes: file.bytes.length,
      sha256: await store.put(file.bytes),
    });
  const sums = kept.map(({ file, sha256 }) => `${file} ${sha256}`).sort();
  return {
    digest: sha256Of(Buffer.from([...sums, ...(strict ? ['strict'] : [])].join('\n'))),
    strict,
    report: JSON.stringify(report),
    problems: JSON.stringify(findings),
    files: kept,
  };
}

/** The figures of a report, as the debate's record keeps them. */
export function countsIn(report: string): DebateCounts {
  const { counts, groups } = JSON.parse(report) as ReportData;
  return {
    participants: counts.people,
    statements: counts.statements,
    votes: counts.votes,
    groups: groups.length,
  };
}

/** The files that a form was sent with, by the fields of their kinds; those left empty are left out. */
export async function sentFiles(form: FormData): Promise<VotesFile[]> {
  const files: VotesFile[] = [];
  for (const file of conversationFiles) {
    const given = form.get(file);
    if (given instanceof File && (given.name !== '' || given.size > 0))
      files.push({ file, name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) });
  }
  return files;
}

const usual: Record<ConversationFile, string> = {
  votes: 'votes.csv',
  comments: 'comments.csv',
  participants: 'participants-votes.csv',
  attributes: 'participants.csv',
};

/** The name of a file where it says what the file is, else the usual one. */
function nameOf({ file, name }: VotesFile): string {
  const safe = safeName(name, 'csv');
  return conversationFileOf(safe) === file ? safe : usual[file];
}

/** How many bytes are read at once. */
const CHUNK = 256 * 1024;

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    // Timers, requests and whoever gives up have their turn.
    await setImmediate();
    yield bytes.subarray(at, at + CHUNK);
  }
}
